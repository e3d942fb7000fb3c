"""Repositories for tests: the small sample, or only what a test writes, with files laid over it."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ktgs.examining.pipeline import examine
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Diagnostic
from ktgs.language.today import Today

SAMPLE = Path(__file__).parent / "sample"


def lay(root: Path, files: Mapping[str, str | bytes | None], *, base: Path | None = SAMPLE) -> Path:
    """Return `root` with a copy of `base`/data (nothing for None) and `files` written over it; None removes a file."""
    if base is not None and not (root / "data").exists():
        shutil.copytree(base / "data", root / "data")
    for name, content in files.items():
        path = root / name
        if content is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else textwrap.dedent(content).lstrip("\n").encode())
    return root


def facts(root: Path, today: str | None = None) -> Facts:
    """Return what the data says as of an ISO day that is asked for, or as of the sample's own day."""
    asked = date.fromisoformat(today) if today else None
    return examine(root, lambda sample: Today(asked or sample or date(2020, 10, 15), asked is not None))


def told(found: Facts) -> list[str]:
    """Return the diagnostics as `file:line:column code`, in order."""
    return [f"{item.place} {item.code.id}" for item in found.diagnostics]


def only(found: Facts, code: str) -> list[Diagnostic]:
    """Return the diagnostics of one code."""
    return [item for item in found.diagnostics if item.code.id == code]
