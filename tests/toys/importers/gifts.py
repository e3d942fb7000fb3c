"""A toy importer: one row a gift."""

from __future__ import annotations

from ktgs.records.gift import Gift

from ktgs.intake.job import Importer, Job
from ktgs.intake.outcome import WrittenFile
from ktgs.repository.repository import Repository
from ktgs.tables.columns import Column, SheetTable


def columns(repository: Repository) -> tuple[Column, ...]:
    """Return the columns."""
    return Column("unit", "đơn vị", carries=True), Column("given_on", "ngày tặng"), Column("giver", "người tặng")


def take(job: Job, table: SheetTable) -> None:
    """Add a gift for each row."""
    for row in table.rows:
        whose, given_on = job.whose(row, None), job.reading.day(row, "given_on")
        if whose and given_on:
            values = {"đơn vị": whose.unit, "ngày tặng": given_on, "người tặng": job.reading.text(row, "giver")}
            file = f"data/gifts/{given_on}-{whose.unit}.yml"
            job.records.append(WrittenFile(Gift, file, "Quà tặng", (whose.unit,), values))


IMPORTER = Importer("qua-tang", "Quà tặng", columns, take)
