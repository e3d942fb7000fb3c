"""How long the hook before a commit takes on the data that ship, with one schedule edited and staged."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.running import Spent, run

WANTED = 1.0  # seconds
ROUNDS = 5
_ROOT = Path(__file__).parents[1]
_EDITED = "data/plans/2020/46-kh-dtn/schedules/2020-10/doan-so-a.yml"


def main() -> None:
    """Print the median of some rounds, on the clock and of the processor, beside what is wanted."""
    with tempfile.TemporaryDirectory() as folder:
        spent = measured(Path(folder))
    seconds = statistics.median(one.seconds for one in spent)
    processor = statistics.median(one.processor for one in spent)
    print(f"hook before a commit: {seconds:.2f} s ({processor:.2f} s of processor), wanted {WANTED:.2f} s")


def measured(root: Path) -> list[Spent]:
    """Return what each round took in a new repository of the shipped data at `root`."""
    shutil.copytree(_ROOT / "data", root / "data")
    _git(root, "init", "--quiet")
    _git(root, "add", "--all")
    _git(root, "-c", "user.name=A", "-c", "user.email=a@example.invalid", "commit", "--quiet", "--message", "Ghi")
    with (root / _EDITED).open("a", encoding="utf-8") as stream:
        stream.write("# đã xem\n")
    _git(root, "add", _EDITED)
    command = (sys.executable, "-m", "ktgs", "check", "--staged", "--root", root)
    return [run(command) for _ in range(ROUNDS)]


def _git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True)


if __name__ == "__main__":
    main()
