"""`api/v1/units.json`: the grassroots organisations with their sub-units and history."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._shapes import document, shape
from ktgs.facts.facts import Facts

PATH = "api/v1/units.json"
DOWNLOADS = (Download(DownloadKind.data, PATH, "đơn vị, đơn vị trực thuộc, lịch sử của đơn vị", order=30),)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield all units, those that ended as well."""
    yield PATH, document(facts, {"units": map(shape, facts.repository.units.values())})
