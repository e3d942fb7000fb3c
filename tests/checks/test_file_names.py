"""F202 and F204: file names say what the record says."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Severity
from tests.checks.marked import (
    ASSIGNMENT_4,
    FOLLOW_UP,
    MARK,
    NOTICE,
    OBSERVATION,
    PLANS,
    SCHEDULE_A4,
    TEAM,
    fires,
    silent,
)
from tests.repo import SAMPLE, facts, lay, only


def _renamed(root: Path, old: str, new: str, mark: tuple[str, str] | None = None) -> dict[str, str]:
    """Return the change that renames a file of the sample, with a mark in it."""
    lay(root, {old: None})
    text = (SAMPLE / old).read_text(encoding="utf-8")
    return {new: text.replace(*mark, 1) if mark else text}


@pytest.mark.parametrize(
    ("old", "name", "mark", "wanted"),
    [
        (SCHEDULE_A4, "doan-so-y.yml", ("đơn vị: ", "đơn vị: ▸"), "là “doan-so-a”, theo “đơn vị”"),
        (ASSIGNMENT_4, "thang-4.yml", ("tháng: ", "tháng: ▸"), "là “2020-04”, theo “tháng”"),
        (NOTICE, "thong-bao-1.yml", ("  - dot-1", "  ▸- dot-1"), "bắt đầu bằng mã hoạt động “dot-1”"),
        (NOTICE, "dot-11.yml", ("  - dot-1", "  ▸- dot-1"), "bắt đầu bằng mã hoạt động “dot-1”"),
        (
            OBSERVATION,
            "thang-thanh-nien.md",
            ("loại:", MARK + "loại:"),
            "bắt đầu bằng ngày, dạng <năm>-<tháng>-<ngày>-<nội dung>",
        ),
        (
            OBSERVATION,
            "2020-02-30-thang.md",
            ("loại:", MARK + "loại:"),
            "bắt đầu bằng ngày, dạng <năm>-<tháng>-<ngày>-<nội dung>",
        ),
        (
            OBSERVATION,
            "2020-02-28.md",
            ("loại:", MARK + "loại:"),
            "bắt đầu bằng ngày, dạng <năm>-<tháng>-<ngày>-<nội dung>",
        ),
        (FOLLOW_UP, "kn1.yml", ("của: ", "của: ▸"), "là “2020-06-02-dot-1-doan-1-kn1”, theo “của”"),
    ],
)
def test_every_name(tmp_path: Path, old: str, name: str, mark: tuple[str, str], wanted: str) -> None:
    new = f"{old.rpartition('/')[0]}/{name}"
    message = f"Tệp mang tên “{name.partition('.')[0]}” nhưng phải {wanted}."
    (found,) = fires(tmp_path, _renamed(tmp_path, old, new, mark), "F202", message)
    assert found.cure == "Đổi tên tệp, hoặc sửa nội dung."


@pytest.mark.parametrize(
    ("old", "name", "mark"),
    [(SCHEDULE_A4, "doan-so-y.yml", ("đơn vị: ", "đơn vị: ▸")), (ASSIGNMENT_4, "2020-06.yml", ("tháng: ", "tháng: ▸"))],
)
def test_a_copy_names_the_file_that_it_was_copied_from(
    tmp_path: Path, old: str, name: str, mark: tuple[str, str]
) -> None:
    text = (SAMPLE / old).read_text(encoding="utf-8").replace(*mark, 1)
    found = only(facts(lay(tmp_path, {f"{old.rpartition('/')[0]}/{name}": text.replace(MARK, "")})), "F202")
    assert [[str(item.place) for item in one.related] for one in found] == [[f"{old}:1:1"]]


@pytest.mark.parametrize(
    ("old", "name"),
    [(FOLLOW_UP, "2020-06-02-dot-1-doan-1-kn1-2.yml"), (NOTICE, "dot-1.yml"), (NOTICE, "dot-1-lan-2.yml")],
)
def test_names_that_fit(tmp_path: Path, old: str, name: str) -> None:
    silent(tmp_path, _renamed(tmp_path, old, f"{old.rpartition('/')[0]}/{name}"), "F202")


def test_a_team_is_warned(tmp_path: Path) -> None:
    lay(tmp_path, {TEAM: None, f"{PLANS}/teams/doan-1.yml": (SAMPLE / TEAM).read_text(encoding="utf-8")})
    (found,) = only(facts(tmp_path), "F204")
    assert (str(found.place), found.severity) == (f"{PLANS}/teams/doan-1.yml:1:12", Severity.warning)
    assert found.message == "Tệp mang tên “doan-1” nhưng phải bắt đầu bằng mã hoạt động “dot-1”."
