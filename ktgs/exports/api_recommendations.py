"""`api/v1/recommendations.json`: recommendations and petitions, how far they have come and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._shapes import Shape, document, plain, public_fields
from ktgs.facts.facts import Facts
from ktgs.records.finding import Petition, Recommendation
from ktgs.records.follow_up import Event
from ktgs.repository.index import Repository
from ktgs.repository.linked import Found
from ktgs.repository.progress import (
    age_days,
    closed_on,
    owing_unit,
    petition_state,
    raised_on,
    recommendation_progress,
    turn,
)

_EVENT = ("on", "step", "content", "evidence", "person", "new_due", "document_number", "by")


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield what teams recommended and what the grassroots proposed."""
    repository = facts.repository
    lists = {
        "recommendations": (_recommendation(repository, one) for one in repository.findings_of(Recommendation)),
        "petitions": (_petition(repository, one) for one in repository.findings_of(Petition)),
    }
    yield addresses.api("recommendations"), document(facts, lists)


def _recommendation(repository: Repository, found: Found) -> Shape:
    progress = recommendation_progress(found)
    state = progress.state(repository.today).name
    due = {"due_on": plain(progress.due), "done_on": plain(progress.done.on) if progress.done else None}
    return {**_common(repository, found), **due, "state": state, "events": _events(found)}


def _petition(repository: Repository, found: Found) -> Shape:
    due_on = plain(found.finding.due) if isinstance(found.finding, Petition) else None
    state = petition_state(found).name
    return {**_common(repository, found), "due_on": due_on, "state": state, "events": _events(found)}


def _common(repository: Repository, found: Found) -> Shape:
    """Return what both have; `unit` is the one that it is with now, `turn` the name of the party that acts next."""
    return {
        "id": found.key,
        "report": found.report.id,
        "unit": owing_unit(repository, found),
        **public_fields(found.finding, "content", "addressee"),
        "raised_on": plain(raised_on(repository, found)),
        "closed_on": plain(closed_on(found)),
        "age_days": age_days(repository, found),
        "turn": turn(repository, found) or None,
    }


def _events(found: Found) -> list[Shape]:
    return [_event(event) for event in found.events]


def _event(event: Event) -> Shape:
    return public_fields(event, *_EVENT)
