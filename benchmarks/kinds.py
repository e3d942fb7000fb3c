"""What each kind of page costs on a large site, and the whole build per byte, beside an earlier revision.

`python -m benchmarks.kinds --against [REVISION]` measures the program as it was before, too, on the same data.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import costs
from benchmarks.running import Spent, run
from benchmarks.verdicts import machine

UNITS = 500
BEFORE = "33b1386"  # the last commit before the reader's site: pages still plain, data read as today
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Weight:
    """The pages of a kind: how many, their bytes, the milliseconds of the processor for views and templates."""

    pages: int
    size: int
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """A program's site: what each kind of page weighs, what the whole build took, and the bytes of all files."""

    kinds: Mapping[str, Weight]
    spent: Spent
    output: int


def watched(program: Path, root: Path, site: Path) -> tuple[dict[str, Any], Spent]:
    """Build the site of `root` from nothing with the ktgs that lies in `program`, on one processor.

    Return what `benchmarks.costs` tells of it, and what it took.
    """
    shutil.rmtree(site, ignore_errors=True)  # not there before the first build
    shutil.rmtree(root / ".ktgs", ignore_errors=True)
    told = site.with_name(f"{site.name}.json")
    command = (sys.executable, costs.__file__, told, "build", "--root", root, "--site", site)
    spent = run(command, {**os.environ, "PYTHONPATH": str(program)})
    return json.loads(told.read_text(encoding="utf-8")), spent


def weigh(program: Path, root: Path, site: Path) -> Weighed:
    """Return what the site of `root` weighs and took, built from nothing with the ktgs that lies in `program`."""
    told, spent = watched(program, root, site)
    kinds = {}
    for name, kind in told["kinds"].items():
        sizes = [(site / address).stat().st_size for address in kind["addresses"]]
        if sizes:
            kinds[name] = Weight(len(sizes), sum(sizes), kind["seconds"] * 1000)
    return Weighed(kinds, spent, sum(file.stat().st_size for file in site.rglob("*") if file.is_file()))


def check_out(revision: str, folder: Path) -> None:
    """Lay the files of a revision of this repository into `folder`. Refuses (CalledProcessError) an unknown one."""
    packed = folder.with_suffix(".tar")
    subprocess.run(["git", "archive", "--output", packed, revision], cwd=ROOT, check=True)
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")


def table(now: Weighed, before: Weighed | None) -> str:
    """Return bytes and milliseconds a page by kind, the costliest in sum first, with those of the earlier program."""
    rows = [f"{'kind of page':22} pages  kB a page  ms a page" + ("    before: pages  kB  ms" if before else "")]
    kinds = before.kinds if before else {}
    for name in sorted({*now.kinds, *kinds}, key=lambda name: _cost(now, name), reverse=True):
        row = f"{name:22} {_figures(now.kinds.get(name))}"
        rows.append((f"{row}    {_figures(kinds.get(name))}" if before else row).rstrip())
    return "\n".join(rows)


def _cost(weighed: Weighed, name: str) -> float:
    return weighed.kinds[name].milliseconds if name in weighed.kinds else 0.0


def _figures(weight: Weight | None) -> str:
    if weight is None:
        return f"{'–':>5} {'–':>10} {'–':>10}"
    return f"{weight.pages:5d} {weight.size / weight.pages / 1000:10.1f} {weight.milliseconds / weight.pages:10.2f}"


def whole(weighed: Weighed) -> str:
    """Return what the whole build took, and took per byte, as text."""
    megabytes, spent = weighed.output / 1e6, weighed.spent
    return (
        f"{spent.seconds:.2f} s, {spent.processor:.2f} s of the processor, {megabytes:.1f} MB:"
        f" {spent.seconds / megabytes * 1000:.0f} ms a MB, {spent.processor / megabytes * 1000:.0f} of the processor"
    )


def main(arguments: list[str] | None = None) -> None:
    """Build a large site, print what each kind of its pages costs."""
    parser = argparse.ArgumentParser(prog="benchmarks.kinds")
    parser.add_argument("--against", nargs="?", const=BEFORE, metavar="REVISION", help=f"measure it too; else {BEFORE}")
    parser.add_argument("--units", type=int, default=UNITS)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="ktgs-bench-") as name:
        folder = Path(name)
        root = folder / "root"
        run((sys.executable, "-m", "benchmarks.generator", root, "--units", str(options.units)))
        now, before = weigh(ROOT, root, folder / "site"), None
        if options.against:
            check_out(options.against, folder / "program")
            before = weigh(folder / "program", root, folder / "site-before")
    print(f"What each kind of page costs at {options.units} units, of the processor, on {machine()}")
    print(table(now, before))
    print(f"The whole build: {whole(now)}")
    if before:
        print(f"Before ({options.against}): {whole(before)}")


if __name__ == "__main__":
    main()
