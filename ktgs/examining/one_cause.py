"""One slip is told once: what else follows from it at the same place is left out."""

from __future__ import annotations

from collections.abc import Iterable

from ktgs.language.diagnostics import Diagnostic, Place, Severity

_SLIPS = ("F2", "D2")  # a name or a day that cannot be right; the first of these at a place is told
_FOLLOWS = ("D", "M")  # and what else it makes of the record


def told_once(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics without those that only follow from a wrong name or day told at the same place.

    Where the places name files without lines, as in the public half, all are kept.
    """
    listed = tuple(diagnostics)
    first: dict[tuple[Place, bool], Diagnostic] = {}
    for item in sorted((item for item in listed if item.place.line and item.code.id.startswith(_SLIPS)), key=_rank):
        first.setdefault((item.place, item.is_internal), item)
    return tuple(item for item in listed if _is_told(item, first.get((item.place, item.is_internal))))


def _rank(item: Diagnostic) -> tuple[int, bool, str, str]:
    family = next(index for index, start in enumerate(_SLIPS) if item.code.id.startswith(start))
    return family, item.severity is not Severity.error, item.code.id, item.message


def _is_told(item: Diagnostic, slip: Diagnostic | None) -> bool:
    return slip is None or item is slip or not item.code.id.startswith(_FOLLOWS)
