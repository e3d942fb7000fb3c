"""A round as its duties see it: teams, sessions, broken files, and the evidence that follows from several facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ktgs.duties._sessions import is_cancelled, session
from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import Evidence
from ktgs.records.loading import Broken
from ktgs.records.plan import Activity, Plan
from ktgs.records.team import Team
from ktgs.records.values import Unknown
from ktgs.repository.index import Repository
from ktgs.repository.linked import Held
from ktgs.repository.marks import broken_for_activity
from ktgs.repository.periods import Period


@dataclass(frozen=True)
class Round:
    """An inspection or thematic supervision of a plan; `engagements` are those that still stand."""

    repository: Repository
    plan: Plan
    activity: Activity
    teams: tuple[Team, ...]
    broken_teams: tuple[Broken, ...]
    engagements: tuple[Held, ...]
    cancelled: tuple[Held, ...]

    @property
    def sessions(self) -> tuple[date, ...]:
        """The days of the sessions that have one, in order."""
        return tuple(sorted(on for held in self.engagements if (on := session(held.engagement).on)))

    def within(self, days: Period) -> Round:
        """Return the round with the engagements of these days only."""
        return replace(
            self,
            engagements=tuple(h for h in self.engagements if (on := session(h.engagement).on) and days.covers(on)),
        )


def rounds(repository: Repository, plan: Plan) -> Iterator[Round]:
    """Yield the plan's inspections and thematic supervisions."""
    for activity in plan.activities:
        if activity.is_round:
            every = repository.engagements_of(plan, activity.id)
            yield Round(
                repository,
                plan,
                activity,
                repository.teams_of(plan, activity.id),
                broken_for_activity(repository, "team", plan, activity.id),
                tuple(held for held in every if not is_cancelled(held.engagement)),
                tuple(held for held in every if is_cancelled(held.engagement)),
            )


def by_unit(found: Round) -> dict[str, tuple[Held, ...]]:
    """Return the standing engagements of each unit, or those cancelled where none stands; the earliest first."""
    groups: dict[str, list[Held]] = {}
    standing = {held.engagement.unit for held in found.engagements}
    cancelled = (held for held in found.cancelled if held.engagement.unit not in standing)
    for held in (*found.engagements, *cancelled):
        groups.setdefault(held.engagement.unit, []).append(held)
    return {unit: tuple(sorted(groups[unit], key=_by_session)) for unit in sorted(groups)}


def _by_session(held: Held) -> tuple[date, str, str]:
    return session(held.engagement).on or date.max, held.team.id, held.engagement.id


def by_path(found: Round) -> Iterator[tuple[str, Held]]:
    """Yield each engagement with its path `round/unit`; a second one at a unit also names team and engagement."""
    for unit, group in by_unit(found).items():
        first = min(group, key=lambda held: (held.team.id, held.engagement.id))
        for held in group:
            more = "" if held is first else f"/{held.team.id}-{held.engagement.id}"
            yield f"{found.activity.id}/{unit}{more}", held


class Fact(NamedTuple):
    """Something that happened, on a day known or not, and where that is written."""

    on: date | Unknown
    place: Place


def reached(facts: Iterable[Fact], number: int, due_on: date | None, cause: str) -> Evidence | None:
    """Return the evidence that so many facts happened, None where they did not.

    One without a day may have been earlier than those with one: then only what is on time without it is clear.
    """
    found = list(facts)
    dated = sorted((fact.on, index) for index, fact in enumerate(found) if isinstance(fact.on, date))
    vague = next((fact for fact in found if not isinstance(fact.on, date)), None)
    if not 0 < number <= len(found):
        return None
    if number <= len(dated):
        on, index = dated[number - 1]
        if vague is None or (due_on is not None and on <= due_on):
            return Evidence(found[index].place, on)
    return Evidence(vague.place, None, cause) if vague else None
