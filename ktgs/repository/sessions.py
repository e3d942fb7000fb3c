"""When the session of an engagement is and what became of it; what follows for the days of several."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ktgs.language.vocabulary import Word
from ktgs.records.team import Engagement, Status
from ktgs.records.values import UNKNOWN, day_of
from ktgs.repository.linked import TeamEngagement

NOT_DATED = "chưa ấn định ngày"
POSTPONED = "buổi làm việc hoãn, chưa có ngày mới"
DAY_UNKNOWN = "chưa rõ ngày tiến hành"
CANCELLED = "cuộc làm việc đã hủy"


class Day(NamedTuple):
    """A day, or why it is not known."""

    on: date | None
    cause: str = ""
    awaits_office: bool = False  # the office has only to write it down


class SessionState(Word):
    """What became of a session."""

    planned = "chưa tiến hành"
    held = "đã tiến hành"
    held_some_day = "đã tiến hành, chưa rõ ngày"
    postponed = "hoãn, chưa có ngày mới"
    cancelled = "hủy"


def session_state(engagement: Engagement) -> SessionState:
    """Return what became of the session; one that was held after all is no longer called off."""
    if engagement.held_on is UNKNOWN:
        return SessionState.held_some_day
    if engagement.held_on:
        return SessionState.held
    if engagement.status is Status.postponed:
        return SessionState.postponed
    return SessionState.cancelled if engagement.status else SessionState.planned


def is_cancelled(engagement: Engagement) -> bool:
    """Return whether the session is cancelled, so that nothing is owed for it."""
    return session_state(engagement) is SessionState.cancelled


def is_called_off(engagement: Engagement) -> bool:
    """Return whether the session is held on no day that is known: cancelled, or waiting for a new day."""
    return session_state(engagement) in (SessionState.postponed, SessionState.cancelled)


def session_day(engagement: Engagement) -> Day:
    """Return the day of the session in force: when it was held, else when it is planned."""
    if engagement.held_on is UNKNOWN:
        return Day(None, DAY_UNKNOWN, awaits_office=True)
    if held_on := day_of(engagement.held_on):
        return Day(held_on)
    if engagement.status is Status.postponed:
        return Day(None, POSTPONED)
    return Day(engagement.planned_on, NOT_DATED)


def last_session(engagements: Iterable[TeamEngagement]) -> Day:
    """Return the last session of the engagements; unknown while one has no day."""
    days = [session_day(engagement.engagement) for engagement in engagements]
    open_day = next((day for day in days if day.on is None), None)
    return open_day or Day(max((day.on for day in days if day.on), default=None), NOT_DATED)
