"""The sample with broken files, and the marks that they leave, by id."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ktgs.records.loading import Broken
from ktgs.repository.repository import Repository
from tests.opened import repository_of
from tests.repository.writing import BROKEN, BROKEN_REPORT, PLAN, REPORTS


def broken(root: Path, *files: str, beside: dict[str, str] | None = None, today: str = "2020-10-15") -> Repository:
    """Return the sample's repository with these files broken, each named from its plan's or report's folder on."""
    laid = {}
    for name in files:
        folder = REPORTS if name.endswith(".md") or name.startswith("follow-ups") else PLAN
        laid[f"{folder}/{name}" if not name.startswith("data/") else name] = (
            BROKEN_REPORT if name.endswith(".md") else BROKEN
        )
    return repository_of(root, {**laid, **(beside or {})}, today)


def ids(found: Iterable[Broken]) -> list[str]:
    """Return the ids of the marks."""
    return [mark.id for mark in found]


def id_of(mark: Broken | None) -> str | None:
    """Return the id of the mark, None for none."""
    return mark.id if mark else None
