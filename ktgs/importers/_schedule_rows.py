"""Rows of a table of schedules as what they say: a meeting, its moves, or that none is held."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from ktgs.intake.job import Job
from ktgs.language.text import bare, fold, join_words
from ktgs.language.vocabulary import choices, read_word
from ktgs.records.keys import BranchKey, ScheduleKey
from ktgs.records.team import Status
from ktgs.records.values import UNKNOWN, Unknown
from ktgs.repository.naming import branch_name
from ktgs.tables.cells import Spot
from ktgs.tables.columns import SheetRow
from ktgs.tables.values import in_month

_NONE = frozenset({"khong", "khong sinh hoat", "khong to chuc", "khong to chuc sinh hoat"})  # in the place of a day


@dataclass(frozen=True)
class Moved:
    """A move as a row tells it."""

    to: date
    at: time | None = None
    place: str | None = None
    reported_on: date | None = None
    reason: str | None = None


@dataclass(frozen=True)
class RowOfSchedule:
    """What one row says of one sub-unit, or of the unit itself. `on` is None where no meeting is told of."""

    spot: Spot
    branch: BranchKey | None
    id: str | None = None
    on: date | None = None
    at: time | None = None
    place: str | None = None
    content: str | None = None
    moved: Moved | None = None
    status: Status | None = None
    status_reported: date | None = None
    took_place: bool | None = None
    is_none: bool = False
    reason: str | None = None
    amendment: tuple[date, str | None, bool] | None = None


@dataclass
class SentSchedule:
    """What a table holds of one unit's month."""

    key: ScheduleKey
    lines: list[RowOfSchedule] = field(default_factory=list)
    spot: Spot = field(default_factory=Spot)
    received: date | Unknown | None = None
    incomplete: bool = False
    contact_given: bool | None = None
    is_whole: bool = True  # it tells of every meeting of the month

    def note(self, row: SheetRow) -> None:
        """Remember where the unit first stands, and that contact details were given with a row."""
        self.spot = self.spot if self.spot.row else row.spot
        if any(cell.has_contact for cell in row.cells.values()) or "contact" in row.cells:
            contact = row.cells.get("contact")
            if contact is None or contact.has_contact or fold(contact.text) == "có":
                self.contact_given = True


def read_line(job: Job, row: SheetRow, sending: SentSchedule, branch: BranchKey | None) -> RowOfSchedule | None:
    """Return what a row says of a sub-unit or the unit; None where it cannot be read, which is told."""
    reading, told = job.reading, len(job.reading.problems)
    _read_sending(job, row, sending)
    values: dict[str, Any] = {"spot": row.spot, "branch": branch, "id": reading.id(row, "id")}
    values["reason"] = reading.text(row, "reason")
    if _is_none(job, row):
        return RowOfSchedule(**values, is_none=True) if len(reading.problems) == told else None
    values |= _meeting(job, row, sending.key)
    values |= {"moved": _moved(job, row), "took_place": reading.yes(row, "took_place")}
    values |= {"status": _status(job, row), "status_reported": reading.day(row, "status_reported")}
    if amended := reading.day(row, "amended_on"):
        values["amendment"] = (amended, reading.text(row, "amendment"), bool(reading.yes(row, "amended_fully")))
    line = RowOfSchedule(**values)
    if len(reading.problems) == told:
        _refuse_half(job, row, line)
    return line if len(reading.problems) == told else None


def _read_sending(job: Job, row: SheetRow, sending: SentSchedule) -> None:
    cell = row.get("received")
    if cell is not None and sending.received is None:
        sending.received = UNKNOWN if fold(cell.text) == UNKNOWN.value else job.reading.day(row, "received")
    sending.incomplete = sending.incomplete or bool(job.reading.yes(row, "incomplete"))
    if sending.contact_given is None:
        sending.contact_given = job.reading.yes(row, "contact_given")


def _is_none(job: Job, row: SheetRow) -> bool:
    """Return whether the row says that nothing is held: in its own column, or in words in the place of a day."""
    if cell := row.get("no_meeting"):
        return bare(cell.text) == "khong sinh hoat" or job.reading.yes(row, "no_meeting") is True
    told = next((cell for name in ("on", "when", "content") if (cell := row.get(name))), None)
    return told is not None and bare(told.text) in _NONE


def _meeting(job: Job, row: SheetRow, key: ScheduleKey) -> dict[str, Any]:
    reading = job.reading
    on, at = reading.day_and_clock(row, "when", key.month)
    on = reading.day(row, "on", key.month) if row.get("on") else on
    at = reading.clock(row, "at") if row.get("at") else at
    if on and not in_month(reading, row.cells["on" if row.get("on") else "when"].spot, on, key.month):
        on = None
    return {"on": on, "at": at, "place": reading.text(row, "place"), "content": reading.text(row, "content")}


def _moved(job: Job, row: SheetRow) -> Moved | None:
    if row.get("moved_to") is None:
        return None
    reading = job.reading
    to = reading.day(row, "moved_to")
    at, place = reading.clock(row, "moved_at"), reading.text(row, "moved_place")
    reported_on = reading.day(row, "move_reported") or job.received
    return Moved(to, at, place, reported_on, reading.text(row, "move_reason")) if to else None


def _status(job: Job, row: SheetRow) -> Status | None:
    text = job.reading.text(row, "status")
    status = read_word(Status, text) if text else None
    if text and status is None:
        cell = row.cells["status"]
        job.reading.refuse(
            cell.spot, f"Không đọc được trạng thái {cell.quoted}.", f"Dùng: {', '.join(choices(Status))}."
        )
    return status


def _refuse_half(job: Job, row: SheetRow, line: RowOfSchedule) -> None:
    """Refuse a meeting of which something is missing that a schedule must say."""
    says_of_meeting = line.on or line.at or line.place or line.content
    if not says_of_meeting and (line.id or line.amendment):  # more on a meeting told elsewhere, or on the sending
        return
    given = {"ngày": line.on, "giờ": line.at, "địa điểm": line.place}
    if lacking := [word for word, value in given.items() if not value]:
        whose = f" của {branch_name(job.repository, line.branch)}" if line.branch else ""
        job.reading.refuse(row.spot, f"Buổi{whose} thiếu {join_words(lacking)}.", "Điền rồi nhập lại.")
