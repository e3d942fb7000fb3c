"""What every importer is given: the repository, the day of receipt, whom to ask; and who is meant by a cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from ktgs.intake.outcome import ImportOutcome, WrittenFile
from ktgs.language.months import Month
from ktgs.language.text import bare, perhaps
from ktgs.records.keys import BranchKey
from ktgs.records.plan import Plan
from ktgs.records.unit import Unit
from ktgs.repository.called import branch_names, called, named_within, nearest_called, person_names, unit_names
from ktgs.repository.naming import branch_name, unit_name
from ktgs.repository.plans import plans_of_month
from ktgs.repository.repository import Repository
from ktgs.repository.units import sub_unit_word
from ktgs.tables.cells import SheetCell, Spot
from ktgs.tables.columns import Column, SheetRow, SheetTable, month_in_title
from ktgs.tables.values import Reading

Ask = Callable[[str, tuple[str, ...]], int | None]  # a question, its answers → which one; None where nobody says
_APART = re.compile(r"\s*[,;–—/]\s*|\s+-\s+")
_EXPLAINED = 50  # problems for which what may have been meant is sought
_WHOLE = frozenset({"", "-", "x", "toan don vi", "toan doan", "ca don vi"})


@dataclass(frozen=True)
class Sheeting:
    """What a sheet to send out is about. `is_empty`: what is recorded is not filled in."""

    repository: Repository
    month: Month | None = None
    plan: str = ""
    unit: str | None = None
    is_empty: bool = False

    def units(self) -> tuple[Unit, ...]:
        """Return the units of the sheet: the one asked for, else all that exist in the month (now without one)."""
        every = self.repository.units.values()
        first = self.month.first if self.month else self.repository.today
        last = self.month.last if self.month else self.repository.today
        return tuple(unit for unit in every if unit.exists_between(first, last) and self.unit in (None, unit.id))


@dataclass(frozen=True)
class Importer:
    """How one kind of table is read: its name in the command, its title, its columns, what is made of its rows.

    `rows` gives the rows of the sheet to send out, None where there is none; `is_monthly`: it is that of one month.
    """

    name: str
    title: str
    columns: Callable[[Repository], tuple[Column, ...]]
    take: Callable[[Job, SheetTable], None]
    rows: Callable[[Sheeting], Iterator[Mapping[str, Any]]] | None = None
    is_monthly: bool = True


class Whose(NamedTuple):
    """The unit and sub-unit that a row is about. `is_sure`: False where the sub-unit is not known, which was told."""

    unit: str
    branch: BranchKey | None
    is_sure: bool = True


@dataclass
class Job:
    """One import. `received` is the day on which the table came; `month` and `plan` are those asked for."""

    repository: Repository
    received: date
    ask: Ask
    month: Month | None = None
    plan: str | None = None
    reading: Reading = field(default_factory=Reading)
    records: list[WrittenFile] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    same: int = 0
    _meant: dict[str, tuple[str, ...]] = field(default_factory=dict)  # units by what the table calls them

    def outcome(self) -> ImportOutcome:
        """Return what has been made so far."""
        records = tuple(sorted(self.records, key=lambda record: record.file))
        return ImportOutcome(records, tuple(self.reading.problems), tuple(self.remarks), self.same)

    def recognise(self, text: str) -> Mapping[str, str]:
        """Return the month and the one unit that a title line names."""
        said = {"month": month_in_title(text)}
        if len(units := named_within(text, self._unit_names)) == 1:
            said["unit"] = units[0]
        return {name: value for name, value in said.items() if value}

    def choose(self, spot: Spot, question: str, options: Mapping[str, str], cure: str) -> str | None:
        """Return which of several is meant, by asking; None, and a problem, where nobody says."""
        ids = tuple(options)
        answer = self.ask(f"{spot}: {question}" if str(spot) else question, tuple(options.values()))
        if answer is None:
            self.reading.refuse(spot, question, cure)
        return None if answer is None else ids[answer]

    # -- months and plans -----------------------------------------------------------------------------------------

    def month_of(self, row: SheetRow) -> Month | None:
        """Return the month that a row belongs to: its own or its title's, which may not be another than asked for."""
        told = self.reading.month(row, "month")
        if told and self.month and told != self.month:
            spot = row.cells["month"].spot
            self.reading.refuse(
                spot, f"Bảng ghi tháng {told.label}, lệnh ghi tháng {self.month.label}.", "Sửa một bên."
            )
            return None
        month = told or self.month
        if month is None and "month" not in row.cells:
            cure = "Ghi “tháng 09/2020” ở tiêu đề bảng, hoặc thêm --month 09/2020."
            self.reading.refuse(row.spot._replace(row=0), "Chưa rõ bảng của tháng nào.", cure)
        return month

    def plan_of(self, month: Month, spot: Spot) -> Plan | None:
        """Return the plan asked for, else the only one whose months hold the month; else one that is asked for."""
        if self.plan is not None:
            return self.repository.plans.get(self.plan)
        plans = {plan.id: plan for plan in plans_of_month(self.repository, month)}
        if len(plans) < 2:
            if not plans:
                self.reading.refuse(spot, f"Không có kế hoạch nào của tháng {month.label}.", "Sửa tháng.")
            return next(iter(plans.values()), None)
        question = f"Tháng {month.label} thuộc mấy kế hoạch: kế hoạch nào?"
        labels = {plan.id: plan.label for plan in plans.values()}
        chosen = self.choose(spot._replace(row=0, column=0), question, labels, f"Thêm --plan: {', '.join(plans)}.")
        return plans[chosen] if chosen else None

    # -- units, sub-units, people ---------------------------------------------------------------------------------

    @property
    def _unit_names(self) -> dict[str, tuple[str, ...]]:
        if "unit_names" not in self.__dict__:
            self.__dict__["unit_names"] = unit_names(self.repository.units.values())
        names: dict[str, tuple[str, ...]] = self.__dict__["unit_names"]
        return names

    def whose(self, row: SheetRow, month: Month | None) -> Whose | None:
        """Return the unit and sub-unit that a row is about, None where the unit is not sure, which is told."""
        cell = row.get("unit")
        if cell is None:
            self.reading.refuse(row.spot, "Chưa rõ đơn vị nào.", "Ghi tên đơn vị ở cột “Đơn vị” hoặc ở tiêu đề bảng.")
            return None
        branch_cell = row.get("branch")
        for unit_text, branch_text in self._parted(cell, branch_cell):
            if found := self._units_called(unit_text, month):
                unit = found[0] if len(found) == 1 else self._which_unit(cell, unit_text, found)
                return None if unit is None else self._with_branch(unit, branch_text, branch_cell or cell)
        self._unknown(cell, "Không có đơn vị", self._unit_names)
        return None

    def _parted(self, cell: SheetCell, branch_cell: SheetCell | None) -> list[tuple[str, str]]:
        """Return how a cell may name unit and sub-unit: the unit alone, else both with a sign between, in any order."""
        text, branch = " ".join(cell.text.split()), " ".join(branch_cell.text.split()) if branch_cell else ""
        ways = [(text, branch)]
        if not branch:
            ways += [
                (part, rest.strip(" ,;–—/-"))
                for sign in _APART.finditer(text)
                for part, rest in (
                    (text[: sign.start()], text[sign.end() :]),
                    (text[sign.end() :], text[: sign.start()]),
                )
            ]
        return ways

    def _units_called(self, text: str, month: Month | None) -> tuple[str, ...]:
        if text not in self._meant:
            self._meant[text] = called(text, self._unit_names)
        found = self._meant[text]
        if month is None or len(found) < 2:
            return found
        units = self.repository.units
        here = tuple(unit for unit in found if units[unit].exists_between(month.first, month.last))
        return here or found

    def _which_unit(self, cell: SheetCell, text: str, found: tuple[str, ...]) -> str | None:
        options = {unit: f"{unit_name(self.repository, unit)} ({unit})" for unit in found}
        question = f"Có {len(found)} đơn vị tên “{text}”: đơn vị nào?"
        return self.choose(cell.spot, question, options, f"Ghi mã đơn vị: {', '.join(found)}.")

    def _with_branch(self, unit: str, text: str, cell: SheetCell) -> Whose:
        if bare(text) in _WHOLE or unit in called(text, {unit: self._unit_names[unit]}):
            return Whose(unit, None)
        names = branch_names(self.repository, unit)
        found = called(text, names)
        if len(found) > 1:
            options = {
                branch: f"{branch_name(self.repository, BranchKey(unit, branch))} ({branch})" for branch in found
            }
            question = f"Có {len(found)} {sub_unit_word(self.repository, unit)} tên “{text}”: nơi nào?"
            chosen = self.choose(cell.spot, question, options, f"Ghi mã: {', '.join(found)}.")
            return Whose(unit, BranchKey(unit, chosen)) if chosen else Whose(unit, None, is_sure=False)
        if found:
            return Whose(unit, BranchKey(unit, found[0]))
        word = sub_unit_word(self.repository, unit) or "đơn vị trực thuộc"
        self._unknown(cell, f"{unit_name(self.repository, unit)} không có {word}", names)
        return Whose(unit, None, is_sure=False)

    def person(self, cell: SheetCell, text: str) -> str | None:
        """Return the person whom a text names, None where it names none or several and nobody says which."""
        names = person_names(self.repository)
        found = called(text, names)
        if len(found) > 1:
            options = {person: f"{names[person][0]} ({person})" for person in found}
            cure = f"Ghi mã cán bộ: {', '.join(found)}."
            return self.choose(cell.spot, f"Có {len(found)} cán bộ tên “{text}”: ai?", options, cure)
        if not found:
            self._unknown(cell, "Không có cán bộ", names, text)
        return found[0] if found else None

    def _unknown(self, cell: SheetCell, what: str, names: Mapping[str, tuple[str, ...]], text: str = "") -> None:
        told = SheetCell(text, cell.spot).quoted if text else cell.quoted
        known = "; ".join(words[0] for words in names.values()) if len(names) <= 12 else ""
        is_first = len(self.reading.problems) < _EXPLAINED
        meant = nearest_called(text or cell.text, names) if is_first else ""
        near = perhaps(meant or None, f"Hiện có: {known}." if known else "")
        self.reading.refuse(cell.spot, f"{what} tên {told}.", near or "Sửa tên, hoặc thêm trước rồi nhập lại.")
