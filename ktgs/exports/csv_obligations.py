"""`csv/viec-phai-lam.csv`: what is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._columns import table
from ktgs.facts.facts import Facts
from ktgs.obligations.shapes import OBLIGATION_HEADERS, obligation_row


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield a row for each public obligation, in order of id."""
    yield addresses.spreadsheet("viec-phai-lam"), table(OBLIGATION_HEADERS, map(obligation_row, facts.obligations))
