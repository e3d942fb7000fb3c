"""The draft of a plan for another year: dates moved, all else as it was, and a list of what must be decided anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ktgs.language.months import Month, add_months
from ktgs.language.text import vi_date
from ktgs.records.base import Record
from ktgs.records.plan import Activity, Plan
from ktgs.records.schema import schema
from ktgs.writing.editing import Change, Delete, Put, edit

_OF_THE_OLD_PAPER = ("document_number", "sent_on", "closed_on")  # what the new one does not have yet
_LISTED_LINES = 10


@dataclass(frozen=True)
class NextYear:
    """A plan carried over into a year: the file to be, and what somebody must decide before it is issued."""

    id: str
    year: int
    file: str
    text: str
    to_decide: tuple[str, ...]


def proposed_id(plan: Plan, year: int) -> str:
    """Return the id that the plan of that year has where none is asked for."""
    return f"{plan.id.removesuffix(f'-{plan.starts_on.year}')}-{year}"


def next_year(plan: Plan, text: str, year: int, plan_id: str) -> NextYear:
    """Return the draft that carries a plan, whose file has the text, into the year in which it is to begin.

    Refuses (ValueError) a year that is not after that of the plan.
    """
    years = year - plan.starts_on.year
    if years < 1:
        raise ValueError(f"{plan.id} begins in {plan.starts_on.year}")
    matters = tuple(_to_decide(plan, years))
    given = [name for name in _OF_THE_OLD_PAPER if plan.gives(name)]
    changes: list[Change] = [Delete((plan.key_of(name),)) for name in given]
    changes += [Put(path, value) for path, value in _moved(plan, years)]
    changes += [Put((_key(Plan, "is_draft"),), True), Put((_key(Plan, "to_decide"),), matters)]
    file = f"data/{Plan.path.format(year=year, id=plan_id)}"
    return NextYear(plan_id, year, file, edit(Plan, text, changes), matters)


def _key(kind: type[Record], name: str) -> str:
    return schema(kind).fields[name].key


def _moved(plan: Plan, years: int) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield where each day and month of the plan stands, with the one of the new year."""
    yield (plan.key_of("issued_on"),), _same_weekday(plan.issued_on, years)
    for name in ("starts_on", "ends_on"):
        yield (plan.key_of(name),), _same_day(getattr(plan, name), years)
    for index, topic in enumerate(plan.topics):
        for name in ("valid_from", "valid_to"):
            if day := getattr(topic, name):
                yield (plan.key_of("topics"), index, topic.key_of(name)), _same_day(day, years)
    for index, activity in enumerate(plan.activities):
        for name, value in _time(activity, years).items():
            yield (plan.key_of("activities"), index, activity.key_of(name)), value


def _time(activity: Activity, years: int) -> dict[str, Any]:
    """Return the days or the month that an activity gives, in the new year: of a round the same weekdays."""
    if activity.month:
        return {"month": Month(activity.month.year + years, activity.month.number)}
    days = {name: day for name in ("starts_on", "ends_on") if (day := getattr(activity, name))}
    if not activity.is_round:
        return {name: _same_day(day, years) for name, day in days.items()}
    first = next(iter(days.values()))
    by = _same_weekday(first, years) - first
    return {name: day + by for name, day in days.items()}


def _same_day(day: date, years: int) -> date:
    """Return the same day of the month, 28 February for the 29th where there is none."""
    return add_months(day, 12 * years)


def _same_weekday(day: date, years: int) -> date:
    """Return the day of the same weekday that is nearest to the same day of the month."""
    moved = _same_day(day, years)
    ahead = (day.weekday() - moved.weekday()) % 7
    return moved + timedelta(days=ahead if ahead <= 3 else ahead - 7)


# -- what must be decided anew -----------------------------------------------------------------------------------------


def _to_decide(plan: Plan, years: int) -> Iterator[str]:
    """Yield what somebody must decide or look at again, each as one line of the plan."""
    yield "Số ký hiệu của kế hoạch mới"
    yield f"Ngày ban hành: tạm ghi {vi_date(_same_weekday(plan.issued_on, years))}"
    yield f"Người ký: còn là {plan.signatory}"
    if plan.parent_plan:
        yield f"Thuộc kế hoạch: còn là {plan.parent_plan}"
    for activity in plan.activities:
        if activity.is_round:
            yield f"{activity.name}: {_when(activity, years)}{_how_many(activity)}; xem lại thời gian, nội dung"
    year = str(plan.starts_on.year)
    for where, text in _texts(plan):
        if _mentions(text, year):
            yield f"{where}: lời văn còn nhắc năm {year}"
    if lines := [number for number, line in enumerate(plan.body.split("\n"), 1) if _mentions(line, year)]:
        at = ", ".join(map(str, lines[:_LISTED_LINES])) + (" …" if len(lines) > _LISTED_LINES else "")
        yield f"Lời văn dưới phần khai báo: {len(lines)} dòng còn nhắc năm {year} (dòng thứ {at})"


def _when(activity: Activity, years: int) -> str:
    moved = _time(activity, years)
    if activity.month:
        return f"tháng {moved['month'].label}"
    return f"từ {vi_date(moved['starts_on'])} đến {vi_date(moved['ends_on'])}"


def _how_many(activity: Activity) -> str:
    return f", {activity.quota} đơn vị" if activity.quota else ""


def _texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield what the plan says in words, outside its text, and how people find it."""
    yield "Trích yếu", plan.subject_line
    for number, text in enumerate(plan.legal_basis, 1):
        yield f"Căn cứ thứ {number}", text
    for topic in plan.topics:
        yield f"Chủ đề {topic.id}", topic.name
    for activity in plan.activities:
        yield f"Hoạt động {activity.id}", f"{activity.name}; {activity.content or ''}"


def _mentions(text: str, year: str) -> bool:
    return re.search(rf"(?<!\d){year}(?!\d)", text) is not None
