"""What tells of something as done without a date is not known before the day that it speaks of (records.md, As of)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from ktgs.language.diagnostics import Diagnostic
from ktgs.language.text import vi_date
from ktgs.records.assignment import Assignment, Item
from ktgs.records.base import FileRecord, Record
from ktgs.records.report import FlashReport, Report, ResultReport, Summary, VisitReport
from ktgs.records.schedule import Meeting, Schedule
from ktgs.records.team import Engagement, Team
from ktgs.records.values import UNKNOWN
from ktgs.repository.knowing import FUTURE
from ktgs.repository.repository import Repository
from ktgs.repository.sessions import session_day

RecordT = TypeVar("RecordT", bound=FileRecord)


def without_untimely(repository: Repository) -> Repository:
    """Return the repository without the undated facts that speak of a day after today."""
    records: dict[type[FileRecord], Mapping[Any, FileRecord]] = {}
    is_changed = False
    for kind, group in repository.records.items():
        kept = {key: seen for key, record in group.items() if (seen := _timely(repository, record)) is not None}
        is_changed = is_changed or len(kept) != len(group) or any(kept[key] is not group[key] for key in kept)
        records[kind] = kept
    return replace(repository, records=records) if is_changed else repository


def untimely_facts(repository: Repository) -> Iterator[Diagnostic]:
    """Yield an error wherever something is said to be done, or not to have been, whose day is still to come."""
    today = repository.today
    for schedule in repository.schedules.values():
        for meeting in schedule.meetings:
            if _meeting(meeting, today) is not meeting:
                yield _told(meeting, "took_place", meeting.announced.on)
    for assigned in repository.assigned:
        if assigned.meeting and _item(repository, assigned.item) is not assigned.item:
            yield _told(assigned.item, "attended", assigned.meeting.on)
    for engaged in repository.engagements.values():
        engagement = engaged.engagement
        if engagement.planned_on and _engagement(engagement, today) is not engagement:
            yield _told(engagement, "held_on", engagement.planned_on)


def _told(record: Record, field: str, on: date) -> Diagnostic:
    found = f"Có “{record.key_of(field)}”, nhưng ngày {vi_date(on)} chưa đến."
    return FUTURE.at(record.where(field), found, cure="Xóa dòng này cho đến khi ngày ấy qua, hoặc sửa ngày.")


def _timely(repository: Repository, record: FileRecord) -> FileRecord | None:
    match record:
        case Report():
            return _report(repository, record)
        case Schedule():
            return _with_children(record, "meetings", tuple(_meeting(m, repository.today) for m in record.meetings))
        case Assignment():
            return _with_children(record, "items", tuple(_item(repository, item) for item in record.items))
        case Team():
            sessions = tuple(_engagement(engagement, repository.today) for engagement in record.engagements)
            return _with_children(record, "engagements", sessions)
    return record


def _with_children(record: RecordT, name: str, children: tuple[Any, ...]) -> RecordT:
    is_same = all(new is old for new, old in zip(children, getattr(record, name), strict=True))
    changed: RecordT = record if is_same else record.replace(**{name: children})
    return changed


def _meeting(meeting: Meeting, today: date) -> Meeting:
    is_early = meeting.took_place is not None and meeting.announced.on > today
    changed: Meeting = meeting.replace(took_place=None) if is_early else meeting
    return changed


def _item(repository: Repository, item: Item) -> Item:
    meeting = repository.meetings.get(item.meeting) if item.attended else None
    is_early = meeting is not None and meeting.on > repository.today
    changed: Item = item.replace(attended=None, confirmed_by=None) if is_early else item
    return changed


def _engagement(engagement: Engagement, today: date) -> Engagement:
    planned_on = engagement.planned_on
    is_early = engagement.held_on is UNKNOWN and planned_on is not None and planned_on > today
    changed: Engagement = engagement.replace(held_on=None, attendees=None) if is_early else engagement
    return changed


def _report(repository: Repository, report: Report) -> Report | None:
    """Return the report as known today: a paper of a month or a meeting as a whole, a result report step by step."""
    speaks_of = _speaks_of(repository, report)
    if speaks_of is None or speaks_of <= repository.today:
        return report
    if isinstance(report, VisitReport):
        return report if isinstance(report.sent_on, date) else None
    if isinstance(report, FlashReport | Summary):
        return None if report.sent_on is UNKNOWN else report
    steps = ("compiled_on", "confirmed_on", "sent_on")
    undated = {step: None for step in steps if getattr(report, step, None) is UNKNOWN}
    changed: Report = report.replace(**undated, **_unsaid(report, undated)) if undated else report
    return changed


def _unsaid(report: Report, undated: Mapping[str, None]) -> dict[str, Any]:
    """Return what a report had found empty, where nothing says any more that it was issued or sent."""
    return {"confirmed_by": None} if "confirmed_on" in undated and isinstance(report, ResultReport) else {}


def _speaks_of(repository: Repository, report: Report) -> date | None:
    """Return the day that a report speaks of, None where it is not known."""
    match report:
        case VisitReport():
            key = report.meeting
            meeting = repository.meetings.get(key) if key else None
            return report.held_on or (meeting.on if meeting else key.month.first if key else report.on)
        case FlashReport() | Summary():
            return report.month.last
        case ResultReport():
            team = repository.teams.get(report.team)
            days = [day for e in team.engagements if (day := session_day(e).on)] if team else []
            return min(days, default=None)
    return None
