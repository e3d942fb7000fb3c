"""How long after a schedule is saved, a meeting of which moves, `ktgs serve` answers with the new page."""

from __future__ import annotations

import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

WANTED = {66: 0.4, 500: 1.0}  # seconds by number of units
ROUNDS = 7
_REST = {66: 3.0, 500: 10.0}  # seconds between two edits, in which the rest of the site is made
_PATIENCE = 120.0  # seconds
_DAY = re.compile(r"(?<=^    ngày: )\d\d", re.MULTILINE)


def main(scale: float = 1.0) -> None:
    """Print the medians beside what is wanted, times the `scale` by which this machine is slower."""
    for units, settled in WANTED.items():
        wanted = settled * scale
        with tempfile.TemporaryDirectory(prefix="ktgs-bench-") as folder:
            root = Path(folder)
            subprocess.run([sys.executable, "-m", "benchmarks.generator", root, "--units", str(units)], check=True)
            times = measured(root, _REST[units])
        median = statistics.median(times)
        verdict = "yes" if median <= wanted else "NO"
        print(
            f"`ktgs serve`, {units} units, save → the new page answers: {median:.2f} s"
            f" ({min(times):.2f}–{max(times):.2f}, {ROUNDS} edits), wanted {wanted:.2f} s: {verdict}"
        )


def measured(root: Path, rest: float) -> list[float]:
    """Return the seconds from each edit until the unit's page is another."""
    schedule = next(file for file in sorted(root.glob("data/plans/*/*/schedules/2020-1*/*.yml")) if _day(file))
    with served(root) as address:
        page = f"{address}don-vi/{schedule.stem}.html"
        times = []
        for turn in range(ROUNDS):
            before = fetched(page)
            text = schedule.read_text(encoding="utf-8")
            started = time.perf_counter()
            schedule.write_text(_DAY.sub(("15", "16")[turn % 2], text, count=1), encoding="utf-8")
            while fetched(page) == before:
                if time.perf_counter() - started > _PATIENCE:
                    raise TimeoutError(f"{page} did not change")
            times.append(time.perf_counter() - started)
            time.sleep(rest)
    return times


def _day(schedule: Path) -> bool:
    found = _DAY.search(schedule.read_text(encoding="utf-8"))
    return found is not None and found[0] not in ("15", "16")


def fetched(page: str) -> bytes:
    """Return a page."""
    with urlopen(page, timeout=_PATIENCE) as answer:
        content: bytes = answer.read()
    return content


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Give the address at which the repository under `root` is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "ktgs", "serve", "--root", str(root), "--address", address]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            end = time.monotonic() + _PATIENCE
            while True:
                try:
                    fetched(f"http://{address}/")
                    break
                except URLError:
                    if time.monotonic() > end or server.poll() is not None:
                        raise
                    time.sleep(0.1)
            yield f"http://{address}/"
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
