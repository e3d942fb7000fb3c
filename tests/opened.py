"""Data folders for tests, and the repository that lies in one; nothing above `repository/` is asked."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from ktgs.language.diagnostics import Diagnostic
from ktgs.language.today import Today
from ktgs.repository.opening import link, read
from ktgs.repository.repository import Repository

SAMPLE = Path(__file__).parent / "sample"
Files = Mapping[str, str | bytes | None]


def lay(root: Path, files: Files, *, base: Path | None = SAMPLE) -> Path:
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


def opened(root: Path, today: str = "2020-10-15", *, is_given: bool = True) -> tuple[Repository, list[Diagnostic]]:
    """Return the repository under `root` as of an ISO day, and all that reading and linking say."""
    loaded, unread = read(root)
    repository, unlinked = link(loaded, Today(date.fromisoformat(today), is_given))
    return repository, [*unread, *unlinked]


def repository_of(root: Path, files: Files, today: str = "2020-10-15", *, base: Path | None = SAMPLE) -> Repository:
    """Return the repository of the sample (of `base`, of nothing for None) with files laid over it."""
    return opened(lay(root, files, base=base), today)[0]


@cache
def sample(today: str = "2020-10-15") -> Repository:
    """Return the small sample's repository; only to be read."""
    return opened(SAMPLE, today)[0]
