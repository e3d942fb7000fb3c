"""The linked records of a data repository, by kind and key, and what leads from one to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ktgs.language.months import Month
from ktgs.records.adjustment import Adjustment
from ktgs.records.keys import (
    ActivityKey,
    AssignmentKey,
    EngagementKey,
    FindingKey,
    MeetingKey,
    TeamKey,
)
from ktgs.records.plan import Activity, Plan
from ktgs.records.report import FlashReport, Observation, Report, ResultReport, Summary, VisitReport
from ktgs.records.team import Team
from ktgs.repository.by_kind import RecordsByKind
from ktgs.repository.linked import (
    Assigned,
    FindingKind,
    Observed,
    ReportedFinding,
    ScheduledMeeting,
    TeamEngagement,
    Visit,
    grouped,
)

ReportT = TypeVar("ReportT", bound=Report)


@dataclass(frozen=True)
class Repository(RecordsByKind):
    """All sound records as known on `today`, and what leads from one to another."""

    # -- plans and teams ------------------------------------------------------------------------------------------

    def activity(self, key: ActivityKey) -> Activity | None:
        """Return the activity, None where its plan could not be read."""
        plan = self.plans.get(key.plan)
        return plan.activity(key.activity) if plan else None

    @cached_property
    def teams_by_activity(self) -> Mapping[ActivityKey, tuple[Team, ...]]:
        """The teams of each activity, in order of id."""
        return grouped((team.activity, team) for team in self.teams.values())

    def adjustments_of(self, plan: Plan) -> tuple[Adjustment, ...]:
        """Return the plan's adjustments, the earliest decided first."""
        return self._adjustments_by_plan.get(plan.id, ())

    @cached_property
    def _adjustments_by_plan(self) -> Mapping[str, tuple[Adjustment, ...]]:
        ordered = sorted(self.adjustments.items(), key=lambda item: (item[1].decided_on, item[0]))
        return grouped((key.plan, adjustment) for key, adjustment in ordered)

    @cached_property
    def engagements(self) -> Mapping[EngagementKey, TeamEngagement]:
        """Every engagement of every team whose activity is known."""
        engagements: dict[EngagementKey, TeamEngagement] = {}
        for team in self.teams.values():
            plan, activity = self.plans.get(team.activity.plan), self.activity(team.activity)
            if plan is None or activity is None:
                continue
            for engagement in team.engagements:
                engaged = TeamEngagement(
                    key=engagement.key_in(team), engagement=engagement, team=team, plan=plan, activity=activity
                )
                engagements.setdefault(engaged.key, engaged)
        return engagements

    @cached_property
    def engagements_by_activity(self) -> Mapping[ActivityKey, tuple[TeamEngagement, ...]]:
        """The engagements of each activity."""
        return grouped((engagement.team.activity, engagement) for engagement in self.engagements.values())

    @cached_property
    def engagements_by_team(self) -> Mapping[TeamKey, tuple[TeamEngagement, ...]]:
        """The engagements of each team."""
        return grouped((engagement.team.key, engagement) for engagement in self.engagements.values())

    # -- meetings and visits --------------------------------------------------------------------------------------

    @cached_property
    def meetings(self) -> Mapping[MeetingKey, ScheduledMeeting]:
        """Every meeting of every schedule."""
        meetings: dict[MeetingKey, ScheduledMeeting] = {}
        for schedule in self.schedules.values():
            for meeting in schedule.meetings:
                key = meeting.key_in(schedule)
                meetings.setdefault(key, ScheduledMeeting(key, meeting, schedule))
        return meetings

    @cached_property
    def meetings_by_month(self) -> Mapping[AssignmentKey, tuple[ScheduledMeeting, ...]]:
        """The meetings of each month's schedules, by what would assign people to them."""
        return grouped(
            (AssignmentKey(scheduled.key.plan, scheduled.key.month), scheduled) for scheduled in self.meetings.values()
        )

    @cached_property
    def meetings_by_unit(self) -> Mapping[str, tuple[ScheduledMeeting, ...]]:
        """The meetings of each unit, by their last announced day."""
        of_units = grouped((scheduled.key.unit, scheduled) for scheduled in self.meetings.values())
        return {
            unit: tuple(sorted(met, key=lambda one: (one.on, one.meeting.announced.at, one.key)))
            for unit, met in of_units.items()
        }

    @cached_property
    def assigned(self) -> tuple[Assigned, ...]:
        """Every item of every assignment."""
        return tuple(
            Assigned(item, assignment, self.meetings.get(item.meeting))
            for assignment in self.assignments.values()
            for item in assignment.items
        )

    @cached_property
    def assigned_by_month(self) -> Mapping[AssignmentKey, tuple[Assigned, ...]]:
        """The items of each month's assignment."""
        return grouped((assigned.assignment.key, assigned) for assigned in self.assigned)

    @cached_property
    def assigned_by_meeting(self) -> Mapping[MeetingKey, tuple[Assigned, ...]]:
        """The items of each meeting."""
        return grouped((assigned.key, assigned) for assigned in self.assigned)

    @cached_property
    def assigned_by_person(self) -> Mapping[str, tuple[Assigned, ...]]:
        """The items of each person as first assigned."""
        return grouped((assigned.item.person, assigned) for assigned in self.assigned)

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
        plan = report.plan or ""
        meeting = self.meetings.get(report.meeting) if report.meeting else self._scheduled(report)
        if meeting:
            on = report.held_on or meeting.on
            return Visit(report, plan, meeting.key.unit, branch=meeting.branch, on=on, meeting=meeting)
        unit = report.unit or (report.meeting.unit if report.meeting else None)
        day = report.held_on or report.on
        return Visit(report, plan, unit, branch=report.branch, on=day, meeting=None) if unit and day else None

    def _scheduled(self, report: VisitReport) -> ScheduledMeeting | None:
        """Return the meeting that a report names by unit, sub-unit and day; None where not exactly one fits."""
        fitting = [
            meeting
            for meeting in self.meetings_by_unit.get(report.unit or "", ())
            if meeting.on == report.on
            and (meeting.key.plan, meeting.branch) == (report.plan, report.branch)
            and report.at in (None, meeting.meeting.announced.at)
        ]
        return fitting[0] if len(fitting) == 1 else None

    @cached_property
    def visit_reports_by_meeting(self) -> Mapping[MeetingKey, tuple[VisitReport, ...]]:
        """The visit reports on each meeting that they name, also where its schedule is missing or broken."""
        named = ((self._meeting_of(report), report) for report in self.reports_of(VisitReport))
        return grouped((key, report) for key, report in named if key)

    def _meeting_of(self, report: VisitReport) -> MeetingKey | None:
        visit = self.visit_of(report)
        return visit.meeting.key if visit and visit.meeting else report.meeting

    @cached_property
    def visits_by_meeting(self) -> Mapping[MeetingKey, tuple[Visit, ...]]:
        """The visits of each scheduled meeting."""
        return grouped((visit.meeting.key, visit) for visit in self.visits if visit.meeting)

    @cached_property
    def visits_by_unit(self) -> Mapping[str, tuple[Visit, ...]]:
        """The visits of each unit, by day."""
        ordered = sorted(self.visits, key=lambda visit: (visit.on, visit.report.id))
        return grouped((visit.unit, visit) for visit in ordered)

    @cached_property
    def visits_by_person(self) -> Mapping[str, tuple[Visit, ...]]:
        """The visits of each person whom a report names as having attended."""
        return grouped((person, visit) for visit in self.visits for person in visit.report.attendees)

    # -- reports and findings -------------------------------------------------------------------------------------

    def reports_of(self, kind: type[ReportT]) -> tuple[ReportT, ...]:
        """Return the reports of one kind, in order of file."""
        return tuple(report for report in self.reports.values() if isinstance(report, kind))

    @cached_property
    def result_reports_by_team(self) -> Mapping[TeamKey, tuple[ResultReport, ...]]:
        """The result reports of each team."""
        return grouped((report.team, report) for report in self.reports_of(ResultReport))

    @cached_property
    def monthly_reports(self) -> Mapping[tuple[type[Report], str, Month], tuple[Report, ...]]:
        """Flash reports and summaries by kind, plan and month."""
        reports: Iterable[FlashReport | Summary] = (*self.reports_of(FlashReport), *self.reports_of(Summary))
        return grouped(((type(report), report.plan or "", report.month), report) for report in reports)

    @cached_property
    def observations(self) -> tuple[Observed, ...]:
        """Every dated observation of a topic, by day: regular supervision, and visits that name topics."""
        observations = [Observed(report.topic, report.observed_on, report) for report in self.reports_of(Observation)]
        for visit in self.visits:
            observations.extend(Observed(topic, visit.on, visit.report) for topic in visit.report.topics)
        return tuple(sorted(observations, key=lambda observed: (observed.on, observed.report.id)))

    @cached_property
    def findings(self) -> Mapping[FindingKey, ReportedFinding]:
        """Every finding of every report, with what happened to it since."""
        follow_ups = grouped((follow_up.finding, follow_up) for follow_up in self.follow_ups.values())
        findings: dict[FindingKey, ReportedFinding] = {}
        for report in self.reports.values():
            implied = self._implied_unit(report)
            for finding in report.findings:
                key = finding.key_in(report)
                followed = follow_ups.get(key, ())
                events = sorted(
                    (event for follow_up in followed for event in follow_up.events), key=lambda event: event.on
                )
                unit = finding.unit or implied
                findings.setdefault(
                    key, ReportedFinding(key, finding, report, unit=unit, events=tuple(events), follow_ups=followed)
                )
        return findings

    def _implied_unit(self, report: Report) -> str | None:
        if isinstance(report, VisitReport):
            visit = self.visit_of(report)
            return visit.unit if visit else None
        return report.unit if isinstance(report, Observation) else None

    def findings_of(self, kind: FindingKind) -> tuple[ReportedFinding, ...]:
        """Return the findings of one kind; those of a draft are not yet said to anybody."""
        every = self.findings.values()
        return tuple(
            reported for reported in every if isinstance(reported.finding, kind) and not reported.report.is_draft
        )
