"""Record kinds by their Vietnamese names, as people ask for them."""

from __future__ import annotations

from ktgs.language.text import fold, slug
from ktgs.records.base import FileRecord
from ktgs.records.loading import record_kinds
from ktgs.records.report import ReportKind


def kind_names() -> dict[str, type[FileRecord]]:
    """Return the kinds by name: the title of each, and for reports also the word that says which report it is."""
    words = {word.name: word.value for word in ReportKind}
    reports = {words[kind.record_kind]: kind for kind in record_kinds() if kind.record_kind in words}
    return {**reports, **{kind.record_title: kind for kind in record_kinds()}}


def kind_named(asked: str) -> type[FileRecord] | None:
    """Return the kind of that name or slug, whatever its case and tone marks; None where there is none."""
    return next((kind for name, kind in kind_names().items() if fold(asked) in (fold(name), slug(name))), None)
