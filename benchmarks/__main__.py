"""`python -m benchmarks`, which is `make bench`: each measured beside what is asked."""

from __future__ import annotations

import subprocess
import sys

from benchmarks import building, hooking, kinds, painting, searching, serving, speed, weighing


def main() -> None:
    """Print every table. Reading runs in a process of its own: a child's peak memory begins at its parent's."""
    subprocess.run([sys.executable, "-m", "benchmarks.reading"], check=False)  # its exit code says whether it was fast
    print()
    subprocess.run([sys.executable, "-m", "benchmarks.bounds"], check=False)
    print()
    hooking.main()
    print()
    slower = speed.main()
    print()
    building.main()
    print()
    kinds.main([])
    print()
    serving.main(slower)
    print()
    weighing.main()
    print()
    searching.main()
    print()
    painting.main()


if __name__ == "__main__":
    main()
