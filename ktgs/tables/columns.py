"""The columns that a table may have, and rows of cells under them, wherever the header stands and however it is put."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from ktgs.language.months import Month
from ktgs.language.text import bare, nearest, perhaps
from ktgs.tables.cells import Sheet, SheetCell, Spot, quoted

_ASIDE = re.compile(r"[(\[].*?[)\]]")
_NUMBERING = frozenset({"stt", "tt", "so tt", "so thu tu", "no"})  # columns that say nothing
_MONTH = re.compile(r"thang (\d{1,2}) ?(?:[/.]|nam )? ?(\d{4})")
_LABEL = re.compile(r"\s*(?:[-*+•·–]\s*)?\**([^:：*]{1,60}?)\**\s*[:：]\**\s*(.*)", re.DOTALL)
_LONGEST_TITLE = 300  # characters in which a unit or month is looked for


class CellForm(Enum):
    """What the cells of a column hold."""

    text = "chữ"
    day = "ngày"
    clock = "giờ"
    count = "số"
    choice = "chọn trong danh sách"
    unit = "đơn vị, chọn trong danh sách"
    branch = "đơn vị trực thuộc, chọn trong danh sách của đơn vị ấy"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in code, its header, other headers met. `carries`: a blank repeats what stands above.

    `about` is for the page of explanation, `words` are those to choose from. `is_sent`: it stands in the workbook that
    is sent out; the others are only read.
    """

    name: str
    title: str
    also: tuple[str, ...] = ()
    carries: bool = False
    form: CellForm = CellForm.text
    about: str = ""
    words: tuple[str, ...] = ()
    is_sent: bool = True


@dataclass(frozen=True)
class SheetRow:
    """The cells of one row by column name, those that title lines or rows above give included."""

    spot: Spot
    cells: Mapping[str, SheetCell]
    own: frozenset[str]  # the columns in which the row itself has something
    is_1904: bool = False

    def get(self, name: str) -> SheetCell | None:
        """Return the cell of a column, None where it is empty or not there."""
        return self.cells.get(name)


@dataclass
class SheetTable:
    """What was found in all sheets: rows, the columns that were there, and remarks on what was left out."""

    rows: list[SheetRow] = field(default_factory=list)
    columns: set[str] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)


Recognise = Callable[[str], Mapping[str, str]]  # a title line → what it says, by column name


