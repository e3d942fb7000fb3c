"""CSV, and text pasted from a spreadsheet or a chat, to sheets: bytes in any usual encoding, any usual separator."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from ktgs.language.text import vi_number
from ktgs.tables.cells import MOST_ROWS, Sheet, SheetCell, Spot, TableRefused
from ktgs.tables.columns import Headers, label_of

_SEPARATORS = ("\t", ";", ",", "|")
_LONGEST_CELL = 100_000  # characters
_BOMS = (  # the longest first: that of UTF-32 begins as that of UTF-16
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = "Tệp không phải là văn bản UTF-8 hay UTF-16. Lưu lại thành “CSV UTF-8”, hoặc thành XLSX."


def decoded(data: bytes) -> str:
    """Return the text in UTF-8 (with or without BOM) or UTF-16. Refuses other bytes, and what is no text."""
    try:
        text = data.decode(next((name for bom, name in _BOMS if data.startswith(bom)), _without_bom(data)))
    except UnicodeDecodeError as error:
        raise TableRefused(_NOT_TEXT) from error
    if "\0" in text:
        raise TableRefused(_NOT_TEXT)
    return text


def _without_bom(data: bytes) -> str:
    """Return the encoding of text without BOM: in UTF-16 about every second byte of Latin letters is zero."""
    head = data[:2_000]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if max(odd, even) * 5 < len(head):
        return "utf-8"
    return "utf-16-le" if odd > even else "utf-16-be"


def read_text(text: str, headers: Headers) -> Sheet:
    """Return the text as a sheet: under the separator that gives the most headers, else lines "nhãn: giá trị"."""
    if text.count("\n") > MOST_ROWS:
        raise TableRefused(f"Văn bản có hơn {vi_number(MOST_ROWS)} dòng. Chỉ gửi các dòng cần nhập.")
    best, most = Sheet("", ()), 0
    for separator in _SEPARATORS:
        sheet = _separated(text, separator)
        found = max((len(headers.found_in(cells)) for cells in sheet.rows), default=0)
        if found > most:
            best, most = sheet, found
    return best if most else labelled(text.splitlines(), headers)


def _separated(text: str, separator: str) -> Sheet:
    csv.field_size_limit(_LONGEST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows, line = [], 1
    try:
        for parts in lines:
            values = _trimmed(parts) if separator == "|" else parts
            if any(value.strip() for value in values):
                cells = enumerate(values, 1)
                rows.append(tuple(SheetCell(value.strip() or None, Spot("", line, column)) for column, value in cells))
            line = lines.line_num + 1
    except csv.Error as error:
        raise TableRefused(
            f"Dòng {line} không tách được thành cột: có ô quá dài hoặc dấu ngoặc kép chưa đóng."
        ) from error
    return Sheet("", tuple(rows))


def _trimmed(values: list[str]) -> list[str]:
    """Return the cells of a Markdown row, whose outer bars part nothing; its row of dashes is none."""
    if all(set(value.strip()) <= set("-: ") for value in values):
        return []
    return values[1:] if values and not values[0].strip() else values


def labelled(lines: list[str], headers: Headers) -> Sheet:
    """Return lines "nhãn: giá trị" as a sheet: a header row of the labels, and a row for each time they begin anew."""
    columns: list[str] = []
    rows: list[dict[str, SheetCell]] = [{}]
    others: list[tuple[SheetCell, ...]] = []
    for number, line in enumerate(lines, 1):
        told = label_of(line)
        column = headers.column(told[0]) if told else None
        if column is None or told is None:
            if line.strip():
                others.append((SheetCell(line.strip(), Spot("", number, 1)),))
            continue
        if column.name in rows[-1]:
            rows.append({})
        if column.name not in columns:
            columns.append(column.name)
        if told[1]:
            rows[-1][column.name] = SheetCell(told[1], Spot("", number, columns.index(column.name) + 1))
    titles = {column.name: column.title for column in headers.columns}
    head = tuple(SheetCell(titles[name], Spot("", 0, place)) for place, name in enumerate(columns, 1))
    if len(head) < 2:
        return Sheet("", tuple(others))
    return Sheet("", (*others, head, *_rows(rows)))


def _rows(rows: list[dict[str, SheetCell]]) -> Iterator[tuple[SheetCell, ...]]:
    for row in rows:
        if row:
            yield tuple(sorted(row.values(), key=lambda cell: cell.spot.column))
