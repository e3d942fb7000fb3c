"""How `ktgs build` grows with the repository: pages per second, peak memory, and `cp -r` of the same site beside it."""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.running import Spent, peak, run
from benchmarks.verdicts import Asked, machine
from benchmarks.verdicts import table as judged

ROUNDS = {66: 5, 500: 3, 2_000: 2}  # repetitions by number of units
MOST_GROWTH = 1.2  # of time and memory, per record and per byte of output, against those of the smallest
MOST_PEAK = 600e6  # bytes, of the largest


@dataclass(frozen=True, slots=True)
class Round:
    """A site built from nothing, built again with nothing changed, and copied."""

    first: Spent
    second: Spent
    copy: Spent
    records: int  # files
    pages: int
    output: int  # bytes


def command(root: Path) -> tuple[str | Path, ...]:
    """Return the command that builds the site of the repository under `root`."""
    return (sys.executable, "-m", "ktgs", "build", "--root", root, "--site", root / "site")


def anew(root: Path) -> tuple[str | Path, ...]:
    """Remove the site of the repository under `root` and all that is kept for the next; return the building command."""
    for made in (root / "site", root / ".ktgs"):
        shutil.rmtree(made, ignore_errors=True)  # not there in the first round
    return command(root)


def build(root: Path) -> Round:
    """Build the site of the repository under `root` twice, and copy it; leave neither behind."""
    site, copy = root / "site", root / "copy"
    first, second = run(anew(root)), run(command(root))
    copied = run(("cp", "-r", site, copy))
    files = [file for file in site.rglob("*") if file.is_file()]
    found = Round(
        first,
        second,
        copied,
        sum(file.is_file() for file in (root / "data").rglob("*")),
        sum(file.suffix == ".html" for file in files),
        sum(file.stat().st_size for file in files),
    )
    shutil.rmtree(site)
    shutil.rmtree(copy)
    return found


def measure(folder: Path) -> list[Line]:
    """Return what each number of units takes; the sizes take turns, so that a slow moment hits them all."""
    roots = {units: folder / str(units) for units in ROUNDS}
    for units, root in roots.items():
        run((sys.executable, "-m", "benchmarks.generator", root, "--units", str(units)))
    found: dict[int, list[Round]] = {units: [] for units in ROUNDS}
    for turn in range(max(ROUNDS.values())):
        for units, root in roots.items():
            if turn < ROUNDS[units]:
                found[units].append(build(root))
    return [medians(units, rounds, peak(anew(roots[units]))) for units, rounds in found.items()]


@dataclass(frozen=True, slots=True)
class Line:
    """The medians of one size."""

    units: int
    records: int
    pages: int
    output: float
    first: float
    second: float
    copy: float
    processor: float
    peak: float


def medians(units: int, rounds: list[Round], most: int) -> Line:
    """Return the medians of a size's rounds, and the peak memory of all its processes."""
    return Line(
        units,
        rounds[0].records,
        rounds[0].pages,
        rounds[0].output,
        statistics.median(item.first.seconds for item in rounds),
        statistics.median(item.second.seconds for item in rounds),
        statistics.median(item.copy.seconds for item in rounds),
        statistics.median(item.first.processor for item in rounds),
        most,
    )


def table(lines: Sequence[Line]) -> str:
    """Return the medians as a table."""
    rows = ["units  records  pages  output MB  build s   CPU s  pages/s  again s  cp -r s  build/cp  peak MB"]
    rows += (
        f"{line.units:5d} {line.records:8d} {line.pages:6d} {line.output / 1e6:10.1f} {line.first:8.2f}"
        f" {line.processor:7.2f} {line.pages / line.first:8.0f} {line.second:8.2f} {line.copy:8.2f}"
        f" {line.first / line.copy:9.1f} {line.peak / 1e6:8.0f}"
        for line in lines
    )
    return "\n".join(rows)


def growth(base: Line, line: Line) -> list[Asked]:
    """Return the peak of a size, and how time and memory per record and per byte of output grow from another to it."""
    per = {"record": line.records / base.records, "byte of output": line.output / base.output}
    spent = {
        "seconds": line.first / base.first,
        "processor's seconds": line.processor / base.processor,
        "peak memory": line.peak / base.peak,
    }
    return [Asked(f"peak memory, {line.units} units", line.peak / 1e6, MOST_PEAK / 1e6, "MB")] + [
        Asked(f"{name} per {unit}, {line.units} against {base.units} units", more / times, MOST_GROWTH, "×")
        for unit, times in per.items()
        for name, more in spent.items()
    ]


def main() -> None:
    """Print how the build grows."""
    with tempfile.TemporaryDirectory(prefix="ktgs-bench-") as folder:
        lines = measure(Path(folder))
    print(f"On {machine()}")
    print("`ktgs build` as a whole, from Python's start; “again” with nothing changed; medians of", end=" ")
    print(", ".join(f"{ROUNDS[line.units]} ({line.units} units)" for line in lines) + ":")
    print(table(lines))
    print(judged(growth(lines[0], lines[-1])))
    print("Other work on the machine slows the processor's seconds less.")


if __name__ == "__main__":
    main()
