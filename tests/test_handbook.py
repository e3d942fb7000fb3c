"""The handbook tells the truth: its tables agree with the records, and it lists what there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import Any, get_args

import pytest
import yaml
from pydantic_core import PydanticCustomError

from ktgs.facts.facts import duties
from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.language.vocabulary import SUB_UNIT, choices
from ktgs.obligations.obligation import State
from ktgs.records.adjustment import Adjustment
from ktgs.records.base import FileRecord, Record
from ktgs.records.ids import read_id
from ktgs.records.loading import kind_of, record_kinds, validate
from ktgs.records.report import Report
from ktgs.records.schema import Field, child_of, schema
from ktgs.records.values import (
    UNKNOWN,
    YesNo,
    read_clock,
    read_count,
    read_day,
    read_document_number,
    read_month,
    read_open_day,
    read_yes,
)
from ktgs.source.front_matter import read_markdown
from ktgs.source.reader import read_yaml
from ktgs.source.tree import PLACES, Tree
from tests.handbook import FOLDER, HandbookPage, handbook

NOT_EDITORS = "api.md"  # speaks to programs that read the exports, and has tests of its own
PAGES = {page.name: page for page in handbook() if page.name != NOT_EDITORS}
BY_TITLE = {page.title: page for page in PAGES.values()}
KEY = "Tên dòng"
KINDS = record_kinds()
WORD = "chi đoàn"  # what the body of the examples calls sub-units
COMMON = BY_TITLE["Báo cáo"]  # what all reports have, told once


def fields(kind: type[Record]) -> dict[str, Field]:
    """Return the fields of a mapping by their keys, with the word for sub-units of the body that the pages tell of."""
    return {field.key.replace(SUB_UNIT, WORD): field for field in schema(kind).fields.values() if field.key}


def mappings(kind: type[Record], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], type[Record]]]:
    """Yield every mapping of a record with the keys that lead to it."""
    yield path, kind
    for key, field in fields(kind).items():
        if field.child:
            yield from mappings(field.child, (*path, key))


def told(page: HandbookPage, path: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Return what a page says of the keys of a mapping: whether required and internal, and what to write."""
    rows = page.tables(KEY).get(path, ())
    found = {key.strip("`"): (need, meaning) for key, need, meaning in rows}
    assert len(found) == len(rows), f"a key stands twice in {page.name}, {path}"
    return found


def cases() -> Iterator[Any]:
    """Yield each mapping with the page that tells of it and the fields that the page must list."""
    for path, holder in mappings(Report):
        yield pytest.param(COMMON, path, holder, fields(holder), id=f"report {path}")
    for kind in KINDS:
        common = fields(Report) if issubclass(kind, Report) else {}
        for path, holder in mappings(kind):
            if path and path[0] in common:
                continue
            own = {key: field for key, field in fields(holder).items() if path or key not in common}
            yield pytest.param(BY_TITLE[kind.record_title], path, holder, own, id=f"{kind.record_kind} {path}")


@pytest.mark.parametrize(("page", "path", "holder", "own"), list(cases()))
def test_tables_of_keys_agree_with_the_records(
    page: HandbookPage, path: tuple[str, ...], holder: type[Record], own: dict[str, Field]
) -> None:
    rows = told(page, path)
    assert sorted(rows) == sorted(own)
    for key, field in own.items():
        need, meaning = rows[key]
        required, _, internal = need.partition(", ")
        assert required in (("có",) if field.is_required else ("không", "tùy")), key
        assert internal == ("" if field.is_public else "nội bộ"), key
        assert all(f"`{word}`" in meaning for word in words(holder.model_fields[field.name].annotation)), key


