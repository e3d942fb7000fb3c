"""The linked records of a data repository, and the questions that one record alone cannot answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from ktgs.days import Calendar, Month
from ktgs.diagnostics import Place
from ktgs.records.adjustment import Adjustment
from ktgs.records.assignment import Assignment, Item
from ktgs.records.calendar import CalendarYear
from ktgs.records.finding import Finding, GoodPractice, Petition, Recommendation, Shortcoming
from ktgs.records.follow_up import Event, FollowUp
from ktgs.records.loading import Broken
from ktgs.records.notice import Notice
from ktgs.records.organization import Body, Organization
from ktgs.records.person import Person
from ktgs.records.plan import Activity, Plan
from ktgs.records.report import FlashReport, Observation, Report, ResultReport, Summary, VisitReport
from ktgs.records.schedule import Meeting, Schedule
from ktgs.records.team import Engagement, Team
from ktgs.records.unit import Unit
from ktgs.text import fold

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")
ReportT = TypeVar("ReportT", bound=Report)


class MeetingKey(NamedTuple):
    """What names a meeting in the whole repository; as text `46-kh-dtn/2020-03/doan-so-a/b1`."""

    plan: str
    month: Month
    unit: str
    meeting: str

    def __str__(self) -> str:
        return f"{self.plan}/{self.month}/{self.unit}/{self.meeting}"


@dataclass(frozen=True, slots=True)
class ScheduledMeeting:
    """A meeting with the schedule that announces it."""

    key: MeetingKey
    meeting: Meeting
    schedule: Schedule

    @property
    def on(self) -> date:
        """The last announced day."""
        return self.meeting.announced.on

    @property
    def branch(self) -> str | None:
        """The id of the branch that meets, None for the base union itself."""
        return self.meeting.branch


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit report linked to what it is about; `meeting` is None where the meeting was in no schedule."""

    report: VisitReport
    plan: str
    unit: str
    branch: str | None
    on: date
    meeting: ScheduledMeeting | None

    @property
    def occasion(self) -> str:
        """What makes two reports be about one meeting: the meeting's key, or unit, branch and day."""
        return str(self.meeting.key) if self.meeting else f"{self.unit}/{self.branch or ''}/{self.on}"


@dataclass(frozen=True, slots=True)
class Assigned:
    """One person assigned to one meeting; `meeting` is None where its schedule is missing or broken."""

    item: Item
    assignment: Assignment
    key: MeetingKey
    meeting: ScheduledMeeting | None


