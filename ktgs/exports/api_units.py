"""`api/v1/units.json`: the grassroots organisations with their branches and history."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._shapes import Shape, document, public_fields
from ktgs.facts.facts import Facts
from ktgs.records.unit import Unit

_OWN = ("name", "short_name", "kind", "cluster", "member_count", "party_committee", "valid_from", "valid_to")
_HISTORY = ("merged_into", "transferred_from")
_BRANCH = ("id", "name", "member_count", "valid_from", "valid_to")


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield all units, those that ended as well."""
    yield addresses.api("units"), document(facts, {"units": map(_unit, facts.repository.units.values())})


def _unit(unit: Unit) -> Shape:
    return {
        "id": unit.id,
        **public_fields(unit, *_OWN, *_HISTORY),
        "former_names": [public_fields(former, "name", "valid_to") for former in unit.former_names],
        "followed_by": [public_fields(one, "person", "valid_from", "valid_to") for one in unit.followed_by],
        "branches": [public_fields(branch, *_BRANCH) for branch in unit.branches],
    }
