"""Independent pieces of work, shared out among the processors of this machine.

Only Linux shares work out, and only a process without threads can be doubled safely. What is there in memory is there
for all; what a helping process changes there is lost with it. Two processes come to hold twice most of what they use,
so one that holds much works alone.
"""

from __future__ import annotations

import ctypes
import errno
import gc
import os
import pickle
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Generic, TypeVar
from weakref import finalize

ResultT = TypeVar("ResultT")

_FEWEST = 100  # pieces that are worth a process of their own
_LARGEST = 300_000_000  # bytes that a process may hold to be doubled
_MOST = 8_000  # tokens that a pipe takes at once
_PARENT_DEATH_SIGNAL = 1  # linux/prctl.h
_TOKEN = struct.Struct("=I")
_Done = tuple[dict[int, ResultT], "tuple[int, Exception] | None"]


def shared_out(do: Callable[[int], ResultT], count: int, fewest: int = _FEWEST) -> list[ResultT]:
    """Return what `do` returns for each number below `count`, in order; raises what the lowest one that fails raises.
    Refuses (OSError) to go on where a helping process was stopped. `fewest` pieces are worth a process of their own.
    """
    others = min(_processors(), count // fewest) - 1
    if others < 1:
        return [do(number) for number in range(count)]
    step = -(-count // _MOST)
    tokens, fill = os.pipe()
    os.write(fill, b"".join(map(_TOKEN.pack, range(0, count, step))))
    os.close(fill)

    def numbers() -> Iterator[int]:
        while token := os.read(tokens, _TOKEN.size):
            (first,) = _TOKEN.unpack(token)
            yield from range(first, min(first + step, count))

    gc.freeze()  # the collector would touch, and so copy, the pages of memory that the processes have in common
    helpers: list[tuple[int, IO[bytes]]] = []
    try:
        with suppress(OSError):  # no more processes can be had: those that there are do it all
            helpers.extend(_helper(do, numbers) for _ in range(others))
        done = [_done(do, numbers()), *(pickle.load(results) for _, results in helpers)]
    except EOFError:
        raise ChildProcessError(errno.ECHILD, "một tiến trình giúp việc đã bị dừng") from None
    finally:
        gc.unfreeze()
        os.close(tokens)
        for process, results in helpers:
            _end(process, results)
    if failures := [failure for _, failure in done if failure]:
        raise min(failures, key=lambda failure: failure[0])[1]
    found = {number: result for results, _ in done for number, result in results.items()}
    return [found[number] for number in range(count)]


class Meanwhile(Generic[ResultT]):
    """Work that goes on in a process of its own from now on; where there can be none, it is done at once.

    Called, it gives what the work returns, and raises what it raises. What a process does not bring to its end is done
    anew when it is asked for.
    """

    def __init__(self, do: Callable[[], ResultT]) -> None:
        self._do = do
        self._results: IO[bytes] | None = None
        self._found: dict[int, ResultT] = {}
        if _processors() > 1:
            with suppress(OSError):  # no process can be had
                process, self._results = _helper(lambda _: do(), lambda: iter((0,)), holds_nothing=True)
                self._finalize = finalize(self, _end, process, self._results)
        if self._results is None:
            self._found, _ = _done(lambda _: do(), iter((0,)))

    def __call__(self) -> ResultT:
        """Return the result, once it is there."""
        if self._results is not None:
            with suppress(EOFError, pickle.UnpicklingError):
                self._found, _ = pickle.load(self._results)
            self.stop()
        return self._found[0] if self._found else self._do()

    def stop(self) -> None:
        """End the process, if it is still at work."""
        if self._results is not None:
            self._finalize()
            self._results = None


def _processors() -> int:
    has_threads = threading.active_count() > 1  # which hold what nobody would let go of in its double
    if sys.platform != "linux" or has_threads or _Helping.is_this or _held() > _LARGEST:
        return 1
    return len(os.sched_getaffinity(0))


def _held() -> int:
    """Return how many bytes of memory this process holds."""
    return int(Path("/proc/self/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class _Helping:
    """Whether this process is a helping one, which shares nothing out."""

    is_this = False


def _end(process: int, results: IO[bytes]) -> None:
    if _Helping.is_this:  # what began before it is its parent's to end
        return
    results.close()
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def _done(do: Callable[[int], ResultT], numbers: Iterator[int]) -> _Done[ResultT]:
    """Return the results up to the first failure, and that."""
    results: dict[int, ResultT] = {}
    for number in numbers:
        try:
            results[number] = do(number)
        except Exception as error:
            return results, (number, error)
    return results, None


def _helper(
    do: Callable[[int], ResultT], numbers: Callable[[], Iterator[int]], *, holds_nothing: bool = False
) -> tuple[int, IO[bytes]]:
    """Start a process that does its share, and return it and where its results come from.

    `holds_nothing`: no file that is open, such as one that locks a folder, stays open because of it.
    """
    results, answer = os.pipe()
    parent = os.getpid()
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))  # Python loses Ctrl+C while it doubles itself
    try:
        process = os.fork()
    except BaseException:
        os.close(results)
        os.close(answer)
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        raise
    if process:
        os.close(answer)
        stream = os.fdopen(results, "rb")
        try:
            signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        except BaseException:
            _end(process, stream)
            raise
        return process, stream
    try:  # nothing below may return to what the parent was doing
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        _Helping.is_this = True
        if holds_nothing:
            os.closerange(3, answer)
            os.closerange(answer + 1, os.sysconf("SC_OPEN_MAX"))
        _die_with(parent)
        done = _done(do, numbers())
        with os.fdopen(answer, "wb") as told:
            pickle.dump(done, told)
    finally:
        os._exit(0)


def _die_with(parent: int) -> None:
    """Have this process killed as soon as its parent is: else it would write on, and hold what the parent held."""
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:  # that was a moment ago
        os._exit(0)
