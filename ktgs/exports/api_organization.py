"""`api/v1/organization.json`: the body that issues the plans."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._shapes import document, public_fields
from ktgs.facts.facts import Facts


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield the organisation with its committees."""
    found = facts.repository.organization
    own = ("name", "short_name", "superior", "symbol", "place_of_issue", "full_register", "sample_as_of", "soon_days")
    bodies = [public_fields(body, "id", "name", "abbreviation", "symbol") for body in found.bodies]
    yield (
        addresses.api("organization"),
        document(facts, {"organization": {**public_fields(found, *own), "bodies": bodies}}),
    )
