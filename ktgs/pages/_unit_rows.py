"""The rows of a unit's page: names, followers, branches, gaps in schedules, visits, engagements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ktgs.language.diagnostics import Place
from ktgs.obligations.tables import Subject
from ktgs.pages._naming import of_engagement, of_person, of_report, of_team
from ktgs.pages._unit_index import UnitIndex
from ktgs.records.unit import Unit
from ktgs.repository.index import Repository
from ktgs.repository.linked import Held, Visit


@dataclass(frozen=True, slots=True)
class Fact:
    """A line about the unit."""

    name: str
    value: str | int | date
    place: Place


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the unit had to the end of a day, or has now."""

    name: str
    valid_to: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Follower:
    """Somebody who follows the unit, from a day to a day."""

    person: Subject
    valid_from: date | None
    valid_to: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class BranchRow:
    """A branch of the unit."""

    name: str
    member_count: int | None
    valid_from: date | None
    valid_to: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class ScheduleGap:
    """A schedule that came, with the branches that it names neither among its meetings nor as holding none."""

    month: Subject
    branches: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A meeting that somebody reported on."""

    on: date
    report: Subject
    attendees: tuple[Subject, ...]
    present: int
    total_members: int
    place: Place


@dataclass(frozen=True, slots=True)
class EngagementRow:
    """An inspection or supervision of the unit; `on` is the day of the session, held or planned."""

    subject: Subject
    team: Subject
    on: date | None
    notes: tuple[str, ...]
    reports: tuple[Subject, ...]
    place: Place


def facts(unit: Unit) -> Iterator[Fact]:
    """Yield what the unit's file says in one word each."""
    for name, key, value in (
        ("Loại", "loại", str(unit.kind)),
        ("Tên ngắn", "tên ngắn", unit.short_name),
        ("Cụm", "cụm", unit.cluster),
        ("Số đoàn viên", "số đoàn viên", unit.member_count),
        ("Cấp ủy", "cấp ủy", unit.party_committee),
        ("Hoạt động từ", "từ", unit.valid_from),
        ("Hoạt động đến hết ngày", "đến", unit.valid_to),
        ("Chuyển đến từ", "chuyển đến từ", unit.transferred_from),
    ):
        if value is not None:
            yield Fact(name, value, unit.where(key))


def names(unit: Unit) -> tuple[Name, ...]:
    """Return the former names, the oldest first, then the present one; none where it never changed."""
    former = sorted(unit.former_names, key=lambda name: name.valid_to)
    present = (Name(unit.name, None, unit.where("name")),) if former else ()
    return (*(Name(name.name, name.valid_to, name.where("name")) for name in former), *present)


def followers(repository: Repository, unit: Unit) -> Iterator[Follower]:
    """Yield who follows or followed the unit."""
    for one in unit.followed_by:
        yield Follower(of_person(repository, one.person), one.valid_from, one.valid_to, one.where("person"))


def branches(unit: Unit) -> Iterator[BranchRow]:
    """Yield the branches in order of file."""
    for branch in unit.branches:
        yield BranchRow(branch.name, branch.member_count, branch.valid_from, branch.valid_to, branch.where("name"))


def gaps(index: UnitIndex, unit: Unit) -> Iterator[ScheduleGap]:
    """Yield the schedules of months not yet over that leave branches out."""
    for schedule in index.schedules.get(unit.id, ()):
        month = schedule.month
        if month.last < index.repository.today:
            continue
        named = {meeting.branch for meeting in schedule.meetings} | {row.branch for row in schedule.no_meeting}
        missing = tuple(one.name for one in unit.branches if one.covers(month.first) and one.id not in named)
        if missing:
            yield ScheduleGap(Subject("month", str(month), month.label), missing, schedule.where("received_on"))


def visit_row(repository: Repository, visit: Visit) -> VisitRow:
    """Return the row of a visit."""
    report = visit.report
    return VisitRow(
        visit.on,
        of_report(repository, report),
        tuple(of_person(repository, person) for person in report.attendees),
        report.present,
        report.total_members,
        report.where("present"),
    )


def engagement_row(repository: Repository, held: Held) -> EngagementRow:
    """Return the row of an engagement, with the result reports of its team."""
    engagement = held.engagement
    reports = repository.result_reports_by_team.get(f"{held.plan.id}/{held.team.id}", ())
    return EngagementRow(
        of_engagement(repository, held),
        of_team(held.plan.id, held.team),
        engagement.session_on,
        tuple(_notes(held)),
        tuple(of_report(repository, report) for report in reports),
        engagement.where("unit"),
    )


def _notes(held: Held) -> Iterator[str]:
    engagement = held.engagement
    yield str(engagement.mode)
    if isinstance(engagement.held_on, date):
        yield "đã tiến hành"
    elif engagement.held_on is not None:
        yield "đã tiến hành, chưa rõ ngày"
    elif engagement.status:
        yield str(engagement.status) + (f": {engagement.reason}" if engagement.reason else "")
    else:
        yield "chưa tiến hành"
