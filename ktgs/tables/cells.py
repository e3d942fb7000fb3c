"""Sheets of cells, whatever file they came from, and how a message names a cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from ktgs.language.contacts import has_email, has_phone
from ktgs.language.text import nfc
from ktgs.source.characters import shown

Value = str | float | bool | date | datetime | time | timedelta | None


class Spot(NamedTuple):
    """A place in a table: the sheet's name (empty in plain text), row and column counted from 1; 0 is the whole."""

    sheet: str = ""
    row: int = 0
    column: int = 0

    def __str__(self) -> str:
        sheet = f"trang {shown(self.sheet)}" if self.sheet else ""
        row = f"dòng {self.row}" if self.row else ""
        column = f"cột {letters(self.column)}" if self.column else ""
        return ", ".join(filter(None, (sheet, row, column)))


def letters(column: int) -> str:
    """Return what spreadsheets call a column: A, B … Z, AA …"""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A value where it stands."""

    value: Value
    spot: Spot

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())

    @property
    def text(self) -> str:
        """The value as a person would type it: 25.0 is 25; of text the composed form, blanks collapsed in each line."""
        if isinstance(self.value, str):
            lines = (" ".join(line.split()) for line in nfc(self.value).splitlines())
            return "\n".join(filter(None, lines))
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return "" if self.value is None else str(self.value)

    @property
    def has_contact(self) -> bool:
        """Whether a phone number or e-mail address stands in it."""
        return has_contact(self.text)

    @property
    def quoted(self) -> str:
        """The text as a message may repeat it: never a phone number or e-mail address."""
        return quoted(self.text)


def has_contact(text: str) -> bool:
    """Return whether the text holds a phone number or an e-mail address."""
    return has_phone(text) or has_email(text)


def quoted(text: str) -> str:
    """Return the text in “ ” on one line, cut when long; words in its place where it holds contact details."""
    return "(nội dung có số liên hệ, không chép lại)" if has_contact(text) else shown(text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet, blank ones left out. `is_1904`: its serial numbers count from 1904, as old Macs did."""

    name: str
    rows: tuple[tuple[SheetCell, ...], ...]
    is_1904: bool = False


class TableRefused(Exception):
    """A file that cannot be read as a table; its text says why and what to do, in Vietnamese."""


LARGEST = 20_000_000  # bytes of a file
LARGEST_UNPACKED = 100_000_000  # bytes that a workbook unpacks to
MOST_ROWS = 50_000  # in all sheets of a file
HIDDEN_LISTS = "Danh mục"  # the sheet of our own workbooks that drop-downs choose from
EXPLANATION = "Giải thích"  # theirs that tells what the columns mean; neither is read back
