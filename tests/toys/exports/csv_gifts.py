"""A toy export: the gifts as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.records.gift import Gift

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.facts.facts import Facts

PATH = "csv/qua-tang.csv"
DOWNLOADS = (Download(DownloadKind.spreadsheet, PATH, "mỗi dòng một món quà", order=900),)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield one row a gift."""
    rows = (f"{gift.unit},{gift.giver}" for gift in facts.repository.of(Gift).values())
    yield PATH, "\n".join(rows).encode()
