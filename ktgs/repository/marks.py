"""What a broken file could have said: the marks that make an unmet obligation unknown instead of overdue.

For this a path says kind and subject: a notice, team or adjustment begins with the id of its activity, a report with
the day and the unit, team, month or topic that it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ktgs.language.months import Month
from ktgs.language.text import slug
from ktgs.records.adjustment import Adjustment
from ktgs.records.assignment import Assignment
from ktgs.records.base import FileRecord
from ktgs.records.follow_up import FollowUp
from ktgs.records.keys import ActivityKey, AssignmentKey, FindingKey, MeetingKey, ScheduleKey, TeamKey, TopicKey
from ktgs.records.loading import Broken
from ktgs.records.plan import Plan
from ktgs.records.report import FlashReport, Observation, ResultReport, Summary, VisitReport
from ktgs.records.schedule import Schedule
from ktgs.records.team import Team
from ktgs.records.unit import Unit
from ktgs.repository.repository import Repository

_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})-(.+)")
_MONTH = re.compile(r"thang-?(\d{1,2})")
_COUNTER = re.compile(r"-?\d*$")


def broken_file_words(mark: Broken) -> str:
    """Return the words by which a broken file explains that something is unknown."""
    return f"tệp {mark.file} có lỗi"


def broken_of(repository: Repository, kind: type[FileRecord]) -> Iterator[Broken]:
    """Yield the marks of one kind."""
    return (mark for mark in repository.broken if mark.kind is kind)


def broken_units(repository: Repository) -> tuple[str, ...]:
    """Return the ids of the units whose file could not be read."""
    return tuple(mark.id for mark in broken_of(repository, Unit))


def broken_schedule(repository: Repository, key: ScheduleKey) -> Broken | None:
    """Return the mark of a unit's schedule of a month, None where there is none."""
    return next((mark for mark in broken_of(repository, Schedule) if mark.key == key), None)


def broken_schedule_in(repository: Repository, key: AssignmentKey) -> Broken | None:
    """Return the mark of any unit's schedule of a month, None where there is none."""
    for mark in broken_of(repository, Schedule):
        if isinstance(mark.key, ScheduleKey) and (mark.key.plan, mark.key.month) == (key.plan, key.month):
            return mark
    return None


def broken_assignment(repository: Repository, key: AssignmentKey) -> Broken | None:
    """Return the mark of a month's assignment, None where there is none."""
    return next((mark for mark in broken_of(repository, Assignment) if mark.key == key), None)


def broken_for_activity(repository: Repository, kind: type[FileRecord], key: ActivityKey) -> tuple[Broken, ...]:
    """Return the marks of the notices, teams or adjustments whose names begin with the activity's id."""
    return tuple(mark for mark in broken_of(repository, kind) if _activity_of(repository, mark) == key)


def broken_teams(repository: Repository, key: ActivityKey) -> tuple[TeamKey, ...]:
    """Return the teams of an activity whose file could not be read."""
    return tuple(mark.key for mark in broken_for_activity(repository, Team, key))


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


def _longest(subject: str, names: Iterator[str]) -> str | None:
    """Return the longest of the names that a subject is or begins with."""
    return max((name for name in names if subject == name or subject.startswith(f"{name}-")), key=len, default=None)


def _activity_of(repository: Repository, mark: Broken) -> ActivityKey | None:
    """Return the activity with the longest id that the mark's name begins with, after a date."""
    plan = repository.plans.get(mark.parts.get("plan", ""))
    named = _longest(_subject(mark), (activity.id for activity in plan.activities)) if plan else None
    return ActivityKey(plan.id, named) if plan and named else None


def broken_adjustment(repository: Repository, plan: Plan, activity: ActivityKey | None, duty: str) -> Broken | None:
    """Return the mark of an adjustment that could concern an obligation, None where there is none.

    Its name says which activity or which duty; one that names neither could concern every obligation of the plan.
    """
    for mark in broken_of(repository, Adjustment):
        if mark.parts["plan"] != plan.id:
            continue
        named = _activity_of(repository, mark)
        if named is not None:
            if named == activity:
                return mark
            continue
        duties = [slug(term.duty) for term in plan.terms if slug(term.duty) in mark.id]
        if not duties or slug(duty) in duties:
            return mark
    return None


