"""The on-time figure's tables, by plan."""

from __future__ import annotations

from collections.abc import Mapping

from ktgs.facts.facts import Facts
from ktgs.figures.on_time import FIGURE
from ktgs.obligations.tables import Table

SLUG = FIGURE.slug


def rates(facts: Facts) -> Mapping[str, tuple[Table, Table]]:
    """Return each plan's tables by duty and by month, by the plan's id; empty where the figure crashed."""
    tables = facts.tables.get(SLUG, ())
    return dict(zip(facts.repository.plans, zip(tables[::2], tables[1::2], strict=True), strict=False))