@dataclass(frozen=True, slots=True)
class Held:
    """An engagement with its team and its activity."""

    engagement: Engagement
    team: Team
    plan: Plan
    activity: Activity


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with the report that holds it, the unit that it is about, and what happened since, by day."""

    key: str  # report#mã
    finding: Finding
    report: Report
    plan: str
    unit: str | None
    events: tuple[Event, ...]
    follow_ups: tuple[FollowUp, ...]


FindingKind = type[GoodPractice] | type[Shortcoming] | type[Recommendation] | type[Petition]


@dataclass(frozen=True)
class Repository:
    """All sound records, linked, as known on `today`. Lists are in order of file; dictionaries are by id."""

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

    # -- names ---------------------------------------------------------------------------------------------------

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

    # -- plans ---------------------------------------------------------------------------------------------------

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
        if long and "/" in long:
            return long.split("/")[0]
        day = report_day(report)
        plans = [plan.id for plan in self.plans.values() if day is None or plan.in_force(day)]
        return plans[0] if len(plans) == 1 else ""

    def teams_of(self, plan: Plan, activity_id: str) -> tuple[Team, ...]:
        """Return the teams of an activity, in order of id."""
        return self._teams_by_activity.get((plan.id, activity_id), ())

    @cached_property
    def _teams_by_activity(self) -> Mapping[tuple[str, str], tuple[Team, ...]]:
        return _grouped(((plan, team.activity), team) for (plan, _), team in self.teams.items())

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
        return _grouped((plan, adjustment) for (plan, _), adjustment in ordered)

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
        return _grouped(((held.plan.id, held.activity.id), held) for held in self.engagements)

    # -- meetings and visits -------------------------------------------------------------------------------------

    @cached_property
    def meetings(self) -> Mapping[MeetingKey, ScheduledMeeting]:
        """Every meeting of every schedule."""
        found = {}
        for (plan, month, unit), schedule in self.schedules.items():
            for meeting in schedule.meetings:
                key = MeetingKey(plan, month, unit, meeting.id)
                found[key] = ScheduledMeeting(key, meeting, schedule)
        return found

    @cached_property
    def meetings_by_month(self) -> Mapping[tuple[str, Month], tuple[ScheduledMeeting, ...]]:
        """The meetings of each month's schedules, by plan and month."""
        return _grouped(((found.key.plan, found.key.month), found) for found in self.meetings.values())

    @cached_property
    def meetings_by_unit(self) -> Mapping[str, tuple[ScheduledMeeting, ...]]:
        """The meetings of each unit, by their last announced day."""
        ordered = sorted(
            self.meetings.values(), key=lambda found: (found.on, found.meeting.announced.at, str(found.key))
        )
        return _grouped((found.key.unit, found) for found in ordered)

    def meeting_key(self, text: str) -> MeetingKey | None:
        """Return the key that a long reference `plan/yyyy-mm/unit/meeting` names, None where it has another form."""
        parts = text.split("/")
        if len(parts) != 4 or not _is_month(parts[1]):
            return None
        return MeetingKey(parts[0], _month(parts[1]), parts[2], parts[3])

    @cached_property
    def assigned(self) -> tuple[Assigned, ...]:
        """Every item of every assignment."""
        found = []
        for (plan, month), assignment in self.assignments.items():
            for item in assignment.items:
                unit, _, meeting = item.meeting.partition("/")
                key = MeetingKey(plan, month, unit, meeting)
                found.append(Assigned(item, assignment, key, self.meetings.get(key)))
        return tuple(found)

    @cached_property
    def assigned_by_month(self) -> Mapping[tuple[str, Month], tuple[Assigned, ...]]:
        """The items of each month's assignment, by plan and month."""
        return _grouped(((assigned.key.plan, assigned.key.month), assigned) for assigned in self.assigned)

    @cached_property
    def assigned_by_meeting(self) -> Mapping[MeetingKey, tuple[Assigned, ...]]:
        """The items of each meeting."""
        return _grouped((assigned.key, assigned) for assigned in self.assigned)

    @cached_property
    def assigned_by_person(self) -> Mapping[str, tuple[Assigned, ...]]:
        """The items of each person as first assigned."""
        return _grouped((assigned.item.person, assigned) for assigned in self.assigned)

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every visit report whose unit and day are known."""
        return tuple(visit for visit in self._visit_by_report.values() if visit)

    def visit_of(self, report: VisitReport) -> Visit | None:
        """Return the visit that a report is about, None where its unit or day is not known."""
        return self._visit_by_report[report.id]

    @cached_property
    def _visit_by_report(self) -> Mapping[str, Visit | None]:
        return {report.id: self._visit(report) for report in self.reports_of(VisitReport)}

    def _visit(self, report: VisitReport) -> Visit | None:
        plan = self.plan_of_report[report.id]
        key = self.meeting_key(report.meeting) if report.meeting else None
        meeting = self.meetings.get(key) if key else self._scheduled(report, plan)
        if meeting:
            return Visit(report, plan, meeting.key.unit, meeting.branch, report.held_on or meeting.on, meeting)
        unit = report.unit or (key.unit if key else None)
        on = report.held_on or report.on
        return Visit(report, plan, unit, report.branch, on, None) if unit and on else None

    def _scheduled(self, report: VisitReport, plan: str) -> ScheduledMeeting | None:
        """Return the meeting that a report names by unit, branch and day, None where none or more than one fits."""
        found = [
            meeting
            for meeting in self.meetings_by_unit.get(report.unit or "", ())
            if (meeting.key.plan, meeting.branch, meeting.on) == (plan, report.branch, report.on)
            and report.at in (None, meeting.meeting.announced.at)
        ]
        return found[0] if len(found) == 1 else None

    @cached_property
    def visit_reports_by_meeting(self) -> Mapping[MeetingKey, tuple[VisitReport, ...]]:
        """The visit reports on each meeting that they name, also where its schedule is missing or broken."""
        named = (
            (self._scheduled_key(report) or self.meeting_key(report.meeting or ""), report)
            for report in self.reports_of(VisitReport)
        )
        return _grouped((key, report) for key, report in named if key)

    def _scheduled_key(self, report: VisitReport) -> MeetingKey | None:
        visit = self.visit_of(report)
        return visit.meeting.key if visit and visit.meeting else None

    @cached_property
    def visits_by_meeting(self) -> Mapping[MeetingKey, tuple[Visit, ...]]:
        """The visits of each scheduled meeting."""
        return _grouped((visit.meeting.key, visit) for visit in self.visits if visit.meeting)

    @cached_property
    def visits_by_unit(self) -> Mapping[str, tuple[Visit, ...]]:
        """The visits of each unit, by day."""
        ordered = sorted(self.visits, key=lambda visit: (visit.on, visit.report.id))
        return _grouped((visit.unit, visit) for visit in ordered)

    @cached_property
    def visits_by_person(self) -> Mapping[str, tuple[Visit, ...]]:
        """The visits of each person whom a report names as having attended."""
        return _grouped((person, visit) for visit in self.visits for person in visit.report.attendees)

    # -- reports and findings ------------------------------------------------------------------------------------

    def reports_of(self, kind: type[ReportT]) -> tuple[ReportT, ...]:
        """Return the reports of one kind, in order of file."""
        return tuple(report for report in self.reports.values() if isinstance(report, kind))

    @cached_property
    def result_reports_by_team(self) -> Mapping[str, tuple[ResultReport, ...]]:
        """The result reports of each team, by its long reference."""
        return _grouped((self._team_of(report), report) for report in self.reports_of(ResultReport))

    def _team_of(self, report: ResultReport) -> str:
        return report.team if "/" in report.team else f"{self.plan_of_report[report.id]}/{report.team}"

    @cached_property
    def monthly_reports(self) -> Mapping[tuple[str, type[Report], Month], tuple[Report, ...]]:
        """Flash reports and summaries by plan, kind and month."""
        reports: tuple[FlashReport | Summary, ...] = (*self.reports_of(FlashReport), *self.reports_of(Summary))
        return _grouped(((self.plan_of_report[report.id], type(report), report.month), report) for report in reports)

    def topic_of(self, report: Report, topic: str) -> tuple[str, str]:
        """Return plan and topic that a report's reference, short or long, names."""
        plan, _, short = topic.rpartition("/")
        return plan or self.plan_of_report[report.id], short

    @cached_property
    def observations(self) -> tuple[tuple[str, str, date, Report], ...]:
        """Plan, topic, day and report of every dated observation: regular supervision, and visits that name topics."""
        found: list[tuple[str, str, date, Report]] = [
            (*self.topic_of(report, report.topic), report.observed_on, report)
            for report in self.reports_of(Observation)
        ]
        for visit in self.visits:
            found.extend((*self.topic_of(visit.report, topic), visit.on, visit.report) for topic in visit.report.topics)
        return tuple(sorted(found, key=lambda item: (item[2], item[3].id)))

    @cached_property
    def findings(self) -> tuple[Found, ...]:
        """Every finding of every report, with what happened to it since."""
        follow_ups = _grouped((follow_up.finding, follow_up) for follow_up in self.follow_ups.values())
        return tuple(found for report in self.reports.values() for found in self._findings(report, follow_ups))

    def _findings(self, report: Report, follow_ups: Mapping[str, tuple[FollowUp, ...]]) -> Iterator[Found]:
        plan = self.plan_of_report[report.id]
        implied = self._implied_unit(report)
        groups = (
            report.strengths,
            report.good_practices,
            report.difficulties,
            report.shortcomings,
            report.recommendations,
            report.petitions,
        )
        for finding in (finding for group in groups for finding in group):
            key = f"{report.id}#{finding.id}"
            mine = follow_ups.get(key, ())
            events = sorted((event for follow_up in mine for event in follow_up.events), key=lambda event: event.on)
            yield Found(key, finding, report, plan, finding.unit or implied, tuple(events), mine)

    def _implied_unit(self, report: Report) -> str | None:
        if isinstance(report, VisitReport):
            visit = self.visit_of(report)
            return visit.unit if visit else None
        return report.unit if isinstance(report, Observation) else None

    def findings_of(self, kind: FindingKind) -> tuple[Found, ...]:
        """Return the findings of one kind; those of a draft are not yet said to anybody."""
        return tuple(found for found in self.findings if isinstance(found.finding, kind) and not found.report.is_draft)

    # -- units ---------------------------------------------------------------------------------------------------

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

    def place_of_plan(self, plan: Plan, duty: str) -> Place:
        """Return where the plan has its term of a duty, or the plan's start."""
        term = plan.term(duty)
        return term.where("việc") if term else plan.where()


def report_day(report: Report) -> date | None:
    """Return the day that places a report under a plan: of the observation or meeting, else sent, else issued."""
    if isinstance(report, Observation):
        return report.observed_on
    if isinstance(report, FlashReport | Summary):
        return report.month.last
    if isinstance(report, VisitReport) and (report.held_on or report.on):
        return report.held_on or report.on
    return report.sent_on if isinstance(report.sent_on, date) else report.issued_on


def _is_month(text: str) -> bool:
    return (
        len(text) == 7 and text[4] == "-" and text[:4].isdecimal() and text[5:].isdecimal() and 1 <= int(text[5:]) <= 12
    )


def _month(text: str) -> Month:
    return Month(int(text[:4]), int(text[5:]))


def _grouped(pairs: Iterable[tuple[KeyT, ValueT]]) -> dict[KeyT, tuple[ValueT, ...]]:
    found: dict[KeyT, list[ValueT]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
