"""A small data folder for the scenarios: the sample's plan, units and calendars, and only the records given."""

from __future__ import annotations

import shutil
import textwrap
from datetime import date
from pathlib import Path
from typing import Any

from tests.oracle.oracle import obligations
from tests.oracle.reading import a_day

SAMPLE = Path(__file__).parent.parent / "sample/data"
PLAN = "46-kh-dtn"


class Scenario:
    """A data folder under construction, and what the oracle says of it."""

    def __init__(self, root: Path) -> None:
        """Take over the sample's plan, units, people and calendars, without a single record of what happened."""
        self.data = root / "data"
        for name in ("calendar", "units", "people"):
            shutil.copytree(SAMPLE / name, self.data / name)
        shutil.copy(SAMPLE / "organization.yml", self.data)
        self.folder = self.data / "plans/2020" / PLAN
        self.folder.mkdir(parents=True)
        shutil.copy(SAMPLE / "plans/2020" / PLAN / "plan.md", self.folder)

    def put(self, name: str, text: str) -> None:
        """Write a record, of a report its front matter; `plan/` is the plan's folder."""
        path = self.folder / name.removeprefix("plan/") if name.startswith("plan/") else self.data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = textwrap.dedent(text).strip()
        path.write_text(f"---\n{text}\n---\n" if path.suffix == ".md" else f"{text}\n", "utf-8")

    def set(self, name: str, old: str, new: str) -> None:
        """Replace text in a file, once."""
        path = self.data / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def on(self, day: str, name: str) -> dict[str, Any]:
        """Return the fields of an obligation on a day."""
        return obligations(self.data, a_day(day))[f"{PLAN}/{name}"]

    def state(self, day: str, name: str) -> str:
        """Return the state of an obligation on a day."""
        return str(self.on(day, name)["state"])

    def days(self, day: str, name: str) -> tuple[str | None, ...]:
        """Return due day, safe day and day of doing as they are written."""
        it = self.on(day, name)
        keys = ("due_on", "safe_on", "done_on")
        return tuple(f"{it[key]:%d/%m}" if isinstance(it[key], date) else None for key in keys)
