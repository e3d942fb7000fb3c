"""What holds for any data: order, unrelated records and damage change nothing that they should not."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ktgs.language.today import Today
from ktgs.records.base import FileRecord, MarkdownRecord
from ktgs.records.follow_up import FollowUp
from ktgs.records.values import read_day
from ktgs.repository.opening import Loaded, link, read
from ktgs.repository.repository import Repository
from tests.repo import SAMPLE, facts, lay

FILES = tuple(sorted(str(path.relative_to(SAMPLE)) for path in (SAMPLE / "data").rglob("*") if path.is_file()))
FAULTS = {  # so that there is something to say about many files
    "data/people/le-van-c.yml": "họ tên: Lê Văn C\nchuc vụ: []\n",
    "data/plans/2020/46-kh-dtn/schedules/2020-04/doan-so-b.yml": "đơn vị: doan-so-bb\ntháng: 04/2020\n"
    "ngày nhận: 30/02/2020\n",
    "data/plans/2020/46-kh-dtn/notices/dot-1-1.yml": "ngày ban hành: 29/04/2020\nđoàn kiểm tra: [dot-1-doan-9]\n"
    "gửi đến:\n  - đơn vị: doan-so-aa\n    ngày gửi: 29/04/2021\n",
    "data/units/khong-phai-tep": "x",
    "data/units/doan-so-a (1).yml": "x",
    "data/reports/2020/nhanh/2020-05-12-thang-4.md": "---\nloại: nhanh\n",
}
CRASHES = {"F901", "F902", "F903"}  # what the software says of its own faults
LIGHT = settings(max_examples=40, deadline=None, derandomize=True)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, to be damaged and mended again."""
    return lay(tmp_path_factory.mktemp("properties"), {})


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with many faults."""
    return lay(tmp_path_factory.mktemp("faulty"), FAULTS)


@contextmanager
def written(root: Path, file: str, content: bytes) -> Iterator[None]:
    """Let a file hold other bytes for a while."""
    path = root / file
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    try:
        yield
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


@contextmanager
def listed_in_order_of(seed: int) -> Iterator[None]:
    """Let the system list every folder in another order."""
    scandir = os.scandir

    class Shuffled:
        def __init__(self, path: Path) -> None:
            with scandir(path) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name)
            random.Random(f"{seed} {path.name}").shuffle(self.entries)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None:
            self.entries = []

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "scandir", Shuffled)
        yield


@LIGHT
@given(seed=st.integers(0, 2**32))
def test_order_of_files_does_not_matter(faulty: Path, seed: int) -> None:
    expected = facts(faulty)
    with listed_in_order_of(seed):
        found = facts(faulty)
    assert len(expected.diagnostics) > 5
    assert found.diagnostics == expected.diagnostics
    assert found.obligations == expected.obligations
    assert found.numbers == expected.numbers


UNRELATED = {
    "data/people/zz-9.yml": "họ tên: Zờ\nchức vụ: []\n",
    "data/units/zz-9.yml": "tên: Zờ\nloại: đoàn cơ sở\nchi đoàn:\n  - mã: zz-8\n    tên: Zờ 8\ntừ: 01/01/2015\n",
    "data/calendar/2027.yml": "ngày nghỉ:\n  - ngày: 01/01/2027\n    tên: Tết Dương lịch\n",
    "data/plans/2020/46-kh-dtn/teams/zz-9.yml": "hoạt động: zz-8\ntên: Zờ\nquyết định: []\nthành viên: []\ncuộc: []\n",
    "data/reports/2020/follow-ups/zz-9.yml": "của: zz-8#zz\ndiễn biến: []\n",
}


@LIGHT
@given(file=st.sampled_from(sorted(UNRELATED)), other=st.none() | st.binary(max_size=40))
def test_unrelated_record_changes_no_other_record_s_diagnostics(faulty: Path, file: str, other: bytes | None) -> None:
    before = facts(faulty).diagnostics
    with written(faulty, file, UNRELATED[file].encode() if other is None else other):
        after = facts(faulty).diagnostics
    assert [item for item in after if item.place.file != file] == list(before)


@settings(LIGHT, max_examples=100)
@given(file=st.sampled_from(FILES), content=st.binary(max_size=200))
@example(file="data/organization.yml", content=b"")
@example(file="data/plans/2020/46-kh-dtn/plan.md", content=b"---\n---\n")
@example(file="data/calendar/2020.yml", content=b"\xff\xfe")
def test_arbitrary_bytes_never_raise_and_leave_a_mark(root: Path, file: str, content: bytes) -> None:
    with written(root, file, content):
        found = facts(root)
    assert {item.code.id for item in found.diagnostics}.isdisjoint(CRASHES)
    assert [mark.file for mark in found.repository.broken] == [file]
    assert file in {item.place.file for item in found.diagnostics}


damage = st.tuples(
    st.sampled_from(FILES),
    st.integers(0, 2**16),
    st.integers(0, 30),
    st.sampled_from(
        ["", "\n", ": ", "- ", "x", "  ", "\t", "\r\n", "\u200b", "e\u0302\u0323", '"', "#", "\x00", "𝄞", "[", "?"]
    ),
)


@settings(LIGHT, max_examples=150)
@given(where=damage)
def test_every_diagnostic_stands_at_a_place_in_its_file(root: Path, where: tuple[str, int, int, str]) -> None:
    file, position, length, text = where
    content = (root / file).read_text(encoding="utf-8")
    start = position % len(content)
    with written(root, file, (content[:start] + text + content[start + length :]).encode()):
        found = facts(root)
        lines = {item.place.file: _lines(root / item.place.file) for item in found.diagnostics}
    for item in found.diagnostics:
        for place in (item.place, *(related.place for related in item.related)):
            told = lines.get(place.file) or _lines(root / place.file)
            assert 1 <= place.line <= len(told), item
            assert 1 <= place.column <= len(told[place.line - 1]) + 1, item
    assert {item.code.id for item in found.diagnostics}.isdisjoint(CRASHES)


def _lines(path: Path) -> list[str]:
    """Return the lines of a file, one more where it ends in a line end, as editors number them."""
    return path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n").split("\n")


# The days on which a fact becomes known, and what is not known before: written anew here, from the specification.
OWN_DAY = {
    "schedules": "ngày nhận",
    "notices": "ngày ban hành",
    "assignments": "ngày ban hành",
    "adjustments": "ngày quyết định",
    "du-sinh-hoat": "ngày gửi",
    "nhanh": "ngày gửi",
    "tong-hop": "ngày gửi",
    "giam-sat-thuong-xuyen": "ngày",
}
ITEM_DAY = {
    "quyết định": "ngày ban hành",
    "cuộc": "ngày chọn",
    "tài liệu": "ngày yêu cầu",
    "nhận": "ngày",
    "gửi đến": "ngày gửi",
    "bổ sung": "ngày nhận",
    "dời": "ngày báo",
    "phân công": "ngày phân công",
    "nhân rộng": "ngày",
    "diễn biến": "ngày",
}
DAY = {
    "ngày tiến hành": ("số người dự",),
    "ngày báo": ("trạng thái", "lý do", "vắng", "dự thay"),
    "ngày mời": ("mời",),
    "ngày đơn vị liên hệ": (),
    "ngày nhận đủ": (),
    "ngày tổng hợp": (),
    "ngày xác nhận": ("người xác nhận",),
}
SENT = ("ưu điểm", "mô hình hay", "khó khăn", "tồn tại, hạn chế", "kiến nghị", "đề xuất")


def is_later(mapping: dict[str, Any], key: str, today: date) -> bool:
    """Return whether the mapping has a date under the key that lies after today."""
    text = mapping.get(key, "chưa rõ")
    return text != "chưa rõ" and read_day(text) > today


def without_later(node: Any, today: date) -> Any:
    """Return a mapping or a value without the facts dated after today."""
    if not isinstance(node, dict):
        return node
    kept = dict(node)
    for key, others in DAY.items():
        if is_later(node, key, today):
            for name in (key, *others):
                kept.pop(name, None)
    for key, value in list(kept.items()):
        if isinstance(value, list):
            items = [item for item in value if key not in ITEM_DAY or not is_later(item, ITEM_DAY[key], today)]
            kept[key] = [without_later(item, today) for item in items]
        else:
            kept[key] = without_later(value, today)
    return kept


def delete_later(root: Path, today: date) -> None:
    """Delete from the files every fact dated after today."""
    for file in FILES:
        path = root / file
        front, body = path.read_text(encoding="utf-8"), ""
        if path.suffix == ".md":
            front, body = front.removeprefix("---\n").split("\n---\n", 1)
        tree = yaml.load(front, yaml.CBaseLoader)
        if any(folder in path.parts and is_later(tree, key, today) for folder, key in OWN_DAY.items()):
            path.unlink()
            continue
        if "reports" in path.parts and "follow-ups" not in path.parts:
            if is_later(tree, "ngày ban hành", today):
                del tree["ngày ban hành"]
            if is_later(tree, "ngày gửi", today):
                tree, body = {key: value for key, value in tree.items() if key not in ("ngày gửi", *SENT)}, ""
        tree = without_later(tree, today)
        if "follow-ups" in path.parts and not tree["diễn biến"]:
            path.unlink()  # the report of what it is about may not be known yet
            continue
        text = yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
        path.write_text(f"---\n{text}---\n{body}" if path.suffix == ".md" else text, encoding="utf-8")


TEXTS = "\n".join((SAMPLE / file).read_text(encoding="utf-8") for file in FILES if "calendar" not in file)
DAYS = {read_day(text) for text in re.findall(r"\d{2}/\d{2}/2020", TEXTS)}  # between them nothing becomes known


@pytest.fixture(scope="module")
def all_records() -> Loaded:
    """All that the sample holds, whatever the day."""
    return read(SAMPLE)[0]


@pytest.mark.parametrize("today", sorted({*DAYS, *(day - timedelta(1) for day in DAYS)}), ids=str)
def test_as_of_a_day_is_as_if_later_facts_had_been_deleted(all_records: Loaded, today: date, tmp_path: Path) -> None:
    delete_later(lay(tmp_path, {}), today)
    loaded, _ = read(tmp_path)
    assert loaded.broken == ()
    asked, deleted = (link(records, Today(today, True))[0] for records in (all_records, loaded))
    assert deleted.broken == ()
    assert sorted(plain(asked)) == sorted(plain(deleted))
    assert plain(asked) == plain(deleted)


def plain(repository: Repository) -> dict[str, FileRecord]:
    """Return the records by file, without the line where their text starts, and no follow-up that tells of nothing."""
    records = (record for record in repository.every_record() if not isinstance(record, FollowUp) or record.events)
    return {
        record.file: record.replace(body_line=0) if isinstance(record, MarkdownRecord) else record for record in records
    }
