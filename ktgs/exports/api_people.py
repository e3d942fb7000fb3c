"""`api/v1/people.json`: officers, where they work and the positions they hold."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._shapes import document, shape
from ktgs.facts.facts import Facts

PATH = "api/v1/people.json"
DOWNLOADS = (Download(DownloadKind.data, PATH, "cán bộ, nơi công tác, chức vụ", order=40),)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield all officers, without anything on who came and who did not."""
    yield PATH, document(facts, {"people": map(shape, facts.repository.people.values())})
