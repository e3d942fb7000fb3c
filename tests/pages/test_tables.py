"""Tables whose numbers count very many: on a page of its own what one number counts, long tables in parts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.figures.load import FIGURE as LOAD
from ktgs.figures.months import FIGURE as MONTHS
from ktgs.language.months import Month
from ktgs.obligations.tables import Cell, Row, Table, number
from ktgs.obligations.targets import Subject, ToCounted, ToFigure, ToMonthSummary, ToPage, ToPerson
from ktgs.pages import _tables, counted, figure, month_summary, people
from ktgs.pages._tables import MOST_FOLDED, table_parts, with_long_apart
from tests.repo import facts

REPOSITORY = Path(__file__).parents[2]
OF = ToFigure("do-phu")
MANY = tuple(Subject(f"Đoàn Sở {place}") for place in range(MOST_FOLDED + 1))


@pytest.fixture(scope="module")
def known() -> Facts:
    """What the public knows of the shipped data."""
    return publish(facts(REPOSITORY))


def table(*columns: str) -> Table:
    """Return a table with a row of a name alone and a row of somebody, each with many in its last number."""
    rows = (
        Row(Subject("dưới 1 tháng"), (number(MANY[:-1]), number(MANY))[-len(columns) :]),
        Row(Subject("Nguyễn Văn A", ToPerson("nguyen-van-a-2")), (Cell(3), number(MANY))[-len(columns) :]),
    )
    return Table("Đơn vị lâu chưa có cán bộ về dự", of="Thời gian", columns=columns, rows=rows)


def test_a_number_that_counts_too_many_leads_to_its_page() -> None:
    found = with_long_apart(OF, table("Đã dự", "Số đơn vị"))
    (kept, apart), (small, of_person) = (row.cells for row in found.rows)
    assert (kept.counts, small.counts) == (MANY[:-1], ())
    assert (apart.value, of_person.value) == (len(MANY), len(MANY))
    (first,), (second,) = apart.counts, of_person.counts
    assert first.name == "Số đơn vị, dưới 1 tháng"
    assert first.target == ToCounted(OF, "don-vi-lau-chua-co-can-bo-ve-du/duoi-1-thang/so-don-vi")
    assert second.target == ToCounted(OF, "don-vi-lau-chua-co-can-bo-ve-du/nguyen-van-a-2/so-don-vi")


def test_the_only_number_of_a_row_is_named_by_the_row() -> None:
    (row, _) = with_long_apart(ToPage("recommendations"), table("Số đơn vị")).rows
    assert [subject.name for subject in row.cells[0].counts] == ["dưới 1 tháng"]


@pytest.mark.parametrize(
    ("target", "address"),
    [
        (ToCounted(ToFigure("do-phu-di-co-so"), "a/b"), "so-lieu/do-phu-di-co-so/a/b.html"),
        (ToCounted(ToMonthSummary(Month(2020, 4)), "a/b"), "thang/2020-04/a/b.html"),
        (ToCounted(ToPage("recommendations"), "a/b"), "kien-nghi/a/b.html"),
    ],
)
def test_the_page_lies_below_that_of_its_table(known: Facts, target: ToCounted, address: str) -> None:
    assert counted.address(known, target) == address


def test_the_sample_folds_all_that_it_counts(known: Facts) -> None:
    assert list(counted.pages(known)) == []


def test_pages_lead_to_the_lists_that_there_are(known: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_tables, "MOST_FOLDED", 6)
    monkeypatch.setattr(counted, "_MOST", 10)
    listed = list(counted.pages(known))
    tables = [
        *(shown for page in figure.pages(known) for shown in page.tables),
        *(page.numbers for page in month_summary.pages(known)),
    ]
    cells = [cell for shown in tables for row in shown.rows for cell in row.cells]
    cells += [cell for page in people.pages(known) for group in page.groups for row in group.rows for cell in row.cells]
    led = {subject.target for cell in cells for subject in cell.counts if isinstance(subject.target, ToCounted)}
    assert len(led) > 50
    assert {counted.address(known, target) for target in led} <= {page.url for page in listed}
    assert max(len(cell.counts) for cell in cells) == 6
    by_page: dict[tuple[Subject, str], list[Subject]] = {}
    for page in listed:
        by_page.setdefault((page.table, page.name), []).extend(page.listed)
    months = known.figure(MONTHS)
    assert months
    for month, numbers in months.by_month.items():
        table_of = Subject(f"Số liệu tháng {month.label}", ToMonthSummary(month))
        sent = by_page.get((table_of, "Số đơn vị đã gửi lịch sinh hoạt"), ())
        assert tuple(sent) == (numbers.schedules if len(numbers.schedules) > 6 else ())


def test_a_long_table_goes_on_in_the_next_part(known: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    (whole,) = known.tables(LOAD)
    assert [part.rows for part in table_parts("so-lieu/a.html", (whole,))] == [(whole,)]
    monkeypatch.setattr(_tables, "_MOST_WEIGHT", 100)
    cut = table_parts("so-lieu/a.html", (whole,))
    assert len(cut) > 3
    assert tuple(row for part in cut for shown in part.rows for row in shown.rows) == whole.rows
    assert all(replace(shown, rows=whole.rows) == whole for part in cut for shown in part.rows)
