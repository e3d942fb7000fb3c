"""Long lists cut into pages, and groups that go on over the cut."""

from __future__ import annotations

from ktgs.pages._parts import Part, PartLink, parts_of_groups, starts_of_groups

GROUPS = (("Cụm 1", "abc"), ("Cụm 2", "de"), ("Cụm 3", ""), ("Cụm 1", "f"))
LINKS = (PartLink("1–2", "a.html"), PartLink("3–4", "a-2.html"), PartLink("5–6", "a-3.html"))


def test_a_group_that_is_cut_goes_on_in_the_next_part() -> None:
    """Two groups of one name stay two."""
    assert parts_of_groups("a.html", GROUPS, 2) == (
        Part("a.html", (("Cụm 1", ("a", "b")),), LINKS),
        Part("a-2.html", (("Cụm 1", ("c",)), ("Cụm 2", ("d",))), LINKS),
        Part("a-3.html", (("Cụm 2", ("e",)), ("Cụm 1", ("f",))), LINKS),
    )


def test_what_fits_on_one_page_has_no_links_and_no_empty_group() -> None:
    (only,) = parts_of_groups("a.html", GROUPS, 6)
    assert [name for name, _ in only.rows] == ["Cụm 1", "Cụm 2", "Cụm 1"]
    assert (only.address, only.links) == ("a.html", ())


def test_without_a_row_there_is_one_empty_part() -> None:
    assert parts_of_groups("a.html", (), 2) == (Part("a.html", (), ()),)


def test_each_group_is_led_to_where_it_begins() -> None:
    assert starts_of_groups("a.html", GROUPS, 2) == ("a.html", "a-2.html", "a-3.html", "a-3.html")
