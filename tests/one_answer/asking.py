"""One way to ask for the answers: every obligation as facts, commands and exports give it; a site built of files."""

from __future__ import annotations

import contextlib
import csv
import io
import json
from pathlib import Path
from typing import Any, NamedTuple

from icalendar import Calendar

from ktgs.command.main import main
from ktgs.facts.facts import Facts

STATES = {  # the words that tables and texts have for the states
    "overdue": "Quá hạn",
    "unknown": "Chưa rõ",
    "due_soon": "Sắp đến hạn",
    "upcoming": "Chưa đến hạn",
    "missed": "Không thực hiện",
    "late": "Trễ hạn",
    "on_time": "Đúng hạn",
    "waived": "Được miễn",
    "not_applicable": "Không phát sinh",
}
Rows = dict[str, dict[str, str]]


class Answer(NamedTuple):
    """What is said of an obligation: its due day in force, its state, the day it was done, who owes it.

    `private_until_done`: it is public only once it is done, so pages list its meeting instead.
    """

    due_on: str | None
    state: str
    done_on: str | None
    who: str
    has_parts: bool
    private_until_done: bool

    @property
    def told(self) -> tuple[str | None, str, str | None, str]:
        """What every way tells alike."""
        return self[:4]


def answers(facts: Facts) -> dict[str, Answer]:
    """Return the answer of facts for every obligation, by id; the one place that knows how facts hold them."""
    return {
        item.id: Answer(
            item.due_on.isoformat() if item.due_on else None,
            item.state.name,
            item.done_on.isoformat() if item.done_on else None,
            item.who.name,
            bool(item.parts),
            item.duty.private_until_done,
        )
        for item in facts.obligations
    }


def run(*arguments: str) -> str:
    """Return what the command prints; its exit code is another test's business."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        main(list(arguments))
    return out.getvalue()


def due(root: Path, today: str | None = None) -> dict[str, dict[str, Any]]:
    """Return what `ktgs due --format json` says of every obligation, by id, as of an ISO day."""
    day = ("--today", today) if today else ()
    return by_id(json.loads(run("due", "--root", str(root), "--format", "json", *day)))


def by_id(shapes: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return shapes by their id; refuses (AssertionError) one id twice."""
    found = {shape["id"]: shape for shape in shapes}
    assert len(found) == len(shapes)
    return found


def api(site: Path, name: str) -> dict[str, Any]:
    """Return a file of `api/v1` of a built site."""
    found: dict[str, Any] = json.loads((site / f"api/v1/{name}.json").read_bytes())
    return found


def obligations(site: Path) -> dict[str, dict[str, Any]]:
    """Return the obligations of a built site's JSON, by id."""
    return by_id(api(site, "obligations")["obligations"])


def table(text: str) -> Rows:
    """Return a CSV by its first column, each row by header."""
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    found = {next(iter(row.values())): row for row in rows}
    assert len(found) == len(rows)
    return found


def spreadsheet(site: Path, name: str) -> Rows:
    """Return a CSV of a built site."""
    return table((site / f"csv/{name}.csv").read_text("utf-8"))


def events(site: Path, path: str) -> dict[str, Any]:
    """Return a feed's events by UID, without what follows @."""
    found = Calendar.from_ical((site / path).read_bytes()).walk("VEVENT")
    return {str(event["UID"]).partition("@")[0]: event for event in found}


def day(event: Any) -> str:
    """Return the day on which an event begins."""
    return str(event["DTSTART"].dt)[:10]


def none_differ(wrong: list[str]) -> None:
    """Refuse (AssertionError) any answer that differs from the facts, the first twenty told one a line."""
    lines = [f"{len(wrong)} answers differ:", *wrong[:20]]
    assert not wrong, "\n".join(lines)
