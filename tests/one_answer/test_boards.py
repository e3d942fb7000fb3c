"""The boards of rounds: each cell that claims an obligation finds it in the facts, and each such obligation a cell."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import duties
from tests.one_answer.conftest import House
from tests.one_answer.statements import obligation, pages, target
from tests.pages.reading import Element, words

COLUMNS = {duty.column.name: duty.slug for duty in duties() if duty.column}


def cells(house: House) -> Iterator[tuple[str, str, Element]]:
    """Yield each cell under the column of a duty: the board's page, the duty, the cell."""
    for page in pages(house.site):
        for cell in house.main(page).xpath(".//table[contains(@class,'board')]/tbody/tr/td[@data-label]"):
            if (name := cell.get("data-label")) in COLUMNS:
                yield page, COLUMNS[name], cell


def named(page: str, cell: Element) -> list[str]:
    """Return the obligations that a cell leads to; "" for a link to something else."""
    return [obligation(target(page, link.get("href"))) for link in cell.xpath(".//a")]


def test_each_cell_that_claims_an_obligation_finds_it(house: House) -> None:
    """Whatever state a cell shows is that of an obligation under the cell's duty, and in the facts."""
    seen = 0
    for page, duty, cell in cells(house):
        keys = named(page, cell)
        assert len(keys) == len(cell.xpath(".//*[contains(@class,'state-')]")), f"{page}: {words(cell)}"
        assert [key for key in keys if key not in house.public or key.split("/")[1] != duty] == [], page
        seen += len(keys)
    assert seen > 50


def test_each_obligation_with_a_column_stands_in_a_cell(house: House) -> None:
    """No cell shows a dash where something is owed."""
    told = {key for page, _, cell in cells(house) for key in named(page, cell)}
    owed = {key for key in house.counted if key.split("/")[1] in COLUMNS.values()}
    about_none = {key for key in owed if not house.obligations[key]["about_unit"]}  # a round or team without units yet
    assert sorted(owed - told - about_none) == []
    assert len(owed & told) > 50
