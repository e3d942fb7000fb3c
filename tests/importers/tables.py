"""Tables as people make them, for the tests of importing."""

from __future__ import annotations

import io
import shutil
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from ktgs.command import importing
from ktgs.intake.job import Ask, Importer, Job
from ktgs.language.months import Month
from ktgs.repository.repository import Repository
from tests.opened import opened

ROOT = Path(__file__).parents[2]
Rows = list[list[object]]


def workbook(**sheets: Rows) -> bytes:
    """Return an XLSX with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet: Worksheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def run(
    root: Path,
    data: bytes | str,
    *,
    kind: str = "lich-sinh-hoat",
    received: str = "2020-08-20",
    month: Month | None = None,
    ask: Ask = importing.nobody,
    write: bool = True,
) -> importing.Result:
    """Import a table into the data under `root`, and return what came of it."""
    repository = opened(root)[0]
    job = Job(repository, date.fromisoformat(received), ask, month)
    importer: Importer = importing.find_importer(kind)
    result = importing.run(root, importer, data.encode() if isinstance(data, str) else data, job)
    if write:
        importing.write(result.made)
    return result


def told(result: importing.Result) -> list[str]:
    """Return the problems as text."""
    return [str(problem) for problem in result.problems]


def shipped(root: Path) -> Path:
    """Return `root` with a copy of the data that ships."""
    shutil.copytree(ROOT / "data", root / "data")
    return root


def repository_in(root: Path) -> Repository:
    """Return the repository under `root`, as of the sample's own day."""
    return opened(root)[0]
