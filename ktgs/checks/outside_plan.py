"""What is planned under a plan lies within the time of the plan, as first said and as moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ktgs.checks._plans import is_plausible, month_after, with_plans
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.language.vocabulary import Tells
from ktgs.records.base import FileRecord, Record
from ktgs.records.plan import Plan
from ktgs.records.schedule import Schedule
from ktgs.records.schema import Field, schema, walk
from ktgs.source.codes import about

TOO_EARLY = Code(
    "D211",
    "Ngày dự định, hạn ở trước thời gian của kế hoạch",
    about=about(
        "Ngày, tháng dự định (của buổi, cuộc, đợt, kể cả khi đã dời) và hạn không thể trước khi kế hoạch bắt đầu.",
        "dời:\n  - sang ngày: 15/04/2002   # kế hoạch từ 01/01/2020 đến 31/12/2020",
        "dời:\n  - sang ngày: 15/04/2020",
        cure="Sửa ngày ghi sai, nhất là năm.",
    ),
)
TOO_LATE = Code(
    "D212",
    "Ngày dự định, hạn ở sau thời gian của kế hoạch",
    Severity.warning,
    about=about(
        "Ngày, tháng dự định (của buổi, cuộc, đợt, kể cả khi đã dời) nằm trong tháng liền sau khi kế hoạch kết thúc,"
        " hoặc hạn nằm quá một năm sau đó. Lịch của tháng ấy mà kế hoạch yêu cầu gửi thì không bị báo.",
        "dời:\n  - sang ngày: 15/01/2021   # lịch tháng 12/2020, kế hoạch đến 31/12/2020",
        "dời:\n  - sang ngày: 15/12/2020",
        cure="Sửa ngày ghi sai, nhất là năm; đúng là sang năm sau thì ghi ở kế hoạch của năm sau.",
    ),
)
ANOTHER_YEAR = Code(
    "D217",
    "Ngày dự định ở năm khác với kế hoạch",
    about=about(
        "Ngày, tháng dự định (của buổi, cuộc, đợt, kể cả khi đã dời) nằm sau khi kế hoạch kết thúc hơn một tháng, nên"
        " không còn thuộc kế hoạch ấy. Thường do gõ nhầm năm.",
        "dời:\n  - sang ngày: 15/04/2021   # kế hoạch từ 01/01/2020 đến 31/12/2020",
        "dời:\n  - sang ngày: 15/04/2020",
        cure="Sửa ngày ghi sai, nhất là năm; đúng là sang năm sau thì ghi buổi, cuộc ở kế hoạch của năm sau.",
    ),
)
_AFTERWARDS = timedelta(days=366)  # a due day may well lie after the plan's end, but not by years


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each day before its plan's time or planned in another year, a warning for others after it.

    What is put off over the New Year may lie in the month after the plan's end; the schedule of that month belongs to
    the plan that asks for it.
    """
    for plan, record in with_plans(facts.repository):
        if is_plausible(plan):
            yield from _outside(plan, record)


def _outside(plan: Plan, record: FileRecord) -> Iterator[Diagnostic]:
    for holder in walk(record):
        for field in schema(type(holder)).planned:
            value: date | Month | None = getattr(holder, field.name)
            if value is None:
                continue
            first, last = (value.first, value.last) if isinstance(value, Month) else (value, value)
            if plan.starts_on <= first and last <= plan.ends_on:
                continue
            if last < plan.starts_on:
                yield _told(TOO_EARLY, plan, holder, field)
            elif field.tells is Tells.due:
                if first > plan.ends_on + _AFTERWARDS:
                    yield _told(TOO_LATE, plan, holder, field)
            elif Month.of(first) > month_after(plan):
                yield _told(ANOTHER_YEAR, plan, holder, field)
            elif first > plan.ends_on and not _is_of_schedule(plan, record, first):
                yield _told(TOO_LATE, plan, holder, field)


def _is_of_schedule(plan: Plan, record: FileRecord, first: date) -> bool:
    """Return whether a day lies in the month of a schedule that a plan may ask for before it ends."""
    return isinstance(record, Schedule) and Month.of(first) == record.month <= month_after(plan)


def _told(code: Code, plan: Plan, holder: Record, field: Field) -> Diagnostic:
    value: date | Month = getattr(holder, field.name)
    said = value.label if isinstance(value, Month) else vi_date(value)
    end = "starts_on" if code is TOO_EARLY else "ends_on"
    return code.at(
        holder.where(field.name),
        f"{holder.key_of(field.name)}: {said} nằm {'trước' if code is TOO_EARLY else 'sau'} thời gian của kế hoạch"
        f" {plan.label}, từ {vi_date(plan.starts_on)} đến {vi_date(plan.ends_on)}.",
        cure="Sửa ngày, nhất là năm.",
        related=[Related(plan.where(end), "thời gian của kế hoạch")],
        is_internal=not field.is_public,
    )
