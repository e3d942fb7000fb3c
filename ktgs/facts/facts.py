"""The frozen bundle that checks, pages and exports ask: repository, obligations, figures, the problems found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from ktgs.facts.accepted import AcceptedWarning
from ktgs.facts.audience import Audience
from ktgs.facts.numbers import Numbers
from ktgs.language.diagnostics import Diagnostic, Place
from ktgs.language.scanning import modules
from ktgs.language.text import fold
from ktgs.obligations.effects import AdjustmentEffects, effects_of
from ktgs.obligations.judging import derive
from ktgs.obligations.key import ObligationKey, Occasion
from ktgs.obligations.meeting import would_meet
from ktgs.obligations.obligation import Duty, Obligation, State, unit_of
from ktgs.obligations.tables import Figure, Table
from ktgs.obligations.wanted import Want
from ktgs.records.adjustment import Adjustment
from ktgs.records.keys import AdjustmentKey, EngagementKey, MeetingKey, RoundTeamKey, RoundUnitKey, SessionDocumentKey
from ktgs.records.plan import Plan
from ktgs.repository.linked import TeamEngagement, grouped
from ktgs.repository.parties import WhoKind
from ktgs.repository.plans import next_plan
from ktgs.repository.public import publish
from ktgs.repository.repository import Repository
from ktgs.repository.rounds import rounds, sessions

ValueT = TypeVar("ValueT")


def duties() -> tuple[Duty, ...]:
    """Return every duty, found by scanning its folder, in order of file."""
    return tuple(module.DUTY for module in modules("ktgs.duties"))


def duty_named(name: str) -> Duty | None:
    """Return the duty of that name, whatever its case and tone marks; None where there is none."""
    return next((duty for duty in duties() if fold(duty.name) == fold(name)), None)


def figures() -> tuple[Figure[Any], ...]:
    """Return every figure, found by scanning its folder, in order of file."""
    return tuple(module.FIGURE for module in modules("ktgs.figures"))


class NotChecked(Exception):
    """Somebody asked what is wrong with the data before the checks ran."""


class Found(NamedTuple):
    """What is wrong with the data, and the warnings that somebody accepted, which are not among that."""

    diagnostics: tuple[Diagnostic, ...]
    accepted: tuple[AcceptedWarning, ...] = ()


class Once(Generic[ValueT]):
    """Gives what a function returns, which is called when somebody first asks, and then let go with all it holds."""

    def __init__(self, make: Callable[[], ValueT]) -> None:
        self._make = make

    def __call__(self) -> ValueT:
        """Return the value. Raises what the function raises, each time anew."""
        value = self._make()
        self._make = lambda: value
        return value


def not_checked() -> Found:
    """Refuse (NotChecked) to say what is wrong."""
    raise NotChecked


@dataclass(frozen=True, eq=False)
class Facts:
    """All that is known on a day. `numbers` are the figures' by slug.

    `unlisted` are obligations that nothing public may list, told from public data alone: of them only the day counts.
    `audience`: who may read what these facts hold; pages and exports show it all.
    `find` gives what the checks find, as far as the audience may read it.
    """

    repository: Repository
    obligations: tuple[Obligation, ...]
    numbers: Mapping[str, Any]
    unlisted: tuple[Obligation, ...] = ()
    audience: Audience = Audience.internal
    find: Callable[[], Found] = not_checked

    def finding(self, find: Callable[[], Found]) -> Facts:
        """Return the same facts, and what was worked out of them, with what the checks find when somebody asks."""
        told = copy(self)
        object.__setattr__(told, "find", Once(find))
        return told

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every problem. Refuses (NotChecked) to tell before the checks ran."""
        return self.find().diagnostics

    @property
    def accepted(self) -> tuple[AcceptedWarning, ...]:
        """The accepted warnings. Refuses (NotChecked) to tell before the checks ran."""
        return self.find().accepted

    @property
    def today(self) -> date:
        """The day that everything speaks of."""
        return self.repository.today

    @property
    def is_internal(self) -> bool:
        """Whether only those may read them who may read the repository."""
        return self.audience is Audience.internal

    def figure(self, figure: Figure[ValueT]) -> ValueT | None:
        """Return a figure's numbers, None where it crashed."""
        return self.numbers.get(figure.slug)

    def tables(self, figure: Figure[Any]) -> tuple[Table, ...]:
        """Return the tables that show a figure's numbers, none where it crashed."""
        if figure.slug not in self._tables:
            numbers = self.numbers.get(figure.slug)
            shown = (figure.internal_tables if self.is_internal else None) or figure.tables
            self._tables[figure.slug] = tuple(shown(self.repository, numbers)) if numbers is not None else ()
        return self._tables[figure.slug]

    @cached_property
    def _tables(self) -> dict[str, tuple[Table, ...]]:
        return {}

    @cached_property
    def by_key(self) -> Mapping[ObligationKey, Obligation]:
        """The obligations by what names them."""
        return {item.key: item for item in self.obligations}

    @cached_property
    def by_occasion(self) -> Mapping[tuple[str, Occasion], tuple[Obligation, ...]]:
        """The obligations by the slug of their duty and their occasion."""
        return grouped(((item.key.duty, item.key.occasion), item) for item in self.obligations)

    def of(self, duty: Duty, occasion: Occasion) -> tuple[Obligation, ...]:
        """Return what is owed of a duty on an occasion, in order of id."""
        return self.by_occasion.get((duty.slug, occasion), ())

    @cached_property
    def counted(self) -> tuple[Obligation, ...]:
        """The obligations that tables count: parts where there are any, instead of their whole."""
        return tuple(item for item in self.obligations if not item.parts)

    @cached_property
    def by_unit(self) -> Mapping[str, tuple[Obligation, ...]]:
        """The obligations of or about each unit."""
        return grouped((unit, item) for item in self.obligations if (unit := unit_of(item)))

    @cached_property
    def by_person(self) -> Mapping[str, tuple[Obligation, ...]]:
        """The obligations of each person."""
        return grouped((item.who.id, item) for item in self.obligations if item.who.kind is WhoKind.person)

    @cached_property
    def effects(self) -> Mapping[AdjustmentKey, AdjustmentEffects]:
        """What each adjustment that concerns an obligation does."""
        return effects_of(self.obligations)

    def effects_by(self, adjustment: Adjustment) -> AdjustmentEffects:
        """Return what an adjustment does; nothing where it concerns no obligation."""
        return self.effects.get(adjustment.key, AdjustmentEffects())

    @cached_property
    def by_duty(self) -> Mapping[tuple[str, str], tuple[Obligation, ...]]:
        """The obligations by plan and slug of the duty."""
        return grouped(((item.plan.id, item.duty.slug), item) for item in self.obligations)

    @cached_property
    def place_in_period(self) -> Mapping[ObligationKey, int]:
        """The place of each obligation that has no parts among those of its duty and period, by due date."""
        ordered = sorted(self.obligations, key=lambda item: (item.due_on or date.max, item.id))
        periods = grouped(((item.plan.id, item.duty.slug, item.period), item) for item in ordered if not item.parts)
        return {item.key: place for listed in periods.values() for place, item in enumerate(listed)}

    @cached_property
    def by_state(self) -> Mapping[State, tuple[Obligation, ...]]:
        """The counted obligations in each state, by due date."""
        ordered = sorted(self.counted, key=lambda item: (item.due_on or date.max, item.id))
        return grouped((item.state, item) for item in ordered)

    @cached_property
    def open(self) -> tuple[Obligation, ...]:
        """The counted obligations that may still have to be done, by due date."""
        ordered = sorted(self.counted, key=lambda item: (item.due_on or date.max, item.id))
        return tuple(item for item in ordered if item.is_open)

    @cached_property
    def current_plans(self) -> tuple[Plan, ...]:
        """The plans in force today, and those of which something is open; the earliest first."""
        owed = {item.plan.id for item in self.open}
        plans = (p for p in self.repository.plans.values() if p.in_force(self.today) or p.id in owed)
        return tuple(sorted(plans, key=lambda plan: (plan.starts_on, plan.id)))

    def carried_over(self, plan: Plan) -> tuple[Obligation, ...]:
        """Return what is still open of the plans before, of duties that do not end with their plan's year."""
        before = {p.id for p in self.repository.plans.values() if next_plan(self.repository, p) is plan}
        return tuple(item for item in self.open if item.plan.id in before and item.duty.never_closes)

    def last_due(self, plan: Plan) -> tuple[date, Place] | None:
        """Return the last due day of what ends with the plan's year, and where it follows from; None without any."""
        due = (
            (item.due_on, item.place)
            for item in self.obligations
            if item.plan is plan and item.due_on and not item.duty.never_closes
        )
        return max(due, default=None)

    def at_session(self, duty: Duty, engagement: TeamEngagement) -> tuple[Obligation, ...]:
        """Return what is owed of a duty for an engagement: by its session, its unit in the round, or its team.

        Nothing of a cancelled session where another stands at the unit, to which what the unit is owed belongs.
        """
        return self._at_sessions.get((duty.slug, engagement.key), ())

    @cached_property
    def _at_sessions(self) -> Mapping[tuple[str, EngagementKey], tuple[Obligation, ...]]:
        return grouped(
            ((item.key.duty, engagement), item)
            for item in self.obligations
            for engagement in self._sessions_of.get(_round_occasion(item.key.occasion), ())
        )

    @cached_property
    def _sessions_of(self) -> Mapping[Occasion | None, tuple[EngagementKey, ...]]:
        """The engagements that each occasion in a round is about."""
        pairs: list[tuple[Occasion | None, EngagementKey]] = []
        for plan in self.repository.plans.values():
            for of in rounds(self.repository, plan):
                for engagement in of.engagements:
                    team = RoundTeamKey(plan.id, of.activity.id, engagement.team.id)
                    pairs.append((team, engagement.key))
                for session, engagement in sessions(of):
                    pairs.append((session, engagement.key))
                    pairs.append((RoundUnitKey(plan.id, of.activity.id, session.unit), engagement.key))
        return grouped(pairs)

    def report_days(self, meeting: MeetingKey, person: str | None = None) -> tuple[date, ...]:
        """Return the days by which those assigned to a meeting report on it (or one of them), in order.

        None where nobody was assigned, no day is set, or nothing is owed or all is waived. The public half tells them
        from public data alone, as if everybody came, so they tell nothing about anyone.
        """
        owed = self._reports_by_meeting.get(meeting, ())
        days = {item.due_on for item in owed if item.due_on and person in (None, item.who.id)}
        return tuple(sorted(days))

    def report_wanted(self, meeting: MeetingKey) -> Want:
        """Return what would tell of a meeting on which nobody has reported: the report of the first who owes one."""
        if self.repository.visit_reports_by_meeting.get(meeting):
            return None
        owed = self._reports_by_meeting.get(meeting, ())
        wanted = (would_meet(self.repository, item) for item in owed)
        return next((want for want in wanted if want), None)

    @cached_property
    def _reports_by_meeting(self) -> Mapping[Occasion, tuple[Obligation, ...]]:
        return grouped(
            (item.key.occasion, item)
            for item in (*self.obligations, *self.unlisted)
            if isinstance(item.key.occasion, MeetingKey) and item.state not in (State.not_applicable, State.waived)
        )


