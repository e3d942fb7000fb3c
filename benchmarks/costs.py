"""Runs a command of ktgs and writes down what it spends its time on: `python benchmarks/costs.py COSTS.json build …`.

It is run as a file, and imports nothing of the bench, so that it can watch any revision of ktgs: the one that Python
finds first. Each kind of page is timed where its views are made and where its template is filled in, by the processor.
Beside that the main thread is looked at fifty times a second, by the file of the program in which it is. Everything
runs on one processor, where the system can ask for that, so that no work is shared out to where it is not seen.
"""

from __future__ import annotations

import json
import os
import pkgutil
import runpy
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any

import jinja2

EVERY = 0.02  # seconds
OWN = ("ktgs", "site_templates")  # folders of the program


@dataclass
class Kind:
    """The addresses of a kind's pages, and the seconds of the processor that making them took."""

    addresses: list[str] = field(default_factory=list)
    seconds: float = 0.0


Kinds = dict[str, Kind]  # by name of the page module


def watch_pages(kinds: Kinds) -> None:
    """Have every page module and every template add to `kinds` what it makes and how long it takes."""
    import ktgs.pages

    names = [found.name for found in pkgutil.iter_modules(ktgs.pages.__path__) if not found.name.startswith("_")]
    for name in names:
        module = import_module(f"ktgs.pages.{name}")
        kinds[name] = Kind()
        module.pages = _timed_views(module.pages, kinds[name])  # type: ignore[attr-defined]
    render = jinja2.Template.render

    def timed(self: jinja2.Template, *args: Any, **kwargs: Any) -> str:
        started = time.thread_time()
        text = render(self, *args, **kwargs)
        if kind := kinds.get((self.name or "").removesuffix(".html")):
            kind.seconds += time.thread_time() - started
            kind.addresses.append(kwargs["page"].url)
        return text

    jinja2.Template.render = timed  # type: ignore[method-assign]


def _timed_views(pages: Callable[..., Iterator[Any]], kind: Kind) -> Callable[..., Iterator[Any]]:
    def timed(*given: Any) -> Iterator[Any]:
        started = time.thread_time()
        for page in pages(*given):
            kind.seconds += time.thread_time() - started
            yield page
            started = time.thread_time()
        kind.seconds += time.thread_time() - started

    return timed


def place(frame: FrameType | None) -> str:
    """Return the file of the program in which a frame is or which called it, from the program's folder on."""
    while frame is not None:
        parts = Path(frame.f_code.co_filename).parts
        for folder in OWN:
            if folder in parts:
                return "/".join(parts[len(parts) - 1 - parts[::-1].index(folder) :])
        frame = frame.f_back
    return "Python and libraries"


def look(places: Counter[str], thread: int, is_over: threading.Event) -> None:
    """Count the places at which the thread is found until it is over."""
    while not is_over.wait(EVERY):
        places[place(sys._current_frames().get(thread))] += 1


def main() -> None:
    """Run the command and write `kinds` and `places` (share of the time by file) into the file named first."""
    out, *sys.argv[1:] = sys.argv[1:]
    kinds: Kinds = {}
    places: Counter[str] = Counter()
    is_over = threading.Event()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    watch_pages(kinds)
    threading.Thread(target=look, args=(places, threading.get_ident(), is_over), daemon=True).start()
    try:
        runpy.run_module("ktgs", run_name="__main__")
    finally:
        is_over.set()
        shares = {name: seen / places.total() for name, seen in places.most_common()}
        told = {"kinds": {name: asdict(kind) for name, kind in kinds.items()}, "places": shares}
        Path(out).write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    main()
