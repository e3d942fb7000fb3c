"""Where a fact stands, as pages print it."""

from __future__ import annotations

from typing import NamedTuple


class SourceLink(NamedTuple):
    """Where a fact stands: `data/units/doan-so-a.yml:3`, and the host's view of that line where there is a host."""

    text: str
    url: str | None
