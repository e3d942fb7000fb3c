"""Which day everything speaks of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
VARIABLE = "KTGS_TODAY"


@dataclass(frozen=True)
class Today:
    """The day. `is_given`: somebody asked for it, so that facts dated later are silently not known yet."""

    on: date
    is_given: bool


def choose(asked: date | None, environment: date | None, sample_as_of: date | None, clock: Callable[[], date]) -> Today:
    """Return the day asked for, else the environment's, else the sample's own, else the clock's in Asia/Ho_Chi_Minh."""
    given = asked or environment
    if given:
        return Today(given, True)
    return Today(sample_as_of or clock(), False)
