"""What a command owes its surroundings: streams that outlive their reader, when Ctrl+C counts, no waste of time."""

from __future__ import annotations

import atexit
import errno
import gc
import io
import os
import signal
import sys
from typing import Any, TextIO

_REASONS = {errno.ENOSPC: "đĩa đã đầy", errno.EIO: "thiết bị không còn ghi được"}


class _Output(io.RawIOBase):
    """The bytes' way out. After the first failure, which is kept, everything is dropped."""

    def __init__(self, raw: Any) -> None:
        super().__init__()
        self._raw = raw
        self.failure: OSError | None = None

    def writable(self) -> bool:
        """Return that one may write."""
        return True

    def fileno(self) -> int:
        """Return the number under which the system knows it."""
        return int(self._raw.fileno())

    def isatty(self) -> bool:
        """Return whether a person reads along."""
        return bool(self._raw.isatty())

    def write(self, data: Any) -> int | None:
        """Write what can be written; return how much is done with."""
        if self.failure is None:
            try:
                written: int | None = self._raw.write(data)
                return written
            except OSError as error:
                self.failure = error
        return memoryview(data).nbytes


def secure() -> None:
    """Put such streams in the place of the process's own, and the empty device where one is closed.

    Else the first file that is opened would take the number of the closed stream, and receive what is meant for it.
    """
    while (handle := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(handle)
    sys.stdout, sys.stderr = _secured(sys.stdout), _secured(sys.stderr)


def hurry() -> None:
    """Leave out what serves nobody in a process that soon ends: collecting garbage, looking for plugins of pydantic."""
    gc.disable()
    atexit.register(gc.freeze)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _secured(stream: TextIO | None) -> TextIO:
    buffer: Any = io.FileIO(os.devnull, "w") if stream is None else stream.buffer
    output = io.BufferedWriter(_Output(getattr(buffer, "raw", buffer)))
    return io.TextIOWrapper(output, "utf-8", "backslashreplace", newline="\n", line_buffering=True)


def lost(stream: TextIO) -> str:
    """Return why a stream could not take all that was printed; nothing where it could, or its reader had gone."""
    stream.flush()
    output = getattr(getattr(stream, "buffer", None), "raw", None)
    failure = output.failure if isinstance(output, _Output) else None
    if failure is None or isinstance(failure, BrokenPipeError):
        return ""
    return _REASONS.get(failure.errno or 0) or failure.strerror or type(failure).__name__


def ignore_interrupts() -> None:
    """Let nothing that can be put off end this process between the swap and its exit code, which says it was done."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no SIGHUP
            signal.signal(getattr(signal, name), signal.SIG_IGN)
