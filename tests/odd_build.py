"""Runs ktgs in a process of its own that is killed at a moment, or whose clock and folders are not the real ones.

    python -m tests.odd_build HOW… -- ARGUMENTS OF ktgs

HOW is `kill=<moment>` (one of MOMENTS, or "between two renames"), `clock=<days>` (added to the clock) or
`shuffle=<seed>` (the order in which folders list files).
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, tzinfo
from functools import wraps
from pathlib import Path
from typing import Any

import jinja2

from ktgs.command import asking
from ktgs.command import main as cli
from ktgs.mkdocs_plugin import plugin
from ktgs.site import building, staging
from ktgs.source.discovery import SourceFile

MOMENTS = ("reading", "rendering", "exporting", "marking", "before the swap", "after the swap", "cleaning")
_WHOLE = os.getpid()  # the build; helpers of its own end with it
_DAY = 24 * 60 * 60


def die(*_: Any, **__: Any) -> Any:
    """End the build as a power cut does, wherever in it this happens: nothing is cleaned up."""
    os.kill(_WHOLE, signal.SIGKILL)
    time.sleep(60)  # a helper's end comes at once


def replace(owner: Any, name: str, make: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    """Put what `make` makes of a function in its place."""
    original = getattr(owner, name)
    setattr(owner, name, wraps(original)(make(original)))


def before(number: int, matters: Callable[..., bool]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return what makes a function that dies at its Nth call that matters."""
    seen = []

    def make(original: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **named: Any) -> Any:
            if matters(*arguments, **named):
                seen.append(1)
            return die() if len(seen) >= number else original(*arguments, **named)

        return called

    return make


def afterwards(original: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function that dies once its work is done."""
    return lambda *arguments: (original(*arguments), die())


def first_only(original: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """Return the generator that dies after its first item (or at its end, where it has none)."""

    def called(*arguments: Any) -> Iterator[Any]:
        yield from list(original(*arguments))[:1]
        die()

    return called


def after_some_files(_original: Callable[..., Any]) -> Callable[..., Any]:
    """Return what removes some of a folder's files and dies."""

    def called(folder: Path) -> None:
        for file in sorted(path for path in folder.rglob("*") if path.is_file())[::2]:
            file.unlink()
        die()

    return called


def kill(moment: str) -> None:
    """Let the build be killed at the moment."""
    if moment == "reading":
        replace(SourceFile, "read", before(10, lambda *_: True))
    elif moment == "rendering":
        replace(jinja2.Template, "render", before(1, lambda *_, **named: named.get("page") is not None))
    elif moment == "exporting":
        replace(building, "exported", first_only)
    elif moment == "before the swap":
        staging.Staging.publish = die  # type: ignore[method-assign]
    elif moment == "after the swap":
        replace(staging, "exchanged", afterwards)
    elif moment == "marking":
        replace(staging, "mark", before(2, lambda *_: True))  # the box is marked, the new site is not yet
    elif moment == "cleaning":
        replace(shutil, "rmtree", after_some_files)
    elif moment == "between two renames":
        staging.exchanged = lambda *_: False  # type: ignore[attr-defined]
        replace(Path, "rename", before(2, lambda *_: True))
    else:
        raise SystemExit(f"no moment {moment}")


def set_clock(days: int) -> None:
    """Move every clock that the process may read."""

    class Moved(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Moved:
            moved = datetime.now(tz) + timedelta(days=days)
            return cls(*moved.timetuple()[:6], tzinfo=tz)

    for module in list(sys.modules.values()):
        if module is not None and getattr(module, "datetime", None) is datetime and module.__name__ != __name__:
            module.datetime = Moved  # type: ignore[attr-defined]
    assert plugin.datetime is Moved and asking.datetime is Moved  # type: ignore[attr-defined]
    replace(time, "time", lambda original: lambda: original() + days * _DAY)
    for name in ("gmtime", "localtime"):
        replace(time, name, lambda original: lambda seconds=None: original(time.time() if seconds is None else seconds))


def shuffle(seed: int) -> None:
    """Let every folder list its files in another order."""
    order = random.Random(seed)

    def listed(original: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any) -> Any:
            found = list(original(*arguments))
            order.shuffle(found)
            return found

        return called

    replace(os, "listdir", listed)
    replace(os, "scandir", lambda original: lambda *arguments: _Entries(listed(original)(*arguments)))


class _Entries:
    """What os.scandir returns: an iterator that may be entered."""

    def __init__(self, entries: list[Any]) -> None:
        self._entries = iter(entries)

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> _Entries:
        return self

    def __exit__(self, *_: object) -> None:
        return None


def main(arguments: list[str]) -> int:
    """Do what is asked for and run the command."""
    split = arguments.index("--")
    for how in arguments[:split]:
        name, _, value = how.partition("=")
        if name == "kill":
            kill(value)
        elif name == "clock":
            set_clock(int(value))
        else:
            shuffle(int(value))
    return cli.main(arguments[split + 1 :])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
