"""A site that was built before: it stands while nothing that it is made of, and nothing in it, has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ktgs.reuse.fingerprints import digest, of_paths, of_program
from ktgs.reuse.store import Store

Said = tuple[bool, str]  # whether it goes to stderr, and the line


@dataclass(frozen=True)
class BuiltSite:
    """The site in `target` as it follows from `sources` and from the words of `question`: day, audience, settings."""

    root: Path
    target: Path
    sources: tuple[Path, ...]
    question: str

    @property
    def key(self) -> bytes:
        """The fingerprint of all that the site is made of."""
        return digest(of_program() + of_paths(self.sources) + self.question.encode())

    def standing(self, key: bytes) -> tuple[Said, ...] | None:
        """Return what was said when the site was built from what has the fingerprint `key`, None where it was not."""
        if (kept := Store(self.root).get(self._name, key)) is None:
            return None
        site, said = json.loads(kept)
        if site != of_paths((self.target,)).hex():
            return None
        return tuple((is_error, line) for is_error, line in said)

    def keep(self, before: bytes, said: Iterable[Said]) -> None:
        """Remember the site just built from what had the fingerprint `before`, unless that has changed meanwhile."""
        if self.key == before:
            Store(self.root).put(self._name, before, json.dumps([of_paths((self.target,)).hex(), list(said)]).encode())

    @property
    def _name(self) -> str:
        return f"site-{digest(str(self.target).encode()).hex()[:16]}"
