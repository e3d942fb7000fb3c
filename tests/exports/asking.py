"""What the tests of exports share: all files of a repository, a feed's events, a JSON file, a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from icalendar import Calendar

from ktgs.addresses.declaring import DownloadKind
from ktgs.examining.publishing import publish
from ktgs.language.scanning import modules
from tests.repo import SAMPLE, facts

Files = dict[str, bytes]
DATA = Path(__file__).parents[2]  # the repository that ships


def exported(root: Path, today: str | None = None) -> Files:
    """Return path and bytes of every export of a repository, as of an ISO day."""
    public = publish(facts(root, today))
    return {path: content for module in modules("ktgs.exports") for path, content in module.files(public)}


def declared(kind: DownloadKind) -> tuple[str, ...]:
    """Return the names of the files of a kind that exports declare, in the order of the downloads page."""
    every = [item for module in modules("ktgs.exports") for item in getattr(module, "DOWNLOADS", ())]
    ordered = sorted((item for item in every if item.kind is kind), key=lambda item: item.order)
    return tuple(PurePosixPath(item.path).stem for item in ordered)


@cache
def sample() -> Files:
    """Return the exports of the small sample on its own day."""
    return exported(SAMPLE)


@cache
def data() -> Files:
    """Return the exports of the data that ships."""
    return exported(DATA)


@cache
def parsed(content: bytes) -> Calendar:
    """Return a feed parsed back."""
    return Calendar.from_ical(content)


def events(files: Files, path: str) -> dict[str, Any]:
    """Return a feed's events by UID, without what follows @."""
    every = parsed(files[path]).walk("VEVENT")
    found = {str(event["UID"]).partition("@")[0]: event for event in every}
    assert len(found) == len(every), f"{path}: one UID twice"
    return found


def told(event: Any) -> dict[str, Any]:
    """Return what an event says in short: when, its status and its sequence."""
    end = event.get("DTEND")
    return {
        "on": event["DTSTART"].dt.isoformat(),
        "until": end.dt.isoformat() if end else None,
        "status": str(event["STATUS"]),
        "sequence": int(event["SEQUENCE"]),
    }


def read(files: Files, name: str) -> dict[str, Any]:
    """Return a file of `api/v1`."""
    found: dict[str, Any] = json.loads(files[f"api/v1/{name}.json"])
    return found


def rows(files: Files, name: str) -> list[dict[str, str]]:
    """Return the rows of a table by header."""
    return list(csv.DictReader(io.StringIO(files[f"csv/{name}.csv"].decode("utf-8-sig"), newline="")))


def paths(value: Any, at: str = "") -> Iterator[str]:
    """Yield the path of every key: `units[].branches[].id`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{at}.{key}".lstrip(".")
            yield from paths(inner, f"{at}.{key}".lstrip("."))
    elif isinstance(value, list):
        for item in value:
            yield from paths(item, f"{at}[]")