def _round_occasion(occasion: Occasion) -> Occasion:
    return occasion.session if isinstance(occasion, SessionDocumentKey) else occasion


def work_out(repository: Repository) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """Return the facts that follow from the repository, and a diagnostic for each duty that crashed."""
    obligations, problems = derive(repository, duties())
    return Facts(repository, obligations, Numbers(figures(), repository, obligations)), problems


def crashed_figures(facts: Facts) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each figure that crashed, once all are worked out."""
    return facts.numbers.problems if isinstance(facts.numbers, Numbers) else ()


def public_half(facts: Facts) -> Facts:
    """Return what the public may know, not yet checked: everything worked out anew from the public half of the data.

    So nothing shown depends on a private fact: whether somebody assigned was absent or replaced cannot be told from any
    obligation. A visit report is listed once it is in; one still owed depends on absences. Totals of the body alone are
    taken over from all data.
    """
    repository = publish(facts.repository)
    obligations, _ = derive(repository, duties())
    listed = tuple(item for item in obligations if not item.duty.private_until_done or item.done_on)
    unlisted = tuple(item for item in obligations if item.duty.private_until_done and not item.done_on)
    numbers = dict(Numbers((figure for figure in figures() if not figure.of_body), repository, listed))
    of_body = (figure for figure in figures() if figure.of_body and figure.slug in facts.numbers)
    numbers |= {figure.slug: _shown(figure, facts.numbers[figure.slug], unlisted) for figure in of_body}
    return Facts(repository, listed, numbers, unlisted, Audience.public)


def _shown(figure: Figure[Any], numbers: Any, unlisted: tuple[Obligation, ...]) -> Any:
    return figure.for_public(numbers, unlisted) if figure.for_public else numbers
