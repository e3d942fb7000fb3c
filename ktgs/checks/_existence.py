"""Whether a unit or a branch exists on the day on which a file speaks of it, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ktgs.language.diagnostics import Code, Diagnostic, Place, Related
from ktgs.language.text import vi_date
from ktgs.records.unit import Branch, Unit
from ktgs.repository.index import Repository


def unit_missing(code: Code, repository: Repository, place: Place, unit_id: str, day: date) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the unit is known but does not exist on the day; it names the successor after a merger."""
    unit = repository.units.get(unit_id)
    if unit is None or unit.exists_on(day):
        return
    successor = repository.successor(unit_id, day)
    cure = "Kiểm tra lại ngày, mã đơn vị, hoặc “từ”, “đến” trong tệp của đơn vị."
    if successor != unit_id:
        cure = f"Dùng mã của đơn vị nhận sáp nhập: {successor}."
    yield _diagnostic(code, place, f"Đơn vị “{unit_id}”", unit, day, cure)


def branch_missing(
    code: Code, repository: Repository, place: Place, unit_id: str, branch_id: str | None, day: date
) -> Iterator[Diagnostic]:
    """Yield a diagnostic if the branch is known but does not exist on the day, unless its unit does not either."""
    unit = repository.units.get(unit_id)
    branch = unit.branch(branch_id) if unit and branch_id else None
    if unit and branch and unit.exists_on(day) and not branch.covers(day):
        cure = f"Kiểm tra lại ngày, mã chi đoàn, hoặc “từ”, “đến” trong {unit.file}."
        yield _diagnostic(code, place, f"Chi đoàn “{branch_id}” của “{unit_id}”", branch, day, cure)


def _diagnostic(code: Code, place: Place, what: str, holder: Unit | Branch, day: date, cure: str) -> Diagnostic:
    if holder.valid_to and holder.valid_to < day:
        since = vi_date(holder.valid_to + timedelta(days=1))
        found = f"{what} không còn hoạt động từ {since}, mà ở đây là ngày {vi_date(day)}."
        return code.at(place, found, cure=cure, related=[Related(holder.where("valid_to"), "ngày cuối cùng")])
    start = vi_date(holder.valid_from) if holder.valid_from else ""
    found = f"{what} chỉ hoạt động từ {start}, mà ở đây là ngày {vi_date(day)}."
    return code.at(place, found, cure=cure, related=[Related(holder.where("valid_from"), "ngày bắt đầu")])
