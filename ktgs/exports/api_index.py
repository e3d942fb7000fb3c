"""`api/v1/index.json`: what files there are."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._shapes import document
from ktgs.facts.facts import Facts


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield the list of files, with paths beside it."""
    listed = [{"name": name, "path": f"{name}.json"} for name in addresses.API_FILES]
    yield addresses.api("index"), document(facts, {"files": listed})
