"""XLSX, XLS and ODS to sheets; a file that is too large, packed to burst, locked or damaged is refused in words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import ktgs
from ktgs.language.text import vi_number
from ktgs.tables.cells import LARGEST_UNPACKED, MOST_ROWS, Sheet, SheetCell, Spot, TableRefused, Value

_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PATIENCE = 60  # seconds for one workbook; an honest one takes less than two
_PIECE = 1_000_000
_DAMAGED = "Không mở được bảng: tệp hỏng, hoặc không phải là XLSX, XLS, ODS. Mở bằng phần mềm bảng tính rồi lưu lại."
_REASONS = {
    "password": "Tệp có mật khẩu. Bỏ mật khẩu rồi lưu lại.",
    "rows": f"Tệp có hơn {vi_number(MOST_ROWS)} dòng. Chỉ gửi các dòng cần nhập.",
    "unreadable": _DAMAGED,
}


def is_workbook(data: bytes) -> bool:
    """Return whether the bytes begin as a workbook does."""
    return data.startswith((_ZIP, _COMPOUND))


def read_workbook(data: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """Return the visible sheets and the names of the hidden ones, which are not read. Refuses what it cannot open."""
    if data.startswith(_ZIP):
        _refuse_bombs(data)
    command = [sys.executable, "-P", "-m", "ktgs.tables.unpacking", str(MOST_ROWS)]
    environment = {**os.environ, "PYTHONPATH": str(Path(ktgs.__file__).parents[1])}  # nothing of the working folder
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=True, timeout=_PATIENCE, env=environment)
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise TableRefused(_DAMAGED) from error
    if "refused" in answer:
        raise TableRefused(_REASONS[answer["refused"]])
    listed, is_1904 = answer["sheets"], answer["is_1904"]
    hidden = tuple(sheet["name"] for sheet in listed if sheet["is_hidden"])
    return tuple(_sheet(sheet, is_1904) for sheet in listed if not sheet["is_hidden"]), hidden


def _refuse_bombs(data: bytes) -> None:
    """Refuse an archive that unpacks to too much, whatever size it claims."""
    left = LARGEST_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for member in archive.infolist():
                if member.flag_bits & 1:
                    raise TableRefused(_REASONS["password"])
                left -= member.file_size
                if left < 0:
                    raise TableRefused("Tệp nén bung ra quá 100 MB nên không được mở. Chỉ gửi bảng, không kèm hình.")
                with archive.open(member) as stream:
                    while stream.read(_PIECE):
                        pass
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise TableRefused(_DAMAGED) from error


def _sheet(sheet: dict[str, Any], is_1904: bool) -> Sheet:
    top, left = sheet["start"]
    rows = []
    for down, values in enumerate(sheet["rows"], top + 1):
        cells = tuple(
            SheetCell(_value(value), Spot(sheet["name"], down, across)) for across, value in enumerate(values, left + 1)
        )
        if not all(cell.is_empty for cell in cells):
            rows.append(cells)
    return Sheet(sheet["name"], tuple(rows), is_1904)


def _value(told: Any) -> Value:
    if not isinstance(told, list):
        value: Value = told
        return value
    kind, text = told
    if kind == "seconds":
        return timedelta(seconds=text)
    if kind == "time":
        return time.fromisoformat(text)
    return datetime.fromisoformat(text) if kind == "datetime" else date.fromisoformat(text)