class Headers:
    """Which header names which column."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = tuple(columns)
        self._names = {plain_header(word): column for column in columns for word in (column.title, *column.also)}
        self._carries = {column.name for column in columns if column.carries}

    def column(self, text: str) -> Column | None:
        """Return the column that a header names, None where it names none."""
        return self._names.get(plain_header(text)) if text else None

    def found_in(self, cells: Sequence[SheetCell]) -> dict[int, Column]:
        """Return the columns that a row of headers names, by column number; empty where the row is none."""
        named: dict[int, Column] = {}
        for cell in cells:
            column = self.column(cell.text) if isinstance(cell.value, str) else None
            if column and column not in named.values():
                named[cell.spot.column] = column
        filled = sum(not cell.is_empty for cell in cells)
        return named if len(named) >= 2 and len(named) * 2 >= filled else {}

    def table(self, sheets: Iterable[Sheet], recognise: Recognise) -> SheetTable:
        """Return the rows of all sheets under these columns."""
        table = SheetTable()
        for sheet in sheets:
            _Walk(self, recognise, table, sheet).run()
        return table

    def carries(self, name: str) -> bool:
        """Return whether a blank cell of the column repeats what stands above."""
        return name in self._carries

    def unknown_words(self, cells: Sequence[SheetCell], known: Mapping[int, Column]) -> Iterator[str]:
        """Yield a remark for each header that names no column, with what it may mean."""
        for cell in cells:
            if cell.is_empty or cell.spot.column in known or plain_header(cell.text) in _NUMBERING:
                continue
            near = nearest(plain_header(cell.text), self._names)
            maybe = f" {perhaps(self._names[near].title)}" if near else ""
            yield f"{cell.spot}: cột {cell.quoted} không dùng đến.{maybe}"


@lru_cache(maxsize=16_384)
def plain_header(text: str) -> str:
    """Return a header as it is compared: without case, marks, what stands in brackets, signs."""
    return " ".join(re.sub(r"[^\w ]+", " ", bare(_ASIDE.sub(" ", text))).split())


def month_in_title(text: str) -> str:
    """Return the month that a line of text gives, as month/year; empty where it gives none with its year."""
    matched = _MONTH.search(bare(text))
    if not matched or not 1 <= int(matched[1]) <= 12:
        return ""
    return Month(int(matched[2]), int(matched[1])).label


def label_of(text: str) -> tuple[str, str] | None:
    """Return label and value of a line like "Đơn vị: Đoàn Sở A", None where it is none."""
    matched = _LABEL.fullmatch(text)
    return (matched[1].strip(), matched[2].strip()) if matched else None


class _Walk:
    """One walk down a sheet: header rows change the columns, title lines change what blank cells mean."""

    def __init__(self, headers: Headers, recognise: Recognise, table: SheetTable, sheet: Sheet) -> None:
        self.headers, self.recognise, self.table, self.sheet = headers, recognise, table, sheet
        self.columns: dict[int, Column] = {}
        self.context: dict[str, SheetCell] = {}  # from title lines
        self.above: dict[str, SheetCell] = {}  # from rows, of the columns that carry

    def run(self) -> None:
        for name, text in self.recognise(self.sheet.name).items():
            self.context[name] = SheetCell(text, Spot(self.sheet.name))
        for cells in self.sheet.rows:
            if found := self.headers.found_in(cells):
                self.columns, self.above = found, {}
                self.table.columns |= {column.name for column in found.values()}
                self.table.remarks += self.headers.unknown_words(cells, found)
            elif not self._is_title(cells):
                self._add(cells)
        if not self.columns and self.sheet.name:
            self.table.remarks.append(f"trang {quoted(self.sheet.name)}: không có hàng tiêu đề cột nên không đọc.")

    def _is_title(self, cells: Sequence[SheetCell]) -> bool:
        """Return whether the row is no row of the table, after taking what its text says."""
        filled = [cell for cell in cells if not cell.is_empty]
        if len(filled) == 2 and (column := self.headers.column(filled[0].text)) and not self.columns:
            self._says(column.name, filled[1])
            return True
        if self.columns and (len(filled) > 1 or not isinstance(filled[0].value, str)):
            return False
        for cell in filled:
            said = self._said(cell)
            if self.columns and said and self._carries(cell):
                return False
            if self.columns and not said:
                return self._left_out(cell)
            for name, text in said.items():
                self._says(name, SheetCell(text, cell.spot))
        return True

    def _said(self, cell: SheetCell) -> dict[str, str]:
        text = cell.text[:_LONGEST_TITLE]
        if (label := label_of(text)) and (column := self.headers.column(label[0])):
            return {column.name: label[1]} if label[1] else {}
        return dict(self.recognise(text)) | ({"contact": "có"} if cell.has_contact else {})

    def _says(self, name: str, cell: SheetCell) -> None:
        if self.headers.carries(name) and name not in ("contact", "month"):  # another unit begins
            self.context.pop("contact", None)
        self.context[name] = cell
        self.above = {}

    def _carries(self, cell: SheetCell) -> bool:
        column = self.columns.get(cell.spot.column)
        return column is not None and column.carries

    def _left_out(self, cell: SheetCell) -> bool:
        """Return whether a lone text under a header is a remark; in a column that says what, it is part of a row."""
        column = self.columns.get(cell.spot.column)
        if column and not column.carries and cell.spot.column != min(self.columns):
            return False
        self.table.remarks.append(f"{cell.spot}: dòng chữ không thuộc bảng nên bỏ qua: {cell.quoted}.")
        return True

    def _add(self, cells: Sequence[SheetCell]) -> None:
        own = {
            self.columns[cell.spot.column].name: cell
            for cell in cells
            if cell.spot.column in self.columns and not cell.is_empty
        }
        if not own:
            return
        self.above |= {name: cell for name, cell in own.items() if self.headers.carries(name)}
        spot = Spot(self.sheet.name, cells[0].spot.row)
        self.table.rows.append(SheetRow(spot, self.context | self.above | own, frozenset(own), self.sheet.is_1904))
