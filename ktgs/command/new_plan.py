"""What `ktgs new ke-hoach --from OLD --year Y` does: it writes the draft, and says what to do next with both plans."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from ktgs.command.asking import PROBLEMS, complain, say
from ktgs.command.usage import quoted
from ktgs.facts.facts import Facts
from ktgs.language.text import nearest_id, perhaps, vi_date, vi_number
from ktgs.records.days import YEARS
from ktgs.records.ids import read_id
from ktgs.records.plan import Plan
from ktgs.starting.closing import Closing, closing
from ktgs.starting.next_year import NextYear, next_year, proposed_id
from ktgs.writing.saving import save


def carried_over(facts: Facts, root: Path, old: str, year: int, new_id: str | None) -> int:
    """Write the draft of a plan for a year and say what to do next; return the exit code. The id is asked for."""
    plan = find_plan(facts, old)
    if new_id is None and sys.stdin.isatty():
        new_id = click.prompt("Mã kế hoạch mới", default=proposed_id(plan, year))
    made = draft(facts, root, plan, year, new_id)
    try:
        save(root / made.file, made.text.encode())
    except OSError as error:
        complain(f"Không ghi được {made.file}: {error.strerror}.")
        return PROBLEMS
    say(told(facts, plan, made))
    return 0


def find_plan(facts: Facts, asked: str) -> Plan:
    """Return the plan of that id; refuse one that is not there, and a draft."""
    plans = facts.repository.plans
    if plan := plans.get(asked):
        return plan
    known = f"Có: {', '.join(sorted(plans))}." if plans else "Chưa có kế hoạch nào đọc được; chạy ktgs check."
    raise click.UsageError(f"Không có kế hoạch {quoted([asked])}. {perhaps(nearest_id(asked, plans), known)}")


def draft(facts: Facts, root: Path, plan: Plan, year: int, plan_id: str | None) -> NextYear:
    """Return the draft of the plan for a year; refuse an id or a year that cannot be, and a file that is there."""
    if year not in YEARS or year <= plan.starts_on.year:
        raise click.UsageError(f"Năm {year} phải sau năm của kế hoạch cũ, {plan.starts_on.year}.")
    new_id = plan_id or proposed_id(plan, year)
    try:
        read_id(new_id)
    except PydanticCustomError as refusal:
        words = refusal.context or {}
        raise click.UsageError(f"{words['found']} {words['cure']}") from None
    taken = {*facts.repository.plans, *(other.id for other in facts.repository.drafts)}
    if new_id in taken:
        raise click.UsageError(f"Đã có kế hoạch {quoted([new_id])}. Đặt mã khác bằng --id.")
    made = next_year(plan, (root / plan.file).read_bytes().decode(), year, new_id)
    if (root / made.file).parent.exists():
        raise click.UsageError(f"Đã có {(root / made.file).parent}. Đặt mã khác bằng --id.")
    return made


def told(facts: Facts, plan: Plan, made: NextYear) -> str:
    """Return what was made, what is to be decided, and the steps that close the old plan's year."""
    lines = [f"Đã lập dự thảo {made.file}.", "", "Còn phải quyết định (dòng “cần quyết định”):"]
    lines += _numbered(made.to_decide)
    lines += ["", "Tiếp theo với dự thảo:"]
    lines += _numbered(_next(facts, made))
    lines += ["", f"Khóa sổ kế hoạch cũ ({plan.label}), khi hết năm:"]
    lines += _numbered(_steps(closing(facts, plan), plan))
    return "\n".join(lines) + "\n"


def _numbered(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {number}. {line}" for number, line in enumerate(lines, 1))


def _next(facts: Facts, made: NextYear) -> Iterator[str]:
    yield "Sửa tệp theo từng điều trên; xong điều nào thì xóa mục ấy."
    if str(made.year) not in {calendar.id for calendar in facts.repository.calendar_years}:
        yield f"Thêm data/calendar/{made.year}.yml: năm ấy chưa có lịch ngày nghỉ."
    yield "Ban hành rồi thì xóa dòng “dự thảo” và chạy ktgs check: từ đó kế hoạch được theo dõi."


def _steps(left: Closing, plan: Plan) -> Iterator[str]:
    if plan.closed_on:
        yield f"Đã khóa sổ từ ngày {vi_date(plan.closed_on)}."
        return
    if left.open:
        counts = "; ".join(f"{state.value.lower()}: {vi_number(count)}" for state, count in left.open)
        yield f"Làm nốt hoặc ghi nốt những việc còn mở ({counts}). Xem: ktgs due --open."
    else:
        yield "Không còn việc nào mở."
    yield "Việc được phép không làm thì ghi một quyết định miễn; việc được lùi hạn thì ghi gia hạn."
    if left.staying:
        yield f"{vi_number(left.staying)} kiến nghị còn mở không mất: trang của kế hoạch mới liệt kê tiếp."
    if left.closes_on:
        yield (
            f"Từ ngày {vi_date(left.closes_on)}, sau hạn cuối cùng, thêm vào {plan.file} dòng"
            f" “ngày khóa sổ: {vi_date(left.closes_on)}”: việc còn dở thành “Không thực hiện”."
        )
