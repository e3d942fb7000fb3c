"""The schedule that a sending makes: a new one, or what it adds to the one that is there; nothing is taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, time
from itertools import count
from typing import Any

from ktgs.importers._schedule_matching import matched
from ktgs.importers._schedule_rows import Moved, RowOfSchedule, SentSchedule
from ktgs.intake.job import Job
from ktgs.intake.outcome import WrittenFile
from ktgs.language.text import VietnameseKey, first_upper, fold, join_words, vi_date, vietnamese_key
from ktgs.records.keys import BranchKey
from ktgs.records.schedule import Meeting, Schedule
from ktgs.repository.naming import branch_name, unit_name
from ktgs.repository.units import sub_unit_word
from ktgs.writing.editing import Append, Change, Put


def record_of(job: Job, sending: SentSchedule) -> WrittenFile | None:
    """Return the new schedule or the changes of the one that is there, None where it says all that already."""
    key = sending.key
    plan = job.repository.plans[key.plan]
    there = job.repository.schedules.get(key)
    path = {"year": plan.parts["year"], "plan": key.plan, "month": key.month, "id": key.unit}
    file = there.file if there else f"data/{Schedule.path.format(**path)}"
    title = f"Lịch sinh hoạt tháng {key.month.label}, {unit_name(job.repository, key.unit)}"
    writer = _Writer(job, sending, there)
    if there is None:
        values = writer.values()
        return WrittenFile(Schedule, file, title, tuple(writer.told), values) if values else None
    changes = writer.changes(there)
    return WrittenFile(Schedule, file, title, tuple(writer.told), changes=tuple(changes)) if changes else None


class _Writer:
    """Puts one sending into words of the record, and tells what it puts."""

    def __init__(self, job: Job, sending: SentSchedule, there: Schedule | None) -> None:
        self.job, self.sending, self.told = job, sending, list[str]()
        self.word = sub_unit_word(job.repository, sending.key.unit)
        self.lines = [line for line in sending.lines if not line.is_none]
        self.without = [line for line in sending.lines if line.is_none and line.branch]
        self.meetings = [line for line in self.lines if line.on is not None]

    # -- a new schedule -------------------------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """Return the values of a new schedule."""
        sending, ids = self.sending, _free_ids(line.id for line in self.meetings)
        meetings = {}
        for line in sorted(self.meetings, key=_order):
            if line.id in meetings:
                self.job.reading.refuse(line.spot, f"Mã “{line.id}” đã dùng cho buổi khác.", "Sửa mã, hoặc bỏ trống.")
            meetings[line.id or next(ids)] = line
        rows = [{"mã": id, **self._meeting(line, self._moves(line))} for id, line in meetings.items()]
        return {
            "đơn vị": sending.key.unit,
            "tháng": sending.key.month,
            "ngày nhận": sending.received or self.job.received,
            "chưa đủ": sending.incomplete or None,
            "bổ sung": self._amendments(()),
            "có số liên hệ": sending.contact_given,
            "buổi": rows,
            "không sinh hoạt": [self._no_meeting(line) for line in self.without],
        }

    def _meeting(self, line: RowOfSchedule, moves: Sequence[Moved]) -> dict[str, Any]:
        self.told.append(f"{self._who(line.branch)}: {_when(line.on, line.at)}, {line.place}")
        return {
            "ngày": line.on,
            "giờ": line.at,
            "địa điểm": line.place,
            self.word or "đơn vị trực thuộc": line.branch.branch if line.branch else None,
            "nội dung": line.content,
            "dời": [self._move(line, moved) for moved in moves],
            **self._status(line),
            "đã diễn ra": line.took_place,
        }

    def _moves(self, line: RowOfSchedule) -> list[Moved]:
        """Return the moves that the line and those that go on with its meeting tell."""
        more = [
            other for other in self.lines if other is line or (other.on is None and line.id and other.id == line.id)
        ]
        return [other.moved for other in more if other.moved]

    def _move(self, line: RowOfSchedule, moved: Moved) -> dict[str, Any]:
        where = f", {moved.place}" if moved.place else ""
        self.told.append(f"{self._who(line.branch)}: dời sang {_when(moved.to, moved.at)}{where}")
        return {
            "sang ngày": moved.to,
            "giờ": moved.at,
            "địa điểm": moved.place,
            "ngày báo": moved.reported_on,
            "lý do": moved.reason,
        }

    def _status(self, line: RowOfSchedule) -> dict[str, Any]:
        if line.status is None:
            return {}
        self.told.append(f"{self._who(line.branch)}: {line.status}")
        return {"trạng thái": line.status, "ngày báo": line.status_reported or self.job.received}

    def _no_meeting(self, line: RowOfSchedule) -> dict[str, Any]:
        self.told.append(f"{self._who(line.branch)}: không sinh hoạt")
        branch = line.branch.branch if line.branch else None
        return {self.word or "đơn vị trực thuộc": branch, "lý do": line.reason}

    def _amendments(self, recorded: Sequence[tuple[date, str | None]]) -> list[dict[str, Any]]:
        rows = [line.amendment for line in self.lines if line.amendment]
        new = [row for row in rows if (row[0], row[1]) not in recorded]
        return [{"ngày nhận": on, "nội dung": content, "đủ": full or None} for on, content, full in new]

    # -- a schedule that is there ---------------------------------------------------------------------------------

    def changes(self, there: Schedule) -> list[Change]:
        """Return what the sending adds to the schedule; a later meeting or its lack comes as a supplement."""
        found = matched(self.job, self.meetings, there.meetings)
        if found is None:
            return []
        changes: list[Change] = []
        for line, meeting in zip(self.meetings, found, strict=True):
            if meeting is not None:
                changes += self._changed(there, meeting, line)
        changes += self._continued(there)
        new = [line for line, meeting in zip(self.meetings, found, strict=True) if meeting is None]
        ids = _free_ids([*(meeting.id for meeting in there.meetings), *(line.id for line in new)])
        added = [
            {"mã": line.id or next(ids), **self._meeting(line, self._moves(line))} for line in sorted(new, key=_order)
        ]
        without = [line for line in self.without if line.branch not in {row.branch for row in there.no_meeting}]
        supplements = self._amendments([(row.received_on, row.content) for row in there.amendments])
        if (new or without) and not supplements:
            supplements = [{"ngày nhận": self.job.received, "nội dung": self._supplement(new, without)}]
        lists = {"bổ sung": supplements, "buổi": added, "không sinh hoạt": [self._no_meeting(row) for row in without]}
        changes += [Append((name,), items) for name, items in lists.items() if items]
        if self.sending.contact_given and not there.contact_given:
            changes.append(Put(("có số liên hệ",), True))
            self.told.append("Có số liên hệ")
        self._tell_left_out(there, found)
        self._tell_held_after_all(there, new)
        return changes

    def _changed(self, there: Schedule, meeting: Meeting, line: RowOfSchedule) -> Iterator[Change]:
        path = ("buổi", there.meetings.index(meeting))
        moves = [moved for moved in self._moves(line) if not _is_recorded(meeting, moved)]
        if not self._moves(line) and (moved := self._implied_move(meeting, line)):
            moves = [moved]
        if moves:
            yield Append((*path, "dời"), [self._move(line, moved) for moved in moves])
        if line.status and line.status is not meeting.status:
            for name, value in self._status(line).items():
                yield Put((*path, name), value)
        if line.took_place is not None and line.took_place != meeting.took_place:
            yield Put((*path, "đã diễn ra"), line.took_place)
        if line.content and meeting.content is None:
            yield Put((*path, "nội dung"), line.content)
        elif line.content and fold(line.content) != fold(meeting.content or ""):
            self.job.remarks.append(
                f"{line.spot}: nội dung buổi của {self._who(line.branch)} khác với đã ghi; giữ như đã ghi."
            )

    def _implied_move(self, meeting: Meeting, line: RowOfSchedule) -> Moved | None:
        """Return the move that another day, time or place means; what was announced earlier means none."""
        last = meeting.announced
        if line.on is None or (meeting.moves and (line.on, line.at) == (meeting.on, meeting.at)):
            return None
        if line.on in (move.to for move in meeting.moves[:-1]):
            return None
        at = line.at if line.at and line.at != last.at else None
        place = line.place if line.place and fold(line.place) != fold(last.place) else None
        if line.on == last.on and not at and not place:
            return None
        return Moved(line.on, at, place, self.job.received, line.reason)

    def _continued(self, there: Schedule) -> Iterator[Change]:
        """Yield what lines tell of a recorded meeting by its id alone."""
        told = {line.id for line in self.meetings}
        for line in self.lines:
            if line.on is not None or line.id is None or line.id in told:
                continue
            meeting = there.meeting(line.id)
            if meeting is None:
                self.job.reading.refuse(line.spot, f"Lịch không có buổi mã “{line.id}”.", "Sửa mã.")
            else:
                yield from self._changed(there, meeting, line)

    def _supplement(self, new: Sequence[RowOfSchedule], without: Sequence[RowOfSchedule]) -> str:
        added = [f"buổi của {self._who(line.branch)} ngày {vi_date(line.on)}" for line in new if line.on]
        left = [f"{self._who(line.branch)} không sinh hoạt" for line in without]
        parts = [f"thêm {join_words(added)}"] if added else []
        return first_upper("; ".join([*parts, *left]))

    def _tell_left_out(self, there: Schedule, found: Sequence[Meeting | None]) -> None:
        ids = {meeting.id for meeting in found if meeting} | {line.id for line in self.lines}
        for meeting in there.meetings:
            if meeting.id not in ids and self.meetings and self.sending.is_whole:
                who, on = self._who(meeting.branch), vi_date(meeting.announced.on)
                name = unit_name(self.job.repository, self.sending.key.unit)
                self.job.remarks.append(f"{name}: bảng không có buổi của {who} ngày {on}; giữ như đã ghi.")

    def _tell_held_after_all(self, there: Schedule, new: Sequence[RowOfSchedule]) -> None:
        without = {row.branch for row in there.no_meeting}
        for line in new:
            if line.branch in without:
                name = unit_name(self.job.repository, self.sending.key.unit)
                words = f"{self._who(line.branch)} đã báo không sinh hoạt, nay có buổi; xóa dòng ở “không sinh hoạt”."
                self.job.remarks.append(f"{name}: {words}")

    def _who(self, branch: BranchKey | None) -> str:
        return branch_name(self.job.repository, branch) if branch else "cả đơn vị"


def _is_recorded(meeting: Meeting, moved: Moved) -> bool:
    return any(
        (move.to, move.at, fold(move.place or "")) == (moved.to, moved.at, fold(moved.place or ""))
        for move in meeting.moves
    )


def _order(line: RowOfSchedule) -> tuple[date, time, VietnameseKey]:
    """Return what sorts meetings whatever the order of the rows: day, time, sub-unit."""
    return line.on or date.max, line.at or time.max, vietnamese_key(line.branch.branch if line.branch else "")


def _when(on: date | None, at: time | None) -> str:
    return " ".join(filter(None, (vi_date(on) if on else "", f"{at:%H:%M}" if at else "")))


def _free_ids(taken: Any) -> Iterator[str]:
    """Return the ids b1, b2 … that nothing has."""
    known = set(taken)
    numbers = [int(id[1:]) for id in known if id and re.fullmatch(r"b\d{1,6}", id)]
    return (f"b{number}" for number in count(max(numbers, default=0) + 1))
