"""The one thread that reads, makes and decides: what a request or a browser that waits is answered, and when."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from queue import Empty, SimpleQueue

from ktgs.examining.reporters import as_text
from ktgs.language.diagnostics import Severity
from ktgs.mkdocs_plugin.served import Served, Stopped
from ktgs.repository.opening import Before
from ktgs.serving.looks import Look
from ktgs.serving.states import NotYet, RepositoryState
from ktgs.serving.watching import Changed
from ktgs.site.building import BuildFailure

PROBLEMS = "du-lieu.html"  # of all pages the one that is shown of data with errors, too
_OLD = "Lần sửa vừa rồi có lỗi; trang bên dưới vẫn theo dữ liệu trước đó.\n\n"
_IDLE = 1.0  # seconds without work, after which is cleaned up
_LONGEST_SLEEP = 20.0  # seconds, after which is looked at the clock


@dataclass(eq=False)
class Ask:
    """Somebody waits for what a path leads to."""

    path: str
    reply: Future[Look] = field(default_factory=Future)


@dataclass(eq=False)
class Watch:
    """A browser waits until a path leads elsewhere than to what it shows, or something else is to be told above it."""

    path: str
    made: str
    told: str
    until: float  # on the monotonic clock
    reply: Future[Look | None] = field(default_factory=Future)
    seen: int = -1  # the stage in which it was looked at last


class Workshop:
    """Answers of the newest state of a repository; of the last one without errors while the newest has some.

    What comes is put into `inbox`. `open_again` reads the settings anew, `restart` starts the program anew, `clock`
    gives the present day, `tell` prints.
    """

    def __init__(
        self,
        served: Served,
        open_again: Callable[[], Served],
        restart: Callable[[], None],
        clock: Callable[[], date],
        tell: Callable[[str], None],
    ) -> None:
        self.inbox: SimpleQueue[Changed | Ask | Watch] = SimpleQueue()
        self.failure = ""  # why the newest state cannot be made
        self._served = served
        self._open_again, self._restart, self._clock, self._tell = open_again, restart, clock, tell
        self._before = Before()
        self._asks: list[Ask] = []
        self._watches: list[Watch] = []
        self._good: RepositoryState | None = None
        self._last: dict[str, bytes] = {}  # what was made last, by path
        self._said = ""
        self._changed = Changed(0)  # what is not taken up yet: settings that could not be read stay there
        self._unfinished: list[RepositoryState] = []
        self._stage = 0
        self._is_littered = False
        self._begin()

    def turn(self) -> None:
        """Take what came, do the next step, answer those for whom enough is made."""
        self.take()
        self.follow_clock()
        self.step()
        self.answer()

    def follow_clock(self) -> None:
        """Begin a new state where the day is another than that of the newest."""
        if self._day != self._clock():
            self._begin()

    def step(self) -> bool:
        """Do the next step; return whether there was one."""
        if not self._unfinished:
            return False
        state = self._unfinished[0]
        had_errors = bool(state.errors)
        try:
            if not state.go_on():
                self._finish(self._unfinished.pop(0))
        except BuildFailure as error:
            self._unfinished.pop(0)
            if state is self._now:
                self._fail(error)
        if bool(state.errors) != had_errors:
            self._stage += 1
        return True

    def look(self, path: str) -> Look:
        """Return what a path leads to now. Refuses (NotYet) what has to wait until more is made."""
        around = self._served.beside.around if self._served.beside else b""
        try:
            content = self._content(path)
        except BuildFailure as error:
            return Look(self._last.get(path), around, f"{error}\n", is_failed=True)
        if content is not None:
            self._last[path] = content
        return Look(content, around, self._message)

    def not_found(self) -> bytes | None:
        """Return the page for addresses that are not there, None where it cannot be made."""
        state = self._now if self._now.is_whole else self._good
        try:
            return state.not_found() if state else None
        except BuildFailure:
            return None

    def _content(self, path: str) -> bytes | None:
        now, good = self._now, self._good
        if good and (self.failure or (now.errors and (path != PROBLEMS or not now.may_be_shown))):
            return good.file(path)
        if self.failure or not now.may_be_shown:
            raise BuildFailure(self.failure or now.errors)
        if now.is_whole:
            return now.file(path)
        if now.errors:
            raise NotYet
        asset = now.asset(path)
        return now.quick(path) if asset is None else asset

    @property
    def _message(self) -> str:
        """What is to be told above every page: why it is not of the newest data."""
        told = self.failure or self._now.errors
        return f"{_OLD}{told}" if told and self._good else ""

    def take(self) -> None:
        """Take all that came; with nothing else to do, wait for it."""
        changed = Changed(0)
        with suppress(Empty):
            item = self.inbox.get(timeout=self._patience()) if not self._unfinished else self.inbox.get_nowait()
            while True:
                if isinstance(item, Changed):
                    changed |= item
                elif isinstance(item, Ask):
                    self._asks.append(item)
                else:
                    self._watches.append(item)
                item = self.inbox.get_nowait()
        if changed:
            self._change(changed)

    def _patience(self) -> float:
        """Return how long may be slept; clean up first where nothing came for a while."""
        if self._is_littered and self.inbox.empty():
            with suppress(Empty):
                self.inbox.put(self.inbox.get(timeout=_IDLE))
                return 0
            gc.collect()  # it is off while work is done
            self._is_littered = False
        return _LONGEST_SLEEP

    def _change(self, changed: Changed) -> None:
        if Changed.code in changed:
            self._restart()
        self._changed |= changed
        try:
            if Changed.own in self._changed:
                self._served = self._open_again()
            self._changed = Changed(0)
            self._begin()
        except BuildFailure as error:
            self._fail(error)

    def _begin(self) -> None:
        """Begin a new state."""
        self._day = self._clock()
        derived = self._served.derive(self._before)
        before = self._good.standing if self._good and self._good.served is self._served else None
        self.failure = ""
        self._now = RepositoryState(self._served, derived, before)
        # The one before is made whole first where the newest is broken: it may be the last good one.
        waiting = [state for state in self._unfinished if not state.errors] if self._now.errors else []
        self._unfinished = [*waiting, self._now]
        self._stage += 1

    def _finish(self, state: RepositoryState) -> None:
        if not state.errors:
            self._good = state
        self._stage += 1
        self._is_littered = True
        if state is self._now:
            self._say(as_text([item for item in state.problems if item.severity is not Severity.note]))

    def _fail(self, error: BuildFailure) -> None:
        self.failure = f"{error}\n"
        self._stage += 1
        if not isinstance(error, Stopped):
            self._say(self.failure)

    def _say(self, text: str) -> None:
        if text != self._said:
            self._said = text
            self._tell(text)

    def answer(self) -> None:
        """Answer those for whom enough is made."""
        self._asks = [ask for ask in self._asks if not self._answered(ask)]
        self._watches = [watch for watch in self._watches if not self._told(watch)]

    def _answered(self, ask: Ask) -> bool:
        try:
            ask.reply.set_result(self.look(ask.path))
        except NotYet:
            return False
        return True

    def _told(self, watch: Watch) -> bool:
        """Answer a browser that waits if there is something new; return whether it waits no more."""
        if watch.seen != self._stage:
            with suppress(NotYet):
                look = self.look(watch.path)
                watch.seen = self._stage
                if (look.made, look.told) != (watch.made, watch.told):
                    watch.reply.set_result(look)
                    return True
        if time.monotonic() < watch.until:
            return False
        watch.reply.set_result(None)
        return True
