"""What happened in a month, counted: meetings announced and assigned, visits, members present, sessions, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ktgs.duties.meeting_schedule import DUTY as SCHEDULE
from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.language.text import vi_number
from ktgs.obligations.tables import Cell, number
from ktgs.obligations.targets import Subject, ToMonth
from ktgs.pages._subjects import (
    engagement_subject,
    finding_subject,
    meeting_subject,
    report_subject,
    unit_subject,
)
from ktgs.records.keys import AssignmentKey, ScheduleKey
from ktgs.records.report import VisitReport
from ktgs.repository.findings import raised_on
from ktgs.repository.linked import ReportedFinding, ScheduledMeeting, TeamEngagement, Visit, grouped
from ktgs.repository.marks import broken_assignment
from ktgs.repository.meetings import is_off, visits_that_count
from ktgs.repository.naming import unit_name
from ktgs.repository.repository import Repository

UNKNOWN = "chưa rõ"


@dataclass(frozen=True, slots=True)
class MonthNumbers:
    """A month's records. `is_assigned_known`: no broken assignment hides who was assigned.

    `visits`: every report on a visit of the month, `occasions`: for each meeting the one that counts.
    """

    month: Month
    schedules: tuple[Subject, ...]
    meetings: tuple[ScheduledMeeting, ...]
    assigned: tuple[ScheduledMeeting, ...]
    assignments: int
    is_assigned_known: bool
    visits: tuple[Visit, ...]
    occasions: tuple[Visit, ...]
    sessions: tuple[TeamEngagement, ...]
    findings: tuple[ReportedFinding, ...]


def summed_months(facts: Facts) -> tuple[Month, ...]:
    """Return the months that are summed up: those of the plans, as far as they have begun."""
    months = {month for plan in facts.repository.plans.values() for month in plan.months()}
    return tuple(sorted(month for month in months if month.first <= facts.today))


def speaks_of_meetings(facts: Facts) -> bool:
    """Return whether there is anything to say of meetings: a plan asks for their schedules, or some are recorded."""
    repository = facts.repository
    asked = any(plan.term(SCHEDULE.name) for plan in repository.plans.values())
    return asked or bool(repository.meetings or repository.visits)


def month_numbers(facts: Facts, months: Iterable[Month]) -> Iterator[MonthNumbers]:
    """Yield what happened in each of the months."""
    repository = facts.repository
    visits = grouped((visit.month, visit) for visit in repository.visits)
    findings = grouped(
        (month, finding)
        for finding in repository.findings.values()
        if not finding.report.is_draft and (month := _month_raised(repository, finding))
    )
    sessions = grouped(
        (Month.of(held_on), engagement)
        for engagement in repository.engagements.values()
        if isinstance(held_on := engagement.engagement.held_on, date)
    )
    for month in months:
        items = [item for key, items in repository.assigned_by_month.items() if key.month == month for item in items]
        of_month = visits.get(month, ())
        yield MonthNumbers(
            month=month,
            schedules=tuple(_schedule(facts, key) for key in repository.schedules if key.month == month),
            meetings=tuple(
                m for key, all_of in repository.meetings_by_month.items() if key.month == month for m in all_of
            ),
            assigned=tuple({item.key: item.meeting for item in items if item.meeting}.values()),
            assignments=len(items),
            is_assigned_known=not any(
                broken_assignment(repository, AssignmentKey(plan, month)) for plan in repository.plans
            ),
            visits=of_month,
            occasions=visits_that_count(of_month),
            sessions=sessions.get(month, ()),
            findings=findings.get(month, ()),
        )


def _schedule(facts: Facts, key: ScheduleKey) -> Subject:
    """Return a schedule: the obligation that it meets, under the name of who owes that."""
    owed = (item for item in facts.of(SCHEDULE, key.month) if (item.plan.id, item.who.id) == (key.plan, key.unit))
    item = next(owed, None)
    return Subject(item.who.name, item.key) if item else Subject(unit_name(facts.repository, key.unit))


def _month_raised(repository: Repository, finding: ReportedFinding) -> Month | None:
    visit = repository.visit_of(finding.report) if isinstance(finding.report, VisitReport) else None
    if visit:
        return visit.month
    day = raised_on(repository, finding)
    return Month.of(day) if day else None


def schedules(numbers: MonthNumbers) -> Cell:
    """Return the schedules that came in, by unit."""
    return number(numbers.schedules)


def announced(numbers: MonthNumbers) -> Cell:
    """Return the meetings of the month's schedules; its calendar lists them."""
    return Cell(len(numbers.meetings), _calendar(numbers))


def assignments(numbers: MonthNumbers) -> Cell:
    """Return how often somebody was assigned to a meeting; the month's calendar lists them."""
    return Cell(numbers.assignments, _calendar(numbers)) if numbers.is_assigned_known else Cell(UNKNOWN)


def _calendar(numbers: MonthNumbers) -> tuple[Subject, ...]:
    return (Subject(f"Lịch tháng {numbers.month.label}", ToMonth(numbers.month)),)


def off(facts: Facts, numbers: MonthNumbers) -> Cell:
    """Return those of them that were cancelled or wait for a new day."""
    return number(meeting_subject(facts.repository, meeting) for meeting in numbers.meetings if is_off(meeting.meeting))


def assigned(facts: Facts, numbers: MonthNumbers) -> Cell:
    """Return the meetings that somebody was assigned to."""
    if not numbers.is_assigned_known:
        return Cell(UNKNOWN)
    return number(meeting_subject(facts.repository, meeting) for meeting in numbers.assigned)


def attended(facts: Facts, numbers: MonthNumbers) -> Cell:
    """Return the meetings attended, each by one of its reports."""
    return number(report_subject(facts.repository, visit.report) for visit in numbers.occasions)


def attendances(facts: Facts, numbers: MonthNumbers) -> Cell:
    """Return how often somebody attended a meeting: each person once a meeting, however many reports name them."""
    count = len({(visit.occasion, person) for visit in numbers.visits for person in visit.report.attendees})
    return Cell(count, tuple(report_subject(facts.repository, visit.report) for visit in numbers.visits))


def units(facts: Facts, numbers: MonthNumbers) -> Cell:
    """Return the units visited."""
    days = {visit.unit: visit.on for visit in numbers.occasions}
    return number(unit_subject(facts.repository, unit, on) for unit, on in sorted(days.items()))


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
    return number(engagement_subject(facts.repository, session) for session in numbers.sessions)


def findings(numbers: MonthNumbers, kind: type) -> Cell:
    """Return the findings of one kind that were raised in the month."""
    return number(finding_subject(finding) for finding in numbers.findings if isinstance(finding.finding, kind))
