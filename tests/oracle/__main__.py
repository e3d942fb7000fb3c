"""`python -m tests.oracle ROOT DAY…` prints where program and oracle differ about the data under ROOT."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from tests.oracle.comparing import UnsoundError, differences

root, *days = sys.argv[1:]
try:
    found = [line for day in days for line in differences(Path(root), date.fromisoformat(day))]
except UnsoundError as error:
    sys.exit(str(error))
print("\n".join([*found, f"{len(found)} differences"]))
sys.exit(bool(found))
