"""Kills builds at random moments, and tells after each whether the site is whole.

python -m tests.killing [COUNT [SEED]]
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.repo import lay
from tests.trees import tree

REPOSITORY = Path(__file__).parent.parent
DAYS = (date(2020, 5, 5), date(2020, 6, 10))  # every page tells its day, so every page changes


def killed(
    root: Path, count: int, seed: int, signals: Sequence[signal.Signals] = (signal.SIGKILL,)
) -> Iterator[tuple[int, str, str]]:
    """Yield exit code, state of the site and what was said on stderr of `count` builds that get the signals in turn.

    The state is "old", "new" or "neither". The moments are spread evenly over the time that a build takes, from when
    Python itself has started to a bit beyond the end, each at random in its part.
    """
    began, sites = time.monotonic(), []
    for day in DAYS:
        with _building(root, day) as building:
            assert building.wait() == 0
        sites.append(tree(root / "site"))
    takes = (time.monotonic() - began) / len(DAYS)
    chance, current = random.Random(seed), 1
    for part in range(count):
        with _building(root, DAYS[1 - current]) as building:
            time.sleep(takes * (0.1 + (part + chance.random()) / count))
            building.send_signal(signals[part % len(signals)])
            _, said = building.communicate()
        found = tree(root / "site")
        state = "old" if found == sites[current] else "new" if found == sites[1 - current] else "neither"
        yield building.returncode, state, said
        current = 1 - current if state == "new" else current
    with _building(root, DAYS[0]) as building:
        assert building.wait() == 0
    assert tree(root / "site") == sites[0]
    assert sorted(path.name for path in root.iterdir()) == ["data", "site"]


def _building(root: Path, day: date) -> subprocess.Popen[str]:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's `&` makes its children deaf to Ctrl+C
    command = [sys.executable, "-m", "ktgs", "build", "--no-cache", "--root", str(root), "--today", str(day)]
    return subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def main(arguments: list[str]) -> int:
    """Print how often each outcome came; return 1 if a site was not whole."""
    count, seed = (*map(int, arguments), *(100, 1)[len(arguments) :])
    with TemporaryDirectory() as folder:
        found = Counter((code, state) for code, state, _ in killed(lay(Path(folder) / "root", {}), count, seed))
    for (code, state), times in sorted(found.items()):
        print(f"{times:4} × exit code {code}, {state} site")
    return int(any(state == "neither" for _, state in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
