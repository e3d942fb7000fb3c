"""Which small changes of the code does no test notice? `python -m benchmarks.mutation --seconds 3600`.

Changes are drawn by a seed, one of each function first, and made one at a time in copies of the tree; the tests that
run the changed function are run until one fails. What was found lies in `--out`, and another run goes on from there:
once tests have changed it traces those, and tries what none noticed again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import SimpleQueue
from types import CodeType, FrameType
from typing import Any, TypeVar

from benchmarks.changes import Change, changes

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("ktgs/repository", "ktgs/obligations")
LEFT_OUT = ("tests/browser/",)  # slow, and they see no more than the tests of pages do
_TRACED = "KTGS_TRACED"  # where a run of pytest writes which functions it ran
NO_TEST = "no test runs it"
_NOT_BEGUN = object()
T = TypeVar("T")
_seen: set[CodeType] = set()
Runs = dict[str, tuple[float, list[str]]]  # a test file's seconds, and `file:line` of the functions that it ran


def pytest_configure() -> None:
    """Note every function that runs: this module is a plugin of pytest in runs that ask for it."""
    if _TRACED in os.environ:
        threading.settrace(_note)
        sys.settrace(_note)


def _note(frame: FrameType, event: str, argument: Any) -> None:
    _seen.add(frame.f_code)


def pytest_unconfigure() -> None:
    """Write what ran, by file and first line."""
    sys.settrace(None)
    if _TRACED in os.environ:
        found = {f"{code.co_filename}:{code.co_firstlineno}" for code in _seen if code.co_name != "<module>"}
        Path(os.environ[_TRACED]).write_text(json.dumps(sorted(found)), "utf-8")


def copies(number: int, folder: Path) -> Iterator[Path]:
    """Yield copies of what git tracks or would, compiled so that a changed file is read again by its contents."""
    listed = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    files = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    for count in range(number):
        copy = folder / str(count)
        for name in filter(None, files):
            if (ROOT / name).is_file():
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, copy / name)
        compiled = (sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "ktgs", "tests")
        subprocess.run(compiled, cwd=copy, check=True)
        yield copy


def test(copy: Path, files: Iterable[str], limit: float, **variables: str) -> str:
    """Run test files in a copy until one fails; return the failing test, "timeout", or "" where all pass."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider"]
    command += ["-p", "benchmarks.mutation", "--hypothesis-seed=0", f"--basetemp={copy}-made", *files]
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", **variables}
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=copy, env=environment, stdout=pipe, stderr=nowhere, text=True, start_new_session=True
    ) as process:
        try:
            told, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # whatever a test has started, too
            return "timeout"
    lines = [line for line in told.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return "" if process.returncode == 0 else lines[0].split(" - ")[0] if lines else f"exit {process.returncode}"


def trace(copy: Path, file: str) -> tuple[float, list[str]] | None:
    """Return how long a test file takes and which functions it runs; None where it fails even without a change."""
    out, start = copy / "traced.json", time.monotonic()
    out.unlink(missing_ok=True)
    if test(copy, [file], 600, **{_TRACED: str(out)}):
        return None
    found = json.loads(out.read_text("utf-8"))
    seconds = time.monotonic() - start
    return seconds, [each.removeprefix(f"{copy}/") for each in found if each.startswith(f"{copy}/ktgs/")]


def drawn(options: argparse.Namespace) -> list[Change]:
    """Return so many changes by a seed: one of each function first, then another of each, until there are enough."""
    chance = random.Random(options.seed)
    by_function: dict[tuple[str, str], list[Change]] = {}
    for path in sorted(path for room in options.rooms for path in (ROOT / room).glob("*.py")):
        for change in changes(path.relative_to(ROOT).as_posix(), path.read_bytes()):
            by_function.setdefault((change.file, change.function), []).append(change)
    functions = list(by_function.values())
    chance.shuffle(functions)
    for found in functions:
        chance.shuffle(found)
    most = max(map(len, functions))
    ordered = [each for turn in range(most) for found in functions for each in found[turn : turn + 1]]
    return ordered[: options.count]


def judge(copy: Path, change: Change, runs: Runs) -> str:
    """Return the test that notices a change, "" where none does, `NO_TEST` where none runs the function."""
    mine = f"{change.file}:{change.first or ''}"
    covering = [file for file, (_, ran) in runs.items() if any(_is_of(each, mine) for each in ran)]
    if not covering:
        return NO_TEST
    near = Path(change.file).stem
    covering.sort(key=lambda file: (near not in file, runs[file][0]))
    path, source = copy / change.file, (ROOT / change.file).read_bytes()
    path.write_bytes(change.apply(source))
    try:
        return test(copy, covering, 60 + 4 * sum(runs[file][0] for file in covering))
    finally:
        path.write_bytes(source)


def _is_of(ran: str, mine: str) -> bool:
    """Return whether a function that ran is the one, or is in the file whose constants are meant (no line)."""
    return ran.startswith(mine) if mine.endswith(":") else ran == mine


class Bench:
    """The copies to run in, until the time is over; what was found is kept in a file of one JSON value a line."""

    def __init__(self, out: Path, seconds: float, copies_of_tree: Iterable[Path]) -> None:
        self._out, self._end = out, time.monotonic() + seconds
        self._free: SimpleQueue[Path] = SimpleQueue()
        for copy in copies_of_tree:
            self._free.put(copy)
        self._pool = ThreadPoolExecutor(self._free.qsize())

    def each(
        self, kept_as: str, items: Mapping[str, T], work: Callable[[Path, T], Any], still: Callable[[Any], bool] = bool
    ) -> dict[str, Any]:
        """Return what the work found for each item, by key; what is kept and still holds is not done again.

        Nothing is begun after the end of the time.
        """
        path = self._out / f"{kept_as}.jsonl"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        found = {key: value for key, value in map(json.loads, lines) if key in items and still(value)}
        with path.open("a", encoding="utf-8") as kept:
            waiting = {self._pool.submit(self._one, work, items[key]): key for key in items if key not in found}
            try:
                for future in as_completed(waiting):
                    if (value := future.result()) is not _NOT_BEGUN:
                        found[waiting[future]] = value
                        print(json.dumps([waiting[future], value], ensure_ascii=False), file=kept, flush=True)
                        print(f"\r{kept_as}: {len(found)} of {len(items)} ", end="", file=sys.stderr, flush=True)
            except KeyboardInterrupt:
                self._end = 0  # what waits is not begun any more
                raise
        print(file=sys.stderr)
        return found

    def _one(self, work: Callable[[Path, T], Any], item: T) -> Any:
        if time.monotonic() > self._end:
            return _NOT_BEGUN
        copy = self._free.get()
        try:
            return work(copy, item)
        finally:
            self._free.put(copy)


def fingerprint(paths: Iterable[Path]) -> str:
    """Return a name for the contents of files."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(paths))).hexdigest()[:12]


def traced(bench: Bench, code: str, tests: list[Path]) -> Runs:
    """Return what each test file runs, and print those that fail without any change: they are of no use."""
    files = {path.relative_to(ROOT).as_posix(): path for path in tests if path.name.startswith("test_")}
    known = {f"{file} {fingerprint([files[file]])}": file for file in files if not file.startswith(LEFT_OUT)}
    found = {known[key]: ran for key, ran in bench.each(f"tests-{code}", known, trace).items()}
    failing = [file for file, ran in found.items() if not ran]
    if failing:
        print(f"failing without any change, and left out: {', '.join(failing)}")
    return {file: (ran[0], ran[1]) for file, ran in found.items() if ran}


def tried(bench: Bench, code: str, tests: str, chosen: Mapping[str, Change], runs: Runs) -> dict[str, str]:
    """Return by what each change was noticed; one that was not is tried again when the tests have changed."""

    def one(copy: Path, change: Change) -> tuple[str, str]:
        return judge(copy, change, runs), tests

    found = bench.each(f"changes-{code}", chosen, one, lambda kept: kept[1] == tests or is_noticed(kept[0]))
    return {key: by for key, (by, _) in found.items()}


def is_noticed(by: str) -> bool:
    """Return whether a change was noticed."""
    return by not in ("", NO_TEST)


def report(chosen: Mapping[str, Change], found: Mapping[str, str]) -> None:
    """Print each change that no test noticed, and their share."""
    unnoticed = [key for key in chosen if key in found and not is_noticed(found[key])]
    for key in unnoticed:
        print(f"{chosen[key]}" + (f" ({NO_TEST})" if found[key] else ""))
    share = 100 * len(unnoticed) / (len(found) or 1)
    print(
        f"{len(unnoticed)} of {len(found)} changes unnoticed ({share:.1f} %); {len(chosen) - len(found)} not tried yet"
    )


def main() -> None:
    """Trace the tests, draw the changes, try them, print what no test noticed."""
    parser = argparse.ArgumentParser(prog="benchmarks.mutation", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("rooms", nargs="*", default=ROOMS, help=f"folders to change modules of ({', '.join(ROOMS)})")
    parser.add_argument("--tests", nargs="+", default=["tests"], help="folders of the tests to run (tests)")
    parser.add_argument("--count", type=int, default=400, help="so many changes, at most (400)")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3600, help="begin nothing new after so long (3600)")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--out", type=Path, default=ROOT / ".mutation", help="where results are kept (.mutation)")
    options = parser.parse_args()
    options.out.mkdir(exist_ok=True)
    code = fingerprint((ROOT / "ktgs").rglob("*.py"))
    tests = sorted(path for folder in options.tests for path in (ROOT / folder).rglob("*.py"))
    chosen = {f"{each.file}:{each.start}-{each.end}:{each.after}": each for each in drawn(options)}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options.out, options.seconds, copies(options.processes, Path(folder)))
        runs = traced(bench, code, tests)
        found = tried(bench, code, fingerprint(tests), chosen, runs)
    report(chosen, found)


if __name__ == "__main__":
    main()
