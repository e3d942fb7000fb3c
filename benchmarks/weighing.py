"""The heaviest pages of a large site: none should be over 150 kB before compression, whatever the number of units."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

UNITS = 500
MOST = 150 * 1024


def heavy(site: Path) -> list[tuple[int, str]]:
    """Return weight and address of each page over the bound, the heaviest first."""
    weights = ((file.stat().st_size, file.relative_to(site).as_posix()) for file in site.rglob("*.html"))
    return sorted((page for page in weights if page[0] > MOST), reverse=True)


def main() -> None:
    """Build a large site and print its pages over the bound."""
    with tempfile.TemporaryDirectory(prefix="ktgs-bench-") as name:
        root = Path(name)
        for command in (
            ("benchmarks.generator", root, "--units", str(UNITS)),
            ("ktgs", "build", "--root", root, "--site", root / "site"),
        ):
            subprocess.run((sys.executable, "-m", *command), check=True, stdout=subprocess.DEVNULL)
        found = heavy(root / "site")
    print(f"Pages over {MOST // 1024} kB at {UNITS} units, none wanted: {len(found)}")
    for size, address in found:
        print(f"{size / 1024:6.0f} kB  {address}")


if __name__ == "__main__":
    main()
