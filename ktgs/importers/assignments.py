"""Who attends which meeting of a month: one row a meeting, with one person or several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ktgs.importers._people_named import people_in
from ktgs.importers._schedule_columns import unit_columns
from ktgs.intake.job import Importer, Job, Sheeting, Whose
from ktgs.intake.outcome import WrittenFile
from ktgs.language.months import Month
from ktgs.language.text import join_words, vi_date
from ktgs.records.assignment import Assignment
from ktgs.records.keys import AssignmentKey, MeetingKey
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.marks import broken_assignment, broken_file_words
from ktgs.repository.meetings import days_announced, is_off
from ktgs.repository.naming import branch_name, meeting_name, person_name, place_name, unit_name
from ktgs.repository.repository import Repository
from ktgs.tables.cells import Spot
from ktgs.tables.columns import CellForm, Column, SheetRow, SheetTable
from ktgs.writing.editing import Append


@dataclass
class _Month:
    """What a table says of one month's assignment."""

    key: AssignmentKey
    spot: Spot
    issued_on: date | None = None
    number: str | None = None
    items: dict[tuple[MeetingKey, str], date | None] = field(default_factory=dict)
    is_sure: bool = True


def columns(repository: Repository) -> tuple[Column, ...]:
    """Return the columns in the order of the sheet that is sent out."""
    people = "cán bộ được phân công; nhiều người thì cách nhau dấu ;"
    return (
        *unit_columns(repository),
        Column("on", "ngày", ("ngày sinh hoạt",), form=CellForm.day, about="ngày của buổi như trong lịch"),
        Column("at", "giờ", ("giờ sinh hoạt",), form=CellForm.clock, about="giờ của buổi"),
        Column(
            "people", "cán bộ", ("cán bộ dự", "người dự", "người được phân công", "phân công", "họ tên"), about=people
        ),
        Column("assigned_on", "ngày phân công", form=CellForm.day, about="nếu phân công sau ngày ban hành"),
        Column("issued_on", "ngày ban hành", carries=True, form=CellForm.day, about="ngày ban hành bản phân công"),
        Column("number", "số ký hiệu", ("số", "số, ký hiệu"), carries=True, about="số, ký hiệu của bản phân công"),
        Column("month", "tháng", carries=True, is_sent=False),
        Column("place", "địa điểm", is_sent=False),
        Column("content", "nội dung", is_sent=False),
    )


def take(job: Job, table: SheetTable) -> None:
    """Add the assignments that the rows make; a month with a row that cannot be read is left as it is, and told."""
    months: dict[AssignmentKey, _Month] = {}
    for row in table.rows:
        month = job.month_of(row)
        whose = job.whose(row, month) if month else None
        plan = job.plan_of(month, row.spot) if month and whose else None
        if month is None or whose is None or plan is None or "people" not in row.own:
            continue
        key = AssignmentKey(plan.id, month)
        of_month = months.setdefault(key, _Month(key, row.spot))
        told = len(job.reading.problems)
        _read(job, row, whose, of_month)
        of_month.is_sure = of_month.is_sure and whose.is_sure and len(job.reading.problems) == told
    for of_month in months.values():
        _record(job, of_month)


def _read(job: Job, row: SheetRow, whose: Whose, of_month: _Month) -> None:
    month = of_month.key.month
    of_month.issued_on = of_month.issued_on or job.reading.day(row, "issued_on")
    of_month.number = of_month.number or job.reading.text(row, "number")
    meeting = _meeting(job, row, whose, month) if whose.is_sure else None
    assigned_on = job.reading.day(row, "assigned_on")
    people = people_in(job, row, "people")
    if meeting:
        of_month.items |= {(meeting.key, person): assigned_on for person in people}


