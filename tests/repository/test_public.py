"""The public half of the data: exactly the internal fields of the specification are emptied, everywhere."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from pydantic.fields import FieldInfo

from ktgs.facts.facts import publish as publish_facts
from ktgs.language.vocabulary import declared
from ktgs.records.base import FileRecord
from ktgs.records.loading import load_one
from ktgs.records.report import FlashReport, Observation
from ktgs.repository.index import Repository
from ktgs.repository.public import public, publish
from ktgs.source.discovery import SourceFile
from tests.records.shapes import Spot, address, at, spots, write
from tests.repo import SAMPLE, facts, lay, only

SPOTS = tuple(spots())
INTERNAL = {  # marked N in the specification
    "person.không phân công",
    "unit.phụ trách kiểm tra",
    "assignment.phân công.dự thay",
    "assignment.phân công.vắng",
    "assignment.phân công.lý do",
    "assignment.phân công.ngày báo",
    "visit_report.tình hình tư tưởng",
    "regular_supervision.cán bộ",
}


def read(spot: Spot, folder: Path) -> FileRecord:
    """Return the record of a valid file that has the field."""
    path = folder / "file"
    path.write_bytes(write(spot.root, spot.tree())[0])
    record, problems = load_one(SourceFile(address(spot.root), path))
    assert problems == ()
    assert isinstance(record, FileRecord)
    return record


def is_internal(spot: Spot) -> bool:
    """Return whether the field, or one that holds it, is not declared public."""
    return not all(declared(info).public for info in (*spot.chain, spot.info))


def test_internal_fields_are_those_of_the_specification() -> None:
    outermost = {spot.name for spot in SPOTS if is_internal(spot)} - {
        "person.không phân công.từ",
        "person.không phân công.đến",
    }
    assert outermost == INTERNAL


def test_a_field_that_declares_nothing_is_private() -> None:
    assert not declared(FieldInfo()).public


@pytest.mark.parametrize("spot", [pytest.param(s, id=s.name.replace(" ", "_")) for s in SPOTS if is_internal(s)])
def test_internal_field_is_emptied(spot: Spot, tmp_path: Path) -> None:
    record = read(spot, tmp_path)
    where = (*spot.path, spot.key)
    assert at(record, where)
    seen = public(record)
    assert not at(seen, where)
    assert public(seen) == seen


@pytest.mark.parametrize("spot", [pytest.param(s, id=s.name.replace(" ", "_")) for s in SPOTS if not is_internal(s)])
def test_public_field_stays(spot: Spot, tmp_path: Path) -> None:
    record = read(spot, tmp_path)
    assert public(record) == record


SECRET = "Chuyện kín"
SECRETS = {
    "data/people/nguyen-van-a.yml": """
        họ tên: Nguyễn Văn A
        chức vụ: []
        không phân công:
          - từ: 01/04/2031
        """,
    "data/units/doan-so-b.yml": f"""
        tên: Đoàn cơ sở Sở B
        loại: đoàn cơ sở
        phụ trách kiểm tra: {SECRET}
        từ: 01/01/2015
        """,
    "data/plans/2020/46-kh-dtn/assignments/2020-05.yml": f"""
        tháng: 05/2020
        ngày ban hành: 05/05/2020
        phân công:
          - buổi: doan-so-a/b1
            cán bộ: tran-thi-b
            dự thay: nguoi-kin
          - buổi: doan-so-a/b2
            cán bộ: le-van-c
            vắng: không lý do
            lý do: {SECRET}
            ngày báo: 14/05/2031
        """,
    "data/reports/2020/du-sinh-hoat/2020-05-06-doan-so-a.md": f"""
        ---
        loại: dự sinh hoạt
        buổi: 46-kh-dtn/2020-05/doan-so-a/b1
        người lập: nguyen-van-a
        người dự:
          - nguyen-van-a
        số có mặt: 5
        tổng số đoàn viên: 6
        thành phần: Đoàn viên
        nội dung: Sinh hoạt
        tình hình tư tưởng: {SECRET}
        ---

        Ai cũng đọc được.
        """,
    "data/reports/2020/nhanh/2020-06-10-thang-5.md": f"""
        ---
        loại: nhanh
        tháng: 05/2020
        người lập: nguyen-van-a
        ngày gửi: 10/06/2020
        khó khăn:
          - mã: kk1
            nội dung: {SECRET}
            đơn vị: doan-so-a
        ---

        {SECRET}
        """,
    "data/reports/2020/giam-sat-thuong-xuyen/2020-06-11-can-bo.md": f"""
        ---
        loại: giám sát thường xuyên
        chủ đề: ren-luyen-can-bo
        ngày: 11/06/2020
        người lập: nguyen-van-a
        cán bộ: nguoi-kin
        kiến nghị:
          - mã: kn1
            nội dung: {SECRET}
            đơn vị: doan-so-a
            gửi: đơn vị
        ---

        {SECRET}
        """,
    "data/reports/2020/giam-sat-thuong-xuyen/2020-06-12-don-vi.md": f"""
        ---
        loại: giám sát thường xuyên
        chủ đề: nghi-quyet-bch
        ngày: 12/06/2020
        người lập: nguyen-van-a
        đơn vị: doan-so-a
        ưu điểm:
          - mã: ud1
            nội dung: Ai cũng biết
        ---

        {SECRET}
        """,
    "data/reports/2020/follow-ups/2020-06-11-can-bo-kn1.yml": f"""
        của: 2020-06-11-can-bo#kn1
        diễn biến:
          - ngày: 20/06/2020
            việc: đã khắc phục
            nội dung: {SECRET}
        """,
}


@pytest.fixture
def whole(tmp_path: Path) -> Repository:
    return facts(lay(tmp_path, SECRETS), "2032-01-01").repository


def text_of(repository: Repository) -> str:
    """Return everything that a repository holds, as text."""
    return "\n".join(repr((getattr(repository, item.name), bodies(repository))) for item in fields(repository))


def bodies(repository: Repository) -> list[str]:
    """Return the texts of the reports."""
    return [report.body for report in repository.reports.values()]


def test_no_secret_of_any_record_is_in_the_public_half(whole: Repository) -> None:
    before, after = text_of(whole), text_of(publish(whole))
    for secret in (SECRET, "nguoi-kin", "2031", "unexcused"):
        assert secret in before
        assert secret not in after


def test_a_problem_of_a_private_field_is_told_to_the_office_only(tmp_path: Path) -> None:
    found = facts(lay(tmp_path, SECRETS), "2032-01-01")
    problems = [item for item in only(found, "R101") if "nguoi-kin" in item.message]
    assert len(problems) == 2
    assert not any("nguoi-kin" in item.message for item in publish_facts(found).diagnostics)


def test_what_is_not_secret_stays(whole: Repository) -> None:
    seen = publish(whole)
    assert seen.reports["2020-05-06-doan-so-a"].body == "\nAi cũng đọc được.\n"
    assert seen.reports["2020-06-12-don-vi"].strengths[0].content == "Ai cũng biết"
    flash = seen.reports["2020-06-10-thang-5"]
    assert isinstance(flash, FlashReport)
    assert (flash.month, flash.sent_on) == (whole.assignments[("46-kh-dtn", flash.month)].month, flash.sent_on)
    observation = seen.reports["2020-06-11-can-bo"]
    assert isinstance(observation, Observation)
    assert (observation.topic, observation.observed_on.isoformat()) == ("ren-luyen-can-bo", "2020-06-11")
    assert len(seen.assignments[("46-kh-dtn", flash.month)].items) == 2
    assert set(whole.follow_ups) - set(seen.follow_ups) == {"data/reports/2020/follow-ups/2020-06-11-can-bo-kn1.yml"}


def assigned_at(root: Path, private: str, data_repository: str = "nội bộ") -> list[str]:
    """Return where the public half says that May's assignment has its second item and its number."""
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
    organization += f"kho dữ liệu: {data_repository}\n"
    file = "data/plans/2020/46-kh-dtn/assignments/2020-05.yml"
    seen = publish(facts(lay(root, {file: assignment, "data/organization.yml": organization})).repository)
    found = next(record for record in seen.assignments.values() if record.file == file)
    places = found.where("issued_on"), found.items[1].where("person"), found.where("document_number")
    return [f"{place.line}:{place.column}" for place in places]


def test_places_do_not_tell_whose_item_has_more_lines(tmp_path: Path) -> None:
    absent = assigned_at(tmp_path, "    vắng: có lý do\n    lý do: Ốm\n")
    assert absent == assigned_at(tmp_path, "") == ["2:16", "3:1", "3:1"]
    assert assigned_at(tmp_path, "", "công khai") == ["2:16", "7:13", "8:13"]
