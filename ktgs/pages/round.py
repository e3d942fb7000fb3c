"""The board of a round: what is still to do, each unit's way from decision to report; the teams; what was adjusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.clauses import clause_links
from ktgs.duties.documents import DUTY as DOCUMENTS
from ktgs.duties.notice import DUTY as NOTICE
from ktgs.duties.notice import is_late_addition
from ktgs.duties.result_report import DUTY as RESULT_REPORT
from ktgs.facts.facts import Facts, duties
from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import BoardColumn, Duty, Obligation
from ktgs.obligations.targets import Subject
from ktgs.pages._calendar import RoundPeriod, round_periods
from ktgs.pages._letter import Letter, round_board
from ktgs.pages._obligations import Line, line
from ktgs.pages._sessions import Session, session
from ktgs.pages._subjects import person_subject, plan_subject, report_subject
from ktgs.pages._wholes import wholes
from ktgs.records.adjustment import Adjustment
from ktgs.records.keys import ActivityKey, EngagementKey, RoundTeamKey, SessionDocumentKey, TeamKey
from ktgs.records.plan import Plan
from ktgs.records.team import Decision, Document, Member, Team
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.marks import broken_for_activity
from ktgs.repository.naming import branch_name
from ktgs.repository.notices import Sent, sent_for
from ktgs.repository.papers import Paper, paper_of
from ktgs.repository.repository import Repository
from ktgs.repository.rounds import Round, round_of
from ktgs.repository.units import sub_unit_word

SESSION = BoardColumn("Buổi làm việc", 50)


def address(_: Facts, key: ActivityKey) -> str:
    """Return the address of a round's board."""
    return f"dot/{key.plan}/{key.activity}.html"


def _activity_address(facts: Facts, key: ActivityKey) -> str | None:
    activity = facts.repository.activity(key)
    return address(facts, key) if activity and activity.is_round else None


def _team_address(facts: Facts, key: TeamKey) -> str | None:
    team = facts.repository.teams.get(key)
    return address(facts, team.activity) if team else None


def _engagement_address(facts: Facts, key: EngagementKey) -> str | None:
    board = _team_address(facts, key.team_key)
    return f"{board}#{_anchor(key)}" if board else None


def _anchor(key: EngagementKey) -> str:
    return f"{key.team}.{key.engagement}"


ADDRESSES = {ActivityKey: _activity_address, TeamKey: _team_address, EngagementKey: _engagement_address}


@dataclass(frozen=True, slots=True)
class BoardCell:
    """What is owed for an engagement under a column; without a duty it is the session itself."""

    column: BoardColumn
    items: tuple[Obligation, ...]
    is_session: bool = False


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document asked for, with its obligation where the plan has the duty."""

    document: Document
    item: Obligation | None


@dataclass(frozen=True, slots=True)
class BoardRow:
    """An engagement, step by step. `is_late_addition`: the unit was chosen after the round's notice was due.

    `branches`: names of the sampled sub-units, `sub_unit` what they are called.
    """

    anchor: str
    found: TeamEngagement
    session: Session
    cells: tuple[BoardCell, ...]
    sent: tuple[Sent, ...]
    documents: tuple[DocumentRow, ...]
    reports: tuple[Subject, ...]
    branches: tuple[str, ...]
    sub_unit: str
    is_late_addition: bool


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member of a team."""

    member: Member
    person: Subject
    instead_of: Subject | None


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team with its members, its decisions and its report."""

    team: Team
    decisions: tuple[tuple[Decision, Paper | None], ...]
    members: tuple[MemberRow, ...]
    report: Obligation | None
    reports: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class RoundTask:
    """What somebody still has to do for the round; `about`: for which unit or paper, empty where the party says it."""

    line: Line
    about: str


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A round: what is still to do, its facts, what is owed for it as a whole, board, teams, adjustments.

    `letter`: its sessions and what is to do, to be copied.
    """

    url: str
    title: str
    round: RoundPeriod
    plan: Subject
    clauses: tuple[Subject, ...]
    to_do: tuple[RoundTask, ...]
    letter: Letter
    wholes: tuple[Obligation, ...]
    unread: tuple[Place, ...]
    columns: tuple[BoardColumn, ...]
    rows: tuple[BoardRow, ...]
    teams: tuple[TeamRow, ...]
    adjustments: tuple[Adjustment, ...]


def pages(facts: Facts) -> Iterator[RoundPage]:
    """Yield a page for each inspection and each thematic supervision of every plan."""
    for of in round_periods(facts.repository):
        yield _page(facts, of)


