"""Tables with pictures in their cells: small, as their numbers say, leading to what they count, telling of nobody."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.figures.load import FIGURE as LOAD
from ktgs.figures.on_time import FIGURE as ON_TIME
from ktgs.figures.trend import FIGURE as TREND
from ktgs.figures.trend import plan_table
from ktgs.pages import duty_periods, recommendations, unit_times
from ktgs.pages._axes import last_times, year_strip
from ktgs.pages._bars import FULL, LOAD_KINDS, duty_bars, load_bars, month_dots, stretches
from ktgs.pages._grids import heat_map
from ktgs.pages._parts import parts
from tests.pages.reading import Element, items, links, main, rows
from tests.repo import facts

REPOSITORY = Path(__file__).parents[2]
BAR, CELL = 1000, 80  # bytes
PICTURES = (
    "thuc-hien/index.html",
    "kien-nghi/index.html",
    "can-bo/index.html",
    "ke-hoach/46-kh-dtn.html",
    "don-vi/lan-gan-nhat.html",
    "thanh-phan.html",
)


@pytest.fixture(scope="module")
def known() -> Facts:
    """What the public knows of the shipped data."""
    return publish(facts(REPOSITORY))


def test_stretches_lie_side_by_side_and_fill_what_they_count() -> None:
    found = stretches((("a", 1), ("b", 0), ("c", 2)), 4)
    assert [(part.kind, part.x, part.width) for part in found] == [("a", 0, FULL // 4), ("c", FULL // 4, FULL // 2)]


@pytest.mark.parametrize("address", PICTURES)
def test_a_bar_is_at_most_a_kilobyte_without_a_style_of_its_own(data_site: Path, address: str) -> None:
    text = (data_site / address).read_bytes()
    drawings = [part.partition(b"</svg>")[0] for part in text.split(b"<svg")[1:]]
    assert len(drawings) > 5
    assert max(map(len, drawings)) < BAR
    assert b"style=" not in text


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("thuc-hien/index.html", "heat"),
        ("viec/46-kh-dtn/gui-lich-sinh-hoat/index.html", "heat units"),
        ("viec/46-kh-dtn/thong-bao/index.html", "heat units"),
    ],
)
def test_a_cell_of_a_grid_is_at_most_80_bytes(data_site: Path, address: str, kind: str) -> None:
    table = (data_site / address).read_bytes().split(f'<table class="{kind}">'.encode())[1].partition(b"</table>")[0]
    body = table.partition(b"<tbody>")[2]
    cells = [cell for row in body.split(b"<tr>")[1:] for cell in row.split(b"<td")[1:]]
    assert cells
    assert sum(map(len, cells)) / len(cells) < CELL


def test_the_heat_map_says_what_the_figure_says(known: Facts, data_site: Path) -> None:
    plan = known.repository.plans["46-kh-dtn"]
    numbers = known.figure(TREND)
    assert numbers
    table = plan_table(plan, numbers[plan.id])
    drawn, heat = heat_map(known, plan), main(data_site, "thuc-hien/index.html").xpath("//table[@class='heat']")[0]
    assert drawn
    shown = rows(heat.getparent())
    assert [row.subject.name for row in table.rows] == [row.subject.name for row in drawn.rows]
    for row, drawn_row, cells in zip(table.rows, drawn.rows, shown, strict=True):
        by_month = zip(row.cells[4:], drawn_row.cells, cells[2:], strict=True)
        assert all(
            (cell.value, text) == (found.tally.rate, f"{found.percent}% {found.tally.due}")
            if found
            else (cell.value, text) == ("–", "")
            for cell, found, text in by_month
        )


def test_a_cell_leads_to_as_many_as_it_counts(known: Facts, data_site: Path) -> None:
    heat = main(data_site, "thuc-hien/index.html").xpath("//table[@class='heat']")[0]
    targets = links(heat, ".//tbody//td/a")
    assert ("0% 5", "46-kh-dtn/2020-09.html#thong-bao") in targets
    for text, href in targets:
        file, _, anchor = href.partition("#")
        (heading,) = main(data_site, f"thuc-hien/{file}").xpath(f"//h2[@id='{anchor}']")
        assert heading.text_content().rstrip(") \n").endswith(f"/{text.split()[1]}")


def test_bars_hold_all_of_a_duty_and_lead_to_the_lists(known: Facts, data_site: Path) -> None:
    plan = known.repository.plans["46-kh-dtn"]
    numbers = known.figure(ON_TIME)
    assert numbers
    bars = duty_bars(known, plan)
    assert [bar.tally for bar in bars] == list(numbers[plan.id].by_duty.values())
    for bar in bars:
        assert sum(part.width for part in bar.bar) == FULL
        assert sum(cell.count for cell in bar.counts) == bar.tally.total
    page = main(data_site, "thuc-hien/index.html")
    assert ("■ 2 quá hạn", "../viec/qua-han/gui-lich-sinh-hoat.html") in links(page)


def test_dots_grow_with_what_was_due(known: Facts) -> None:
    dots = month_dots(known, known.repository.plans["46-kh-dtn"])
    assert [dot.subject.name for dot in dots][:2] == ["10/2020", "09/2020"]
    by_due = sorted(dots, key=lambda dot: dot.tally.due)
    assert all(less.radius <= more.radius for less, more in pairwise(by_due))
    assert by_due[-1].radius == 9


def test_load_is_what_the_figure_counts_and_tells_of_no_absence(known: Facts, data_site: Path) -> None:
    load = known.figure(LOAD)
    assert load
    bars = {bar.subject.name: bar for bar in load_bars(known)}
    for person, numbers in load.by_person.items():
        name = known.repository.people[person].full_name
        counts = (len(numbers.assigned), len(numbers.other_visits), len(numbers.engagements))
        assert (bars[name].counts if name in bars else (0, 0, 0)) == counts
    assert "attended" not in {kind for kind, _ in LOAD_KINDS}
    (table,) = main(data_site, "can-bo/index.html").xpath("//table[contains(@class, 'load')]")
    assert [tuple(map(int, row[2:])) for row in rows(table.getparent())] == [bar.counts for bar in bars.values()]


def test_ages_lead_to_the_open_ones_of_that_age(known: Facts, data_site: Path) -> None:
    page = main(data_site, "kien-nghi/index.html")
    (table,) = page.xpath("//table[contains(@class, 'ages')]")
    counts = links(table, ".//td/a")
    assert sum(int(text) for text, _ in counts) == 13 + 38
    for text, href in counts:
        (heading,) = page.xpath(f"//h3[@id='{href.partition('#')[2]}']")
        listed: Element = heading.getnext()
        assert len(listed.xpath("./li")) == int(text)
    (shown,) = recommendations.pages(known)
    for group in shown.groups:
        assert sum(len(age.findings) for age in group.by_age) == group.open_count


def test_the_year_shows_rounds_days_off_and_today(known: Facts, data_site: Path) -> None:
    months = year_strip(known, known.repository.plans["46-kh-dtn"])
    assert [month.subject.name for month in months] == [f"{number:02}/2020" for number in range(1, 13)]
    january, march, may, june, october = (months[number - 1] for number in (1, 3, 5, 6, 10))
    assert [(span.kind, span.x, span.width) for span in january.spans] == [
        ("off", 0, 1),
        ("off", 22, 2),
        ("off", 26, 3),
    ]
    assert [(span.kind, span.width) for span in march.spans] == [("before", 31)]
    assert ("inspection", 10, 12) in [(span.kind, span.x, span.width) for span in may.spans]
    assert [(span.kind, span.x, span.width) for span in june.spans] == [("supervision", 14, 12)]
    assert [month.today for month in months if month.today is not None] == [october.today] == [14]
    page = main(data_site, "ke-hoach/46-kh-dtn.html")
    (row,) = items(page, "//table[contains(@class, 'strips')]//tr[@class='now']")
    assert row == "10/2020 Hôm nay, 15/10/2020."


def test_last_times_stand_in_order_on_one_axis(known: Facts) -> None:
    times = last_times(known)
    assert times
    places = [row.visited.place if row.visited else -1 for row in times.rows]
    assert places == sorted(places) and places[0] == -1
    marks = [last for row in times.rows for last in (row.visited, row.inspected) if last]
    assert all(0 <= last.place <= 1000 for last in marks)
    days = sorted((last.on, last.place) for last in marks)
    assert [place for _, place in days] == sorted(place for _, place in days)
    (page,) = unit_times.pages(known)
    assert (page.never_visited, page.never_inspected) == (7, 46)


def test_long_lists_are_cut() -> None:
    cut = parts("viec/a/index.html", range(5), 2)
    assert [(part.address, part.rows) for part in cut] == [
        ("viec/a/index.html", (0, 1)),
        ("viec/a/index-2.html", (2, 3)),
        ("viec/a/index-3.html", (4,)),
    ]
    assert [(link.name, link.address) for link in cut[0].links] == [
        ("1–2", "viec/a/index.html"),
        ("3–4", "viec/a/index-2.html"),
        ("5–5", "viec/a/index-3.html"),
    ]
    assert parts("a.html", (), 2)[0].links == () == parts("a.html", (1, 2), 2)[0].links


def test_a_page_of_a_hundred_units_stays_light(data_site: Path) -> None:
    """The grid of 65 units and eight months, as long as a hundred units and twelve months would make it."""
    text = (data_site / "viec/46-kh-dtn/gui-lich-sinh-hoat/index.html").read_bytes()
    body = text.partition(b'<table class="heat units">')[2].partition(b"</table>")[0]
    assert len(text) - len(body) + len(body) * 100 / 65 * 12 / 8 < 150_000
    assert duty_periods._MOST_UNITS == 100
