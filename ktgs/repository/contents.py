"""The sound records of a data repository by id, and what leads from one to another without a meeting or a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ktgs.language.days import Calendar
from ktgs.language.months import Month
from ktgs.language.text import fold
from ktgs.records.adjustment import Adjustment
from ktgs.records.assignment import Assignment
from ktgs.records.calendar import CalendarYear
from ktgs.records.follow_up import FollowUp
from ktgs.records.loading import Broken
from ktgs.records.notice import Notice
from ktgs.records.organization import Body, Organization
from ktgs.records.person import Person
from ktgs.records.plan import Plan
from ktgs.records.report import Report, ResultReport, VisitReport
from ktgs.records.schedule import Schedule
from ktgs.records.team import Team
from ktgs.records.unit import Unit
from ktgs.repository.linked import Held, grouped, report_day


@dataclass(frozen=True)
class Contents:
    """All sound records as known on `today`. Lists are in order of file; dictionaries are by id."""

    today: date
    organization: Organization
    calendar: Calendar
    people: Mapping[str, Person]
    units: Mapping[str, Unit]
    plans: Mapping[str, Plan]
    teams: Mapping[tuple[str, str], Team]  # (plan, id)
    notices: Mapping[tuple[str, str], Notice]
    schedules: Mapping[tuple[str, Month, str], Schedule]  # (plan, month, unit)
    assignments: Mapping[tuple[str, Month], Assignment]
    adjustments: Mapping[tuple[str, str], Adjustment]
    reports: Mapping[str, Report]
    follow_ups: Mapping[str, FollowUp]
    broken: tuple[Broken, ...] = ()
    calendar_years: tuple[CalendarYear, ...] = ()  # the files that `calendar` was made from

    # -- names and units ------------------------------------------------------------------------------------------

    def unit_name(self, unit_id: str, day: date | None = None) -> str:
        """Return the unit's name on a day (now without one), or its id where the unit is not known."""
        unit = self.units.get(unit_id)
        return unit_id if unit is None else unit.name_on(day) if day else unit.name

    def person_name(self, person_id: str) -> str:
        """Return the person's name, or the id where the person is not known."""
        person = self.people.get(person_id)
        return person.full_name if person else person_id

    def branch_name(self, unit_id: str, branch_id: str | None) -> str:
        """Return the branch's name, or the unit's where no branch is meant; the id where it is not known."""
        if branch_id is None:
            return self.unit_name(unit_id)
        unit = self.units.get(unit_id)
        branch = unit.branch(branch_id) if unit else None
        return branch.name if branch else branch_id

    def body(self, body_id: str, abbreviation: str) -> Body | None:
        """Return the body of the organization with that id, abbreviation or name, None where there is none."""
        known = fold(abbreviation)
        for body in self.organization.bodies:
            if body.id == body_id or known in (fold(body.abbreviation or ""), fold(body.name)):
                return body
        return None

    def successor(self, unit_id: str, day: date) -> str:
        """Return the unit that stands for `unit_id` on `day`: itself, or the one it was merged into before that day."""
        seen = set()
        while (
            (unit := self.units.get(unit_id))
            and unit_id not in seen
            and unit.valid_to
            and unit.valid_to < day
            and unit.merged_into
        ):
            seen.add(unit_id)
            unit_id = unit.merged_into
        return unit_id

    # -- plans ----------------------------------------------------------------------------------------------------

    @cached_property
    def plan_of_report(self) -> Mapping[str, str]:
        """The plan of each report: the one that it or its reference names, else the only one in force then."""
        return {report.id: self._plan_of(report) for report in self.reports.values()}

    def _plan_of(self, report: Report) -> str:
        if report.plan:
            return report.plan
        long = (
            report.meeting
            if isinstance(report, VisitReport)
            else report.team
            if isinstance(report, ResultReport)
            else None
        )
        named = long.partition("/")[0] if long and "/" in long else ""
        if named in self.plans or any(mark.record_kind == "plan" and mark.id == named for mark in self.broken):
            return named
        day = report_day(report)
        plans = [plan.id for plan in self.plans.values() if day is None or plan.in_force(day)]
        return plans[0] if len(plans) == 1 else ""

    def teams_of(self, plan: Plan, activity_id: str) -> tuple[Team, ...]:
        """Return the teams of an activity, in order of id."""
        return self._teams_by_activity.get((plan.id, activity_id), ())

    @cached_property
    def _teams_by_activity(self) -> Mapping[tuple[str, str], tuple[Team, ...]]:
        return grouped(((plan, team.activity), team) for (plan, _), team in self.teams.items())

    def notices_of(self, plan: Plan, activity_id: str) -> tuple[Notice, ...]:
        """Return the notices of an activity: those that name one of its teams, in order of id."""
        teams = {team.id for team in self.teams_of(plan, activity_id)}
        return tuple(
            notice
            for (owner, _), notice in self.notices.items()
            if owner == plan.id and teams.intersection(notice.teams)
        )

    def adjustments_of(self, plan: Plan) -> tuple[Adjustment, ...]:
        """Return the plan's adjustments, the earliest decided first."""
        return self._adjustments_by_plan.get(plan.id, ())

    @cached_property
    def _adjustments_by_plan(self) -> Mapping[str, tuple[Adjustment, ...]]:
        ordered = sorted(self.adjustments.items(), key=lambda item: (item[1].decided_on, item[0]))
        return grouped((plan, adjustment) for (plan, _), adjustment in ordered)

    @cached_property
    def engagements(self) -> tuple[Held, ...]:
        """Every engagement of every team whose plan and activity are known."""
        found: list[Held] = []
        for (plan_id, _), team in self.teams.items():
            plan = self.plans.get(plan_id)
            activity = plan.activity(team.activity) if plan else None
            if plan and activity:
                found.extend(Held(engagement, team, plan, activity) for engagement in team.engagements)
        return tuple(found)

    def engagements_of(self, plan: Plan, activity_id: str) -> tuple[Held, ...]:
        """Return the engagements of an activity."""
        return self._engagements_by_activity.get((plan.id, activity_id), ())

    @cached_property
    def _engagements_by_activity(self) -> Mapping[tuple[str, str], tuple[Held, ...]]:
        return grouped(((held.plan.id, held.activity.id), held) for held in self.engagements)
