"""What lies on each day: days off, rounds, engagements, meetings, deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.language.text import first_upper, vi_date
from ktgs.language.weeks import Week
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import Subject, Target, ToDay, ToDayMeetings, ToPeriod, ToWeek
from ktgs.pages._obligations import StateCount, line, state_counts
from ktgs.pages._parts import address_of_row
from ktgs.pages._subjects import activity_subject, meeting_subject, obligation_party
from ktgs.records.calendar import RecordedDayOff, RecordedWorkedDay
from ktgs.records.keys import MeetingKey
from ktgs.records.plan import Activity, Plan
from ktgs.repository.linked import ScheduledMeeting, TeamEngagement
from ktgs.repository.meetings import days_announced
from ktgs.repository.naming import period_name
from ktgs.repository.periods import Period, period, planned_period
from ktgs.repository.repository import Repository


@dataclass(frozen=True, slots=True)
class RoundPeriod:
    """A round in the period in force; `planned` is the plan's own period where an adjustment has moved it."""

    subject: Subject
    plan: Plan
    activity: Activity
    period: Period
    planned: Period | None

    @property
    def days(self) -> str:
        """Its period in words, as letters have it; empty while no time is set."""
        starts_on, ends_on = self.period.starts_on, self.period.ends_on
        if starts_on is None or ends_on is None:
            return ""
        if self.period.month_only:
            return f"trong tháng {Month.of(starts_on).label}"
        return f"từ ngày {vi_date(starts_on)} đến ngày {vi_date(ends_on)}"


@dataclass(frozen=True, slots=True)
class DeadlineGroup:
    """What is due on a day for one duty and period. `who` owes it, None for several; `target` lists `items`."""

    title: str
    target: Target
    who: Subject | None
    items: tuple[Obligation, ...]
    counts: tuple[StateCount, ...]

    @property
    def total(self) -> int:
        """How many are due."""
        return len(self.items)


@dataclass(slots=True)
class DayEntries:
    """All that lies on one day. `moved`: meetings first announced for the day and now held on another.

    `report_meetings`: assigned meetings on which a report is due on the day.
    """

    on: date
    off: RecordedDayOff | None = None
    worked: RecordedWorkedDay | None = None
    rounds: list[RoundPeriod] = field(default_factory=list)
    engagements: list[TeamEngagement] = field(default_factory=list)
    meetings: list[ScheduledMeeting] = field(default_factory=list)
    moved: list[ScheduledMeeting] = field(default_factory=list)
    due: list[Obligation] = field(default_factory=list)
    report_meetings: list[Subject] = field(default_factory=list)

    @property
    def has_entries(self) -> bool:
        """Whether anything happens or is due on the day."""
        return bool(self.rounds or self.engagements or self.meetings or self.moved or self.due or self.report_meetings)


Days = dict[date, DayEntries]
_UNITS_BY_WEEK = 100  # with more of them the meetings of a week are too many for one page
MOST_MEETINGS = 100  # on one page of a day


def round_periods(repository: Repository) -> Iterator[RoundPeriod]:
    """Yield the inspections and thematic supervisions of all plans, by plan and as the plan orders them."""
    for plan in repository.plans.values():
        for activity in plan.activities:
            if activity.is_round:
                in_force = period(repository, plan, activity)
                before = planned_period(plan, activity) if in_force.adjustment else None
                subject = activity_subject(plan, activity)
                yield RoundPeriod(subject, plan, activity, period=in_force, planned=before)


def lists_by_day(facts: Facts) -> bool:
    """Return whether a day's meetings have a page of their own, and weeks and months only count them."""
    return len(facts.repository.units) > _UNITS_BY_WEEK


@lru_cache(maxsize=1)
def days(facts: Facts) -> Days:
    """Return every day that something lies on, in order; worked out once for all pages of a site."""
    entries: Days = {}

    def day(on: date) -> DayEntries:
        return entries.setdefault(on, DayEntries(on))

    repository = facts.repository
    for year in repository.calendar_years:
        for off in year.days_off:
            day(off.on).off = off
        for worked in year.worked_days:
            day(worked.on).worked = worked
    for round_period in round_periods(repository):
        for on in _days_of(round_period.period):
            day(on).rounds.append(round_period)
    for engagement in repository.engagements.values():
        if (session_on := engagement.engagement.session_on) is not None:
            day(session_on).engagements.append(engagement)
    for meeting in repository.meetings.values():
        day(meeting.on).meetings.append(meeting)
        for on in sorted({*days_announced(meeting.meeting)} - {meeting.on}):
            day(on).moved.append(meeting)
    for item in facts.counted:
        if item.due_on and not item.duty.private_until_done:
            day(item.due_on).due.append(item)
    for on, subject in _reports_due(facts):
        day(on).report_meetings.append(subject)
    return {on: _ordered(entries[on]) for on in sorted(entries)}


