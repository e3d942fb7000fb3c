"""Run in `unshare -rm`: builds into a small tmpfs, fills it, builds again, and tells as JSON what is there then.

python -m tests.tmpfs_build FOLDER FIRST-DAY SECOND-DAY
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path

from ktgs.mkdocs_plugin import build
from tests.repo import SAMPLE
from tests.trees import tree

NO_TMPFS = 77
LEFT_FREE = 16 * 1024  # bytes: less than the smallest site


def main(folder: Path, first: date, second: date) -> int:
    """Print what the build did when the disk was full, and the next one when it was no longer."""
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)], check=False).returncode:
        return NO_TMPFS
    site = folder / "site"
    with redirect_stdout(sys.stderr):
        assert build(SAMPLE, site, False, first) == 0
        old = tree(site)
        free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
        (folder / "filler").write_bytes(bytes(free - LEFT_FREE))
        code = build(SAMPLE, site, False, second)
        told = {"code": code, "is_old": tree(site) == old, "left": sorted(os.listdir(folder))}
        (folder / "filler").unlink()
        told |= {"next": build(SAMPLE, site, False, second), "left_next": sorted(os.listdir(folder))}
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), date.fromisoformat(sys.argv[3])))
