"""The workbook that is sent out to be filled in: headers, drop-downs, date cells, a page of explanation; same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ktgs.language.text import first_upper
from ktgs.records.values import YesNo
from ktgs.tables.cells import EXPLANATION, HIDDEN_LISTS
from ktgs.tables.columns import CellForm, Column

_EPOCH = datetime(2020, 1, 1)  # in every file, so that the same data gives the same bytes
_FORMATS = {CellForm.day: "dd/mm/yyyy", CellForm.clock: "hh:mm", CellForm.text: "@", CellForm.choice: "@"}
_WIDTHS = {
    CellForm.day: 13,
    CellForm.clock: 9,
    CellForm.count: 9,
    CellForm.unit: 28,
    CellForm.branch: 22,
    CellForm.choice: 16,
    CellForm.text: 30,
}
_BLANK_ROWS = 200  # with drop-downs below what is filled in
_HEADER = 3  # the row of headers, below title and remark
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def workbook(
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Mapping[str, Any]],
    branches: Mapping[str, Sequence[str]],
) -> bytes:
    """Return the workbook; `rows` are values by column name, `branches` the sub-units of each unit, all by name."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Bảng"
    sent = [column for column in columns if column.is_sent]
    _fill(sheet, title, sent, rows)
    lists = book.create_sheet(HIDDEN_LISTS)
    lists.sheet_state = "hidden"
    _add_choices(sheet, lists, sent, branches, _HEADER + len(rows) + _BLANK_ROWS)
    _explain(book.create_sheet(EXPLANATION), sent)
    book.properties.creator = "ktgs"
    book.properties.created = _EPOCH
    stream = io.BytesIO()
    book.save(stream)
    return _repacked(stream.getvalue())


def _fill(sheet: Worksheet, title: str, columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> None:
    _put(sheet, 1, 1, title).font = Font(bold=True, size=14)
    _put(sheet, 2, 1, f"Cách điền: xem trang “{EXPLANATION}”. Không ghi số điện thoại, thư điện tử.")
    for across, column in enumerate(columns, 1):
        head = _put(sheet, _HEADER, across, first_upper(column.title))
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        head.fill = PatternFill("solid", fgColor="DDEBF7")
        whole = sheet.column_dimensions[get_column_letter(across)]
        whole.width, whole.number_format = _WIDTHS[column.form], _FORMATS.get(column.form, "General")
    for down, row in enumerate(rows, _HEADER + 1):
        for across, column in enumerate(columns, 1):
            if (value := row.get(column.name)) is not None:
                filled = _put(sheet, down, across, value)
                filled.number_format = _FORMATS.get(column.form, "General")
                filled.alignment = Alignment(wrap_text=column.form is CellForm.text, vertical="top")
    sheet.freeze_panes = f"A{_HEADER + 1}"


def _put(sheet: Worksheet, row: int, column: int, value: Any) -> Any:
    """Write a value and return its cell; text stays text, also where it begins as a formula does."""
    plain = isinstance(value, date | time | int | float) and not isinstance(value, bool)
    text = YesNo.yes.value if value is True else YesNo.no.value if value is False else str(value)
    cell = sheet.cell(row, column)
    cell.value = value if plain else text
    if not plain:
        cell.data_type = "s"
    return cell


def _add_choices(
    sheet: Worksheet,
    lists: Worksheet,
    columns: Sequence[Column],
    branches: Mapping[str, Sequence[str]],
    last: int,
) -> None:
    """Add the drop-downs: units, the sub-units of the unit in the same row, and each closed list of words."""
    for down, name in enumerate(branches, 1):
        _put(lists, down, 1, name)
    pairs = [(unit, branch) for unit, names in branches.items() for branch in names]
    for down, (unit, branch) in enumerate(pairs, 1):
        _put(lists, down, 2, unit)
        _put(lists, down, 3, branch)
    place = f"'{HIDDEN_LISTS}'!"
    unit_letter = next((get_column_letter(n) for n, one in enumerate(columns, 1) if one.form is CellForm.unit), "A")
    for across, column in enumerate(columns, 1):
        letter = get_column_letter(across)
        formula = ""
        if column.form is CellForm.unit and branches:
            formula = f"{place}$A$1:$A${len(branches)}"
        elif column.form is CellForm.branch and pairs:
            key, names = f"${unit_letter}{_HEADER + 1}", f"{place}$B$1:$B${len(pairs)}"
            formula = f"OFFSET({place}$C$1,MATCH({key},{names},0)-1,0,COUNTIF({names},{key}),1)"
        elif column.words:
            formula = f'"{",".join(column.words)}"'
        if formula:
            choice = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=False)
            choice.add(f"{letter}{_HEADER + 1}:{letter}{last}")
            sheet.add_data_validation(choice)


def _explain(sheet: Worksheet, columns: Sequence[Column]) -> None:
    for down, (name, form, about) in enumerate(
        [("Cột", "Điền gì", "Nghĩa"), *((first_upper(c.title), c.form.value, c.about) for c in columns)], 1
    ):
        for across, text in enumerate((name, form, about), 1):
            cell = _put(sheet, down, across, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=down == 1 or across == 1)
    for letter, width in zip("ABC", (24, 34, 80), strict=True):
        sheet.column_dimensions[letter].width = width


def _repacked(data: bytes) -> bytes:
    """Return the same workbook without the clock's time in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = _MODIFIED.sub(rb"\g<1>" + f"{_EPOCH:%Y-%m-%dT%H:%M:%SZ}".encode(), old.read(name))
            member = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(member, content)
    return stream.getvalue()
