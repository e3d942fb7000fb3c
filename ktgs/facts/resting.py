"""What rests on a file: the obligations that it sets, that it is about, or whose doing it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ktgs.facts.facts import Facts, duties
from ktgs.obligations.obligation import Obligation
from ktgs.records.assignment import Assignment
from ktgs.records.base import FileRecord
from ktgs.records.calendar import CalendarYear
from ktgs.records.follow_up import FollowUp
from ktgs.records.keys import FindingKey, MeetingKey, RoundTeamKey
from ktgs.records.person import Person
from ktgs.records.report import Report
from ktgs.records.schedule import Schedule
from ktgs.records.team import Team
from ktgs.records.unit import Unit


def resting_on(facts: Facts, file: str, record: FileRecord | None) -> tuple[Obligation, ...]:
    """Return the obligations that rest on a file, in order of id, parts instead of their whole; an adjustment's effects
    are told elsewhere. `record` is None for a file that could not be read, of which only its place is known.
    """
    resting = {item.key: item for item in facts.counted if file in _files(item)}
    resting |= {item.key: item for item in _about(facts, record)} if record else {}
    return tuple(sorted((item for item in resting.values() if not item.parts), key=lambda item: item.id))


def _files(item: Obligation) -> Iterator[str]:
    """Yield where an obligation comes from and what shows that it was done."""
    yield item.place.file
    if item.evidence:
        yield item.evidence.place.file


def _about(facts: Facts, record: FileRecord) -> Iterable[Obligation]:
    match record:
        case Unit():
            return facts.by_unit.get(record.id, ())
        case Person():
            return facts.by_person.get(record.id, ())
        case Team():
            return _of_team(facts, record)
        case CalendarYear():
            return _counted_by(facts, record)
    return (item for item in facts.counted if _is_of(record, item))


def _of_team(facts: Facts, team: Team) -> Iterator[Obligation]:
    """Yield what is owed by the team and at its sessions."""
    for item in facts.counted:
        occasion = item.key.occasion
        if isinstance(occasion, RoundTeamKey) and (occasion.plan, occasion.team) == (team.key.plan, team.id):
            yield item
    for engagement in facts.repository.engagements.values():
        if engagement.team is team:
            for duty in duties():
                yield from facts.at_session(duty, engagement)


def _counted_by(facts: Facts, calendar: CalendarYear) -> Iterator[Obligation]:
    """Yield what is due on a day that was counted over a day off or a worked day of the calendar."""
    days: set[date] = {row.on for row in calendar.days_off} | {row.on for row in calendar.worked_days}
    for item in facts.counted:
        working = item.deadline.working
        passed = {*working.counted, *(skipped.on for skipped in working.skipped)} if working else set()
        if passed & days:
            yield item


def _is_of(record: FileRecord, item: Obligation) -> bool:
    """Return whether an obligation is about a meeting of a schedule or assignment, or a finding of a report."""
    occasion = item.key.occasion
    match record:
        case Schedule() if isinstance(occasion, MeetingKey):
            return (occasion.plan, occasion.month, occasion.unit) == (
                record.key.plan,
                record.key.month,
                record.key.unit,
            )
        case Assignment() if isinstance(occasion, MeetingKey):
            return (occasion.plan, occasion.month) == (record.key.plan, record.key.month)
        case Report() if isinstance(occasion, FindingKey):
            return occasion.report == record.id
        case FollowUp():
            return occasion == record.finding
    return False
