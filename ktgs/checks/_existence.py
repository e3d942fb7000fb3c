"""Whether a unit or a sub-unit exists on the day on which a file speaks of it, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ktgs.checks._words import sub_unit
from ktgs.language.diagnostics import Code, Diagnostic, Place, Related
from ktgs.language.text import first_upper, vi_date
from ktgs.records.base import Record
from ktgs.records.keys import BranchKey
from ktgs.records.unit import Branch, Unit
from ktgs.repository.repository import Repository
from ktgs.repository.units import successor


def unit_missing(code: Code, repository: Repository, place: Place, unit: Unit, day: date) -> Diagnostic:
    """Return the diagnostic of a unit that does not exist on the day; it names the successor after a merger."""
    successor_id = successor(repository, unit.id, day)
    cure = "Kiểm tra lại ngày, mã đơn vị, hoặc “từ”, “đến” trong tệp của đơn vị."
    if successor_id != unit.id:
        cure = f"Dùng mã của đơn vị nhận sáp nhập: {successor_id}."
    return _diagnostic(code, place, f"Đơn vị “{unit.id}”", unit, day, cure)


def branch_missing(
    code: Code,
    repository: Repository,
    record: Record,
    key: BranchKey | None,
    day: date,
    *,
    field: str = "branch",
    item: int | None = None,
) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the sub-unit that a record names is known but does not exist on the day.

    Unless its unit does not exist either: that is told of the unit.
    """
    unit = repository.units.get(key.unit) if key else None
    branch = unit.branch(key.branch) if unit and key else None
    if unit and branch and unit.exists_on(day) and not branch.covers(day):
        word = sub_unit(repository, unit.id)
        cure = f"Kiểm tra lại ngày, mã {word}, hoặc “từ”, “đến” trong {unit.file}."
        what = f"{first_upper(word)} “{branch.id}” của “{unit.id}”"
        yield _diagnostic(code, record.where(field, item), what, branch, day, cure)


def _diagnostic(code: Code, place: Place, what: str, holder: Unit | Branch, day: date, cure: str) -> Diagnostic:
    if holder.valid_to and holder.valid_to < day:
        since = vi_date(holder.valid_to + timedelta(days=1))
        found = f"{what} không còn hoạt động từ {since}, mà ở đây là ngày {vi_date(day)}."
        return code.at(place, found, cure=cure, related=[Related(holder.where("valid_to"), "ngày cuối cùng")])
    start = vi_date(holder.valid_from) if holder.valid_from else ""
    found = f"{what} chỉ hoạt động từ {start}, mà ở đây là ngày {vi_date(day)}."
    return code.at(place, found, cure=cure, related=[Related(holder.where("valid_from"), "ngày bắt đầu")])
