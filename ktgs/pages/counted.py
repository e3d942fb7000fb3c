"""What a number of a table counts, one by one, where that is too much to be folded into the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts, figures
from ktgs.obligations.tables import Table
from ktgs.obligations.targets import Subject, ToCounted, ToFigure, ToMonthSummary, ToPage
from ktgs.pages._asked import turns
from ktgs.pages._month_table import month_tables
from ktgs.pages._parts import PartLink, part_title, parts
from ktgs.pages._tables import Page, counted

_MOST = 500  # of what is counted on one page
_RECOMMENDATIONS = ToPage("recommendations")


def address(_: Facts, target: ToCounted) -> str:
    """Return the address of the list, of its first part where it has several."""
    match target.of:
        case ToFigure(figure):
            return f"so-lieu/{figure}/{target.name}.html"
        case ToMonthSummary(month):
            return f"thang/{month}/{target.name}.html"
        case ToPage():
            return f"kien-nghi/{target.name}.html"


ADDRESSES = {ToCounted: address}


@dataclass(frozen=True, slots=True)
class CountedPage:
    """A part of what is counted; `name`: what the number is called in its table, `value`: the number there."""

    url: str
    title: str
    name: str
    table: Subject
    value: int | str
    count: int
    listed: tuple[Subject, ...]
    parts: tuple[PartLink, ...]


def pages(facts: Facts) -> Iterator[CountedPage]:
    """Yield the pages of every number of the figures and of the months that counts very many."""
    for of, table in _tables(facts):
        for found in counted(of, table):
            whole = address(facts, found.target)
            for part in parts(whole, found.cell.counts, _MOST):
                yield CountedPage(
                    url=part.address,
                    title=part_title(f"{found.name} – {found.table}", part.address, whole),
                    name=found.name,
                    table=Subject(found.table, of),
                    value=found.cell.value,
                    count=len(found.cell.counts),
                    listed=part.rows,
                    parts=part.links,
                )


def _tables(facts: Facts) -> Iterator[tuple[Page, Table]]:
    for figure in figures():
        for table in facts.tables(figure):
            yield ToFigure(figure.slug), table
    for month, table in month_tables(facts).items():
        yield ToMonthSummary(month), table
    yield _RECOMMENDATIONS, turns(facts)
