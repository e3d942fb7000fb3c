"""What the tests of figures share: a figure's tables as of a day, short enough to be read beside the expected."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ktgs.examining.publishing import publish
from ktgs.facts.facts import figures
from ktgs.obligations.tables import Table
from tests.repo import facts, lay

Files = Mapping[str, str | bytes | None]
PLAN = "data/plans/2020/46-kh-dtn"
VISITS = "data/reports/2020/du-sinh-hoat"


def figure(root: Path, slug: str, day: str, files: Files | None = None) -> tuple[Table, ...]:
    """Return the public tables of a figure over the sample with files laid over it, as of an ISO day."""
    lay(root, files or {})
    (asked,) = (known for known in figures() if known.slug == slug)
    return publish(facts(root, day)).tables(asked)


def values(table: Table) -> dict[str, list[int | str]]:
    """Return the values of each row by the name of its subject."""
    return {row.subject.name: [cell.value for cell in row.cells] for row in table.rows}


def counted(table: Table, row: str, column: str) -> list[str]:
    """Return what a cell counts, as `kind id`."""
    cell = next(found for found in table.rows if found.subject.name == row).cells[table.columns.index(column)]
    return [f"{item.target.kind} {item.target}" for item in cell.counts if item.target]


def visit(meeting: str, *people: str, sent: str, held: str = "") -> str:
    """Return a visit report on a meeting `month/unit/meeting`."""
    lines = [f"buổi: 46-kh-dtn/{meeting}", f"ngày gửi: {sent}", *([f"ngày tiến hành: {held}"] if held else [])]
    head = ["---", "loại: dự sinh hoạt", f"người lập: {people[0]}", *lines, "người dự:"]
    rest = ["số có mặt: 10", "tổng số đoàn viên: 12", "thành phần: Đoàn viên", "nội dung: Sinh hoạt", "---", ""]
    return "\n".join([*head, *(f"  - {person}" for person in people), *rest])
