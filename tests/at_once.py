"""Starts two builds of one site at once, and tells after each pair whether the site is whole and is one of theirs.

python -m tests.at_once [COUNT [SEED]]
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.killing import DAYS, REPOSITORY
from tests.repo import lay
from tests.trees import tree

REFUSED = "Một lần tạo trang khác đang ghi"
_APART = 2.0  # seconds between the two starts, at most


class Pair(NamedTuple):
    """Exit codes of both builds, and whether all that was expected of them holds."""

    first: int
    second: int
    is_sound: bool


def pairs(root: Path, count: int, seed: int) -> Iterator[Pair]:
    """Yield the outcome of `count` pairs, the second of which starts at random a bit after the first.

    Sound: one that failed said that another is at work, the site is that of one that said 0, and nothing is left over.
    """
    sites = []
    for day in DAYS:
        with _building(root, str(day)) as building:
            building.communicate()
            assert building.returncode == 0
        sites.append(tree(root / "site"))
    chance = random.Random(seed)
    for _ in range(count):
        both = []
        for day in DAYS:
            both.append(_building(root, str(day)))
            time.sleep(chance.random() * _APART if len(both) == 1 else 0)
        said = [building.communicate()[1] for building in both]
        codes = [building.returncode for building in both]
        published = [site for site, code in zip(sites, codes, strict=True) if code == 0]
        is_sound = (
            all(REFUSED in words for words, code in zip(said, codes, strict=True) if code)
            and tree(root / "site") in published
            and sorted(path.name for path in root.iterdir()) == ["data", "site"]
        )
        yield Pair(codes[0], codes[1], is_sound)


def _building(root: Path, day: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "ktgs", "build", "--no-cache", "--root", str(root), "--today", day]
    return subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def main(arguments: list[str]) -> int:
    """Print how often each outcome came; return 1 if any was not sound."""
    count, seed = (*map(int, arguments), *(20, 1)[len(arguments) :])
    with TemporaryDirectory() as folder:
        found = Counter(pairs(lay(Path(folder) / "root", {}), count, seed))
    for pair, times in sorted(found.items()):
        print(f"{times:4} × exit codes {pair.first} and {pair.second}, {'sound' if pair.is_sound else 'NOT SOUND'}")
    return int(not all(pair.is_sound for pair in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
