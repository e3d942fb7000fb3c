"""What lies on each day: days off, rounds, engagements, meetings, deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from ktgs.addresses import addresses
from ktgs.duties.visit_report import DUTY as VISIT_REPORT
from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation, count
from ktgs.obligations.tables import Subject
from ktgs.pages._naming import of_meeting
from ktgs.pages._obligations import StateCount, line, party, period_name, state_counts
from ktgs.records.calendar import DayOff, WorkedDay
from ktgs.records.plan import Activity, Plan
from ktgs.repository.attendance import is_cancelled, is_postponed
from ktgs.repository.index import Repository
from ktgs.repository.linked import Held, ScheduledMeeting
from ktgs.repository.periods import Period, period, planned_period


@dataclass(frozen=True, slots=True)
class Round:
    """A round in the period in force; `planned` is the plan's own period where an adjustment has moved it."""

    subject: Subject
    plan: Plan
    activity: Activity
    period: Period
    planned: Period | None


@dataclass(frozen=True, slots=True)
class DeadlineGroup:
    """What is due on a day for one duty and period. `who` owes it, None where several do; `url` lists all."""

    title: str
    url: str
    who: Subject | None
    total: int
    counts: tuple[StateCount, ...]


@dataclass(slots=True)
class DayEntries:
    """All that lies on one day. `moved`: meetings first announced for the day and now held on another.

    `report_meetings`: assigned meetings on which a report is due on the day.
    """

    on: date
    off: DayOff | None = None
    worked: WorkedDay | None = None
    rounds: list[Round] = field(default_factory=list)
    engagements: list[Held] = field(default_factory=list)
    meetings: list[ScheduledMeeting] = field(default_factory=list)
    moved: list[ScheduledMeeting] = field(default_factory=list)
    due: list[Obligation] = field(default_factory=list)
    report_meetings: list[Subject] = field(default_factory=list)

    @property
    def has_entries(self) -> bool:
        """Whether anything happens or is due on the day."""
        return bool(self.rounds or self.engagements or self.meetings or self.moved or self.due or self.report_meetings)


Days = dict[date, DayEntries]


def rounds(repository: Repository) -> Iterator[Round]:
    """Yield the inspections and thematic supervisions of all plans, by plan and as the plan orders them."""
    for plan in repository.plans.values():
        for activity in plan.activities:
            if activity.is_round:
                in_force = period(repository, plan, activity)
                before = planned_period(plan, activity) if in_force.adjustment else None
                subject = Subject("activity", f"{plan.id}/{activity.id}", activity.name)
                yield Round(subject, plan, activity, in_force, before)


def days(facts: Facts) -> Days:
    """Return every day that something lies on, in order."""
    found: Days = {}

    def day(on: date) -> DayEntries:
        return found.setdefault(on, DayEntries(on))

    repository = facts.repository
    for year in repository.calendar_years:
        for off in year.days_off:
            day(off.on).off = off
        for worked in year.worked_days:
            day(worked.on).worked = worked
    for each in rounds(repository):
        for on in _days_of(each.period):
            day(on).rounds.append(each)
    for held in repository.engagements:
        if (session_on := held.engagement.session_on) is not None:
            day(session_on).engagements.append(held)
    for meeting in repository.meetings.values():
        day(meeting.on).meetings.append(meeting)
        for on in sorted({meeting.meeting.on, *(move.to for move in meeting.meeting.moves)} - {meeting.on}):
            day(on).moved.append(meeting)
    for item in facts.counted:
        if item.due_on and not item.duty.private_until_done:
            day(item.due_on).due.append(item)
    for due_on, subject in _reports_due(repository):
        day(due_on).report_meetings.append(subject)
    return {on: _ordered(found[on]) for on in sorted(found)}


def _ordered(entries: DayEntries) -> DayEntries:
    entries.meetings.sort(key=lambda found: (found.meeting.announced.at, str(found.key)))
    return entries


def _days_of(found: Period) -> Iterator[date]:
    """Yield the days of a period that is known to the day."""
    if found.starts_on and found.ends_on and not found.month_only:
        for number in range((found.ends_on - found.starts_on).days + 1):
            yield found.starts_on + timedelta(days=number)


def _reports_due(repository: Repository) -> Iterator[tuple[date, Subject]]:
    """Yield by when reports are due on assigned meetings; who reports is not public before the report is in."""
    for key in repository.assigned_by_meeting:
        meeting, plan = repository.meetings.get(key), repository.plans.get(key.plan)
        term = plan.term(VISIT_REPORT.name) if plan else None
        if meeting is None or term is None or is_cancelled(meeting.meeting) or is_postponed(meeting.meeting):
            continue
        held_on = next((visit.on for visit in repository.visits_by_meeting.get(key, ())), meeting.on)
        if due_on := count(term, held_on, repository.calendar).on:
            yield due_on, of_meeting(repository, meeting)


def deadline_groups(facts: Facts, items: Iterable[Obligation]) -> tuple[DeadlineGroup, ...]:
    """Return what is due, counted by duty and period; the only one of its kind leads to itself."""
    found: dict[tuple[str, str, str], list[Obligation]] = {}
    for item in items:
        found.setdefault((item.plan.id, item.duty.slug, item.period), []).append(item)
    return tuple(_group(facts, mine) for mine in found.values())


def _group(facts: Facts, items: list[Obligation]) -> DeadlineGroup:
    first, counts = items[0], state_counts(items)
    name = first_upper(first.duty.name)
    if len(items) == 1:
        label = line(facts.repository, first).label
        return DeadlineGroup(f"{name}: {label}", addresses.obligation(first), party(first), 1, counts)
    url = addresses.obligations(first.plan.id, first.duty.slug, first.period)
    who = party(first) if len({item.who for item in items}) == 1 else None
    return DeadlineGroup(f"{name}, {period_name(first)}", url, who, len(items), counts)


def months(facts: Facts, found: Days) -> tuple[Month, ...]:
    """Return the months that have a page: those of the plans, and those where something happens or is due."""
    of_plans: set[Month] = set()
    for plan in facts.repository.plans.values():
        month, last = Month.of(plan.starts_on), Month.of(plan.ends_on)
        while month <= last:
            of_plans.add(month)
            month = month.next()
    return tuple(sorted(of_plans | {Month.of(on) for on, entries in found.items() if entries.has_entries}))


def weeks(month: Month) -> tuple[tuple[date | None, ...], ...]:
    """Return the weeks of a month from Monday to Sunday, None for the days of its neighbours."""
    every = [None] * month.first.weekday() + [month.first + timedelta(days=n) for n in range(month.last.day)]
    every += [None] * (-len(every) % 7)
    return tuple(tuple(every[start : start + 7]) for start in range(0, len(every), 7))


def day_anchor(on: date) -> str:
    """Return the anchor of a day on its month's page."""
    return f"ngay-{on.day:02}"
