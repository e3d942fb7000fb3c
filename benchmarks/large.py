"""A body of a great size: 300,000 records of ten years, built from nothing and after one edit, against Hugo.

`python -m benchmarks.large [--units N] [--years N]` takes hours and some gigabytes of disk at its full size; it is no
part of `make bench`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks import hugo
from benchmarks.building import anew, command
from benchmarks.kinds import ROOT, watched
from benchmarks.running import Spent, peak, run
from benchmarks.speed import edit
from benchmarks.verdicts import Asked, machine, table

UNITS, YEARS = 2_600, 10
MOST = 1.5  # × Hugo


def costliest(places: dict[str, float], count: int = 3) -> list[str]:
    """Return the files of the program in which most of the time is spent, with their shares, as text."""
    found = sorted(places.items(), key=lambda place: place[1], reverse=True)[:count]
    return [f"{share:.0%} {name}" for name, share in found]


def told(name: str, spent: Spent) -> str:
    """Return what a work took as a line."""
    return f"  {name:15} {spent.seconds:8.1f} s  {spent.processor:8.1f} s of the processor  {spent.peak / 1e6:6.0f} MB"


def measure(root: Path, twin: Path) -> None:
    """Print what building the site of the records under `root` takes, and Hugo's site of as many pages and bytes."""
    site = root / "site"
    first = run(anew(root))
    print(told("first", first), flush=True)
    edit(root)
    print(told("one edit", run(command(root))), flush=True)
    print(told("nothing changed", run(command(root))), flush=True)
    files = [file.stat().st_size for file in site.rglob("*") if file.is_file()]
    sizes = hugo.sizes(site)
    print(f"  {len(sizes)} pages, {sum(sizes) / 1e6:.0f} MB; {len(files)} files, {sum(files) / 1e6:.0f} MB in all")
    hugo.write(root / "data", sizes, twin)
    other = run(hugo.command(twin))
    print(told("Hugo", other), flush=True)
    print(table([Asked("first ÷ Hugo", first.seconds / other.seconds, MOST, "×")]), flush=True)
    print(f"  all processes together: {peak(anew(root)) / 1e6:.0f} MB at most", flush=True)
    seen, _ = watched(ROOT, root, site)
    print(f"  the largest costs: {'; '.join(costliest(seen['places']))}")


def main(arguments: list[str] | None = None) -> None:
    """Write the records and measure."""
    parser = argparse.ArgumentParser(prog="benchmarks.large")
    parser.add_argument("--units", type=int, default=UNITS)
    parser.add_argument("--years", type=int, default=YEARS)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="ktgs-bench-") as name:
        root, twin = Path(name) / "root", Path(name) / "hugo"
        sized = ("--units", str(options.units), "--years", str(options.years))
        run((sys.executable, "-m", "benchmarks.generator", root, *sized))
        records = sum(file.is_file() for file in (root / "data").rglob("*"))
        print(f"{records} records, {options.units} units, {options.years} years, once, on {machine()}", flush=True)
        measure(root, twin)


if __name__ == "__main__":
    main()
