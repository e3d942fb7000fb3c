"""Engagements as calendars list them: where and when a team works with a unit, and whether it was held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from ktgs.language.diagnostics import Place
from ktgs.obligations.tables import Subject
from ktgs.pages._naming import of_engagement, of_unit
from ktgs.records.team import Status
from ktgs.records.values import UNKNOWN
from ktgs.repository.index import Repository
from ktgs.repository.linked import Held


@dataclass(frozen=True, slots=True)
class Session:
    """An engagement on its day. `note`: whether it was held, postponed or cancelled; empty while it is to come."""

    subject: Subject
    unit: Subject
    team: str
    on: date | None
    at: time | None
    at_place: str
    mode: str
    note: str
    place: Place


def session(repository: Repository, held: Held) -> Session:
    """Return the engagement as a calendar lists it."""
    engagement = held.engagement
    return Session(
        subject=of_engagement(repository, held),
        unit=of_unit(repository, engagement.unit, engagement.session_on),
        team=held.team.name,
        on=engagement.session_on,
        at=engagement.at,
        at_place=engagement.place or "",
        mode=str(engagement.mode),
        note=_note(repository, held),
        place=engagement.where("held_on" if engagement.held_on else "planned_on"),
    )


def _note(repository: Repository, held: Held) -> str:
    engagement = held.engagement
    if engagement.status:
        words = "hoãn, chưa có ngày mới" if engagement.status is Status.postponed else "hủy"
        if engagement.held_on is None:
            return f"{words}: {engagement.reason}" if engagement.reason else words
    if engagement.held_on is UNKNOWN:
        return "đã tiến hành, chưa rõ ngày"
    if engagement.held_on:
        return "đã tiến hành"
    is_past = engagement.planned_on is not None and engagement.planned_on < repository.today
    return "chưa ghi nhận đã tiến hành" if is_past else ""
