"""A data folder as plain trees: every scalar is text, front matter is split by hand, nothing is checked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

Tree = dict[str, Any]


@dataclass(frozen=True)
class Plan:
    """A plan's front matter and the records of its folder by file name (schedules by month and unit)."""

    id: str
    tree: Tree
    teams: dict[str, Tree]
    notices: dict[str, Tree]
    adjustments: dict[str, Tree]
    schedules: dict[tuple[str, str], Tree]
    assignments: dict[str, Tree]

    @property
    def days(self) -> tuple[date, date]:
        """Return the day of the plan's issue and its last day."""
        return a_day(self.tree["ngày ban hành"]), a_day(self.tree["đến"])


@dataclass(frozen=True)
class Data:
    """All records of a data folder; those of one kind by file name (two kinds of report may share one)."""

    organization: Tree
    calendars: dict[str, Tree]
    units: dict[str, Tree]
    plans: dict[str, Plan]
    reports: list[tuple[str, Tree]]
    follow_ups: list[Tree]


def read(folder: Path) -> Data:
    """Return the records of a sound `data` folder; a file that is not there is a fact not known."""
    plans = [_plan(path.parent) for path in sorted(folder.glob("plans/*/*/plan.md"))]
    return Data(
        a_tree(folder / "organization.yml"),
        _trees(folder, "calendar/*.yml"),
        _trees(folder, "units/*.yml"),
        {plan.id: plan for plan in plans},
        [(path.stem, a_tree(path)) for path in sorted(folder.glob("reports/*/*/*.md"))],
        [a_tree(path) for path in sorted(folder.glob("reports/*/follow-ups/*.yml"))],
    )


def _plan(folder: Path) -> Plan:
    schedules = map(a_tree, sorted(folder.glob("schedules/*/*.yml")))
    assignments = _trees(folder, "assignments/*.yml").values()
    return Plan(
        folder.name,
        a_tree(folder / "plan.md"),
        _trees(folder, "teams/*.yml"),
        _trees(folder, "notices/*.yml"),
        _trees(folder, "adjustments/*.yml"),
        {(a_month(tree["tháng"]), tree["đơn vị"]): tree for tree in schedules},
        {a_month(tree["tháng"]): tree for tree in assignments},
    )


def _trees(folder: Path, pattern: str) -> dict[str, Tree]:
    return {path.stem: a_tree(path) for path in sorted(folder.glob(pattern))}


def a_tree(path: Path) -> Tree:
    """Return what a file holds, of Markdown the front matter."""
    text = unicodedata.normalize("NFC", path.read_text("utf-8"))
    if path.suffix == ".md":
        text = re.split(r"^---\s*$", text, maxsplit=2, flags=re.MULTILINE)[1]
    tree: Tree = yaml.load(text, yaml.CBaseLoader)
    return tree


def items(tree: Tree, key: str) -> list[Any]:
    """Return the list under a key; one value alone is a list of one, nothing is an empty list."""
    value = tree.get(key) or []
    return value if isinstance(value, list) else [value]


def a_day(text: str) -> date:
    """Return the day written as dd/mm/yyyy or yyyy-mm-dd."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return date(*numbers) if numbers[0] > 31 else date(*reversed(numbers))


def a_month(text: str) -> str:
    """Return the month written as mm/yyyy or yyyy-mm as `2020-03`; other text as it is."""
    found = re.fullmatch(r"(\d{1,2})/(\d{4})", text)
    return f"{found[2]}-{int(found[1]):02}" if found else text


def maybe_day(tree: Tree, key: str, until: date = date.max) -> date | None:
    """Return the day under a key; None where there is none, it is not known (`chưa rõ`) or after `until`."""
    text = tree.get(key)
    day = a_day(text) if text and not is_unsure(tree, key) else None
    return day if day and day <= until else None


def is_unsure(tree: Tree, key: str) -> bool:
    """Tell whether `chưa rõ` stands under the key."""
    return bool(tree.get(key) == "chưa rõ")


def is_told(tree: Tree, key: str, today: date) -> bool:
    """Tell whether a thing that may be said beforehand is known: its `key` day is not after today, or is not given."""
    return (maybe_day(tree, key) or today) <= today


def first_of(month: str) -> date:
    """Return the first day of `2020-03`."""
    return date.fromisoformat(f"{month}-01")


def last_of(month: str) -> date:
    """Return the last day of `2020-03`."""
    return first_of(next_month(month)) - timedelta(days=1)


def month_of(day: date) -> str:
    """Return the month of a day as `2020-03`."""
    return f"{day:%Y-%m}"


def next_month(month: str) -> str:
    """Return the month after `2020-03`."""
    return month_of(first_of(month) + timedelta(days=31))


def months(first: date, last: date) -> Iterator[str]:
    """Yield the months from that of the first day to that of the last."""
    month = month_of(first)
    while month <= month_of(last):
        yield month
        month = next_month(month)


def slug(text: str) -> str:
    """Return Vietnamese words as ids write them."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).replace(" ", "-")
