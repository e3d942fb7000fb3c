"""Long lists in parts: every row once, no part too heavy, a group found in the part in which it begins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ktgs.pages._parts import Part, PartLink, parts, parts_of_groups, starts_of_groups

ADDRESS = "viec/a.html"
MOST = 10
rows = st.lists(st.integers(1, 14))


def weight(row: int) -> int:
    return row


@given(rows)
def test_every_row_stands_once_and_only_a_row_that_is_too_heavy_makes_a_part_too_heavy(listed: list[int]) -> None:
    cut = parts(ADDRESS, listed, MOST, weight)
    assert [row for part in cut for row in part.rows] == listed
    assert all(sum(part.rows) <= MOST or len(part.rows) == 1 for part in cut)
    assert [part.address for part in cut] == [ADDRESS, *(f"viec/a-{number}.html" for number in range(2, len(cut) + 1))]
    assert [link.address for link in cut[0].links] == ([part.address for part in cut] if len(cut) > 1 else [])


@given(st.lists(rows.filter(bool), min_size=1))
def test_a_group_begins_where_it_is_said_to(groups: list[list[int]]) -> None:
    named = list(enumerate(groups))
    begun: dict[int, str] = {}
    for part in parts_of_groups(ADDRESS, named, MOST, weight):
        for name, _ in part.rows:
            begun.setdefault(name, part.address)
    assert tuple(begun.values()) == starts_of_groups(ADDRESS, named, MOST, weight)


def test_a_group_without_rows_begins_on_a_page_that_is_there() -> None:
    groups = [("a", []), ("b", [1, 2]), ("c", []), ("d", [3]), ("e", [])]
    assert starts_of_groups(ADDRESS, groups, 2) == (ADDRESS, ADDRESS, "viec/a-2.html", "viec/a-2.html", "viec/a-2.html")
    assert starts_of_groups(ADDRESS, [], 2) == ()


def test_parts_are_named_by_places_or_by_what_they_hold() -> None:
    places = parts(ADDRESS, "abcde", 2)[0].links
    assert [link.name for link in places] == ["1–2", "3–4", "5–5"]
    groups = (("Đoàn Sở A", (1, 2, 3)), ("Đoàn Sở B", (4,)))
    names = parts_of_groups(ADDRESS, groups, 2, name=lambda group, _: group)[0].links
    assert [link.name for link in names] == ["1. Đoàn Sở A", "2. Đoàn Sở A – Đoàn Sở B"]


def test_a_group_that_is_cut_goes_on_in_the_next_part() -> None:
    """Two groups of one name stay two, and one without rows stands nowhere."""
    groups = (("Cụm 1", "abc"), ("Cụm 2", "de"), ("Cụm 3", ""), ("Cụm 1", "f"))
    links = (PartLink("1–2", "a.html"), PartLink("3–4", "a-2.html"), PartLink("5–6", "a-3.html"))
    assert parts_of_groups("a.html", groups, 2) == (
        Part("a.html", (("Cụm 1", ("a", "b")),), links),
        Part("a-2.html", (("Cụm 1", ("c",)), ("Cụm 2", ("d",))), links),
        Part("a-3.html", (("Cụm 2", ("e",)), ("Cụm 1", ("f",))), links),
    )
    (only,) = parts_of_groups("a.html", groups, 6)
    assert ([name for name, _ in only.rows], only.links) == (["Cụm 1", "Cụm 2", "Cụm 1"], ())
