"""What speed is asked: builds of 500 units against Hugo and against their own first, commands in a fresh process."""

from __future__ import annotations

import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import hugo
from benchmarks.building import anew, command
from benchmarks.running import Spent, run
from benchmarks.verdicts import Asked, machine, table

SMALL, BIG = 66, 500  # units
BUILDS = 3  # rounds
CODES = ("A201", "D401", "D403", "D410", "D412", "M203", "R401")  # one explained in each round of commands
COMMANDS = len(CODES)
HUGO_SECONDS = 2.75  # of Hugo where the seconds asked below were settled; they are scaled by its time here
HUGO, FIRST, EDITED, SAME = "Hugo", "first", "one edit", "nothing changed"
RATIOS = (  # work, against what, at most
    (FIRST, HUGO, 1.5),
    (EDITED, HUGO, 0.75),
    (EDITED, FIRST, 0.15),
    (SAME, HUGO, 0.35),
    (SAME, FIRST, 0.08),
)
SECONDS = {  # of a fresh process, by the work's name
    f"check, {SMALL} units, {SAME}": 0.30,
    f"check, {SMALL} units, {EDITED}": 0.32,
    f"check, {BIG} units, {SAME}": 1.2,
    f"check, {BIG} units, {EDITED}": 1.2,
    f"due, {SAME}": 0.35,
    f"due, {EDITED}": 0.35,
    "days, first asked": 0.15,
    "days, asked again": 0.15,
    "explain CODE, first asked": 0.3,
    "explain CODE, asked again": 0.3,
    "--help": 0.15,
}
_DAY = re.compile(r"(?m)^(    ngày: )(\d\d)(/11/2020)$")  # of a meeting to come
Times = dict[str, list[Spent]]


def ktgs(*arguments: str | Path) -> tuple[str | Path, ...]:
    """Return the command line of ktgs with the arguments, in a Python of its own."""
    return (sys.executable, "-m", "ktgs", *arguments)


def edit(root: Path) -> None:
    """Give a meeting to come the day after its own: for 26 edits nothing is as it ever was.

    Refuses (StopIteration) data without a meeting in November 2020.
    """
    schedules = sorted(root.glob("data/plans/2020/*/schedules/2020-11/*.yml"))
    texts = {file: file.read_text(encoding="utf-8") for file in schedules}
    file = next(file for file in schedules if _DAY.search(texts[file]))
    moved = _DAY.sub(lambda found: f"{found[1]}{int(found[2]) % 27 + 1:02}{found[3]}", texts[file], count=1)
    file.write_text(moved, encoding="utf-8")


def build_with_hugo(twin: Path) -> Spent:
    """Return what Hugo takes to build the site of `twin` from nothing."""
    shutil.rmtree(twin / "public", ignore_errors=True)  # not there in the first round
    return run(hugo.command(twin))


def build(root: Path, twin: Path) -> dict[str, Spent]:
    """Return what each kind of build of the repository under `root` takes, and Hugo's first build of `twin`."""
    spent = {HUGO: build_with_hugo(twin), FIRST: run(anew(root))}
    edit(root)
    return spent | {EDITED: run(command(root)), SAME: run(command(root))}


def ask(small: Path, big: Path, turn: int) -> dict[str, Spent]:
    """Return what each command takes, by the names of `SECONDS`; in each turn another question is asked first."""
    spent = {"--help": run(ktgs("--help"))}
    for name, question in (("days", ("11/05/2020", f"-{turn + 1}")), ("explain CODE", (CODES[turn],))):
        asked = ktgs(name.partition(" ")[0], *question, "--root", small)
        spent |= {f"{name}, first asked": run(asked), f"{name}, asked again": run(asked)}
    for name, root in ((f"check, {SMALL} units", small), (f"check, {BIG} units", big), ("due", small)):
        asked = ktgs(name.partition(",")[0], "--root", root)
        run(asked)
        spent[f"{name}, {SAME}"] = run(asked)
        edit(root)
        spent[f"{name}, {EDITED}"] = run(asked)
    return spent


def rounds(once: Callable[[int], dict[str, Spent]], turns: int) -> Times:
    """Return what each work took in each of the turns; in a turn all works follow one another."""
    found: Times = {}
    for turn in range(turns):
        for name, spent in once(turn).items():
            found.setdefault(name, []).append(spent)
    return found


def medians(times: Times) -> dict[str, float]:
    """Return the median seconds on the clock by name of the work."""
    return {name: statistics.median(one.seconds for one in spent) for name, spent in times.items()}


def processor(times: Times) -> str:
    """Return the median seconds of the processor and the highest peak of each work, as text."""
    rows = []
    for name, spent in times.items():
        middle, most = statistics.median(one.processor for one in spent), max(one.peak for one in spent)
        rows.append(f"  {name}: {middle:.2f} s of the processor, {most / 1e6:.0f} MB at most")
    return "\n".join(rows)


def ratios(builds: dict[str, float]) -> list[Asked]:
    """Return each build beside what is asked of it, against Hugo or the first."""
    return [
        Asked(
            f"{work} ÷ {base}", builds[work] / builds[base], most, "×", f"{builds[work]:.2f} s ÷ {builds[base]:.2f} s"
        )
        for work, base, most in RATIOS
    ]


def slower(hugo_seconds: float) -> float:
    """Return how many times slower this machine is than the one for which seconds were settled."""
    return hugo_seconds / HUGO_SECONDS


def seconds(commands: dict[str, float], hugo_seconds: float) -> list[Asked]:
    """Return the seconds of each command beside what is asked, which is scaled by Hugo's time."""
    scale = slower(hugo_seconds)
    return [
        Asked(name, commands[name], most * scale, "s", f"{most:.2f} s × {scale:.2f}") for name, most in SECONDS.items()
    ]


def prepare(folder: Path) -> tuple[Path, Path, Path]:
    """Write both repositories and Hugo's site of the bigger one under `folder`; return where they are."""
    small, big, twin = folder / "small", folder / "big", folder / "hugo"
    for root, units in ((small, SMALL), (big, BIG)):
        run((sys.executable, "-m", "benchmarks.generator", root, "--units", str(units)))
    run(command(big))
    sizes = hugo.sizes(big / "site")
    hugo.write(big / "data", sizes, twin)
    run(hugo.command(twin))
    hugo_sizes = hugo.sizes(twin / "public")
    print(f"{BIG} units: {len(sizes)} pages, {sum(sizes) / 1e6:.1f} MB;", end=" ")
    print(f"Hugo {hugo.version()}: {len(hugo_sizes)} pages, {sum(hugo_sizes) / 1e6:.1f} MB")
    return small, big, twin


def main() -> float:
    """Print the tables: builds, and commands; return how many times slower this machine is than the settled one."""
    print(f"Speed, medians of {BUILDS} builds and {COMMANDS} commands taken by turns, on {machine()}")
    with tempfile.TemporaryDirectory(prefix="ktgs-bench-") as folder:
        small, big, twin = prepare(Path(folder))
        builds = rounds(lambda _: build(big, twin), BUILDS)
        print(f"{table(ratios(medians(builds)))}\n{processor(builds)}", flush=True)
        commands = rounds(lambda turn: {HUGO: build_with_hugo(twin), **ask(small, big, turn)}, COMMANDS)
    print(f"{table(seconds(medians(commands), medians(commands)[HUGO]))}\n{processor(commands)}")
    return slower(medians(commands)[HUGO])


if __name__ == "__main__":
    main()
