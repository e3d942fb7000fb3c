"""When the session of an engagement is, and what follows for the days of several."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ktgs.records.team import Engagement, Status
from ktgs.records.values import UNKNOWN, day_of
from ktgs.repository.linked import Held

NOT_DATED = "chưa ấn định ngày"
POSTPONED = "buổi làm việc hoãn, chưa có ngày mới"
DAY_UNKNOWN = "chưa rõ ngày tiến hành"
CANCELLED = "cuộc làm việc đã hủy"


class Day(NamedTuple):
    """A day, or why it is not known."""

    on: date | None
    cause: str = ""


def is_cancelled(engagement: Engagement) -> bool:
    """Return whether the session is cancelled, so that nothing is owed for it."""
    return engagement.status is Status.cancelled


def session(engagement: Engagement) -> Day:
    """Return the day of the session: when it was held, else when it is planned."""
    if engagement.held_on is UNKNOWN:
        return Day(None, DAY_UNKNOWN)
    if held_on := day_of(engagement.held_on):
        return Day(held_on)
    if engagement.status is Status.postponed:
        return Day(None, POSTPONED)
    return Day(engagement.planned_on, NOT_DATED)


def last_of(engagements: Iterable[Held]) -> Day:
    """Return the last session of the engagements; unknown while one has no day."""
    days = [session(held.engagement) for held in engagements]
    open_day = next((day for day in days if day.on is None), None)
    return open_day or Day(max((day.on for day in days if day.on), default=None), NOT_DATED)
