"""The files of a site as they were made before: what each was made of, and what came of it, as fingerprints."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from ktgs.reuse.fingerprints import digest, of_program
from ktgs.reuse.store import Store


class Made(NamedTuple):
    """A file: its path in the site, the fingerprint of what it was made of, and that of its bytes."""

    path: str
    key: bytes
    content: bytes


class MadeFiles:
    """Remembers the files of the site in `target`, which was made by this program within a frame.

    The frame is all that any file follows from beside its own key.
    """

    def __init__(self, root: Path, target: Path, frame: bytes) -> None:
        self._store = Store(root)
        self._name = f"made-{digest(str(target).encode()).hex()[:16]}"
        self._frame = digest(of_program() + frame)
        kept = self._store.get(self._name, self._frame)
        self._before: dict[str, tuple[str, str]] = dict(json.loads(kept)) if kept else {}

    def content(self, path: str, key: bytes) -> bytes | None:
        """Return the fingerprint of the bytes that a file had when it was made of the same, None where it was not."""
        before = self._before.get(path)
        return bytes.fromhex(before[1]) if before and before[0] == key.hex() else None

    def keep(self, files: Iterable[Made]) -> None:
        """Remember these files, and no others."""
        told = {path: (key.hex(), content.hex()) for path, key, content in files}
        self._store.put(self._name, self._frame, json.dumps(told).encode())
