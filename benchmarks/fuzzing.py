"""`python -m benchmarks.fuzzing`: 100,000 damaged files, read, checked and shown in process, each twice.

None may raise, none may take over a second, and the second time all is the same.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.mutating import mutate
from ktgs.examining.pipeline import run
from ktgs.facts.facts import crashed_figures, work_out
from ktgs.language.diagnostics import Diagnostic
from ktgs.language.today import Today
from ktgs.records.base import FileRecord, MarkdownRecord
from ktgs.records.loading import Broken, load, load_one
from ktgs.repository.opening import Loaded, link
from ktgs.site.markdown import render_markdown
from ktgs.source.discovery import SourceFile, discover

FILES = 100_000
SLOWEST = 1.0  # seconds for one file, both times
WHOLE = 100  # each so many files, the damaged one is checked among the others
WORDS = ("chi đoàn",)  # what the sample calls sub-units
TODAY = Today(date(2020, 10, 15), is_given=False)
SAMPLE = Path(__file__).parents[1] / "tests" / "sample"
CRASHES = {"F901", "F902", "F903"}  # what the software says of its own faults


@dataclass(frozen=True)
class Damaged(SourceFile):
    """A file whose bytes are given."""

    content: bytes = b""

    def read(self) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
        """Return the bytes."""
        return self.content, ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What a damaged file did that none may."""

    seed: str
    file: str
    what: str


def damaged(count: int, seed: int) -> Iterator[tuple[str, Damaged, tuple[SourceFile, ...]]]:
    """Yield damaged files of the sample, each with the seed that makes it and the files beside it."""
    files, _ = discover(SAMPLE)
    contents = tuple(file.path.read_bytes() for file in files)
    for number in range(count):
        own = f"{seed}-{number}"
        random = Random(own)
        index = random.randrange(len(files))
        content = mutate(random, contents[index], contents)
        beside = (*files[:index], *files[index + 1 :])
        yield own, Damaged(files[index].file, files[index].path, content=content), beside


def once(file: Damaged) -> tuple[object, ...]:
    """Return all that reading and showing one file gives."""
    found, problems = load_one(file, WORDS)
    shown = render_markdown(found.body, 2) if isinstance(found, MarkdownRecord) else ""
    return found, problems, shown


def among_others(file: Damaged, beside: tuple[SourceFile, ...]) -> tuple[Diagnostic, ...]:
    """Return all that is said when the file stands among the others of the sample."""
    found, problems = load((*beside, file))
    records = tuple(item for item in found if isinstance(item, FileRecord))
    broken = tuple(item for item in found if isinstance(item, Broken))
    repository, unlinked = link(Loaded(records, broken), TODAY)
    facts, crashed = work_out(repository)
    return (*problems, *unlinked, *crashed, *crashed_figures(facts), *run(facts))


def faults(count: int, seed: int, whole: int = WHOLE) -> Iterator[Fault]:
    """Yield what went wrong with any of `count` damaged files; each `whole`-th is checked among the others, too."""
    for number, (own, file, beside) in enumerate(damaged(count, seed)):
        started = time.process_time()
        try:
            is_same = once(file) == once(file)
            spent = time.process_time() - started
            told = among_others(file, beside) if number % whole == 0 else ()
        except Exception as error:  # whatever it is, it is what is looked for
            yield Fault(own, file.file, f"{type(error).__name__}: {error}")
            continue
        if not is_same:
            yield Fault(own, file.file, "the second time was not as the first")
        if spent > SLOWEST:
            yield Fault(own, file.file, f"{spent:.1f} s")
        yield from (Fault(own, file.file, item.message) for item in told if item.code.id in CRASHES)


def main() -> bool:
    """Print what went wrong, and return whether nothing did."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 46
    started, found = time.perf_counter(), 0
    for fault in faults(count, seed):
        found += 1
        print(f"{fault.file} (seed {fault.seed}): {fault.what}", flush=True)
    print(f"{count} damaged files, each read and shown twice: {found} faults, {time.perf_counter() - started:.0f} s")
    return not found


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
