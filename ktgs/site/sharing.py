"""Independent pieces of work, shared out among the processors of this machine."""

from __future__ import annotations

import ctypes
import errno
import gc
import os
import pickle
import signal
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import IO, TypeVar

ResultT = TypeVar("ResultT")

_FEWEST = 100  # pieces that are worth a process of their own
_MOST = 8_000  # tokens that a pipe takes at once
_PARENT_DEATH_SIGNAL = 1  # linux/prctl.h
_TOKEN = struct.Struct("=I")
_Done = tuple[dict[int, ResultT], "tuple[int, Exception] | None"]


def shared_out(do: Callable[[int], ResultT], count: int) -> list[ResultT]:
    """Return what `do` returns for each number below `count`, in order; raises what the lowest one that fails raises.
    Refuses (OSError) to go on where a helping process was stopped.

    What is there in memory is there for all; what `do` changes there is lost with the process that it runs in. Only
    Linux shares work out: elsewhere a process with threads cannot be doubled safely, or not at all.
    """
    others = min(_processors(), count // _FEWEST) - 1
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
        helpers.extend(_helper(do, numbers) for _ in range(others))
        done = [_done(do, numbers()), *(pickle.load(results) for _, results in helpers)]
    except EOFError:
        raise ChildProcessError(errno.ECHILD, "một tiến trình giúp việc đã bị dừng") from None
    finally:
        gc.unfreeze()
        os.close(tokens)
        for process, results in helpers:
            results.close()
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
    if failures := [failure for _, failure in done if failure]:
        raise min(failures, key=lambda failure: failure[0])[1]
    found = {number: result for results, _ in done for number, result in results.items()}
    return [found[number] for number in range(count)]


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _done(do: Callable[[int], ResultT], numbers: Iterator[int]) -> _Done[ResultT]:
    """Return the results up to the first failure, and that."""
    results: dict[int, ResultT] = {}
    for number in numbers:
        try:
            results[number] = do(number)
        except Exception as error:
            return results, (number, error)
    return results, None


def _helper(do: Callable[[int], ResultT], numbers: Callable[[], Iterator[int]]) -> tuple[int, IO[bytes]]:
    """Start a process that does its share, and return it and where its results come from."""
    results, answer = os.pipe()
    parent, process = os.getpid(), os.fork()
    if process:
        os.close(answer)
        return process, os.fdopen(results, "rb")
    try:  # nothing below may return to what the parent was doing
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer
        _die_with(parent)
        done = _done(do, numbers())
        with os.fdopen(answer, "wb") as stream:
            pickle.dump(done, stream)
    finally:
        os._exit(0)


def _die_with(parent: int) -> None:
    """Have this process killed as soon as its parent is: else it would write on, and hold what the parent held."""
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:  # that was a moment ago
        os._exit(0)
