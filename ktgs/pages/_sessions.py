"""Engagements as calendars list them: where and when a team works with a unit, and whether it was held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from ktgs.language.diagnostics import Place
from ktgs.obligations.targets import Subject
from ktgs.pages._subjects import engagement_subject, unit_subject
from ktgs.records.team import Engagement
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.repository import Repository
from ktgs.repository.sessions import SessionState, is_called_off, session_state


@dataclass(frozen=True, slots=True)
class Session:
    """An engagement on its day. `note`: whether it was held, postponed or cancelled; empty while it is to come.

    `is_off`: postponed or cancelled.
    """

    subject: Subject
    unit: Subject
    team: str
    on: date | None
    at: time | None
    at_place: str
    mode: str
    note: str
    is_off: bool
    place: Place


def session(repository: Repository, engaged: TeamEngagement) -> Session:
    """Return the engagement as a calendar lists it."""
    engagement = engaged.engagement
    return Session(
        subject=engagement_subject(repository, engaged),
        unit=unit_subject(repository, engagement.unit, engagement.session_on),
        team=engaged.team.name,
        on=engagement.session_on,
        at=engagement.at,
        at_place=engagement.place or "",
        mode=str(engagement.mode),
        note=session_note(engagement, repository.today),
        is_off=is_called_off(engagement),
        place=engagement.where("held_on" if engagement.held_on else "planned_on"),
    )


def session_note(engagement: Engagement, today: date) -> str:
    """Return what became of the session in words; empty while it is to come."""
    state = session_state(engagement)
    if state is SessionState.planned:
        is_past = engagement.planned_on is not None and engagement.planned_on < today
        return "chưa ghi nhận đã tiến hành" if is_past else ""
    is_off = state in (SessionState.postponed, SessionState.cancelled)
    return f"{state}: {engagement.reason}" if is_off and engagement.reason else str(state)
