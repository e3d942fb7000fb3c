"""A command run in a process of its own: what it takes, and the memory of all the processes that help it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.2  # seconds between two looks at the memory
BYTES_OF_PEAK = 1 if sys.platform == "darwin" else 1024  # unit of ru_maxrss
_PROCESSES = Path("/proc")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # Python keeps what it has compiled, as it does for those who use ktgs


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took: seconds on the clock, seconds of the processor, and its peak memory in bytes."""

    seconds: float
    processor: float
    peak: int


def run(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> Spent:
    """Run a command and return what it took; processor and peak count those that it waited for, the peak the largest.

    Refuses (CalledProcessError) one that fails, after what it said.
    """
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.stderr.write(said.read().decode(errors="replace"))
            raise subprocess.CalledProcessError(process.returncode, [str(part) for part in command])
    return Spent(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * BYTES_OF_PEAK)


def peak(command: Sequence[str | Path]) -> int:
    """Return the most bytes that a command took at once, as seen five times a second.

    Where the system tells no shares (only Linux does), that is the peak of its largest process. Refuses
    (CalledProcessError) a command that fails.
    """
    if sys.platform != "linux":
        return run(command).peak
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(share, family(process.pid))))
        time.sleep(EVERY)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, [str(part) for part in command])
    return most


def family(process: int) -> list[int]:
    """Return a process and those that it started, and so on, as far as they are still there."""
    try:
        told = "".join(file.read_text(encoding="ascii") for file in (_PROCESSES / str(process)).glob("task/*/children"))
    except OSError:  # over meanwhile
        told = ""
    return [process, *(member for child in told.split() for member in family(int(child)))]


def share(process: int) -> int:
    """Return the bytes that are a process's own, and its part of those that it shares; none where it is over."""
    try:
        told = (_PROCESSES / str(process) / "smaps_rollup").read_text(encoding="ascii")
    except OSError:  # over meanwhile
        return 0
    return next((int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("Pss:")), 0)
