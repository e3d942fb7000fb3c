"""The kinds of pages of a built site: those of a template, by how long they are."""

from __future__ import annotations

from pathlib import Path

from ktgs.facts.facts import Facts
from ktgs.site.building import collect
from ktgs.site.links import HANDBOOK

Kinds = dict[str, Path]


def pages_of(site: Path, found: Facts) -> dict[str, list[Path]]:
    """Return the pages of each template, the shortest first; the handbook's are MkDocs' own, under `main.html`."""
    pages: dict[str, list[Path]] = {"main.html": list((site / HANDBOOK).parent.glob("*.html"))}
    for kept in collect(found):
        if kept.page.url.endswith(".html"):
            pages.setdefault(kept.template, []).append(site / kept.page.url)
    return {name: sorted(files, key=lambda file: (file.stat().st_size, file)) for name, files in pages.items()}


def middling(pages: dict[str, list[Path]]) -> Kinds:
    """Return a page of middling length of each template."""
    return {name: files[len(files) // 2] for name, files in pages.items()}


def typical_of(site: Path, found: Facts) -> Kinds:
    """Return a page of middling length of each template of a site."""
    return middling(pages_of(site, found))
