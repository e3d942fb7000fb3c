"""Opens a workbook in a process of its own, which a hostile file may crash, fill or hold up without harm.

Bytes on stdin, JSON on stdout: `{"sheets": [...], "is_1904": …}` or `{"refused": why}`.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine

MEMORY = 1_500_000_000  # bytes of address space, where the system can limit it
_VISIBLE = python_calamine.SheetVisibleEnum.Visible


def main(most_rows: int) -> None:
    """Read a workbook from stdin and print what it holds."""
    _limit_memory()
    print(json.dumps(_unpacked(sys.stdin.buffer.read(), most_rows)))


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 -- Windows has none
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _unpacked(data: bytes, most_rows: int) -> dict[str, Any]:
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except python_calamine.PasswordError:
        return {"refused": "password"}
    except (python_calamine.CalamineError, OSError, ValueError):
        return {"refused": "unreadable"}
    sheets, rows = [], 0
    for kept in book.sheets_metadata:
        if kept.typ is not python_calamine.SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = book.get_sheet_by_name(kept.name)
        except (python_calamine.CalamineError, OSError, ValueError):
            return {"refused": "unreadable"}
        rows += sheet.height
        if rows > most_rows:
            return {"refused": "rows"}
        start = sheet.start or (0, 0)
        cells = [[_plain(value) for value in row] for row in sheet.to_python()]
        _fill_down(cells, start, sheet.merged_cell_ranges or [])
        sheets.append({"name": kept.name, "start": start, "rows": cells, "is_hidden": kept.visible != _VISIBLE})
    return {"sheets": sheets, "is_1904": _counts_from_1904(data)}


def _plain(value: Any) -> Any:
    """Return the value as JSON can tell it: dates and times as a pair of kind and text."""
    if isinstance(value, datetime):
        return ["datetime", value.isoformat()]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    if isinstance(value, time):
        return ["time", value.isoformat()]
    if isinstance(value, timedelta):
        return ["seconds", value.total_seconds()]
    if isinstance(value, bool) or value is None:
        return value
    return None if value == "" else float(value) if isinstance(value, int) else value


def _fill_down(cells: list[list[Any]], start: tuple[int, int], merges: list[Any]) -> None:
    """Put the value of a merge, which only its first cell has, into the cells below that one."""
    for (first, left), (last, _) in merges:
        row, column = first - start[0], left - start[1]
        if not (0 <= row < len(cells) and 0 <= column < len(cells[row])):
            continue
        for below in cells[row + 1 : last - start[0] + 1]:
            if column < len(below) and below[column] is None:
                below[column] = cells[row][column]


def _counts_from_1904(data: bytes) -> bool:
    if not data.startswith(b"PK"):
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return False
        head = archive.read("xl/workbook.xml")
    return any(f'date1904="{yes}"'.encode() in head for yes in ("1", "true"))


if __name__ == "__main__":
    main(int(sys.argv[1]))
