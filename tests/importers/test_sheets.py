"""The workbook that is sent out: what it holds, the same bytes each time, and back to the same records."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ktgs.command import sheeting
from ktgs.command.importing import find_importer
from ktgs.language.months import Month
from ktgs.records.assignment import Assignment
from ktgs.records.base import FileRecord
from ktgs.records.person import Person
from ktgs.records.unit import Unit
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


def _unit_cut(unit: Unit) -> str:
    return f"tên: {unit.name}\nloại: {unit.kind}\ntừ: {unit.valid_from:%d/%m/%Y}\n"


def _person_cut(person: Person) -> str:
    first = person.positions[0]
    since = f"    từ: {first.valid_from:%d/%m/%Y}\n" if first.valid_from else ""
    return f"họ tên: {person.full_name}\nchức vụ:\n  - cơ quan: {first.body}\n    chức danh: {first.title}\n{since}"


@pytest.mark.parametrize(
    ("name", "kind", "cut", "private"),
    [
        ("don-vi", Unit, _unit_cut, {"inspection_officer": None}),
        ("can-bo", Person, _person_cut, {"unavailable": ()}),
    ],
)
def test_units_and_people_sent_out_and_imported_are_the_same_again(
    tmp_path: Path, name: str, kind: type[FileRecord], cut: Callable[[Any], str], private: dict[str, Any]
) -> None:
    """Every fifth file is cut down to what it must have; the sheet gives back all that was public in it."""
    root = shipped(tmp_path)
    before = repository_in(root).of(kind)
    data = _sheet(root, name, None)
    assert run(root, data, kind=name).made == ()
    shortened = [one for key, one in sorted(before.items())][::5]
    for record in shortened:
        (root / record.file).write_text(cut(record), "utf-8")
    assert told(run(root, data, kind=name)) == []
    after = repository_in(root).of(kind)
    for record in shortened:
        again = after[record.id]
        assert again == record.replace(**private)


def test_an_assignment_sent_out_and_imported_is_the_same_in_public(tmp_path: Path) -> None:
    month, root = Month(2020, 9), shipped(tmp_path)
    before = repository_in(root)
    data = _sheet(root, "phan-cong", month)
    assert run(root, data, kind="phan-cong").made == ()
    file = root / "data/plans/2020/46-kh-dtn/assignments/2020-09.yml"
    file.unlink()
    assert told(run(root, data, kind="phan-cong")) == []
    after = repository_in(root)
    (key,) = (key for key in before.assignments if key.month == month)

    def public(one: Assignment) -> list[object]:
        head: list[object] = [one.month, one.document_number, one.issued_on]
        return head + [(item.meeting, item.person, item.assigned_on) for item in one.items]

    assert public(after.assignments[key]) == public(before.assignments[key])
