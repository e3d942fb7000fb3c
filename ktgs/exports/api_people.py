"""`api/v1/people.json`: officers, where they work and the positions they hold."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._shapes import Shape, document, public_fields
from ktgs.facts.facts import Facts
from ktgs.records.person import Person

_POSITION = ("body", "title", "tenure", "valid_from", "valid_to")


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield all officers, without anything on who came and who did not."""
    yield addresses.api("people"), document(facts, {"people": map(_person, facts.repository.people.values())})


def _person(person: Person) -> Shape:
    return {
        "id": person.id,
        **public_fields(person, "full_name"),
        "workplaces": [public_fields(place, "unit", "valid_from", "valid_to") for place in person.workplaces],
        "positions": [public_fields(position, *_POSITION) for position in person.positions],
    }
