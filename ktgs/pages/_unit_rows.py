"""The rows of a unit's page: what its file says, gaps in schedules, visits, engagements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ktgs.language.diagnostics import Place
from ktgs.language.text import first_upper
from ktgs.obligations.targets import Subject, ToMonth
from ktgs.pages._sessions import session_note
from ktgs.pages._subjects import engagement_subject, person_subject, report_subject, team_subject
from ktgs.pages._unit_index import UnitIndex
from ktgs.records.report import VisitReport
from ktgs.records.schedule import Schedule
from ktgs.records.unit import Follower, Unit
from ktgs.repository.linked import TeamEngagement, Visit
from ktgs.repository.meetings import branches_left_out
from ktgs.repository.repository import Repository


@dataclass(frozen=True, slots=True)
class UnitFact:
    """A line about the unit."""

    name: str
    value: str | int | date
    place: Place


@dataclass(frozen=True, slots=True)
class UnitName:
    """A name that the unit had to the end of a day, or has now."""

    name: str
    valid_to: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class FollowerRow:
    """Somebody who follows the unit."""

    person: Subject
    follower: Follower


@dataclass(frozen=True, slots=True)
class ScheduleGap:
    """A schedule that came, with the sub-units that it names neither among its meetings nor as holding none."""

    month: Subject
    branches: tuple[str, ...]
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A meeting that somebody reported on."""

    on: date
    subject: Subject
    attendees: tuple[Subject, ...]
    report: VisitReport


@dataclass(frozen=True, slots=True)
class EngagementRow:
    """An inspection or supervision of the unit; `on` is the day of the session, held or planned."""

    subject: Subject
    team: Subject
    on: date | None
    notes: tuple[str, ...]
    reports: tuple[Subject, ...]
    place: Place


_TOLD = ("kind", "short_name", "cluster", "member_count", "party_committee", "inspection_officer")
_TIMES = (("valid_from", "Hoạt động từ"), ("valid_to", "Hoạt động đến hết ngày"), ("transferred_from", "Chuyển đến từ"))


def facts(unit: Unit) -> Iterator[UnitFact]:
    """Yield what the unit's file says in one word each."""
    named = (*((field, first_upper(unit.key_of(field))) for field in _TOLD), *_TIMES)
    for field, name in named:
        value = getattr(unit, field)
        if value is not None:
            yield UnitFact(name, value, unit.where(field))


def names(unit: Unit) -> tuple[UnitName, ...]:
    """Return the former names, the oldest first, then the present one; none where it never changed."""
    former = sorted(unit.former_names, key=lambda name: name.valid_to)
    present = (UnitName(unit.name, None, unit.where("name")),) if former else ()
    return (*(UnitName(name.name, name.valid_to, name.where("name")) for name in former), *present)


def followers(repository: Repository, unit: Unit) -> Iterator[FollowerRow]:
    """Yield who follows or followed the unit."""
    for follower in unit.followed_by:
        yield FollowerRow(person_subject(repository, follower.person), follower)


def gaps(index: UnitIndex, unit: Unit) -> Iterator[ScheduleGap]:
    """Yield the schedules of months not yet over that leave sub-units out."""
    for schedule in index.schedules.get(unit.id, ()):
        month = schedule.month
        missing = branches_left_out(index.repository, schedule) if month.last >= index.repository.today else ()
        if missing:
            yield ScheduleGap(Subject(month.label, ToMonth(month)), tuple(branch.name for branch in missing), schedule)


def visit_row(repository: Repository, visit: Visit) -> VisitRow:
    """Return the row of a visit."""
    people = tuple(person_subject(repository, person) for person in visit.report.attendees)
    return VisitRow(visit.on, report_subject(repository, visit.report), people, visit.report)


def engagement_row(repository: Repository, engaged: TeamEngagement) -> EngagementRow:
    """Return the row of an engagement, with the result reports of its team."""
    engagement = engaged.engagement
    reports = repository.result_reports_by_team.get(engaged.team.key, ())
    return EngagementRow(
        subject=engagement_subject(repository, engaged),
        team=team_subject(engaged.team),
        on=engagement.session_on,
        notes=(str(engagement.mode), session_note(engagement, repository.today) or "chưa tiến hành"),
        reports=tuple(report_subject(repository, report) for report in reports),
        place=engagement.where("unit"),
    )
