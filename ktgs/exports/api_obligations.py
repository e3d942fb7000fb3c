"""`api/v1/obligations.json`: who owes what by when, as `ktgs due --format json` prints it."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._shapes import document
from ktgs.facts.facts import Facts
from ktgs.obligations.shapes import obligation_json

PATH = "api/v1/obligations.json"
DOWNLOADS = (Download(DownloadKind.data, PATH, "việc phải làm, như lệnh ktgs due in ra", order=60),)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield every public obligation, wholes and parts, in order of id."""
    yield PATH, document(facts, {"obligations": map(obligation_json, facts.obligations)})