def _page(facts: Facts, of: RoundPeriod) -> RoundPage:
    plan, repository, key = of.plan, facts.repository, of.activity.key_in(of.plan)
    engagements = sorted(repository.engagements_by_activity.get(key, ()), key=_by_session)
    to_do = [item for item in facts.open if item.is_to_do and item.period == key]
    sessions = [session(repository, engaged) for engaged in engagements]
    columns, added = _columns(plan), _added(round_of(repository, plan, of.activity))
    return RoundPage(
        url=address(facts, key),
        title=of.activity.name,
        round=of,
        plan=plan_subject(plan),
        clauses=clause_links(plan, (of.activity.clause,)),
        to_do=tuple(_to_do(facts, of, item) for item in to_do),
        letter=round_board(facts, of, sessions, to_do),
        wholes=wholes(facts, plan, of.activity),
        unread=tuple(mark.place for mark in broken_for_activity(repository, Team, key)),
        columns=tuple(column for column, _ in columns),
        rows=tuple(_row(facts, engaged, columns, is_late_addition=engaged.key in added) for engaged in engagements),
        teams=tuple(_team(facts, team) for team in repository.teams_by_activity.get(key, ())),
        adjustments=tuple(a for a in repository.adjustments_of(plan) if a.activity == key),
    )


def _to_do(facts: Facts, of: RoundPeriod, item: Obligation) -> RoundTask:
    listed = line(facts.repository, item)
    about = listed.label.removeprefix(of.activity.name).removeprefix(", ")
    return RoundTask(listed, "" if about == listed.who.name else about)


def _columns(plan: Plan) -> list[tuple[BoardColumn, Duty | None]]:
    """Return the columns of the duties that the plan has, and that of the session."""
    columns: list[tuple[BoardColumn, Duty | None]] = [(SESSION, None)]
    columns += [(duty.column, duty) for duty in duties() if duty.column and plan.term(duty.name)]
    return sorted(columns, key=lambda pair: pair[0].order)


def _by_session(engaged: TeamEngagement) -> tuple[bool, str, EngagementKey]:
    on = engaged.engagement.session_on
    return on is None, str(on), engaged.key


def _row(
    facts: Facts, engaged: TeamEngagement, columns: list[tuple[BoardColumn, Duty | None]], *, is_late_addition: bool
) -> BoardRow:
    repository, engagement = facts.repository, engaged.engagement
    return BoardRow(
        anchor=_anchor(engaged.key),
        found=engaged,
        session=session(repository, engaged),
        cells=tuple(
            BoardCell(column, facts.at_session(duty, engaged) if duty else (), is_session=duty is None)
            for column, duty in columns
        ),
        sent=sent_for(repository, engaged),
        documents=tuple(_document(facts, engaged, document) for document in engagement.documents),
        reports=_reports(repository, engaged.team),
        branches=tuple(branch_name(repository, key) for key in engagement.sampled_branches),
        sub_unit=sub_unit_word(repository, engagement.unit),
        is_late_addition=is_late_addition,
    )


def _document(facts: Facts, engaged: TeamEngagement, document: Document) -> DocumentRow:
    for item in facts.at_session(DOCUMENTS, engaged):
        occasion = item.key.occasion
        if isinstance(occasion, SessionDocumentKey) and occasion.document == document.id:
            return DocumentRow(document, item)
    return DocumentRow(document, None)


def _reports(repository: Repository, team: Team) -> tuple[Subject, ...]:
    reports = repository.result_reports_by_team.get(team.key, ())
    return tuple(report_subject(repository, report) for report in reports)


def _added(of: Round) -> frozenset[EngagementKey]:
    """Return the engagements whose unit was chosen after the round's notice was due."""
    term = of.plan.term(NOTICE.name)
    every = (*of.engagements, *of.cancelled)
    return frozenset(engaged.key for engaged in every if term and is_late_addition(of, term, engaged.engagement))


def _team(facts: Facts, team: Team) -> TeamRow:
    repository, activity = facts.repository, team.activity
    report = next(iter(facts.of(RESULT_REPORT, RoundTeamKey(activity.plan, activity.activity, team.id))), None)
    members = tuple(_member(repository, member) for member in team.members)
    decisions = tuple((decision, paper_of(team, decision.issued_on)) for decision in team.decisions)
    return TeamRow(team, decisions, members, report, _reports(repository, team))


def _member(repository: Repository, member: Member) -> MemberRow:
    instead_of = person_subject(repository, member.instead_of) if member.instead_of else None
    return MemberRow(member, person_subject(repository, member.person), instead_of)
