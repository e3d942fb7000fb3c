"""Numbers as lengths: stretches of a bar, in the bar's own units, and how full a cell of a grid is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import sqrt

from ktgs.facts.facts import Facts
from ktgs.figures.load import FIGURE as LOAD
from ktgs.figures.load import PersonLoad
from ktgs.figures.on_time import FIGURE as ON_TIME
from ktgs.figures.open_findings import FIGURE as OPEN_FINDINGS
from ktgs.figures.open_findings import NAMES, UNDATED
from ktgs.language.text import first_upper, slug
from ktgs.obligations.obligation import State
from ktgs.obligations.tally import Tally
from ktgs.obligations.targets import Subject, ToDueMonth, ToOpenFindings, ToPeriods, ToStateOfDuty
from ktgs.pages._subjects import person_subject
from ktgs.records.plan import Plan
from ktgs.repository.linked import FindingKind

FULL = 1000  # a whole bar


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a bar; `kind` ends the name of the class that gives its colour."""

    kind: str
    x: int
    width: int


def stretches(counts: Iterable[tuple[str, int]], whole: int) -> tuple[Stretch, ...]:
    """Return a stretch for each count that is not nothing, one after the other, where `whole` fills the bar."""
    return tuple(_stretches(counts, whole))


def _stretches(counts: Iterable[tuple[str, int]], whole: int) -> Iterator[Stretch]:
    before = 0
    for kind, count in counts:
        starts, before = before, before + count
        if count:
            x, end = starts * FULL // whole, before * FULL // whole
            yield Stretch(kind, x, end - x)


# -- states by duty ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StateCell:
    """How many are in a state, and where they are listed."""

    state: State
    count: int
    target: ToStateOfDuty


@dataclass(frozen=True, slots=True)
class DutyBar:
    """A duty's obligations as a bar of states."""

    subject: Subject
    tally: Tally
    bar: tuple[Stretch, ...]
    counts: tuple[StateCell, ...]


def duty_bars(facts: Facts, plan: Plan) -> tuple[DutyBar, ...]:
    """Return a bar for each duty of a plan, each as long as any other; none where the figure crashed."""
    numbers = (facts.figure(ON_TIME) or {}).get(plan.id)
    return tuple(_duty_bar(plan, duty.slug, duty.name, of) for duty, of in numbers.by_duty.items()) if numbers else ()


def _duty_bar(plan: Plan, duty: str, name: str, of: Tally) -> DutyBar:
    return DutyBar(
        Subject(first_upper(name), ToPeriods(plan.id, duty)),
        of,
        stretches(((state.name, of.states[state]) for state in _ORDER), of.total),
        tuple(StateCell(s, of.states[s], ToStateOfDuty(s, duty)) for s in _ORDER if of.states[s]),
    )


_ORDER = (  # from what is well to what is not, then what is still to come: the left end is what is asked for
    State.on_time,
    State.late,
    State.missed,
    State.overdue,
    State.unknown,
    State.due_soon,
    State.upcoming,
    State.waived,
    State.not_applicable,
)


# -- rates by month ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MonthDot:
    """A month's rate as a place on a line from 0 to 100 %; the more were due, the larger the dot."""

    subject: Subject
    tally: Tally
    share: float
    radius: int


def month_dots(facts: Facts, plan: Plan) -> tuple[MonthDot, ...]:
    """Return a dot for each month in which something was due, the latest first."""
    numbers = (facts.figure(ON_TIME) or {}).get(plan.id)
    months = dict(reversed(tuple(numbers.by_month.items()))) if numbers else {}
    most = max((of.due for of in months.values()), default=0)
    return tuple(
        MonthDot(Subject(month.label, ToDueMonth(plan.id, month)), of, of.share, _radius(of.due, most))
        for month, of in months.items()
        if of.share is not None
    )


def _radius(count: int, most: int) -> int:
    """Return a radius from 3 to 9: the dot's area grows with the count."""
    return max(3, round(9 * sqrt(count / most)))


# -- load of each person -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LoadBar:
    """How much somebody was assigned and took part in, as a bar on a scale that all share, and as numbers."""

    subject: Subject
    bar: tuple[Stretch, ...]
    counts: tuple[int, ...]


LOAD_KINDS = (("assigned", "Được phân công"), ("other", "Dự thêm"), ("session", "Cuộc kiểm tra, giám sát"))


def load_bars(facts: Facts) -> tuple[LoadBar, ...]:
    """Return a bar for everybody who carries anything, the one who carries most first. It tells of nobody's absence."""
    load = facts.figure(LOAD)
    people = {person: parts for person, of in load.by_person.items() if any(parts := _parts(of))} if load else {}
    most = max(map(sum, people.values()), default=0)
    kinds = tuple(kind for kind, _ in LOAD_KINDS)
    return tuple(
        LoadBar(
            person_subject(facts.repository, person),
            stretches(zip(kinds, people[person], strict=True), most),
            people[person],
        )
        for person in sorted(people, key=lambda person: -sum(people[person]))
    )


def _parts(of: PersonLoad) -> tuple[int, ...]:
    return len(of.assigned), len(of.other_visits), len(of.engagements)


# -- age of what is open -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AgeBar:
    """How many of a kind are of an age, and where they are listed."""

    bar: tuple[Stretch, ...]
    count: int
    target: ToOpenFindings


@dataclass(frozen=True, slots=True)
class AgeBand:
    """A band of ages, with a bar for each kind."""

    name: str
    bars: tuple[AgeBar, ...]


@dataclass(frozen=True, slots=True)
class Ages:
    """What is open by age, the oldest first; `kinds` name the bars."""

    kinds: tuple[str, ...]
    bands: tuple[AgeBand, ...]


def ages(facts: Facts) -> Ages | None:
    """Return the open recommendations and petitions by age; None where nothing is open."""
    kinds = facts.figure(OPEN_FINDINGS) or {}
    counts = {kind: {name: len(found) for name, found in of.bands} for kind, of in kinds.items()}
    most = max((count for of_kind in counts.values() for count in of_kind.values()), default=0)
    names = dict.fromkeys(name for of_kind in counts.values() for name in of_kind)
    bands = tuple(
        AgeBand(
            name,
            tuple(
                AgeBar(
                    stretches((("open", of_kind[name]),), most),
                    of_kind[name],
                    ToOpenFindings(age_anchor(kind, name)),
                )
                for kind, of_kind in counts.items()
            ),
        )
        for name in names
        if name != UNDATED or any(of_kind[name] for of_kind in counts.values())
    )
    return Ages(tuple(NAMES[kind] for kind in kinds), bands) if most else None


def age_anchor(kind: FindingKind, band: str) -> str:
    """Return the anchor of the open findings of a kind and age where they are listed."""
    return slug(f"{NAMES[kind]} {band}")
