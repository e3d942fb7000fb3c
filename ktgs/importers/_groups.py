"""Tables in which several rows are about one thing: what the rows say of it together, and what each adds to a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import zip_longest
from typing import Any, TypeVar

from ktgs.intake.job import Job
from ktgs.language.text import fold, slug
from ktgs.records.values import day_of, read_day
from ktgs.tables.columns import SheetRow, SheetTable

ValueT = TypeVar("ValueT")


@dataclass
class RowGroup:
    """The rows about one thing, by the name that it has in the table."""

    name: str
    rows: list[SheetRow] = field(default_factory=list)

    def one(self, job: Job, column: str, read: Callable[[SheetRow, str], ValueT | None]) -> ValueT | None:
        """Return what the rows say under a column; two different values are refused."""
        found = [(row, value) for row in self.rows if column in row.own and (value := read(row, column)) is not None]
        for row, value in found[1:]:
            if value != found[0][1]:
                first = found[0][0].cells[column]
                cure = "Giữ một giá trị."
                job.reading.refuse(row.cells[column].spot, f"“{self.name}” đã có giá trị khác ở {first.spot}.", cure)
        return found[0][1] if found else None


def groups(job: Job, table: SheetTable, column: str) -> list[RowGroup]:
    """Return the rows by what stands under a column, in the order in which each name comes first."""
    by_name: dict[str, RowGroup] = {}
    for row in table.rows:
        name = job.reading.text(row, column)
        if name:
            by_name.setdefault(slug(name), RowGroup(name)).rows.append(row)
        elif column not in row.cells:
            job.reading.refuse(row.spot, "Dòng này chưa rõ của ai.", "Ghi tên ở cột đầu.")
    return list(by_name.values())


def refuse_swapped(job: Job, table: SheetTable, columns: Iterable[str]) -> None:
    """Refuse date cells that a spreadsheet may have read with the month first.

    Such a program turns 05/04/2020 into a date and leaves 25/04/2020, in which it finds no month 25, as text.
    """
    for column in columns:
        cells = [row.cells[column] for row in table.rows if column in row.own]
        days = [cell for cell in cells if isinstance(cell.value, datetime | date)]
        if not any(_has_late_day(cell.text) for cell in cells if isinstance(cell.value, str)):
            continue
        for cell in days:
            value = cell.value
            if isinstance(value, date) and value.day <= 12 and value.day != value.month:
                found = "Ô này là ngày, các ô khác của cột là chữ: có thể ngày và tháng đã bị đảo chỗ."
                job.reading.refuse(cell.spot, found, "Gõ lại theo ngày/tháng/năm, trong ô định dạng văn bản.")


def _has_late_day(text: str) -> bool:
    try:
        return read_day(text).day > 12
    except ValueError:
        return False


def differing(there: Any, values: Mapping[str, tuple[str, Any]]) -> dict[str, Any]:
    """Return what is given and not as recorded, by key; `values` are field names and values by key."""
    return {
        key: value
        for key, (name, value) in values.items()
        if value is not None and not _same(getattr(there, name), value)
    }


def _same(recorded: Any, value: Any) -> bool:
    if isinstance(recorded, str) and isinstance(value, str):
        return fold(recorded) == fold(value)
    return bool((day_of(recorded) or recorded) == value)


def beside(*lists: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of several lists side by side, at least one row."""
    rows = [
        {key: value for part in parts for key, value in part.items()} for parts in zip_longest(*lists, fillvalue={})
    ]
    return rows or [{}]


def free_id(name: str, taken: Iterable[str]) -> str:
    """Return the id that a name gives, with a number behind it where it is taken; empty where it gives none."""
    wanted, known = slug(name), set(taken)
    numbered = (f"{wanted}-{number}" for number in range(2, len(known) + 3))
    return wanted if wanted not in known else next(one for one in numbered if one not in known)