def broken_result_report(repository: Repository, team: TeamKey) -> Broken | None:
    """Return the mark of a result report that could be the team's: its name names it, or no team."""
    teams = {key.team for key in repository.teams} | {mark.id for mark in broken_of(repository, Team)}
    for mark in broken_of(repository, ResultReport):
        if _longest(_subject(mark), iter(teams)) in (None, team.team):
            return mark
    return None


def broken_monthly(repository: Repository, kind: type[FlashReport | Summary], month: Month) -> Broken | None:
    """Return the mark of a flash report or summary that could be the month's: its name names the month, or no month."""
    for mark in broken_of(repository, kind):
        named = _MONTH.search(_subject(mark))
        if named is None or int(named[1]) == month.number:
            return mark
    return None


def broken_observation(repository: Repository, topic: TopicKey) -> Broken | None:
    """Return the mark of an observation that could be on the topic, or of a visit report (any may name it)."""
    marks = tuple(broken_of(repository, Observation))
    named = next((mark for mark in marks if topic.topic in _subject(mark)), None)
    return named or next(iter(marks), None) or next(broken_of(repository, VisitReport), None)


def broken_visit_report(repository: Repository, key: MeetingKey) -> Broken | None:
    """Return the mark of a visit report that could be on a scheduled meeting, None where there is none.

    The name's subject must be the unit, or the unit and the sub-unit; its day must be one announced for the meeting,
    or any day of the month where no meeting of the unit was announced for that day.
    """
    scheduled = repository.meetings.get(key)
    if scheduled is None:
        return None
    days = {scheduled.meeting.on, *(move.to for move in scheduled.meeting.moves)}
    branch = scheduled.branch.branch if scheduled.branch else None
    for mark in broken_of(repository, VisitReport):
        if not _names(repository, mark, key.unit, branch):
            continue
        day = named_day(mark)
        if day is None or day in days or (Month.of(day) == key.month and not _announced(repository, key.unit, day)):
            return mark
    return None


def broken_visit_report_in(repository: Repository, month: Month) -> Broken | None:
    """Return the mark of a visit report whose name's day lies in the month, or that has no day; None for none."""
    for mark in broken_of(repository, VisitReport):
        day = named_day(mark)
        if day is None or Month.of(day) == month:
            return mark
    return None


def _unit_of(repository: Repository, mark: Broken) -> str | None:
    """Return the unit with the longest id that a report's name gives after its day."""
    return _longest(_subject(mark), iter((*repository.units, *broken_units(repository))))


def _names(repository: Repository, mark: Broken, unit_id: str, branch: str | None) -> bool:
    """Return whether a report's name names the unit, and no other sub-unit than the one that meets."""
    if _unit_of(repository, mark) != unit_id:
        return False
    unit = repository.units.get(unit_id)
    rest = _subject(mark)[len(unit_id) + 1 :]
    if not _COUNTER.sub("", rest) or unit is None:
        return True
    return _longest(rest, (known.id for known in unit.branches)) in (None, branch)


def _announced(repository: Repository, unit: str, day: date) -> bool:
    return any(
        day == scheduled.meeting.on or any(day == move.to for move in scheduled.meeting.moves)
        for scheduled in repository.meetings_by_unit.get(unit, ())
    )


def broken_follow_up(repository: Repository, key: FindingKey) -> Broken | None:
    """Return the mark of a follow-up of the finding, None where there is none."""
    for mark in broken_of(repository, FollowUp):
        if _longest(mark.id, iter((follow_up_name(key),))):
            return mark
    return None


def follow_up_name(key: FindingKey) -> str:
    """Return the name that the file of a finding's follow-up begins with."""
    return f"{key.report}-{key.finding}"


def broken_in_month(repository: Repository, month: Month) -> tuple[Broken, ...]:
    """Return the schedules, assignments and visit reports that could be of the month."""
    return tuple(mark for mark in repository.broken if _could_be_of(mark, month))


def _could_be_of(mark: Broken, month: Month) -> bool:
    if mark.kind in (Schedule, Assignment):
        return mark.key is None or mark.key.month == month
    if mark.kind is VisitReport:
        day = named_day(mark)
        return day is None or Month.of(day) == month
    return False


def broken_about_unit(repository: Repository, unit_id: str) -> tuple[Broken, ...]:
    """Return the unit's broken schedules, and the visit reports that name the unit or none."""
    return tuple(
        mark
        for mark in repository.broken
        if (mark.kind is Schedule and mark.id == unit_id)
        or (mark.kind is VisitReport and _unit_of(repository, mark) in (None, unit_id))
    )
