"""Days as places on a line: the months of a plan with its rounds and days off; when units were last visited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ktgs.facts.facts import Facts
from ktgs.figures.inspection_coverage import FIGURE as INSPECTIONS
from ktgs.figures.visit_coverage import FIGURE as VISITS
from ktgs.language.months import Month
from ktgs.language.text import vietnamese_key
from ktgs.obligations.targets import Subject, ToMonth
from ktgs.pages._calendar import RoundPeriod, round_periods
from ktgs.pages._subjects import engagement_subject, report_subject, unit_subject
from ktgs.records.plan import ActivityKind, Plan

# -- the year ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AxisSpan:
    """Days of a month: where they begin, counted from 0, and how many; `kind` ends the class that gives the form."""

    kind: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class AxisMark:
    """A round in a month, by its days; `is_planned`: where it was to be before it was moved."""

    round: RoundPeriod
    starts_on: date
    ends_on: date
    is_planned: bool


@dataclass(frozen=True, slots=True)
class AxisDayOff:
    """Successive days off of one name; `is_worked`: a day worked in exchange."""

    name: str
    starts_on: date
    ends_on: date
    is_worked: bool = False


@dataclass(frozen=True, slots=True)
class MonthStrip:
    """A month as a strip of its days. `today`: the place of today, None in other months."""

    subject: Subject
    days: int
    weekends: tuple[int, ...]
    spans: tuple[AxisSpan, ...]
    today: int | None
    happenings: tuple[AxisMark, ...]
    days_off: tuple[AxisDayOff, ...]


def year_strip(facts: Facts, plan: Plan) -> tuple[MonthStrip, ...]:
    """Return the months of a plan, from its first to its last."""
    happenings = tuple(_happenings(facts, plan))
    days_off = tuple(_days_off(facts))
    return tuple(_month(facts, month, happenings, days_off) for month in _months(plan))


def _months(plan: Plan) -> Iterator[Month]:
    month = Month.of(plan.starts_on)
    while month <= Month.of(plan.ends_on):
        yield month
        month = month.next()


def _happenings(facts: Facts, plan: Plan) -> Iterator[AxisMark]:
    for of in round_periods(facts.repository):
        for period in (of.planned, of.period) if of.plan is plan else ():
            if period and period.starts_on and period.ends_on:
                yield AxisMark(of, period.starts_on, period.ends_on, is_planned=period is of.planned)


def _days_off(facts: Facts) -> Iterator[AxisDayOff]:
    """Yield the recorded days off, those of one name that follow each other as one, and the days worked instead."""
    for year in facts.repository.calendar_years:
        run: AxisDayOff | None = None
        for off in sorted(year.days_off, key=lambda off: off.on):
            if run and run.name == off.name and off.on - run.ends_on == timedelta(days=1):
                run = AxisDayOff(run.name, run.starts_on, off.on)
                continue
            if run:
                yield run
            run = AxisDayOff(off.name, off.on, off.on)
        if run:
            yield run
        for worked in year.worked_days:
            yield AxisDayOff("làm bù", worked.on, worked.on, is_worked=True)


def _month(
    facts: Facts, month: Month, happenings: tuple[AxisMark, ...], days_off: tuple[AxisDayOff, ...]
) -> MonthStrip:
    days = (month.last - month.first).days + 1
    here = tuple(h for h in happenings if h.starts_on <= month.last and h.ends_on >= month.first)
    off = tuple(d for d in days_off if d.starts_on <= month.last and d.ends_on >= month.first)
    weekdays = (month.first + timedelta(days=n) for n in range(days))
    return MonthStrip(
        subject=Subject(month.label, ToMonth(month)),
        days=days,
        weekends=tuple(day.day - 1 for day in weekdays if day.weekday() > 4),
        spans=(
            *(_span(month, _kind(h), h.starts_on, h.ends_on) for h in here),
            *(_span(month, "worked" if d.is_worked else "off", d.starts_on, d.ends_on) for d in off),
        ),
        today=facts.today.day - 1 if Month.of(facts.today) == month else None,
        happenings=here,
        days_off=off,
    )


def _kind(happening: AxisMark) -> str:
    if happening.is_planned:
        return "before"
    inspects = happening.round.activity.kind is ActivityKind.inspection
    return "inspection" if inspects else "supervision"


def _span(month: Month, kind: str, starts_on: date, ends_on: date) -> AxisSpan:
    first, last = max(starts_on, month.first), min(ends_on, month.last)
    return AxisSpan(kind, first.day - 1, (last - first).days + 1)


# -- last times --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AxisLastTime:
    """The last visit to a unit or inspection of it, and its place on the axis in tenths of a percent."""

    on: date
    subject: Subject
    place: int


@dataclass(frozen=True, slots=True)
class UnitTimes:
    """A unit with both; None where there never was any."""

    unit: Subject
    visited: AxisLastTime | None
    inspected: AxisLastTime | None


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a month on the axis, in tenths of a percent."""

    month: Month
    place: int


@dataclass(frozen=True, slots=True)
class LastTimes:
    """All units of today on one axis, from `since` to today: those that nobody came to for longest first."""

    since: date
    ticks: tuple[Tick, ...]
    rows: tuple[UnitTimes, ...]


_TICKS = 8  # at most, so that their names do not touch on a phone


def last_times(facts: Facts) -> LastTimes | None:
    """Return when units were last visited and inspected; None without units, or where a figure crashed."""
    visits, inspections = facts.figure(VISITS), facts.figure(INSPECTIONS)
    if not visits or not inspections or not visits.by_unit:
        return None
    visited = {unit: of.visits[-1] for unit, of in visits.by_unit.items() if of.visits}
    inspected = {unit: of.held[-1] for unit, of in inspections.by_unit.items() if of.held}
    days = {unit: (visit.on, report_subject(facts.repository, visit.report)) for unit, visit in visited.items()}
    held = {
        unit: (on, engagement_subject(facts.repository, engaged))
        for unit, engaged in inspected.items()
        if (on := inspections.by_unit[unit].last_on)
    }
    every = [on for on, _ in (*days.values(), *held.values())]
    since = Month.of(min(every, default=facts.today)).first
    rows = [
        UnitTimes(
            unit_subject(facts.repository, unit),
            _last(facts.today, since, days.get(unit)),
            _last(facts.today, since, held.get(unit)),
        )
        for unit in visits.by_unit
    ]
    rows.sort(key=_longest_first)
    return LastTimes(since, tuple(_ticks(since, facts.today)), tuple(rows))


def _longest_first(row: UnitTimes) -> tuple[date, date, object]:
    visited, inspected = (last.on if last else date.min for last in (row.visited, row.inspected))
    return visited, inspected, vietnamese_key(row.unit.name)


def _last(today: date, since: date, found: tuple[date, Subject] | None) -> AxisLastTime | None:
    return AxisLastTime(*found, place=_place(found[0], since, today)) if found else None


def _place(day: date, since: date, today: date) -> int:
    """Return where a day lies, in tenths of a percent, a margin left for the mark at either end."""
    return 20 + 960 * (day - since).days // max((today - since).days, 1)


def _ticks(since: date, today: date) -> Iterator[Tick]:
    months = []
    month = Month.of(since)
    while month.first <= today:
        months.append(month)
        month = month.next()
    step = -(-len(months) // _TICKS)
    for month in months[::step]:
        yield Tick(month, _place(month.first, since, today))
