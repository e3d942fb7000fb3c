"""A person: what is to be done first (reports owed, internally; what comes, what lacks a report), then all else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.figures.load import COLUMNS, FIGURE, person_row
from ktgs.language.diagnostics import Place
from ktgs.obligations.tables import Cell
from ktgs.obligations.targets import Subject, ToPerson, ToPersonFeed
from ktgs.pages._absences import InternalAbout, internal_about
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._letter import Letter, assignments
from ktgs.pages._sessions import session
from ktgs.pages._subjects import engagement_subject, report_subject, team_subject, unit_subject
from ktgs.records.keys import EngagementKey
from ktgs.records.person import Person, Span
from ktgs.records.report import Report
from ktgs.records.team import Member, Team
from ktgs.records.unit import Follower, Unit
from ktgs.repository.linked import Assigned, TeamEngagement, grouped, report_day
from ktgs.repository.naming import position_words
from ktgs.repository.presence import presences
from ktgs.repository.repository import Repository


def address(_: Facts, target: ToPerson) -> str:
    """Return the address of a person's page."""
    return f"can-bo/{target.person}.html"


ADDRESSES = {ToPerson: address}


@dataclass(frozen=True, slots=True)
class Stay:
    """A position, a workplace, a unit followed: from a day to a day; `subject` is None where it is only words."""

    words: str
    subject: Subject | None
    span: Span | None
    place: Place


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report that the person wrote or that names the person as having attended."""

    on: date | None
    subject: Subject
    report: str
    place: Place


@dataclass(frozen=True, slots=True)
class EngagementLine:
    """An engagement of a team; `on` is the day of the session, held or planned."""

    subject: Subject
    on: date | None
    is_held: bool


@dataclass(frozen=True, slots=True)
class Seat:
    """A role in a team, with the team's engagements."""

    subject: Subject
    member: Member
    engagements: tuple[EngagementLine, ...]


@dataclass(frozen=True, slots=True)
class LoadTotal:
    """One total of a person, with what it counts."""

    name: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class PersonPage:
    """All that is told about one person; `missing`: past meetings of open years on which there is no report yet.

    `internal` is None on the public site. `letter`: what comes, to be copied; None where nothing does.
    """

    url: str
    title: str
    place: Place
    feed: ToPersonFeed
    internal: InternalAbout | None
    positions: tuple[Stay, ...]
    workplaces: tuple[Stay, ...]
    follows: tuple[Stay, ...]
    totals: tuple[LoadTotal, ...]
    upcoming: tuple[MeetingRow, ...]
    letter: Letter | None
    missing: tuple[MeetingRow, ...]
    past: tuple[MeetingRow, ...]
    unscheduled: tuple[Stay, ...]
    teams: tuple[Seat, ...]
    attended: tuple[ReportRow, ...]
    written: tuple[ReportRow, ...]


@dataclass(frozen=True)
class _Index:
    """What the repository does not index by person."""

    facts: Facts
    seats: Mapping[str, tuple[tuple[Team, Member], ...]]
    follows: Mapping[str, tuple[tuple[Unit, Follower], ...]]
    written: Mapping[str, tuple[Report, ...]]
    sessions: Mapping[str, tuple[TeamEngagement, ...]]  # to come


def pages(facts: Facts) -> Iterator[PersonPage]:
    """Yield a page for every person, in order of id."""
    repository = facts.repository
    index = _Index(
        facts,
        grouped((member.person, (team, member)) for team in repository.teams.values() for member in team.members),
        grouped((f.person, (unit, f)) for unit in repository.units.values() for f in unit.followed_by),
        grouped((report.author, report) for report in repository.reports.values()),
        grouped(_sessions_ahead(repository)),
    )
    for person_id in sorted(repository.people):
        yield _page(index, repository.people[person_id])


def _sessions_ahead(repository: Repository) -> Iterator[tuple[str, TeamEngagement]]:
    """Yield each person with each session to come that they are expected at, by day."""
    expected = (presence for presence in presences(repository) if presence.occasion.on >= repository.today)
    for presence in sorted(expected, key=lambda presence: (presence.occasion.on, str(presence.occasion.at))):
        key = presence.occasion.key
        if isinstance(key, EngagementKey) and not repository.engagements[key].engagement.held_on:
            yield presence.person, repository.engagements[key]


