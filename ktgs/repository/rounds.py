"""A round: its teams, its sessions in order, the broken files that could hold more of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ktgs.records.keys import ActivityKey, SessionKey, TeamKey
from ktgs.records.loading import Broken
from ktgs.records.plan import Activity, Plan
from ktgs.records.team import Team
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.marks import broken_for_activity
from ktgs.repository.periods import Period
from ktgs.repository.repository import Repository
from ktgs.repository.sessions import is_cancelled, session_day


@dataclass(frozen=True)
class Round:
    """An inspection or thematic supervision of a plan; `engagements` are those that still stand."""

    repository: Repository
    plan: Plan
    activity: Activity
    teams: tuple[Team, ...]
    broken_teams: tuple[Broken, ...]
    engagements: tuple[TeamEngagement, ...]
    cancelled: tuple[TeamEngagement, ...]

    @property
    def key(self) -> ActivityKey:
        """The activity."""
        return ActivityKey(self.plan.id, self.activity.id)

    @property
    def session_days(self) -> tuple[date, ...]:
        """The days of the sessions that have one, in order."""
        return tuple(sorted(on for engagement in self.engagements if (on := session_day(engagement.engagement).on)))

    def within(self, days: Period) -> Round:
        """Return the round with the engagements of these days only."""
        dated = ((engagement, session_day(engagement.engagement).on) for engagement in self.engagements)
        return replace(self, engagements=tuple(engagement for engagement, on in dated if on and days.covers(on)))


def round_of(repository: Repository, plan: Plan, activity: Activity) -> Round:
    """Return the round."""
    key = ActivityKey(plan.id, activity.id)
    every = repository.engagements_by_activity.get(key, ())
    return Round(
        repository=repository,
        plan=plan,
        activity=activity,
        teams=repository.teams_by_activity.get(key, ()),
        broken_teams=broken_for_activity(repository, Team, key),
        engagements=tuple(engagement for engagement in every if not is_cancelled(engagement.engagement)),
        cancelled=tuple(engagement for engagement in every if is_cancelled(engagement.engagement)),
    )


def round_named(repository: Repository, key: ActivityKey | None) -> Round | None:
    """Return the round of an activity, None where no plan that could be read has it."""
    plan = repository.plans.get(key.plan) if key else None
    activity = plan.activity(key.activity) if plan and key else None
    return round_of(repository, plan, activity) if plan and activity else None


def rounds(repository: Repository, plan: Plan) -> Iterator[Round]:
    """Yield the plan's inspections and thematic supervisions."""
    return (round_of(repository, plan, activity) for activity in plan.activities if activity.is_round)


def by_unit(of: Round) -> dict[str, tuple[TeamEngagement, ...]]:
    """Return the standing engagements of each unit, or those cancelled where none stands; the earliest first."""
    groups: dict[str, list[TeamEngagement]] = {}
    standing = {engagement.engagement.unit for engagement in of.engagements}
    cancelled = (engagement for engagement in of.cancelled if engagement.engagement.unit not in standing)
    for engagement in (*of.engagements, *cancelled):
        groups.setdefault(engagement.engagement.unit, []).append(engagement)
    return {unit: tuple(sorted(groups[unit], key=_by_session)) for unit in sorted(groups)}


def _by_session(engagement: TeamEngagement) -> tuple[date, TeamKey, str]:
    return session_day(engagement.engagement).on or date.max, engagement.team.key, engagement.engagement.id


def sessions(of: Round) -> Iterator[tuple[SessionKey, TeamEngagement]]:
    """Yield what is owed for one by one: each engagement with the key that obligations name its session by.

    Left out is a cancelled one where another stands at the unit. Of several at a unit the first by id needs no more
    name than the unit's.
    """
    for unit, group in by_unit(of).items():
        first = min(group, key=lambda engagement: engagement.key)
        for engagement in group:
            again = None if engagement is first else engagement.key
            yield SessionKey(of.plan.id, of.activity.id, unit, again), engagement
