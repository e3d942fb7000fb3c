"""What is known on a day: facts dated later are left out, as if they had not been written yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import is_not
from typing import Any, TypeVar

from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.text import vi_date
from ktgs.records.base import Record
from ktgs.records.report import Report, VisitReport
from ktgs.records.schema import schema, walk
from ktgs.records.values import UNKNOWN
from ktgs.source.codes import about

RecordT = TypeVar("RecordT", bound=Record)

FUTURE = Code(
    "D101",
    "Việc đã xảy ra lại ghi ngày sau hôm nay",
    about=about(
        "Ngày của một việc đã xảy ra (ngày nhận, ngày gửi, ngày tiến hành …) không thể sau hôm nay. Ngày dự định, hạn"
        " và ngày bắt đầu, kết thúc thì có thể.",
        "ngày nhận: 18/03/2120",
        "ngày nhận: 18/03/2020",
        cure="Kiểm tra lại ngày, nhất là năm; việc chưa xảy ra thì để trống.",
    ),
)


def _lies_after(record: Record, field: str, today: date) -> bool:
    value = getattr(record, field)
    return isinstance(value, date) and value > today


def _is_to_come(record: Record, days: Iterable[str], today: date) -> bool:
    """Return whether the days by which something is known all lie after today, of those that are given."""
    is_given = False
    for name in days:
        day = getattr(record, name)
        if day is not None:
            if not isinstance(day, date) or day <= today:
                return False
            is_given = True
    return is_given


def future_facts(record: Record, today: date) -> Iterator[Diagnostic]:
    """Yield an error for each day of a fact that lies after today, in the record and all that it holds."""
    for holder in walk(record):
        for field in schema(type(holder)).facts:
            if _lies_after(holder, field.name, today):
                found = f"“{field.key}” là {vi_date(getattr(holder, field.name))}, sau hôm nay ({vi_date(today)})."
                cure = "Sửa ngày, hoặc xóa cho đến khi việc đã diễn ra."
                yield FUTURE.at(holder.where(field.name), found, cure=cure, is_internal=not field.is_public)


def _speaks_of_later(report: VisitReport, today: date) -> bool:
    """Return whether a report that has no day of sending gives a day after today on which the meeting was held."""
    held_on = report.held_on or report.on
    return held_on is not None and held_on > today and not isinstance(report.sent_on, date)


def known(record: RecordT, today: date) -> RecordT | None:
    """Return the record as known on `today`, the same object where nothing is left out; None where it is not known."""
    if record.known_on and _lies_after(record, record.known_on, today):
        return None
    if isinstance(record, VisitReport) and _speaks_of_later(record, today):
        return None
    if isinstance(record, Report) and record.sent_on is UNKNOWN and _lies_after(record, "issued_on", today):
        record = record.replace(sent_on=None)  # nothing is sent before it is issued
    shape = schema(type(record))
    changes: dict[str, Any] = {}
    for days, fields in shape.known.items():
        if _is_to_come(record, days, today):
            changes |= {field.name: field.empty for field in fields}
    for field in shape.children:
        before = changes.get(field.name, getattr(record, field.name))
        if field.is_many:
            after = tuple([child for item in before if (child := known(item, today)) is not None])
            if len(after) != len(before) or any(map(is_not, after, before)):
                changes[field.name] = after
        elif before is not None and (child := known(before, today)) is not before:
            changes[field.name] = child
    seen: RecordT = record.replace(**changes) if changes else record
    return seen
