"""What a table, a page or a feed may lead to: keys of things, and small keys of pages. Pages say where each stands."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import ClassVar

from ktgs.language.months import Month
from ktgs.language.weeks import Week
from ktgs.obligations.key import ObligationKey
from ktgs.obligations.obligation import State
from ktgs.records.keys import ActivityKey, AdjustmentKey, EngagementKey, FindingKey, MeetingKey, PeriodKey, TeamKey
from ktgs.records.report import ReportKind

NO_PERIOD = "chung"  # stands in addresses for what belongs to no month and no activity


@dataclass(frozen=True, slots=True)
class ToKey:
    """A key of a page; `kind` and its text are what JSON says."""

    kind: ClassVar[str]

    def __str__(self) -> str:
        return "/".join(_text(getattr(self, field.name)) for field in fields(self))


def period_text(period: PeriodKey) -> str:
    """Return a month or activity as it stands in addresses and JSON."""
    return _text(period)


def _text(part: object) -> str:
    match part:
        case None:
            return NO_PERIOD
        case State():
            return part.name
        case ActivityKey():
            return part.activity
    return str(part)


@dataclass(frozen=True, slots=True)
class ToUnit(ToKey):
    kind = "unit"
    unit: str


@dataclass(frozen=True, slots=True)
class ToPerson(ToKey):
    kind = "person"
    person: str


@dataclass(frozen=True, slots=True)
class ToPlan(ToKey):
    kind = "plan"
    plan: str


@dataclass(frozen=True, slots=True)
class ToClause(ToKey):
    kind = "clause"
    plan: str
    clause: str


@dataclass(frozen=True, slots=True)
class ToReport(ToKey):
    kind = "report"
    report: str


@dataclass(frozen=True, slots=True)
class ToReports(ToKey):
    """The list of a year's reports of one kind."""

    kind = "reports"
    of: ReportKind
    year: str


@dataclass(frozen=True, slots=True)
class ToMonth(ToKey):
    """A month's calendar."""

    kind = "month"
    month: Month


@dataclass(frozen=True, slots=True)
class ToWeek(ToKey):
    """A week's calendar."""

    kind = "week"
    week: Week


@dataclass(frozen=True, slots=True)
class ToYear(ToKey):
    """A year's calendar."""

    kind = "year"
    year: int


@dataclass(frozen=True, slots=True)
class ToDay(ToKey):
    """A day in its week's calendar."""

    kind = "day"
    day: date


@dataclass(frozen=True, slots=True)
class ToDayMeetings(ToKey):
    """A day's meetings, where there are so many that they have a page of their own."""

    kind = "day_meetings"
    day: date


@dataclass(frozen=True, slots=True)
class ToMonthSummary(ToKey):
    kind = "month_summary"
    month: Month


@dataclass(frozen=True, slots=True)
class ToDuty(ToKey):
    """How a duty counts."""

    kind = "duty"
    duty: str


@dataclass(frozen=True, slots=True)
class ToFigure(ToKey):
    kind = "figure"
    figure: str


@dataclass(frozen=True, slots=True)
class ToCode(ToKey):
    """What a kind of problem is."""

    kind = "code"
    code: str


@dataclass(frozen=True, slots=True)
class ToState(ToKey):
    """The obligations in a state, of all duties."""

    kind = "all_in_state"
    state: State


@dataclass(frozen=True, slots=True)
class ToStateOfDuty(ToKey):
    """A duty's obligations in a state."""

    kind = "state"
    state: State
    duty: str


@dataclass(frozen=True, slots=True)
class ToStateOfPeriod(ToKey):
    """A duty's obligations of a month or an activity in a state, where its list of the state is long."""

    kind = "state_of_period"
    state: State
    plan: str
    duty: str
    period: PeriodKey


@dataclass(frozen=True, slots=True)
class ToPeriod(ToKey):
    """A duty's obligations of a month or an activity."""

    kind = "period"
    plan: str
    duty: str
    period: PeriodKey


@dataclass(frozen=True, slots=True)
class ToPeriods(ToKey):
    """The list of a duty's months or activities."""

    kind = "periods"
    plan: str
    duty: str


@dataclass(frozen=True, slots=True)
class ToPage(ToKey):
    """The one page of a module of pages, or a page of the handbook."""

    kind = "page"
    name: str


@dataclass(frozen=True, slots=True)
class ToCounted(ToKey):
    """What a number in a table of a page counts, where that has a page of its own; `name`: which number."""

    kind = "counted"
    of: ToFigure | ToMonthSummary | ToPage
    name: str


@dataclass(frozen=True, slots=True)
class ToOpenFindings(ToKey):
    """The open recommendations or petitions of an age; `name`: which, as it stands in addresses."""

    kind = "open_findings"
    name: str


@dataclass(frozen=True, slots=True)
class ToDueMonth(ToKey):
    """What of a plan is due in a month."""

    kind = "due_month"
    plan: str
    month: Month


@dataclass(frozen=True, slots=True)
class ToDueOfDuty(ToKey):
    """What of a duty is due in a month."""

    kind = "due"
    plan: str
    month: Month
    duty: str


@dataclass(frozen=True, slots=True)
class ToUnitFeed(ToKey):
    kind = "unit_feed"
    unit: str


@dataclass(frozen=True, slots=True)
class ToPersonFeed(ToKey):
    kind = "person_feed"
    person: str


Target = (
    ActivityKey
    | AdjustmentKey
    | EngagementKey
    | FindingKey
    | MeetingKey
    | ObligationKey
    | TeamKey
    | ToClause
    | ToCode
    | ToCounted
    | ToDay
    | ToDayMeetings
    | ToDueMonth
    | ToDueOfDuty
    | ToDuty
    | ToFigure
    | ToMonth
    | ToMonthSummary
    | ToOpenFindings
    | ToPage
    | ToPeriod
    | ToPeriods
    | ToPerson
    | ToPersonFeed
    | ToPlan
    | ToReport
    | ToReports
    | ToState
    | ToStateOfDuty
    | ToStateOfPeriod
    | ToUnit
    | ToUnitFeed
    | ToWeek
    | ToYear
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that a table or a page names; `target` is where it leads, None where it is a name alone."""

    name: str
    target: Target | None = None
