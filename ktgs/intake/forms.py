"""The body of an issue that a form made: which form it is, and its fields as a sheet under an importer's columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ktgs.tables.cells import Sheet, SheetCell, Spot, TableRefused
from ktgs.tables.columns import Headers, plain_header
from ktgs.tables.texts import read_text

NAME = "issue-form"
TABLE = "Bảng lịch"  # the heading under which a whole table may be pasted
_KINDS = {
    TABLE: "lich-sinh-hoat",
    "Ngày đã báo": "doi-hoan-huy",
    "Số có mặt": "du-sinh-hoat",
}  # by a heading of its own
_HEADING = re.compile(r"#{3}[ \t]+(\S.*?)[ \t]*")
_NO_ANSWER = "_No response_"  # as hosts write it
_LARGEST = 200_000  # characters of a body; hosts take 65,536


def kind_of_form(body: str) -> str:
    """Return the name of the importer that reads this form. Refuses what no form has made."""
    if len(body) > _LARGEST:
        raise TableRefused("Phiếu quá dài. Gửi bảng thành tệp cho Văn phòng.")
    headings = {plain_header(matched[1]) for line in body.splitlines() if (matched := _HEADING.fullmatch(line))}
    found = [kind for heading, kind in _KINDS.items() if plain_header(heading) in headings]
    if len(found) != 1:
        raise TableRefused(
            "Phiếu không theo biểu mẫu nào. Mở phiếu mới từ một biểu mẫu, và giữ nguyên các dòng tiêu đề."
        )
    return found[0]


def sheets_of(body: str, headers: Headers) -> tuple[Sheet, ...]:
    """Return the fields of a form: one row under their headings, or the pasted table under what they say of it."""
    fields = _fields(body, headers)
    table = fields.pop(plain_header(TABLE), None)
    titles = {plain_header(column.title): column.title for column in headers.columns}
    heads, values = [], []
    for place, (heading, (line, value)) in enumerate(fields.items(), 1):
        heads.append(SheetCell(titles.get(heading, heading), Spot("", line, place)))
        values.append(SheetCell(value or None, Spot("", line, place)))
    if table is None:
        return (Sheet("", (tuple(heads), tuple(values))),)
    known = [(head, value) for head, value in zip(heads, values, strict=True) if not value.is_empty]
    return (Sheet("", (*known, *_moved_down(read_text(table[1], headers), table[0]).rows)),)


def _fields(body: str, headers: Headers) -> dict[str, tuple[int, str]]:
    """Return the text under each heading that names a column, with the line where it begins; the first one counts.

    A heading that somebody has typed into an answer is part of that answer.
    """
    fields: dict[str, tuple[int, list[str]]] = {}
    current: list[str] = []
    for number, line in enumerate(body.splitlines(), 1):
        matched = _HEADING.fullmatch(line)
        heading = plain_header(matched[1]) if matched else ""
        is_ours = heading == plain_header(TABLE) or (heading and headers.column(heading) is not None)
        if is_ours and heading not in fields:
            current = []
            fields[heading] = (number + 1, current)
        else:
            current.append(line)
    return {heading: _answer(line, lines) for heading, (line, lines) in fields.items()}


def _answer(line: int, lines: Sequence[str]) -> tuple[int, str]:
    """Return where an answer begins, and its text without blank lines around it or the fence of a code block."""
    first = next((n for n, text in enumerate(lines) if text.strip()), 0)
    rest = list(lines[first:])
    while rest and not rest[-1].strip():
        rest.pop()
    if len(rest) > 1 and rest[0].startswith("```") and rest[-1].strip() == "```":
        first, rest = first + 1, rest[1:-1]
    text = "\n".join(rest)
    return line + first, "" if text.strip() == _NO_ANSWER else text


def _moved_down(sheet: Sheet, first: int) -> Sheet:
    """Return the sheet with its rows numbered as lines of the whole body."""
    rows = (
        tuple(SheetCell(cell.value, cell.spot._replace(row=cell.spot.row + first - 1)) for cell in row)
        for row in sheet.rows
    )
    return Sheet(sheet.name, tuple(rows))
