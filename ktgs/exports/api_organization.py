"""`api/v1/organization.json`: the body that issues the plans."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._shapes import document, shape
from ktgs.facts.facts import Facts

PATH = "api/v1/organization.json"
DOWNLOADS = (Download(DownloadKind.data, PATH, "tổ chức ban hành kế hoạch và các cơ quan", order=20),)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield the organisation with its committees, their roles and the kinds of its units."""
    yield PATH, document(facts, {"organization": shape(facts.repository.organization)})
