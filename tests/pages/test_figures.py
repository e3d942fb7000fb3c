"""The pages of figures: each has its explanation, its tables, and links to what it counts."""

from pathlib import Path
from typing import Any

import pytest

from ktgs.facts.facts import figures
from ktgs.language.text import first_upper
from ktgs.obligations.tables import Figure
from tests.pages.reading import items, links, main, rows, words


def test_index(sample_site: Path) -> None:
    page = main(sample_site, "so-lieu/index.html")
    assert {first_upper(figure.name) for figure in figures()} <= {text for text, _ in links(page)}
    assert "Chỉ tiêu của kế hoạch 46-KH/ĐTN" in words(page)


@pytest.mark.parametrize("figure", figures(), ids=lambda figure: figure.slug)
def test_a_figure_has_its_explanation_and_tables(sample_site: Path, figure: Figure[Any]) -> None:
    page = main(sample_site, f"so-lieu/{figure.slug}.html")
    assert words(page.find("h1")).lower() == figure.name
    assert items(page, "//table/caption")
    assert " ".join(figure.about.split("\n")[0].replace("*", "").replace("`", "").split()) in words(page)


def test_a_number_opens_what_it_counts(sample_site: Path) -> None:
    page = main(sample_site, "so-lieu/do-phu-di-co-so.html")
    row = next(row for row in page.xpath("//tbody/tr") if words(row).startswith("Đoàn cơ sở Sở A"))
    assert [words(cell) for cell in row.xpath("./td")][:2] == ["14/05/2020", "5"]
    assert [target for _, target in links(row, "./td[3]//a")] == [
        "../bao-cao/2020-04-08-doan-so-a-chi-doan-1.html",
        "../bao-cao/2020-05-14-doan-so-a-chi-doan-2.html",
    ]


def test_totals_of_the_body_name_nobody(sample_site: Path) -> None:
    page = main(sample_site, "so-lieu/tham-du-sinh-hoat.html")
    assert rows(page)[0] == [
        "04/2020",
        "3",
        "0",
        "2",
        "0",
        "0",
        "0",
        "1",
    ]  # absence: of the whole plan only
    assert {target for _, target in links(page)} == {"../lich/2020-04.html", "../lich/2020-05.html"}
