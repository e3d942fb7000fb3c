"""The tables for spreadsheets: what opens them reads the right letters, days and columns, and runs nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ktgs.addresses.declaring import DownloadKind
from tests.exports.asking import DATA, data, declared, exported, rows, sample
from tests.repo import lay
from tests.test_school import ROOT as SCHOOL

HANDBOOK = DATA / "docs/huong-dan/api.md"
CSV_FILES = declared(DownloadKind.spreadsheet)
HARMFUL = ("=", "+", "-", "@", "\t", "\r")


def test_the_tables_that_there_are() -> None:
    expected = [f"csv/{name}.csv" for name in sorted(CSV_FILES)]
    assert sorted(path for path in sample() if path.startswith("csv/")) == expected


@pytest.mark.parametrize("name", CSV_FILES)
def test_a_spreadsheet_reads_it(name: str) -> None:
    for files in (sample(), data()):
        content = files[f"csv/{name}.csv"]
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
        found = rows(files, name)
        assert found
        for row in found:
            assert None not in row
            assert None not in row.values()
            assert not [cell for cell in row.values() if cell.startswith(HARMFUL)]
            assert not [cell for cell in row.values() if re.fullmatch(r"\d{4}-\d\d-\d\d", cell)]


@pytest.mark.parametrize("name", CSV_FILES)
def test_the_handbook_lists_its_columns(name: str) -> None:
    line = next(line for line in HANDBOOK.read_text("utf-8").splitlines() if line.startswith(f"| `csv/{name}.csv` |"))
    assert line.split(" | ")[2].removesuffix(" |").split(" · ") == list(rows(sample(), name)[0])


def test_what_would_run_as_a_formula_does_not(tmp_path: Path) -> None:
    lay(tmp_path, {})
    file = tmp_path / "data/plans/2020/46-kh-dtn/schedules/2020-05/doan-so-a.yml"
    text = file.read_text("utf-8").replace("địa điểm: Phòng họp Sở A", 'địa điểm: "=HYPERLINK(1)"', 1)
    file.write_text(text, "utf-8")
    found = {row["mã"]: row for row in rows(exported(tmp_path), "lich-sinh-hoat") if row["tháng"] == "05/2020"}
    assert found["b1"]["địa điểm"] == "'=HYPERLINK(1)"


def test_a_unit() -> None:
    found = {row["mã"]: row for row in rows(sample(), "don-vi")}
    assert found["doan-so-x"]["đến"] == "30/06/2020"
    assert found["doan-so-x"]["sáp nhập vào"] == "doan-so-y"
    assert (found["doan-so-a"]["loại"], found["doan-so-a"]["chi đoàn"]) == ("đoàn cơ sở", "Chi đoàn 1; Chi đoàn 2")


def test_a_meeting() -> None:
    found = {(row["tháng"], row["đơn vị"], row["mã"]): row for row in rows(sample(), "lich-sinh-hoat")}
    row = found["04/2020", "chi-doan-so-d", "b1"]
    assert (row["ngày"], row["giờ"], row["chi đoàn"], row["số lần dời"]) == ("15/04/2020", "16:00", "", "0")
    assert (row["cán bộ được phân công"], row["báo cáo dự sinh hoạt"]) == ("Lê Văn C", "")
    assert found["04/2020", "doan-so-a", "b1"]["báo cáo dự sinh hoạt"] == "2020-04-08-doan-so-a-chi-doan-1"


def test_a_visit() -> None:
    row = rows(sample(), "bao-cao-du-sinh-hoat")[0]
    assert (row["đơn vị"], row["tên chi đoàn"], row["ngày"]) == ("doan-so-a", "Chi đoàn 1", "08/04/2020")
    assert (row["người dự"], row["số có mặt"], row["tổng số đoàn viên"]) == ("Nguyễn Văn A", "20", "22")
    assert row["ngày gửi"] == "15/04/2020"


def test_recommendations_and_petitions() -> None:
    found = {row["mã"].partition("#")[2]: row for row in rows(sample(), "kien-nghi")}
    assert (found["kn1"]["trạng thái"], found["kn1"]["đang chờ"], found["kn1"]["ngày kết thúc"]) == (
        "đã khắc phục",
        "",
        "05/08/2020",
    )
    assert (found["dx1"]["trạng thái"], found["dx1"]["đang chờ"]) == ("đã chuyển cấp trên", "Thành đoàn Mẫu")


def test_coverage() -> None:
    found = {row["mã"]: row for row in rows(sample(), "do-phu")}
    assert "doan-so-x" not in found
    row = found["doan-so-a"]
    assert (row["buổi gần nhất"], row["số buổi đã dự"], row["cuộc gần nhất"]) == ("14/05/2020", "2", "14/05/2020")


def test_what_is_to_be_done() -> None:
    found = {row["mã"]: row for row in rows(sample(), "viec-phai-lam")}
    row = found["46-kh-dtn/gui-lich-sinh-hoat/2020-05/doan-so-b"]
    assert (row["trạng thái"], row["hạn"], row["ngày hoàn thành"]) == ("Trễ hạn", "19/04/2020", "20/04/2020")


def test_sub_units_are_called_by_the_organizations_words() -> None:
    files = exported(SCHOOL)
    assert list(rows(files, "don-vi")[0])[-1] == "phòng ban, phân hiệu"
    assert files["csv/lich-sinh-hoat.csv"].decode("utf-8-sig").startswith("kế hoạch,tháng,đơn vị,tên đơn vị,mã,")
    assert '"phòng ban, phân hiệu","tên phòng ban, phân hiệu"' in files["csv/lich-sinh-hoat.csv"].decode()
    assert [path for path, content in files.items() if "chi đoàn" in content.decode().casefold()] == []
