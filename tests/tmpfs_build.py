"""Run in `unshare -rm`: builds into a small tmpfs, fills it more or less, builds, and tells as JSON what is there.

python -m tests.tmpfs_build FOLDER FIRST-DAY SECOND-DAY
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ktgs.mkdocs_plugin import build
from tests.repo import SAMPLE
from tests.trees import tree

NO_TMPFS = 77
SIZES = 6
PAGE = 4096  # bytes: what a file takes is rounded up to them


def main(folder: Path, first: date, second: date) -> int:
    """Print what builds did while the disk was full to ten degrees, and the next one when it was no longer."""
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)], check=False).returncode:
        return NO_TMPFS
    site, filler = folder / "site", folder / "filler"
    with redirect_stdout(sys.stderr), TemporaryDirectory() as spare:
        assert build(SAMPLE, site, False, first) == 0
        old = tree(site)
        kept = Path(shutil.copytree(site, Path(spare) / "site"))
        assert build(SAMPLE, site, False, second) == 0
        new = tree(site)
        enough = sum(len(content) + PAGE for content in new.values())

        def told(code: int) -> dict[str, Any]:
            found = tree(site)
            what = "old" if found == old else "new" if found == new else "neither"
            return {"code": code, "site": what, "left": sorted(os.listdir(folder))}

        full = []
        for part in range(SIZES):
            shutil.rmtree(site)
            shutil.copytree(kept, site)
            filler.write_bytes(bytes(free(folder) - enough * part // (SIZES - 1)))
            full.append(told(build(SAMPLE, site, False, second)))
            filler.unlink()
        found = {"full": full, "next": told(build(SAMPLE, site, False, second))}
    print(json.dumps(found))
    return 0


def free(folder: Path) -> int:
    """Return how many bytes there are left on the folder's disk."""
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), date.fromisoformat(sys.argv[3])))
