"""What a broken file could have said: the marks that make an unmet obligation unknown instead of overdue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ktgs.language.months import Month
from ktgs.language.text import slug
from ktgs.records.loading import Broken
from ktgs.records.plan import Plan
from ktgs.repository.index import Repository
from ktgs.repository.linked import ScheduledMeeting

_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})-(.+)")


def broken_of(repository: Repository, kind: str, plan: Plan | None = None) -> Iterator[Broken]:
    """Yield the marks of one kind, of one plan where a plan is given and the path names one."""
    for broken in repository.broken:
        if broken.record_kind == kind and (plan is None or broken.parts.get("plan", plan.id) == plan.id):
            yield broken


def broken_schedule(repository: Repository, plan: Plan, month: Month, unit: str) -> Broken | None:
    """Return the mark of a unit's schedule of a month, None where there is none."""
    marks = broken_of(repository, "schedule", plan)
    return next((mark for mark in marks if mark.id == unit and mark.parts["month"] == str(month)), None)


def broken_assignment(repository: Repository, plan: Plan, month: Month) -> Broken | None:
    """Return the mark of a month's assignment, None where there is none."""
    return next((mark for mark in broken_of(repository, "assignment", plan) if mark.id == str(month)), None)


def broken_for_activity(repository: Repository, kind: str, plan: Plan, activity: str) -> tuple[Broken, ...]:
    """Return the marks of the notices, teams or adjustments whose names begin with the activity's id."""
    return tuple(mark for mark in broken_of(repository, kind, plan) if _activity_of(mark, plan) == activity)


def named_day(mark: Broken) -> date | None:
    """Return the day that the mark's name begins with, None where it begins with none."""
    dated = _DATE.fullmatch(mark.id)
    try:
        return date.fromisoformat(dated[1]) if dated else None
    except ValueError:
        return None


def _subject(mark: Broken) -> str:
    dated = _DATE.fullmatch(mark.id)
    return dated[2] if dated else mark.id


def _activity_of(mark: Broken, plan: Plan) -> str | None:
    """Return the longest id of an activity that the mark's name begins with, after a date."""
    subject = _subject(mark)
    names = [a.id for a in plan.activities if subject == a.id or subject.startswith(a.id + "-")]
    return max(names, key=len, default=None)


def broken_adjustment(repository: Repository, plan: Plan, activity: str | None, duty: str) -> Broken | None:
    """Return the mark of an adjustment that could concern an obligation, None where there is none.

    Its name says which activity or which duty; one that names neither could concern every obligation of the plan.
    """
    for mark in broken_of(repository, "adjustment", plan):
        named = _activity_of(mark, plan)
        if named is not None:
            if named == activity:
                return mark
            continue
        duties = [slug(term.duty) for term in plan.terms if slug(term.duty) in mark.id]
        if not duties or slug(duty) in duties:
            return mark
    return None


def broken_result_report(repository: Repository, team: str) -> Broken | None:
    """Return the mark of a result report that could be the team's, by its short id: its name names it, or no team."""
    teams = {name for _, name in repository.teams} | {mark.id for mark in broken_of(repository, "team")}
    for mark in broken_of(repository, "result_report"):
        subject = _subject(mark)
        named = {name for name in teams if subject == name or subject.startswith(name + "-")}
        if not named or max(named, key=len) == team:
            return mark
    return None


def broken_monthly(repository: Repository, kind: str, month: Month) -> Broken | None:
    """Return the mark of a flash report or summary that could be the month's: its name names the month, or no month."""
    for mark in broken_of(repository, kind):
        found = re.search(r"thang-?(\d{1,2})", _subject(mark))
        if found is None or int(found[1]) == month.number:
            return mark
    return None


def broken_observation(repository: Repository, topic: str) -> Broken | None:
    """Return the mark of an observation that could be on the topic, or of a visit report (any may name it)."""
    for mark in broken_of(repository, "regular_supervision"):
        if topic in _subject(mark):
            return mark
    return next(broken_of(repository, "regular_supervision"), None) or next(broken_of(repository, "visit_report"), None)


def broken_visit_report(repository: Repository, meeting: ScheduledMeeting) -> Broken | None:
    """Return the mark of a visit report that could be on the meeting, None where there is none.

    The name's subject must be the unit, or the unit and the branch; its day must be one announced for the meeting, or
    any day of the month where no meeting of the unit was announced for that day.
    """
    days = {meeting.meeting.on, *(move.to for move in meeting.meeting.moves)}
    for mark in broken_of(repository, "visit_report"):
        if not _names(repository, _subject(mark), meeting):
            continue
        day = named_day(mark)
        if (
            day is None
            or day in days
            or (Month.of(day) == meeting.key.month and not _announced(repository, meeting.key.unit, day))
        ):
            return mark
    return None


def broken_visit_report_in(repository: Repository, month: Month) -> Broken | None:
    """Return the mark of a visit report whose name's day lies in the month, or that has no day; None for none."""
    for mark in broken_of(repository, "visit_report"):
        day = named_day(mark)
        if day is None or Month.of(day) == month:
            return mark
    return None


def _names(repository: Repository, subject: str, meeting: ScheduledMeeting) -> bool:
    """Return whether a report's subject names the meeting's unit (the longest id that fits) and not another branch."""
    units = [unit for unit in repository.units if subject == unit or subject.startswith(unit + "-")]
    if max(units, key=len, default=None) != meeting.key.unit:
        return False
    rest = re.sub(r"-?\d*$", "", subject[len(meeting.key.unit) + 1 :]) and subject[len(meeting.key.unit) + 1 :]
    unit = repository.units[meeting.key.unit]
    branches = [branch.id for branch in unit.branches if rest == branch.id or rest.startswith(branch.id + "-")]
    named = max(branches, key=len, default=None)
    return named is None or named == meeting.branch


def _announced(repository: Repository, unit: str, day: date) -> bool:
    return any(
        day == found.meeting.on or any(day == move.to for move in found.meeting.moves)
        for found in repository.meetings_by_unit.get(unit, ())
    )


def broken_follow_up(repository: Repository, finding: str) -> Broken | None:
    """Return the mark of a follow-up of the finding `report#mã`, None where there is none."""
    name = finding.replace("#", "-")
    marks = broken_of(repository, "follow_up")
    return next((mark for mark in marks if mark.id == name or mark.id.startswith(name + "-")), None)