def _page(index: _Index, person: Person) -> PersonPage:
    facts, repository = index.facts, index.facts.repository
    assigned = repository.assigned_by_person.get(person.id, ())
    meetings = {item.key: item.meeting for item in assigned if item.meeting}
    ordered = sorted(meetings.values(), key=lambda meeting: (meeting.on, meeting.meeting.announced.at))
    rows = [meeting_row(facts, meeting) for meeting in ordered]
    closed = {plan.id for plan in repository.plans.values() if plan.is_closed(facts.today)}
    missing = tuple(
        row for meeting, row in zip(ordered, rows, strict=True) if row.is_missing and meeting.key.plan not in closed
    )
    upcoming = tuple(row for row in rows if row.on >= repository.today)
    sessions = tuple(session(repository, engaged) for engaged in index.sessions.get(person.id, ()))
    return PersonPage(
        url=address(facts, ToPerson(person.id)),
        title=person.full_name,
        place=person.where("full_name"),
        feed=ToPersonFeed(person.id),
        internal=internal_about(facts, person),
        positions=tuple(_positions(repository, person)),
        workplaces=tuple(
            Stay("", unit_subject(repository, place.unit), place, place.where("unit")) for place in person.workplaces
        ),
        follows=tuple(
            Stay("", unit_subject(repository, unit.id), follower, follower.where("person"))
            for unit, follower in index.follows.get(person.id, ())
        ),
        totals=load_totals(facts, person.id),
        upcoming=upcoming,
        letter=assignments(facts, person.full_name, upcoming, sessions) if upcoming or sessions else None,
        missing=missing,
        past=tuple(row for row in reversed(rows) if row.on < repository.today and row not in missing),
        unscheduled=tuple(_unscheduled(repository, item) for item in assigned if not item.meeting),
        teams=tuple(_seat(repository, team, member) for team, member in index.seats.get(person.id, ())),
        attended=_latest_first(_attended(repository, person.id)),
        written=_latest_first(_written(repository, report) for report in index.written.get(person.id, ())),
    )


def load_totals(facts: Facts, person: str) -> tuple[LoadTotal, ...]:
    """Return how often the person was assigned and attended, in the order of the figure's columns."""
    load = facts.figure(FIGURE)
    if load is None:
        return ()
    row = person_row(facts.repository, person, load.by_person[person])
    return tuple(LoadTotal(name, cell) for name, cell in zip(COLUMNS, row.cells, strict=True))


def _positions(repository: Repository, person: Person) -> Iterator[Stay]:
    for position in person.positions:
        words = position_words(repository, position) + (f", {position.tenure}" if position.tenure else "")
        yield Stay(words, None, position, position.where("title"))


def _unscheduled(repository: Repository, assigned: Assigned) -> Stay:
    """Return an assignment to a meeting that is in no schedule."""
    words = f"buổi {assigned.key.meeting} tháng {assigned.key.month.label}"
    return Stay(words, unit_subject(repository, assigned.key.unit), None, assigned.item.where("meeting"))


def _seat(repository: Repository, team: Team, member: Member) -> Seat:
    engagements = repository.engagements_by_activity.get(team.activity, ())
    lines = tuple(
        EngagementLine(engagement_subject(repository, e), e.engagement.session_on, e.engagement.held_on is not None)
        for e in engagements
        if e.team is team
    )
    return Seat(team_subject(team), member, lines)


def _attended(repository: Repository, person: str) -> Iterator[ReportRow]:
    for visit in repository.visits_by_person.get(person, ()):
        report = visit.report
        place = report.where("attendees", report.attendees.index(person))
        yield ReportRow(visit.on, report_subject(repository, report), report.id, place)


def _written(repository: Repository, report: Report) -> ReportRow:
    return ReportRow(report_day(report), report_subject(repository, report), report.id, report.where("author"))


def _latest_first(rows: Iterable[ReportRow]) -> tuple[ReportRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.on or date.max, row.report), reverse=True))
