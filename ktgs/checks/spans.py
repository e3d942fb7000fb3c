"""What holds from a day to a day ends no earlier than it begins."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import vi_date
from ktgs.records.adjustment import Adjustment
from ktgs.records.base import Record
from ktgs.records.plan import Activity
from ktgs.records.schema import schema
from ktgs.repository.periods import Period, periods
from ktgs.source.codes import about

CODE = Code(
    "D201",
    "Ngày kết thúc trước ngày bắt đầu",
    about=about(
        "“đến” là ngày cuối cùng còn tính, nên không thể trước “từ”; hai ngày có thể trùng nhau.",
        "từ: 22/05/2020\nđến: 11/05/2020",
        "từ: 11/05/2020\nđến: 22/05/2020",
        cure="Đổi chỗ hai ngày, hoặc sửa năm.",
    ),
)
_SPANS = (("valid_from", "valid_to"), ("starts_on", "ends_on"), ("new_start", "new_end"))


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each end that lies before its start."""
    for kind, records in facts.repository.by_class.items():
        fields = schema(kind).fields
        for first, last in _SPANS:
            if first in fields and last in fields:
                for record in records:
                    yield from _ends_first(record, first, last)
    for plan in facts.repository.plans.values():
        for activity in plan.activities:
            for span in periods(facts.repository, plan, activity):
                yield from _moved_over(activity, span)


def _moved_over(activity: Activity, span: Period) -> Iterator[Diagnostic]:
    """Yield an error at a bound that a plan or an adjustment gives alone, beyond the other one in force."""
    start, end = span.starts_on, span.ends_on
    holder: Activity | Adjustment = span.adjustment or activity
    names = ("new_start", "new_end") if span.adjustment else ("starts_on", "ends_on")
    given = [name for name in names if holder.gives(name)]
    if start and end and end < start and len(given) == 1:
        found = f"{holder.key_of(given[0])}: thời gian của “{activity.id}” sẽ từ {vi_date(start)} đến {vi_date(end)}."
        yield CODE.at(holder.where(given[0]), found, cure="Sửa ngày, hoặc ghi cả hai ngày.")


def _ends_first(record: Record, first: str, last: str) -> Iterator[Diagnostic]:
    start, end = getattr(record, first), getattr(record, last)
    if start and end and end < start:
        yield CODE.at(
            record.where(last),
            f"{record.key_of(last)}: {vi_date(end)} trước “{record.key_of(first)}: {vi_date(start)}”.",
            cure="Sửa một trong hai ngày.",
            related=[Related(record.where(first), "ngày bắt đầu")],
        )
