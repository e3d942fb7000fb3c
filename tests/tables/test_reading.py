"""Files of every form to sheets; hostile ones are refused in words and do no harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ktgs.tables.cells import LARGEST, Spot, TableRefused
from ktgs.tables.columns import Column, Headers
from ktgs.tables.texts import decoded, read_text
from ktgs.tables.workbooks import read_workbook
from tests.importers.tables import run, saved, told, workbook
from tests.opened import lay
from tests.tables.old_formats import ods, xls

HEADERS = Headers((Column("unit", "đơn vị", carries=True), Column("on", "ngày"), Column("place", "địa điểm")))
TABLE = "Đơn vị;Ngày;Địa điểm\nĐoàn Sở A;06/05/2020;Phòng “họp” số 1\n"
CELLS = [["Đoàn Sở A", "06/05/2020", "Phòng “họp” số 1"]]


def _cells(data: bytes) -> list[list[str]]:
    sheet = read_text(decoded(data), HEADERS)
    return [[row.cells[name].text for name in ("unit", "on", "place")] for row in HEADERS.table([sheet], _nothing).rows]


def _nothing(text: str) -> dict[str, str]:
    return {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    assert _cells(TABLE.encode(encoding)) == CELLS


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_any_usual_separator_is_found(separator: str) -> None:
    assert _cells(TABLE.replace(";", separator).encode()) == CELLS


def test_a_markdown_table_is_read() -> None:
    text = "| Đơn vị | Ngày | Địa điểm |\n|---|:--|--:|\n| Đoàn Sở A | 06/05/2020 | Phòng “họp” số 1 |\n"
    assert _cells(text.encode()) == CELLS


@pytest.mark.parametrize("head", ["ĐỊA ĐIỂM;Ngày (dd/mm/yyyy);đơn  vị:", "dia diem;NGAY;Don vi *"])
def test_headers_in_any_order_case_and_mark_placement(head: str) -> None:
    (row,) = HEADERS.table([read_text(f"{head}\nP;1/2/2020;U", HEADERS)], _nothing).rows
    assert {name: cell.text for name, cell in row.cells.items()} == {"place": "P", "on": "1/2/2020", "unit": "U"}


def test_a_header_that_names_no_column_is_told_with_what_it_may_mean() -> None:
    table = HEADERS.table([read_text("STT;Địa điễm;Ngày;Đơn vị;Màu\n1;P;1/2/2020;U;đỏ", HEADERS)], _nothing)
    assert table.remarks == ["dòng 1, cột E: cột “Màu” không dùng đến."]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", "đ".encode("cp1258", "ignore") + b"\x80\x81", b"a\0b", b"\xd0\xcf"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(TableRefused, match="không phải là văn bản UTF-8"):
        decoded(data)


def _zip(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _sheet_with(xml: bytes) -> bytes:
    """Return a workbook whose sheet's XML is that."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(A=[["x"]]))) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return stream.getvalue()


_SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
_FAR = _SHEET % b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
_BILLION = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(
        b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 10 if number else b"&a;" * 10) for number in range(9)
    )
    + b"]>"
    + _SHEET % b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a8;</t></is></c></row>'
)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (lambda: b"PK\x03\x04" + b"\0" * 100, "không phải là XLSX"),
        (lambda: _zip({"a.txt": b"x"}), "không phải là XLSX"),
        (lambda: _zip({"xl/media/a.bin": b"\0" * 100_000_001}), "bung ra quá 100 MB"),
        (lambda: _sheet_with(_FAR), "không phải là XLSX|hơn 50.000 dòng"),
        (lambda: _sheet_with(b"<worksheet><sheetData><row"), "không phải là XLSX"),
        (lambda: workbook(A=[["x"]])[:-200], "không phải là XLSX"),
        (lambda: workbook(A=[["x"]] * 50_001), "hơn 50.000 dòng"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600, "không phải là XLSX"),
    ],
    ids=["cut", "no-book", "bomb", "far-cell", "broken-xml", "truncated", "rows", "compound"],
)
def test_hostile_workbooks_are_refused_in_words(made: Callable[[], bytes], expected: str) -> None:
    data = made()
    with pytest.raises(TableRefused, match=expected):
        read_workbook(data)


def test_an_entity_that_grows_is_not_followed() -> None:
    try:
        (sheet,), _ = read_workbook(_sheet_with(_BILLION))
    except TableRefused:
        return
    assert sum(len(cell.text) for row in sheet.rows for cell in row) < 1_000


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_a_damaged_workbook_never_raises_anything_else(data: st.DataObject) -> None:
    whole = bytearray(workbook(A=[["Đơn vị", "Ngày"], ["Đoàn Sở A", 43957]]))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        sheets, hidden = read_workbook(bytes(whole))
    except TableRefused as refusal:
        assert str(refusal).endswith(".")
    else:
        assert len(sheets) + len(hidden) <= 1


@given(st.binary(max_size=400))
def test_arbitrary_bytes_never_raise_anything_else(data: bytes) -> None:
    try:
        sheet = read_text(decoded(data), HEADERS)
    except TableRefused as refusal:
        assert str(refusal).endswith(".")
    else:
        assert all(cell.spot.row >= 0 for row in sheet.rows for cell in row)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (problem,) = told(run(lay(tmp_path, {}), b"x" * (LARGEST + 1)))
    assert problem == "Tệp lớn hơn 20 MB. Chỉ gửi bảng, không kèm hình."


def test_a_hidden_sheet_is_told_and_a_merge_fills_down_only() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["tiêu đề", None, None], ["Đơn vị", "Ngày", "Địa điểm"], ["U", 1, "P"], [None, 2, "Q"]):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A3:A4")
    book.create_sheet("Ẩn").sheet_state = "hidden"
    (read,), hidden = read_workbook(saved(book))
    assert hidden == ("Ẩn",)
    assert [[cell.text for cell in row] for row in read.rows] == [
        ["tiêu đề", "", ""],
        ["Đơn vị", "Ngày", "Địa điểm"],
        ["U", "1", "P"],
        ["U", "2", "Q"],
    ]
    assert read.rows[3][1].spot == Spot("Sheet", 4, 2)
    assert str(read.rows[3][1].spot) == "trang “Sheet”, dòng 4, cột B"


def test_a_formula_is_only_its_value() -> None:
    (sheet,), _ = read_workbook(workbook(A=[["=1+1", '=cmd|"/c calc"!A1', "x"]]))
    assert [cell.text for cell in sheet.rows[0]][-1] == "x"
    assert all("cmd" not in cell.text for cell in sheet.rows[0])


@pytest.mark.parametrize("make", [ods, xls])
def test_the_other_formats_are_read(make: Callable[[list[list[object]]], bytes]) -> None:
    (sheet,), hidden = read_workbook(make([["Đơn vị", "Giờ"], ["Đoàn Sở A", 0.3125], [None, 8]]))
    assert (sheet.name, hidden) == ("Tháng 5", ())
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["Đơn vị", "Giờ"],
        ["Đoàn Sở A", 0.3125],
        [None, 8.0],
    ]


def test_a_workbook_is_read_wherever_the_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit", "utf-8")  # what lies in the folder is not run
    monkeypatch.chdir(tmp_path)
    assert len(read_workbook(workbook(A=[["x"]]))[0]) == 1
