"""The two sides of a comparison: facts, and the files that they were read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.source.discovery import discover


@dataclass(frozen=True, eq=False)
class Side:
    """One version: what follows from it for those who may read the comparison, and where its files lie."""

    facts: Facts
    root: Path

    @cached_property
    def files(self) -> Mapping[str, bytes | None]:
        """The content of every file under `data/`, its lines ended in one way; None where it cannot be read."""
        listed = ((file.file, file.read()[0]) for file in discover(self.root)[0])
        return {name: data and data.replace(b"\r\n", b"\n") for name, data in listed}

    @cached_property
    def unread(self) -> frozenset[str]:
        """The files from which nothing is taken."""
        return frozenset(mark.file for mark in self.facts.repository.broken)

    def line(self, place: Place) -> str:
        """Return the text of a place's line, empty for a file as a whole or one that is not under `data/`."""
        lines = self._lines(place.file)
        return lines[place.line - 1].strip() if 0 < place.line <= len(lines) else ""

    def _lines(self, file: str) -> list[str]:
        if file not in self._cut:
            self._cut[file] = (self.files.get(file) or b"").decode("utf-8", "replace").split("\n")
        return self._cut[file]

    @cached_property
    def _cut(self) -> dict[str, list[str]]:
        return {}
