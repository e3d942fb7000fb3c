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
    declared: list[Download] = [each for module in modules(__package__) for each in getattr(module, "DOWNLOADS", ())]
    data = sorted((each for each in declared if each.kind is DownloadKind.data), key=lambda each: each.order)
    paths = [PurePosixPath(each.path) for each in data]
    yield PATH, document(facts, {"files": [{"name": path.stem, "path": path.name} for path in paths]})
