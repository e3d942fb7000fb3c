"""Whether a unit or a sub-unit exists on the day on which a file speaks of it, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ktgs.checks._words import sub_unit
from ktgs.language.diagnostics import Code, Diagnostic, Place, Related
from ktgs.language.text import first_upper, vi_date
from ktgs.records.keys import BranchKey
from ktgs.records.unit import Branch, Unit
from ktgs.repository.repository import Repository
from ktgs.repository.units import successor


def unit_missing(code: Code, repository: Repository, place: Place, unit_id: str, day: date) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the unit is known but does not exist on the day; it names the successor after a merger."""
    unit = repository.units.get(unit_id)
    if unit is None or unit.exists_on(day):
        return
    successor_id = successor(repository, unit_id, day)
    cure = "Kiểm tra lại ngày, mã đơn vị, hoặc “từ”, “đến” trong tệp của đơn vị."
    if successor_id != unit_id:
        cure = f"Dùng mã của đơn vị nhận sáp nhập: {successor_id}."
    yield _diagnostic(code, place, f"Đơn vị “{unit_id}”", unit, day, cure)


def branch_missing(
    code: Code, repository: Repository, place: Place, key: BranchKey | None, day: date
) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the sub-unit is known but does not exist on the day, unless its unit does not either."""
    unit = repository.units.get(key.unit) if key else None
    branch = unit.branch(key.branch) if unit and key else None
    if unit and branch and unit.exists_on(day) and not branch.covers(day):
        word = sub_unit(repository, unit.id)
        cure = f"Kiểm tra lại ngày, mã {word}, hoặc “từ”, “đến” trong {unit.file}."
        yield _diagnostic(code, place, f"{first_upper(word)} “{branch.id}” của “{unit.id}”", branch, day, cure)


def _diagnostic(code: Code, place: Place, what: str, holder: Unit | Branch, day: date, cure: str) -> Diagnostic:
    if holder.valid_to and holder.valid_to < day:
        since = vi_date(holder.valid_to + timedelta(days=1))
        found = f"{what} không còn hoạt động từ {since}, mà ở đây là ngày {vi_date(day)}."
        return code.at(place, found, cure=cure, related=[Related(holder.where("valid_to"), "ngày cuối cùng")])
    start = vi_date(holder.valid_from) if holder.valid_from else ""
    found = f"{what} chỉ hoạt động từ {start}, mà ở đây là ngày {vi_date(day)}."
    return code.at(place, found, cure=cure, related=[Related(holder.where("valid_from"), "ngày bắt đầu")])
