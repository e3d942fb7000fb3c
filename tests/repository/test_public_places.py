"""Where the public half says that things stand: in their files, at no line, unless the files are public."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.months import Month
from ktgs.records.assignment import Assignment
from ktgs.records.base import MarkdownRecord
from ktgs.records.keys import AssignmentKey
from ktgs.records.schema import walk
from ktgs.repository.public import publish
from tests.opened import SAMPLE, repository_of, sample

ASSIGNMENT = "data/plans/2020/46-kh-dtn/assignments/2020-05.yml"
MAY = AssignmentKey("46-kh-dtn", Month(2020, 5))


def assigned(root: Path, data_repository: str, private: str = "    vắng: có lý do\n    lý do: Ốm\n") -> Assignment:
    """Return the public half of May's assignment, with some lines in its first item."""
    text = f"""\
tháng: 05/2020
ngày ban hành: 05/05/2020
phân công:
  - buổi: doan-so-a/b1
    cán bộ: tran-thi-b
{private}  - buổi: doan-so-a/b2
    cán bộ: le-van-c
số ký hiệu: 16-PC/ĐTN
"""
    organization = (SAMPLE / "data/organization.yml").read_text(encoding="utf-8")
    files = {ASSIGNMENT: text, "data/organization.yml": f"{organization}kho dữ liệu: {data_repository}\n"}
    return publish(repository_of(root, files)).assignments[MAY]


def test_no_line_is_told_of_an_internal_repository() -> None:
    for record in publish(sample()).every_record():
        for inside in walk(record):
            places = [inside.where(), *(inside.where(name) for name in type(inside).model_fields if name != "places")]
            assert {str(place) for place in places} == {record.file}
        if isinstance(record, MarkdownRecord):
            assert str(record.where_body(3)) == record.file


def test_nothing_says_that_a_private_key_is_given(tmp_path: Path) -> None:
    item = assigned(tmp_path, "nội bộ").items[0]
    assert item.gives("person") and not item.gives("reason") and not item.gives("absence")


def test_lines_stay_where_the_files_are_public(tmp_path: Path) -> None:
    record = assigned(tmp_path, "công khai", private="")
    places = record.where("issued_on"), record.items[1].where("person"), record.where("document_number")
    assert [f"{place.line}:{place.column}" for place in places] == ["2:16", "7:13", "8:13"]