def words(annotation: Any) -> tuple[str, ...]:
    """Return the words that a field takes, `chưa rõ` included; none for free text."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return choices(annotation)
    if annotation is bool:
        return (choices(YesNo)[0],)
    return () if child_of(annotation) else tuple(word for part in get_args(annotation) for word in words(part))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.record_kind)
def test_every_kind_has_its_page_with_the_place_and_an_example(kind: type[FileRecord]) -> None:
    page = BY_TITLE[kind.record_title]
    parts = {"year": "<năm>", "plan": "<mã kế hoạch>", "month": "<năm-tháng>", "id": "<mã>"}
    assert f"Chỗ của tệp: `data/{kind.path.format(**parts)}`" in page.text
    assert any((found := kind_of(file)) and found[0] is kind for file in page.examples)
    assert page.mistakes


def test_where_one_of_several_keys_is_needed_none_is_refused() -> None:
    lacking: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for page in PAGES.values():
        for file, text in page.pasted(page.examples).items():
            located = kind_of(file)
            assert located
            for told_on in (page, COMMON):
                for path in told_on.tables(KEY):
                    keys = [key for key, (need, _) in told(told_on, path).items() if need == "tùy"]
                    tree = read(file, text)
                    if keys and empty(tree, path, keys):
                        codes = {problem.code.id for problem in validate(located[0], tree, (WORD,))[1]}
                        lacking.setdefault((told_on.name, path), set()).update(codes)
    assert lacking
    assert {where: codes for where, codes in lacking.items() if codes != {"S101"}} == {}


def read(file: str, text: str) -> Tree:
    """Return the tree of an example."""
    if file.endswith(".md"):
        found, _ = read_markdown(text.encode(), file)
        assert found
        return found[0]
    tree, _ = read_yaml(text.encode(), file)
    assert tree
    return tree


def empty(node: Any, path: tuple[str, ...], keys: list[str]) -> bool:
    """Take the keys out of the first mapping at the path; return whether there was one that had any."""
    for key in path:
        node = node.get(key)
        node = node[0] if isinstance(node, list) else node
        if node is None:
            return False
    found = [key for key in keys if node.pop(key, None) is not None]
    places = node[PLACES]
    left = {key: entry for key, entry in places.entries.items() if key not in found}
    places.layout = replace(places.layout, entries=left)
    return bool(found)


READERS = {
    "Ngày": lambda text: vi_date(read_day(text)),
    "Ngày hoặc chưa rõ": lambda text: "chưa rõ" if (day := read_open_day(text)) is UNKNOWN else vi_date(day),
    "Giờ": lambda text: read_clock(text).strftime("%H:%M"),
    "Tháng": lambda text: month_label(read_month(text)),
    "Số đếm": lambda text: str(read_count(text)),
    "Số, ký hiệu văn bản": lambda text: str(read_document_number(text)),
    "Có hay không": lambda text: "có" if read_yes(text) else "không",
    "Mã": read_id,
}


def month_label(month: Month) -> str:
    """Return a month as pages print it."""
    return month.label


def test_spellings_are_read_as_told() -> None:
    tables = PAGES["cach-viet.md"].sections("Viết")
    assert tables.keys() == READERS.keys()
    for section, rows in tables.items():
        for spelling, meaning in rows:
            assert (section, spelling, READERS[section](spelling.strip("`"))) == (section, spelling, meaning)


def test_spellings_are_refused_as_told() -> None:
    tables = PAGES["cach-viet.md"].sections("Không viết")
    assert tables.keys() == READERS.keys()
    for section, rows in tables.items():
        for spelling, why in rows:
            with pytest.raises(PydanticCustomError) as refused:
                READERS[section](spelling.strip("`"))
            assert (refused.value.context or {})["found"] == why


def test_internal_keys_are_all_listed() -> None:
    listed = {
        (key.strip("`"), page.partition("](")[2].rstrip(")"))
        for rows in PAGES["rieng-tu.md"].tables("Dòng nội bộ").values()
        for key, page in rows
    }
    assert listed == {
        (key, BY_TITLE[kind.record_title].name)
        for kind in KINDS
        for _, holder in mappings(kind)
        for key, field in fields(holder).items()
        if not field.is_public
    }


def test_duties_and_their_anchors_are_all_listed() -> None:
    (rows,) = PAGES["ke-hoach.md"].tables("Việc").values()
    anchors = {
        name.partition("]")[0].strip("["): cell.split("`")[1::2] if cell.startswith("`") else [] for name, cell in rows
    }
    assert anchors == {duty.name: [str(anchor) for anchor in duty.anchors] for duty in duties() if duty.needs_term}


def test_what_a_decision_must_name_is_told_of_every_duty() -> None:
    keys = {field.name: field.key for field in schema(Adjustment).fields.values()}
    (rows,) = PAGES["dieu-chinh.md"].tables("Việc").values()
    told_of = {name: cell.split("`")[1::2] for names, cell in rows for name in names.split(", ")}
    assert told_of == {
        duty.name: [keys[scope] for scope in duty.scopes] for duty in duties() if duty.scopes is not None
    }


def test_states_are_all_listed() -> None:
    (rows,) = PAGES["index.md"].tables("Trạng thái").values()
    assert [name for name, _ in rows] == list(choices(State))


def test_every_page_is_in_the_menu() -> None:
    menu = yaml.safe_load((FOLDER.parent.parent / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    listed = [page for section in menu for pages in section.values() for page in pages]
    assert sorted(listed) == sorted(f"huong-dan/{file.name}" for file in FOLDER.glob("*.md"))
