"""Where the public half says that things stand: nowhere that tells of private lines above."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.months import Month
from ktgs.records.keys import AssignmentKey
from ktgs.records.schema import walk
from ktgs.repository.public import publish
from tests.opened import SAMPLE, repository_of, sample

ASSIGNMENT = "data/plans/2020/46-kh-dtn/assignments/2020-05.yml"
MAY = AssignmentKey("46-kh-dtn", Month(2020, 5))


def assigned_files(private: str, data_repository: str = "nội bộ") -> dict[str, str]:
    """Return May's assignment, with some lines in its first item, and who may read the data."""
    assignment = f"""\
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
    organization = organization.replace("kho dữ liệu: nội bộ", f"kho dữ liệu: {data_repository}")
    return {ASSIGNMENT: assignment, "data/organization.yml": organization}


def assigned_at(root: Path, private: str, data_repository: str = "nội bộ") -> list[str]:
    """Return where the public half says that May's assignment has its second item and its number."""
    found = publish(repository_of(root, assigned_files(private, data_repository))).assignments[MAY]
    places = found.where("issued_on"), found.items[1].where("person"), found.where("document_number")
    return [str(place) for place in places]


def test_no_line_tells_whose_item_has_more_of_them(tmp_path: Path) -> None:
    absent = assigned_at(tmp_path, "    vắng: có lý do\n    lý do: Ốm\n")
    assert absent == assigned_at(tmp_path, "") == [ASSIGNMENT] * 3
    assert assigned_at(tmp_path, "", "công khai") == [f"{ASSIGNMENT}:2:16", f"{ASSIGNMENT}:7:13", f"{ASSIGNMENT}:8:13"]


def test_what_is_given_is_told_but_of_private_keys(tmp_path: Path) -> None:
    private = "    vắng: có lý do\n    lý do: Ốm\n    ngày báo:\n"
    item = publish(repository_of(tmp_path, assigned_files(private))).assignments[MAY].items[0]
    assert [item.gives(field) for field in ("person", "absence", "reason", "reported_on")] == [
        True,
        False,
        False,
        False,
    ]
    assert item.places.empty == set()


def test_a_report_keeps_its_text_without_its_line_and_each_unit_its_word() -> None:
    seen = publish(sample())
    report = seen.reports["2020-06-02-dot-1-doan-1"]
    assert (report.body_line, report.body) == (0, sample().reports["2020-06-02-dot-1-doan-1"].body)
    assert sample().reports["2020-06-02-dot-1-doan-1"].body_line > 0
    assert seen.units["doan-so-a"].key_of("branches") == "chi đoàn"
    every = (inside for record in seen.every_record() for inside in walk(record))
    assert {inside.where().line for inside in every} == {0}


def test_hidden_findings_leave_no_place(tmp_path: Path) -> None:
    report = """
        ---
        loại: nhanh
        tháng: 05/2020
        người lập: nguyen-van-a
        ngày gửi: 10/06/2020
        khó khăn: [{mã: kk1, nội dung: Kín, đơn vị: doan-so-a}]
        ---
        """
    file = "data/reports/2020/nhanh/2020-06-10-thang-5.md"
    seen = publish(repository_of(tmp_path, {file: report})).reports["2020-06-10-thang-5"]
    assert [seen.gives(field) for field in ("sent_on", "difficulties")] == [True, False]
