"""Events of the file system, gathered: an editor or git changes many files in one moment."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Flag, auto
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

_QUIET = 0.02  # seconds without an event, after which a moment is over
_LONGEST = 0.5  # seconds that a moment may take
_POLLED = 0.5  # seconds between two looks where there are no events
_CHANGES = [  # all but what reading brings
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


class Changed(Flag):
    """What kinds of files have changed: those of the data, the site's own (handbook, templates, settings), the code."""

    data = auto()
    own = auto()
    code = auto()


def _watch(observer: BaseObserver, handler: FileSystemEventHandler, path: Path) -> ObservedWatch:
    return observer.schedule(handler, str(path), recursive=True, event_filter=_CHANGES)


class Watching(FileSystemEventHandler):
    """Hands on what kinds of files have changed, some moments after they did, until the process ends.

    `kinds`: folders and files by what they are; what is not there yet is seen when it comes. Where the system tells no
    events it is looked at the files again and again.
    """

    def __init__(self, kinds: dict[Path, Changed], hand_on: Callable[[Changed], object]) -> None:
        self._kinds = {Path(path).resolve(): kind for path, kind in kinds.items()}
        self._hand_on = hand_on
        self._events: SimpleQueue[Changed] = SimpleQueue()
        try:
            self.observer = self._started(Observer())
        except OSError:  # no more watches, or a file system without events
            self.observer = self._started(PollingObserver(timeout=_POLLED))
        Thread(target=self._gather, daemon=True).start()

    def _started(self, observer: BaseObserver) -> BaseObserver:
        self._watched = {path: _watch(observer, self, path) for path in self._kinds if path.is_dir()}
        for parent in sorted({path.parent for path in self._kinds}):
            observer.schedule(self, str(parent), recursive=False, event_filter=_CHANGES)
        observer.daemon = True
        observer.start()
        return observer

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of an event, of both its paths where something moved."""
        for text in (event.src_path, event.dest_path):
            if text and (kind := self._kind(path := Path(str(text)))):
                if path in self._kinds and path.is_dir():
                    self._watch_again(path)
                self._events.put(kind)

    def _watch_again(self, path: Path) -> None:
        """Watch a folder that has come in the place of one that was watched, or of none."""
        if path in self._watched:
            self.observer.unschedule(self._watched[path])
        self._watched[path] = _watch(self.observer, self, path)

    def _kind(self, path: Path) -> Changed:
        kinds = [self._kinds[known] for known in (path, *path.parents) if known in self._kinds]
        kind = kinds[0] if kinds else Changed(0)
        return Changed(0) if kind is Changed.code and path.suffix != ".py" else kind

    def _gather(self) -> None:
        while True:
            kinds = self._events.get()
            end = time.monotonic() + _LONGEST
            try:
                while time.monotonic() < end:
                    kinds |= self._events.get(timeout=_QUIET)
            except Empty:
                pass
            self._hand_on(kinds)
