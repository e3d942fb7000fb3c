"""`api/v1/rounds.json`: the teams of each round, their engagements at units, the notices sent."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._shapes import Shape, document, public_fields
from ktgs.facts.facts import Facts
from ktgs.records.notice import Notice
from ktgs.records.plan import Plan
from ktgs.records.team import Document, Engagement, Team
from ktgs.repository.index import Repository

_SESSION = ("id", "unit", "mode", "planned_on", "at", "place", "held_on", "status", "reported_on", "reason")
_CHOICE = ("selected_on", "selection_reason", "basis", "sampled_branches", "unit_contacted_on", "attendees")
_INVITATION = ("invited", "invited_on", "attended", "title")
_DOCUMENT = ("id", "name", "requested_on", "due", "completed_on")
_MEMBER = ("person", "role", "valid_from", "valid_to", "instead_of")


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield every inspection and thematic supervision of every plan; its days are in `plans.json`."""
    yield addresses.api("rounds"), document(facts, {"rounds": _rounds(facts.repository)})


def _rounds(repository: Repository) -> Iterator[Shape]:
    for plan in repository.plans.values():
        yield from (_round(repository, plan, activity.id) for activity in plan.activities if activity.is_round)


def _round(repository: Repository, plan: Plan, activity: str) -> Shape:
    return {
        "plan": plan.id,
        "activity": activity,
        "teams": [_team(team) for team in repository.teams_of(plan, activity)],
        "notices": [_notice(notice) for notice in repository.notices_of(plan, activity)],
    }


def _team(team: Team) -> Shape:
    return {
        "id": team.id,
        **public_fields(team, "name"),
        "decisions": [public_fields(each, "document_number", "issued_on", "change") for each in team.decisions],
        "members": [public_fields(member, *_MEMBER) for member in team.members],
        "engagements": [_engagement(engagement) for engagement in team.engagements],
    }


def _engagement(engagement: Engagement) -> Shape:
    invitation = engagement.party_invitation
    return {
        **public_fields(engagement, *_SESSION, *_CHOICE),
        "party_invitation": public_fields(invitation, *_INVITATION) if invitation else None,
        "documents": [_document(asked) for asked in engagement.documents],
    }


def _document(asked: Document) -> Shape:
    received = [public_fields(part, "on", "content") for part in asked.received]
    return {**public_fields(asked, *_DOCUMENT), "received": received}


def _notice(notice: Notice) -> Shape:
    return {
        "id": notice.id,
        **public_fields(notice, "document_number", "issued_on", "teams", "replaces"),
        "sent_to": [public_fields(sending, "unit", "sent_on", "sent_by") for sending in notice.sent_to],
    }
