"""The dictionary of fields: every kind and key, its template, the words allowed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ktgs.forms.templates import own_word, template
from ktgs.language.text import slug
from ktgs.language.vocabulary import SUB_UNIT
from ktgs.records.base import FileRecord, Record
from ktgs.records.loading import record_kinds
from ktgs.records.schema import Field, schema
from tests.pages.reading import Element, main, rows, section, words

WORD = "chi đoàn"  # what the sample's body calls sub-units


@pytest.fixture(scope="module")
def page(sample_site: Path) -> Element:
    """The dictionary."""
    return main(sample_site, "tu-dien.html")


def every(kind: type[Record]) -> Iterator[tuple[type[Record], Field]]:
    """Yield every field of a kind with what holds it, a mapping before what stands below it."""
    fields = [field for field in schema(kind).fields.values() if field.key]
    yield from ((kind, field) for field in fields)
    for field in fields:
        if field.child:
            yield from every(field.child)


def top(page: Element, anchor: str) -> list[list[str]]:
    """Return the rows of a kind's own keys, without those of what its files hold."""
    return rows(section(page, anchor).xpath(".//table")[0])


@pytest.mark.parametrize("kind", record_kinds(), ids=lambda kind: kind.record_kind)
def test_a_kind_has_all_its_keys_and_its_template(page: Element, kind: type[FileRecord]) -> None:
    found = section(page, slug(kind.record_title))
    listed = rows(found)
    declared = list(every(kind))
    assert [key for key, _, _ in listed] == [field.key.replace(SUB_UNIT, WORD) for _, field in declared]
    for (_, need, about), (holder, field) in zip(listed, declared, strict=True):
        assert need.endswith(", nội bộ") != field.is_public
        assert need.startswith("có") == field.is_required
        allowed = (own,) if (own := own_word(kind, holder, field)) else field.form.words
        assert all(word in about for word in allowed)
    (copied,) = found.xpath(".//details[.//button[@class='copy']]/pre")
    assert copied.text_content().strip() == template(kind, WORD).strip()


def test_where_one_of_several_is_needed_it_says_so(page: Element) -> None:
    visit = {key: need for key, need, _ in top(page, "bao-cao-du-sinh-hoat")}
    assert (visit["buổi"], visit["đơn vị"], visit["người dự"]) == ("tùy", "tùy", "có")


def test_a_key_has_its_example_or_its_words(page: Element) -> None:
    schedule = {key: about for key, _, about in top(page, "lich-sinh-hoat")}
    assert schedule["ngày nhận"].endswith("ví dụ 20/03/2020, hoặc chưa rõ")
    (state,) = (about for key, _, about in rows(section(page, "lich-sinh-hoat")) if key == "trạng thái")
    assert state.endswith("dùng: hoãn, hủy")
    assert "mỗi mục của “buổi” › “dời”" in words(section(page, "lich-sinh-hoat"))
