"""What happened in a month, counted: meetings announced and assigned, visits, members present, sessions, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ktgs.duties.meeting_schedule import DUTY as SCHEDULE
from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.language.text import vi_number
from ktgs.obligations.tables import Cell, Subject
from ktgs.pages._naming import of_engagement, of_finding, of_meeting, of_report, of_unit
from ktgs.records.report import VisitReport
from ktgs.repository.attendance import is_off
from ktgs.repository.index import Repository
from ktgs.repository.linked import Found, Held, ScheduledMeeting, Visit
from ktgs.repository.progress import raised_on

UNKNOWN = "chưa rõ"


@dataclass(frozen=True, slots=True)
class MonthNumbers:
    """A month's records. `is_assigned_known`: no broken assignment hides who was assigned.

    `visits`: every report on a visit of the month, `occasions`: one of them for each meeting.
    """

    month: Month
    schedules: tuple[Subject, ...]
    meetings: tuple[ScheduledMeeting, ...]
    assigned: tuple[ScheduledMeeting, ...]
    assignments: int
    is_assigned_known: bool
    visits: tuple[Visit, ...]
    occasions: tuple[Visit, ...]
    sessions: tuple[Held, ...]
    findings: tuple[Found, ...]


def summed_months(facts: Facts) -> tuple[Month, ...]:
    """Return the months that are summed up: those of the plans, as far as they have begun."""
    months = {month for plan in facts.repository.plans.values() for month in plan.months()}
    return tuple(sorted(month for month in months if month.first <= facts.today))


def month_numbers(facts: Facts, months: Iterable[Month]) -> Iterator[MonthNumbers]:
    """Yield what happened in each of the months."""
    repository = facts.repository
    visits: dict[Month, list[Visit]] = {}
    for visit in repository.visits:
        visits.setdefault(_month_of(visit), []).append(visit)
    findings: dict[Month, list[Found]] = {}
    for found in repository.findings:
        if not found.report.is_draft and (month := _month_raised(repository, found)):
            findings.setdefault(month, []).append(found)
    sessions: dict[Month, list[Held]] = {}
    for held in repository.engagements:
        if isinstance(held.engagement.held_on, date):
            sessions.setdefault(Month.of(held.engagement.held_on), []).append(held)
    for month in months:
        mine = visits.get(month, [])
        items = [one for (_, of), every in repository.assigned_by_month.items() if of == month for one in every]
        yield MonthNumbers(
            month,
            tuple(_schedule(repository, plan, month, unit) for plan, of, unit in repository.schedules if of == month),
            tuple(m for (_, of), every in repository.meetings_by_month.items() if of == month for m in every),
            tuple({one.key: one.meeting for one in items if one.meeting}.values()),
            len(items),
            not any(mark.record_kind == "assignment" and mark.id == str(month) for mark in repository.broken),
            tuple(mine),
            tuple({visit.occasion: visit for visit in reversed(mine)}.values())[::-1],
            tuple(sessions.get(month, ())),
            tuple(findings.get(month, ())),
        )


def _schedule(repository: Repository, plan: str, month: Month, unit: str) -> Subject:
    """Return a schedule: the obligation that it meets."""
    item = f"{plan}/{SCHEDULE.slug}/{month}/{unit}"
    return Subject("obligation", item, repository.unit_name(unit, month.first))


def _month_of(visit: Visit) -> Month:
    """Return the month of a visit: that of the schedule which announced the meeting, else of its day."""
    return visit.meeting.key.month if visit.meeting else Month.of(visit.on)


def _month_raised(repository: Repository, found: Found) -> Month | None:
    visit = repository.visit_of(found.report) if isinstance(found.report, VisitReport) else None
    if visit:
        return _month_of(visit)
    day = raised_on(repository, found)
    return Month.of(day) if day else None


def schedules(numbers: MonthNumbers) -> Cell:
    """Return the schedules that came in, by unit."""
    return _number(numbers.schedules)


def announced(numbers: MonthNumbers) -> Cell:
    """Return the meetings of the month's schedules; its calendar lists them."""
    return Cell(len(numbers.meetings), _calendar(numbers))


def assignments(numbers: MonthNumbers) -> Cell:
    """Return how often somebody was assigned to a meeting; the month's calendar lists them."""
    return Cell(numbers.assignments, _calendar(numbers)) if numbers.is_assigned_known else Cell(UNKNOWN)


def _calendar(numbers: MonthNumbers) -> tuple[Subject, ...]:
    return (Subject("month", str(numbers.month), f"Lịch tháng {numbers.month.label}"),)


def off(facts: Facts, numbers: MonthNumbers) -> Cell:
    """Return those of them that were cancelled or wait for a new day."""
    return _number(of_meeting(facts.repository, found) for found in numbers.meetings if is_off(found.meeting))


def assigned(facts: Facts, numbers: MonthNumbers) -> Cell:
    """Return the meetings that somebody was assigned to."""
    if not numbers.is_assigned_known:
        return Cell(UNKNOWN)
    return _number(of_meeting(facts.repository, found) for found in numbers.assigned)


def attended(facts: Facts, numbers: MonthNumbers) -> Cell:
    """Return the meetings attended, each by one of its reports."""
    return _number(of_report(facts.repository, visit.report) for visit in numbers.occasions)


def attendances(facts: Facts, numbers: MonthNumbers) -> Cell:
    """Return how often somebody attended a meeting: each person once a meeting, however many reports name them."""
    count = len({(visit.occasion, person) for visit in numbers.visits for person in visit.report.attendees})
    return Cell(count, tuple(of_report(facts.repository, visit.report) for visit in numbers.visits))


def units(facts: Facts, numbers: MonthNumbers) -> Cell:
    """Return the units visited."""
    days = {visit.unit: visit.on for visit in numbers.occasions}
    return _number(of_unit(facts.repository, unit, on) for unit, on in sorted(days.items()))


def members(facts: Facts, numbers: MonthNumbers) -> Cell:
    """Return the members present of all members at the meetings attended, with the share; a dash without any."""
    present = sum(visit.report.present for visit in numbers.occasions)
    total = sum(visit.report.total_members for visit in numbers.occasions)
    if not total:
        return Cell("–")
    words = f"{vi_number(present)}/{vi_number(total)} ({vi_number(round(100 * present / total, 1))}%)"
    return Cell(words, attended(facts, numbers).counts)


def sessions(facts: Facts, numbers: MonthNumbers) -> Cell:
    """Return the engagements held in the month."""
    return _number(of_engagement(facts.repository, held) for held in numbers.sessions)


def findings(numbers: MonthNumbers, kind: type) -> Cell:
    """Return the findings of one kind that were raised in the month."""
    return _number(of_finding(found) for found in numbers.findings if isinstance(found.finding, kind))


def _number(counts: Iterable[Subject]) -> Cell:
    counted = tuple(counts)
    return Cell(len(counted), counted)
