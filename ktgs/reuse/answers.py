"""What a command has said before: it follows from the program, the data, the day and what was asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from ktgs.reuse.fingerprints import digest, of_paths, of_program
from ktgs.reuse.store import Store

Answer = tuple[list[tuple[bool, str]], int]  # what is said (on stderr or not, the text), and the exit code


def answer(root: Path, question: str, make: Callable[[], Answer]) -> Answer:
    """Return what `make` returns for a question about the data under `root`, from before where nothing has changed.

    It is kept only if nothing changed while it was made.
    """
    store = Store(root)
    if not store.is_open:
        return make()
    name = f"answer-{digest(question.encode()).hex()[:16]}"
    key = _key(root, question)
    if (kept := store.get(name, key)) is not None:
        said, code = json.loads(kept)
        return [(is_complaint, text) for is_complaint, text in said], code
    made = make()
    if _key(root, question) == key:
        store.put(name, key, json.dumps(made).encode())
    return made


def _key(root: Path, question: str) -> bytes:
    said = of_paths((root / "data", root / "mkdocs.yml", root / "docs", root / "site_templates"))
    return digest(of_program() + said + question.encode())
