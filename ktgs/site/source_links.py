"""The host's view of a line or a file of the data."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from ktgs.language.diagnostics import Place


class SourceLink(NamedTuple):
    """Where a fact stands: `data/units/doan-so-a.yml:3`, and the host's view of that line where there is a host."""

    text: str
    url: str | None


def view_of(repo_url: str, place: Place) -> str:
    """Return the host's address of a line or file, after the repository's: GitHub's form unless it has another."""
    file = quote(place.file)
    if "gitlab" in repo_url:
        return f"/-/blob/HEAD/{file}" + (f"#L{place.line}" if place.line else "")
    if "bitbucket" in repo_url:
        return f"/src/HEAD/{file}" + (f"#lines-{place.line}" if place.line else "")
    plain = "?plain=1" if file.endswith(".md") else ""  # else the host renders it and has no lines
    return f"/blob/HEAD/{file}" + (f"{plain}#L{place.line}" if place.line else "")
