"""A person: assignments, the coming ones first, and all else that is public; never who was absent or replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.obligations.tables import Subject
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._load import Total, totals
from ktgs.pages._naming import of_engagement, of_report, of_team, of_unit, position_words
from ktgs.records.person import Person
from ktgs.records.report import Report, VisitReport
from ktgs.records.team import Member, Team
from ktgs.records.unit import Follower, Unit
from ktgs.repository.index import Repository
from ktgs.repository.linked import Assigned, report_day

KeyT = TypeVar("KeyT")
ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True)
class Stay:
    """A position, a workplace, a unit followed: from a day to a day; `subject` is None where it is only words."""

    words: str
    subject: Subject | None
    valid_from: date | None
    valid_to: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report that the person wrote or that names the person as having attended."""

    on: date | None
    subject: Subject
    place: Place


@dataclass(frozen=True, slots=True)
class EngagementLine:
    """An engagement of a team; `on` is the day of the session, held or planned."""

    subject: Subject
    on: date | None
    is_held: bool


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A role in a team, with the team's engagements."""

    subject: Subject
    role: str
    valid_from: date | None
    valid_to: date | None
    engagements: tuple[EngagementLine, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class PersonPage:
    """All that is public about one person; `missing`: past meetings on which there is no report yet."""

    url: str
    title: str
    place: Place
    feed: str
    positions: tuple[Stay, ...]
    workplaces: tuple[Stay, ...]
    follows: tuple[Stay, ...]
    totals: tuple[Total, ...]
    upcoming: tuple[MeetingRow, ...]
    missing: tuple[MeetingRow, ...]
    past: tuple[MeetingRow, ...]
    unscheduled: tuple[Stay, ...]
    teams: tuple[TeamRow, ...]
    attended: tuple[ReportRow, ...]
    written: tuple[ReportRow, ...]


@dataclass(frozen=True)
class _Index:
    """What the repository does not index by person."""

    facts: Facts
    load: Mapping[str, tuple[Total, ...]]
    seats: Mapping[str, tuple[tuple[str, Team, Member], ...]]  # plan, team and seat
    follows: Mapping[str, tuple[tuple[Unit, Follower], ...]]
    written: Mapping[str, tuple[Report, ...]]


def pages(facts: Facts) -> Iterator[PersonPage]:
    """Yield a page for every person, in order of id."""
    repository = facts.repository
    seats = [(plan, team, member) for (plan, _), team in repository.teams.items() for member in team.members]
    follows = [(unit, one) for unit in repository.units.values() for one in unit.followed_by]
    index = _Index(
        facts,
        totals(facts),
        _by(seats, lambda seat: seat[2].person),
        _by(follows, lambda pair: pair[1].person),
        _by(repository.reports.values(), lambda report: report.author),
    )
    for person_id in sorted(repository.people):
        yield _page(index, repository.people[person_id])


def _by(items: Iterable[ItemT], key: Callable[[ItemT], str]) -> Mapping[str, tuple[ItemT, ...]]:
    found: dict[str, list[ItemT]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return {name: tuple(values) for name, values in found.items()}


def _page(index: _Index, person: Person) -> PersonPage:
    repository = index.facts.repository
    assigned = repository.assigned_by_person.get(person.id, ())
    meetings = {one.key: one.meeting for one in assigned if one.meeting}
    rows = sorted((meeting_row(repository, found) for found in meetings.values()), key=lambda row: (row.on, row.at))
    visits = repository.visits_by_person.get(person.id, ())
    return PersonPage(
        url=addresses.person(person.id),
        title=person.full_name,
        place=person.where("full_name"),
        feed=addresses.person_feed(person.id),
        positions=tuple(_positions(repository, person)),
        workplaces=tuple(
            Stay("", of_unit(repository, one.unit), one.valid_from, one.valid_to, one.where("unit"))
            for one in person.workplaces
        ),
        follows=tuple(
            Stay("", of_unit(repository, unit.id), one.valid_from, one.valid_to, one.where("person"))
            for unit, one in index.follows.get(person.id, ())
        ),
        totals=index.load.get(person.id, ()),
        upcoming=tuple(row for row in rows if row.on >= repository.today),
        missing=tuple(row for row in rows if row.is_missing),
        past=tuple(row for row in reversed(rows) if row.on < repository.today and not row.is_missing),
        unscheduled=tuple(_unscheduled(repository, one) for one in assigned if not one.meeting),
        teams=tuple(_team(repository, *seat) for seat in index.seats.get(person.id, ())),
        attended=_latest_first(
            ReportRow(v.on, of_report(repository, v.report), _where_attended(v.report, person.id)) for v in visits
        ),
        written=_latest_first(_row(repository, report, "người lập") for report in index.written.get(person.id, ())),
    )


def _where_attended(report: VisitReport, person_id: str) -> Place:
    return report.where("attendees", report.attendees.index(person_id))


def _positions(repository: Repository, person: Person) -> Iterator[Stay]:
    for one in person.positions:
        words = position_words(repository, one) + (f", {one.tenure}" if one.tenure else "")
        yield Stay(words, None, one.valid_from, one.valid_to, one.where("title"))


def _unscheduled(repository: Repository, assigned: Assigned) -> Stay:
    """Return an assignment to a meeting that is in no schedule."""
    words = f"buổi {assigned.key.meeting} tháng {assigned.key.month.label}"
    return Stay(words, of_unit(repository, assigned.key.unit), None, None, assigned.item.where("meeting"))


def _team(repository: Repository, plan_id: str, team: Team, member: Member) -> TeamRow:
    plan = repository.plans.get(plan_id)
    engagements = [held for held in repository.engagements_of(plan, team.activity) if held.team is team] if plan else []
    lines = tuple(
        EngagementLine(of_engagement(repository, held), held.engagement.session_on, held.engagement.held_on is not None)
        for held in engagements
    )
    role = str(member.role)
    return TeamRow(of_team(plan_id, team), role, member.valid_from, member.valid_to, lines, member.where("person"))


def _row(repository: Repository, report: Report, key: str) -> ReportRow:
    """Return the row of a report with the line that names the person."""
    return ReportRow(report_day(report), of_report(repository, report), report.where(key))


def _latest_first(rows: Iterable[ReportRow]) -> tuple[ReportRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.on or date.max, row.subject.id), reverse=True))