def _meeting(job: Job, row: SheetRow, whose: Whose, month: Month) -> ScheduledMeeting | None:
    """Return the meeting of the month's schedule that a row is about; None where it is not sure, which is told."""
    told = len(job.reading.problems)
    on, at = job.reading.day(row, "on", month), job.reading.clock(row, "at")
    if len(job.reading.problems) > told:
        return None
    every = [one for one in job.repository.meetings_by_unit.get(whose.unit, ()) if one.key.month == month]
    ours = [one for one in every if one.branch == whose.branch]
    fitting = [one for one in ours if on is None or on == one.on] or [
        one for one in ours if on in days_announced(one.meeting)
    ]
    if len(fitting) > 1 and at:
        fitting = [one for one in fitting if at == one.meeting.announced.at] or fitting
    if len(fitting) == 1:
        return fitting[0]
    spot, name = row.cells["on" if on else "unit"].spot, place_name(job.repository, whose.unit, whose.branch)
    if not fitting:
        days = join_words([vi_date(one.on) for one in ours])
        when = f" ngày {vi_date(on)}" if on else ""
        cure = f"Lịch có ngày {days}." if days else "Nhập lịch sinh hoạt trước."
        job.reading.refuse(spot, f"{name} không có buổi nào{when} trong lịch tháng {month.label}.", cure)
        return None
    options = {one.key.meeting: f"{vi_date(one.on)} {one.meeting.announced.at:%H:%M}" for one in fitting}
    question = f"{name} có {len(fitting)} buổi: buổi nào?"
    chosen = job.choose(spot, question, options, "Ghi ngày và giờ của buổi.")
    return next((one for one in fitting if one.key.meeting == chosen), None)


def _record(job: Job, of_month: _Month) -> None:
    key, repository = of_month.key, job.repository
    title = f"Phân công tháng {key.month.label}"
    if mark := broken_assignment(repository, key):
        job.reading.refuse(of_month.spot, f"Không ghi được: {broken_file_words(mark)}.", "Sửa tệp trước.")
    elif not of_month.is_sure:
        job.remarks.append(f"{title} chưa được ghi: có dòng chưa đọc được (xem trên).")
    elif there := repository.assignments.get(key):
        known = {(item.meeting, item.person) for item in there.items}
        new = {pair: on for pair, on in of_month.items.items() if pair not in known}
        if new:
            changes = (Append(("phân công",), _items(new, job.received)),)
            job.records.append(WrittenFile(Assignment, there.file, title, _told(repository, new), changes=changes))
        else:
            job.same += 1
    elif of_month.issued_on is None:
        cure = "Ghi “Ngày ban hành: …” ở trên bảng hoặc thành một cột."
        job.reading.refuse(of_month.spot._replace(row=0), f"{title}: thiếu ngày ban hành.", cure)
    else:
        values = {
            "tháng": key.month,
            "số ký hiệu": of_month.number,
            "ngày ban hành": of_month.issued_on,
            "phân công": _items(of_month.items, None),
        }
        path = Assignment.path.format(year=repository.plans[key.plan].parts["year"], plan=key.plan, id=key.month)
        job.records.append(WrittenFile(Assignment, f"data/{path}", title, _told(repository, of_month.items), values))


def _items(items: dict[tuple[MeetingKey, str], date | None], otherwise: date | None) -> list[dict[str, Any]]:
    """Return the items; those added to a paper that was issued already carry the day on which they were."""
    return [
        {"buổi": meeting.own, "cán bộ": person, "ngày phân công": on or otherwise}
        for (meeting, person), on in items.items()
    ]


def _told(repository: Repository, items: dict[tuple[MeetingKey, str], date | None]) -> tuple[str, ...]:
    told = []
    for key, person in items:
        meeting = repository.meetings[key]
        told.append(f"{meeting_name(repository, meeting)}, {vi_date(meeting.on)}: {person_name(repository, person)}")
    return tuple(told)


def rows(sheeting: Sheeting) -> Iterator[dict[str, Any]]:
    """Yield a row for each person assigned to a meeting of the month, and for each meeting without."""
    repository, month = sheeting.repository, sheeting.month
    assert month is not None
    key, units = AssignmentKey(sheeting.plan, month), {unit.id for unit in sheeting.units()}
    there = None if sheeting.is_empty else repository.assignments.get(key)
    paper = {"issued_on": there.issued_on, "number": there.document_number} if there else {}
    items = there.items if there else ()
    assigned = {item.meeting for item in items}
    left = [
        one for one in repository.meetings_by_month.get(key, ()) if one.key not in assigned and not is_off(one.meeting)
    ]
    for item in items:
        scheduled = repository.meetings.get(item.meeting)
        if scheduled and scheduled.key.unit in units:
            person = {"people": person_name(repository, item.person), "assigned_on": item.assigned_on}
            yield {**_row(repository, scheduled), **person, **paper}
    yield from ({**_row(repository, one), **paper} for one in left if one.key.unit in units)


def _row(repository: Repository, scheduled: ScheduledMeeting) -> dict[str, Any]:
    return {
        "unit": unit_name(repository, scheduled.key.unit),
        "branch": branch_name(repository, scheduled.branch) if scheduled.branch else None,
        "on": scheduled.on,
        "at": scheduled.meeting.announced.at,
    }


IMPORTER = Importer("phan-cong", "Phân công", columns, take, rows)
