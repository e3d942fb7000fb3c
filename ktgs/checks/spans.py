"""What holds from a day to a day ends no earlier than it begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.checks._walk import everything
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import vi_date
from ktgs.records.adjustment import Adjustment
from ktgs.records.base import Record
from ktgs.records.person import Span
from ktgs.records.plan import Activity, Plan
from ktgs.records.unit import Unit
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


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each end that lies before its start."""
    for record in everything(facts.repository):
        first, last = ("sang từ", "sang đến") if isinstance(record, Adjustment) else ("từ", "đến")
        start, end = _days(record)
        if start and end and end < start:
            yield CODE.at(
                record.where(last),
                f"{last}: {vi_date(end)} trước “{first}: {vi_date(start)}”.",
                cure="Sửa một trong hai ngày.",
                related=[Related(record.where(first), "ngày bắt đầu")],
            )


def _days(record: Record) -> tuple[date | None, date | None]:
    match record:
        case Span() | Unit():
            return record.valid_from, record.valid_to
        case Plan() | Activity():
            return record.starts_on, record.ends_on
        case Adjustment():
            return record.new_start, record.new_end
    return None, None