def _reports_due(facts: Facts) -> Iterator[tuple[date, Subject]]:
    """Yield each day by which reports on an assigned meeting are due; who reports is not told."""
    for key in facts.repository.assigned_by_meeting:
        if meeting := facts.repository.meetings.get(key):
            for due_on in facts.report_days(key):
                yield due_on, meeting_subject(facts.repository, meeting)


def _ordered(entries: DayEntries) -> DayEntries:
    entries.meetings.sort(key=lambda meeting: (meeting.meeting.announced.at, meeting.key))
    return entries


def _days_of(span: Period) -> Iterator[date]:
    """Yield the days of a period that is known to the day."""
    if span.starts_on and span.ends_on and not span.month_only:
        for number in range((span.ends_on - span.starts_on).days + 1):
            yield span.starts_on + timedelta(days=number)


def deadline_groups(facts: Facts, items: Iterable[Obligation]) -> tuple[DeadlineGroup, ...]:
    """Return what is due, counted by duty and period; the only one of its kind leads to itself."""
    groups: dict[ToPeriod, list[Obligation]] = {}
    for item in items:
        groups.setdefault(ToPeriod(item.plan.id, item.duty.slug, item.period), []).append(item)
    return tuple(_group(facts, target, group) for target, group in groups.items())


def _group(facts: Facts, target: ToPeriod, items: list[Obligation]) -> DeadlineGroup:
    first, counts = items[0], state_counts(items)
    name = first_upper(first.duty.name)
    if len(items) == 1:
        title, party = f"{name}: {line(facts.repository, first).label}", obligation_party(first)
        return DeadlineGroup(title, first.key, who=party, items=tuple(items), counts=counts)
    who = obligation_party(first) if len({item.who for item in items}) == 1 else None
    title = f"{name}, {period_name(first.plan, first.period)}"
    return DeadlineGroup(title, target, who=who, items=tuple(items), counts=counts)


@lru_cache(maxsize=1)
def months(facts: Facts) -> tuple[Month, ...]:
    """Return the months that have a page: those of the plans, and those where something happens or is due."""
    of_plans: set[Month] = set()
    for plan in facts.repository.plans.values():
        month, last = Month.of(plan.starts_on), Month.of(plan.ends_on)
        while month <= last:
            of_plans.add(month)
            month = month.next()
    return tuple(sorted(of_plans | {Month.of(on) for on, day in days(facts).items() if day.has_entries}))


@lru_cache(maxsize=1)
def weeks(facts: Facts) -> tuple[Week, ...]:
    """Return the weeks that have a page: those of the plans, and those where something happens or is due."""
    of_plans: set[Week] = set()
    for plan in facts.repository.plans.values():
        week = Week.of(plan.starts_on)
        while week.first <= plan.ends_on:
            of_plans.add(week)
            week = week.next()
    return tuple(sorted(of_plans | {Week.of(on) for on, day in days(facts).items() if day.has_entries}))


def weeks_of(month: Month) -> tuple[tuple[date | None, ...], ...]:
    """Return the weeks of a month from Monday to Sunday, None for the days of its neighbours."""
    every = [None] * month.first.weekday() + [month.first + timedelta(days=n) for n in range(month.last.day)]
    every += [None] * (-len(every) % 7)
    return tuple(tuple(every[start : start + 7]) for start in range(0, len(every), 7))


def day_anchor(on: date) -> str:
    """Return the anchor of a day on the page of its week or month."""
    return f"ngay-{on.day:02}"


def week_address(_: Facts, target: ToWeek) -> str:
    """Return the address of a week's page."""
    return f"lich/{target.week}.html"


def day_address(facts: Facts, target: ToDay) -> str:
    """Return the place of a day on its week's page."""
    return f"{week_address(facts, ToWeek(Week.of(target.day)))}#{day_anchor(target.day)}"


def meetings_address(_: Facts, target: ToDayMeetings) -> str:
    """Return the address of a day's meetings where they have a page of their own."""
    return f"lich/{target.day}.html"


def meeting_address(facts: Facts, key: MeetingKey) -> str | None:
    """Return the place of a meeting on the page that lists it on its day, None for one that no schedule announces."""
    meeting = facts.repository.meetings.get(key)
    if meeting is None:
        return None
    page = week_address(facts, ToWeek(Week.of(meeting.on)))
    if lists_by_day(facts):
        whole = meetings_address(facts, ToDayMeetings(meeting.on))
        page = address_of_row(whole, _places(facts)[key], MOST_MEETINGS)
    return f"{page}#{meeting_anchor(key)}"


@lru_cache(maxsize=1)
def _places(facts: Facts) -> Mapping[MeetingKey, int]:
    """Return the place of each meeting among those of its day."""
    return {meeting.key: place for day in days(facts).values() for place, meeting in enumerate(day.meetings)}


def meeting_anchor(key: MeetingKey) -> str:
    """Return the anchor of a meeting on the page that lists it."""
    return ".".join(key.parts)
