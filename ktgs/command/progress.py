"""A sign of life on the terminal while work takes longer than a second."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

_ERASE_LINE = "\r\x1b[K"


@contextmanager
def progress(words: str) -> Iterator[None]:
    """Show the words and the seconds gone on stderr, second by second, and wipe them at the end.

    Nothing is shown during the first second, nor where stderr is not a terminal.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    done = Event()
    thread = Thread(target=_show, args=(words, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _show(words: str, done: Event) -> None:
    seconds = 0
    while not done.wait(1):
        seconds += 1
        print(f"{_ERASE_LINE}{words} {seconds} giây", end="", file=sys.stderr, flush=True)
    if seconds:
        print(_ERASE_LINE, end="", file=sys.stderr, flush=True)
