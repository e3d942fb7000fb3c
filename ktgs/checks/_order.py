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
    """A day as a file gives it: what it is called, its place, the day where it is known."""

    name: str
    place: Place
    on: date | None


def dated(record: Record, field: str, on: date | Unknown | None) -> Dated:
    """Return the day that a record gives in a field. Refuses (KeyError) a name that is no field of it."""
    return Dated(record.key_of(field), record.where(field), day_of(on))


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
