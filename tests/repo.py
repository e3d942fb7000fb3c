"""Repositories for tests: the small sample, or only what a test writes, with files laid over it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ktgs.examining.pipeline import examine
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Diagnostic
from ktgs.language.today import Today
from ktgs.obligations.obligation import Obligation
from tests.opened import SAMPLE, lay

__all__ = ["SAMPLE", "by_id", "facts", "lay", "only", "told"]


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


def by_id(found: Facts) -> dict[str, Obligation]:
    """Return the obligations by the text of their keys."""
    return {item.id: item for item in found.obligations}
