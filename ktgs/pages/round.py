"""The board of a round: each unit's way from decision to report; the teams; what was adjusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.addresses.clauses import Link, links
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Subject
from ktgs.pages._calendar import Round, rounds
from ktgs.pages._naming import of_person, of_report
from ktgs.pages._sessions import Session, session
from ktgs.pages._unread import unread_of_round
from ktgs.pages._wholes import wholes
from ktgs.records.adjustment import Adjustment
from ktgs.records.notice import Notice, Sending
from ktgs.records.team import Document, Engagement, Member, Status, Team
from ktgs.repository.index import Repository
from ktgs.repository.linked import Held


@dataclass(frozen=True, slots=True)
class Sent:
    """A notice as it was sent to a unit."""

    notice: Notice
    sending: Sending


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document asked for, with its obligation where the plan has the duty."""

    document: Document
    item: Obligation | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """An engagement, step by step; an obligation is None where the plan does not have the duty.

    `is_added`: the unit was chosen after the notice was due. `branches`: names of the sampled branches.
    """

    anchor: str
    engagement: Engagement
    session: Session
    team: str
    decision: Obligation | None
    notice: Obligation | None
    sent: tuple[Sent, ...]
    documents: tuple[DocumentRow, ...]
    party: Obligation | None
    report: Obligation | None
    reports: tuple[Subject, ...]
    branches: tuple[str, ...]
    is_added: bool


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
    members: tuple[MemberRow, ...]
    report: Obligation | None
    reports: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A round: its facts, what is owed for it as a whole, its board, its teams, its adjustments."""

    url: str
    title: str
    round: Round
    plan: Subject
    clauses: tuple[Link, ...]
    wholes: tuple[Obligation, ...]
    unread: tuple[Place, ...]
    rows: tuple[UnitRow, ...]
    teams: tuple[TeamRow, ...]
    adjustments: tuple[Adjustment, ...]
    plan_url: str


def pages(facts: Facts) -> Iterator[RoundPage]:
    """Yield a page for each inspection and each thematic supervision of every plan."""
    for each in rounds(facts.repository):
        yield _page(facts, each)


def _page(facts: Facts, each: Round) -> RoundPage:
    plan, activity, repository = each.plan, each.activity, facts.repository
    held = sorted(repository.engagements_of(plan, activity.id), key=_by_session)
    return RoundPage(
        addresses.activity(plan.id, activity.id),
        activity.name,
        each,
        Subject("plan", plan.id, plan.label),
        links(plan, (activity.clause,)),
        wholes(facts, plan, activity),
        unread_of_round(repository, plan, activity.id),
        tuple(_row(facts, found) for found in held),
        tuple(_team(facts, each, team) for team in repository.teams_of(plan, activity.id)),
        tuple(found for found in repository.adjustments_of(plan) if found.activity == activity.id),
        addresses.plan(plan.id),
    )


def _by_session(held: Held) -> tuple[bool, str, str, str]:
    on = held.engagement.session_on
    return on is None, str(on), held.team.id, held.engagement.id


def _row(facts: Facts, held: Held) -> UnitRow:
    repository, engagement, team = facts.repository, held.engagement, held.team
    unit = repository.units.get(engagement.unit)
    branches = (unit.branch(found) if unit else None for found in engagement.sampled_branches)
    names = (
        branch.name if branch else found for branch, found in zip(branches, engagement.sampled_branches, strict=True)
    )
    notice = _of_engagement(facts, held, "thong-bao")
    return UnitRow(
        anchor=f"{team.id}.{engagement.id}",
        engagement=engagement,
        session=session(repository, held),
        team=team.name,
        decision=_of_team(facts, held.plan.id, held.activity.id, team, "quyet-dinh-thanh-lap-doan"),
        notice=notice,
        sent=tuple(_sent(repository, held)),
        documents=tuple(
            DocumentRow(document, _of_engagement(facts, held, "tai-lieu", f"/{document.id}"))
            for document in engagement.documents
        ),
        party=_of_engagement(facts, held, "moi-cap-uy"),
        report=_of_team(facts, held.plan.id, held.activity.id, team, "bao-cao-ket-qua"),
        reports=_reports(repository, held.plan.id, team),
        branches=tuple(names),
        is_added=_is_added(facts, held),
    )


def _of_team(facts: Facts, plan_id: str, activity_id: str, team: Team, duty: str) -> Obligation | None:
    return facts.by_id.get(f"{plan_id}/{duty}/{activity_id}/{team.id}")


def _of_engagement(facts: Facts, held: Held, duty: str, ending: str = "") -> Obligation | None:
    """Return the engagement's own obligation: a second engagement at a unit is named by its team, too.

    None also where a cancelled engagement was followed by another, to which the unit's obligation belongs.
    """
    engagement = held.engagement
    base = f"{held.plan.id}/{duty}/{held.activity.id}/{engagement.unit}"
    own = facts.by_id.get(f"{base}/{held.team.id}-{engagement.id}{ending}")
    if own:
        return own
    standing = [
        other
        for other in facts.repository.engagements_of(held.plan, held.activity.id)
        if other.engagement.unit == engagement.unit and other.engagement.status is not Status.cancelled
    ]
    if engagement.status is Status.cancelled and standing:
        return None
    return facts.by_id.get(f"{base}{ending}")


def _sent(repository: Repository, held: Held) -> Iterator[Sent]:
    for notice in repository.notices_of(held.plan, held.activity.id):
        for sending in notice.sent_to:
            if held.team.id in notice.teams and sending.unit == held.engagement.unit:
                yield Sent(notice, sending)


def _reports(repository: Repository, plan_id: str, team: Team) -> tuple[Subject, ...]:
    found = repository.result_reports_by_team.get(f"{plan_id}/{team.id}", ())
    return tuple(of_report(repository, report) for report in found)


def _is_added(facts: Facts, held: Held) -> bool:
    whole = facts.by_id.get(f"{held.plan.id}/thong-bao/{held.activity.id}")
    selected_on = held.engagement.selected_on
    return bool(whole and whole.due_on and selected_on and selected_on > whole.due_on)


def _team(facts: Facts, each: Round, team: Team) -> TeamRow:
    repository = facts.repository
    members = tuple(
        MemberRow(
            member,
            of_person(repository, member.person),
            of_person(repository, member.instead_of) if member.instead_of else None,
        )
        for member in team.members
    )
    report = _of_team(facts, each.plan.id, each.activity.id, team, "bao-cao-ket-qua")
    return TeamRow(team, members, report, _reports(repository, each.plan.id, team))
