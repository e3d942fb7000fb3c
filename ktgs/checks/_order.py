"""Days that must follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ktgs.language.diagnostics import Code, Diagnostic, Place, Related
from ktgs.language.text import vi_date
from ktgs.records.base import Record
from ktgs.records.values import Unknown, day_of


class Dated(NamedTuple):
    """A day as a field of a record gives it, where it is known. `called`: what it is called, if not as its key."""

    record: Record
    field: str
    on: date | None
    called: str = ""

    @property
    def name(self) -> str:
        """What the day is called."""
        return self.called or self.record.key_of(self.field)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.record.where(self.field)


def dated(record: Record, field: str, on: date | Unknown | None) -> Dated:
    """Return the day that a record gives in a field."""
    return Dated(record, field, day_of(on))


def out_of_order(code: Code, *days: Dated, cure: str = "Sửa ngày ghi sai.") -> Iterator[Diagnostic]:
    """Yield a diagnostic at each known day that lies before the known one in front of it."""
    before: Dated | None = None
    for day in days:
        if day.on is None:
            continue
        if before and before.on and day.on < before.on:
            found = f"{day.name}: {vi_date(day.on)} trước “{before.name}: {vi_date(before.on)}”."
            yield code.at(day.place, found, cure=cure, related=[Related(before.place, before.name)])
        before = day
