"""Broken files that could change what a page shows: it names them, so that nothing missing reads as nothing done."""

from __future__ import annotations

from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.records.loading import Broken
from ktgs.records.plan import Plan
from ktgs.repository.index import Repository
from ktgs.repository.marks import broken_for_activity, named_day


def unread_of_month(repository: Repository, month: Month) -> tuple[Place, ...]:
    """Return the broken schedules, assignments and visit reports that could be of the month."""
    return tuple(mark.place for mark in repository.broken if _could_be_of(mark, month))


def _could_be_of(mark: Broken, month: Month) -> bool:
    match mark.record_kind:
        case "schedule":
            return mark.parts["month"] == str(month)
        case "assignment":
            return mark.id == str(month)
        case "visit_report":
            day = named_day(mark)
            return day is None or Month.of(day) == month
    return False


def unread_of_unit(repository: Repository, unit_id: str) -> tuple[Place, ...]:
    """Return the broken schedules of a unit and the broken visit reports whose name has it after a day."""
    return tuple(mark.place for mark in repository.broken if _could_be_about(mark, unit_id))


def _could_be_about(mark: Broken, unit_id: str) -> bool:
    if mark.record_kind == "schedule":
        return mark.id == unit_id
    return mark.record_kind == "visit_report" and (named_day(mark) is None or f"-{unit_id}-" in f"{mark.id}-")


def unread_of_round(repository: Repository, plan: Plan, activity: str) -> tuple[Place, ...]:
    """Return the broken teams that could be of the activity."""
    return tuple(mark.place for mark in broken_for_activity(repository, "team", plan, activity))
