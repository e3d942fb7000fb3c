"""`api/v1/index.json`: what files there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._shapes import document
from ktgs.facts.facts import Facts
from ktgs.language.scanning import modules

PATH = "api/v1/index.json"
DOWNLOADS = (Download(DownloadKind.data, PATH, "danh sách các tệp dưới đây", order=10),)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield the list of the JSON files that exports declare, with paths beside it."""
    declared: list[Download] = [
        download for module in modules(__package__) for download in getattr(module, "DOWNLOADS", ())
    ]
    data = sorted(
        (download for download in declared if download.kind is DownloadKind.data), key=lambda download: download.order
    )
    paths = [PurePosixPath(download.path) for download in data]
    yield PATH, document(facts, {"files": [{"name": path.stem, "path": path.name} for path in paths]})
