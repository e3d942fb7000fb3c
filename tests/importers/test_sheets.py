"""The workbook that is sent out: what it holds, the same bytes each time, and back to the same records."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import openpyxl
import pytest

from ktgs.command import sheeting
from ktgs.command.importing import find_importer
from ktgs.language.months import Month
from tests.importers.tables import ROOT, repository_in, run, shipped, told
from tests.repo import facts

SCHEDULES = "data/plans/2020/46-kh-dtn/schedules"


def _sheet(root: Path, kind: str, month: Month | None, *, unit: str | None = None, is_empty: bool = False) -> bytes:
    return sheeting.workbook_of(facts(root), find_importer(kind), month=month, plan=None, unit=unit, is_empty=is_empty)


@pytest.mark.parametrize("number", [4, 9])
def test_a_month_sent_out_and_imported_makes_the_same_schedules(tmp_path: Path, number: int) -> None:
    month, root = Month(2020, number), shipped(tmp_path)
    before = repository_in(root)
    data = _sheet(root, "lich-sinh-hoat", month)
    assert run(root, data).made == ()  # all is recorded already
    shutil.rmtree(root / f"{SCHEDULES}/{month}")
    assert told(run(root, data)) == []
    after = repository_in(root)
    of_month = [key for key in before.schedules if key.month == month]
    assert {key: after.schedules.get(key) for key in of_month} == {key: before.schedules[key] for key in of_month}


def test_the_same_data_gives_the_same_bytes() -> None:
    first, second = (_sheet(ROOT, "lich-sinh-hoat", Month(2020, 9), unit="doan-so-a") for _ in range(2))
    assert first == second


def test_what_the_workbook_holds() -> None:
    book = openpyxl.load_workbook(io.BytesIO(_sheet(ROOT, "lich-sinh-hoat", Month(2020, 11), is_empty=True)))
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        ("Bảng", "visible"),
        ("Danh mục", "hidden"),
        ("Giải thích", "visible"),
    ]
    sheet = book["Bảng"]
    assert sheet["A1"].value == "LỊCH SINH HOẠT THÁNG 11/2020"
    assert [cell.value for cell in sheet[3]][:7] == ["Đơn vị", "Chi đoàn", "Mã", "Ngày", "Giờ", "Địa điểm", "Nội dung"]
    assert sheet.column_dimensions["D"].number_format == "dd/mm/yyyy"
    formulas = {choice.formula1 for choice in sheet.data_validations.dataValidation}
    assert "'Danh mục'!$A$1:$A$65" in formulas
    assert any(formula.startswith("OFFSET('Danh mục'!$C$1,MATCH($A4,") for formula in formulas)
    assert {row[0].value for row in book["Giải thích"].iter_rows(min_row=2)} == {cell.value for cell in sheet[3]}
