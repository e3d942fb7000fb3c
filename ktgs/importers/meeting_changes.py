"""News of meetings that are announced already: moved to another day, postponed, cancelled; one row a meeting."""

from __future__ import annotations

from dataclasses import replace

from ktgs.importers._schedule_columns import unit_columns
from ktgs.importers._schedule_rows import Moved, RowOfSchedule, SentSchedule
from ktgs.importers._schedule_writing import record_of
from ktgs.intake.job import Importer, Job, Whose
from ktgs.language.text import fold, join_words, vi_date
from ktgs.language.vocabulary import read_word
from ktgs.records.keys import ScheduleKey
from ktgs.records.team import Status
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.naming import place_name, unit_name
from ktgs.repository.repository import Repository
from ktgs.tables.columns import CellForm, Column, SheetRow, SheetTable

_MOVED = "dời"
_KINDS = (_MOVED, *(str(status) for status in Status))
_TOLD = 6  # days of other meetings that a message names


def columns(repository: Repository) -> tuple[Column, ...]:
    """Return the columns."""
    return (
        *unit_columns(repository),
        Column("on", "ngày đã báo", ("ngày cũ", "ngày sinh hoạt", "ngày"), form=CellForm.day),
        Column("change", "việc", ("dời, hoãn hay hủy", "thay đổi", "dời, hoãn, hủy"), words=_KINDS),
        Column("moved_to", "sang ngày", ("dời sang ngày", "ngày mới"), form=CellForm.day),
        Column("moved_at", "giờ mới", ("dời sang giờ", "sang giờ"), form=CellForm.clock),
        Column("moved_place", "địa điểm mới", ("dời sang địa điểm", "nơi mới")),
        Column("reason", "lý do", ("lý do dời",)),
        Column("reported", "ngày báo", form=CellForm.day),
        Column("month", "tháng", carries=True),
        Column("contact", "số liên hệ", ("số điện thoại", "điện thoại", "sđt", "email")),
    )


def take(job: Job, table: SheetTable) -> None:
    """Add the changes that the rows make of schedules; a row whose meeting is not sure is told."""
    sendings: dict[ScheduleKey, SentSchedule] = {}
    for row in table.rows:
        month = job.reading.month(row, "month") or job.month
        whose = job.whose(row, month)
        if whose is None or not whose.is_sure:
            continue
        scheduled = _scheduled(job, row, whose)
        line = _line(job, row, scheduled) if scheduled else None
        if scheduled and line:
            key = scheduled.key.schedule_key
            sendings.setdefault(key, SentSchedule(key, spot=row.spot, is_whole=False)).lines.append(line)
    for sending in sendings.values():
        record = record_of(job, sending)
        if record:
            job.records.append(record)
        else:
            job.same += 1


def _scheduled(job: Job, row: SheetRow, whose: Whose) -> ScheduledMeeting | None:
    """Return the meeting that a row is about: of that sub-unit, on the day as last announced."""
    told = len(job.reading.problems)
    on = job.reading.day(row, "on", job.reading.month(row, "month") or job.month)
    if on is None:
        if len(job.reading.problems) == told:
            job.reading.refuse(row.spot, "Thiếu ngày đã báo.", "Ghi ngày của buổi như đã báo.")
        return None
    every = [one for one in job.repository.meetings_by_unit.get(whose.unit, ()) if one.branch == whose.branch]
    fitting = [one for one in every if one.on == on] or [one for one in every if one.meeting.on == on]
    if len(fitting) == 1:
        return fitting[0]
    name = place_name(job.repository, whose.unit, whose.branch)
    if len(fitting) > 1:
        options = {
            one.key.meeting: f"{one.meeting.announced.at:%H:%M}, {one.meeting.announced.place}" for one in fitting
        }
        question = f"{name} có {len(fitting)} buổi ngày {vi_date(on)}: buổi nào?"
        chosen = job.choose(row.cells["on"].spot, question, options, "Báo cho Văn phòng biết buổi nào.")
        return next((one for one in fitting if one.key.meeting == chosen), None)
    days = join_words([vi_date(one.on) for one in every[-_TOLD:]])
    cure = f"Lịch gần đây có ngày {days}." if days else "Gửi lịch sinh hoạt trước."
    job.reading.refuse(row.cells["on"].spot, f"{name} không có buổi nào ngày {vi_date(on)} trong lịch.", cure)
    return None


def _line(job: Job, row: SheetRow, scheduled: ScheduledMeeting) -> RowOfSchedule | None:
    reading, told = job.reading, len(job.reading.problems)
    cell = row.get("change")
    text = fold(cell.text) if cell else _MOVED if row.get("moved_to") else ""
    status = read_word(Status, text)
    reported_on = reading.day(row, "reported") or job.received
    line = RowOfSchedule(row.spot, scheduled.branch, scheduled.key.meeting, scheduled.on)
    if status:
        if row.get("moved_to"):
            found = f"Buổi {status} thì không có ngày mới."
            reading.refuse(row.cells["moved_to"].spot, found, "Buổi có ngày mới: ghi việc là “dời”.")
        if row.get("reason"):
            name = unit_name(job.repository, scheduled.key.unit)
            job.remarks.append(f"{name}: lý do {status} không có chỗ ghi trong lịch, nên không ghi.")
        line = replace(line, status=status, status_reported=reported_on)
    elif text == _MOVED:
        to, at = reading.day(row, "moved_to", job.month), reading.clock(row, "moved_at")
        place, reason = reading.text(row, "moved_place"), reading.text(row, "reason")
        if to is None and (at or place) and "moved_to" not in row.cells:
            to = scheduled.on  # another time or place on the same day
        if to is None and len(reading.problems) == told:
            reading.refuse(row.spot, "Thiếu ngày mới của buổi dời.", "Ghi ngày mới; chưa có ngày mới thì ghi “hoãn”.")
        line = replace(line, moved=Moved(to, at, place, reported_on, reason) if to else None)
    else:
        spot = cell.spot if cell else row.spot
        reading.refuse(spot, "Chưa rõ buổi dời, hoãn hay hủy.", f"Dùng: {', '.join(_KINDS)}.")
        return None
    return line if len(reading.problems) == told else None


IMPORTER = Importer("doi-hoan-huy", "Báo dời, hoãn, hủy", columns, take)
