"""The linked records of a data repository, and the questions that one record alone cannot answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from ktgs.language.months import Month
from ktgs.records.follow_up import FollowUp
from ktgs.records.report import FlashReport, Observation, Report, ResultReport, Summary, VisitReport
from ktgs.repository.contents import Contents
from ktgs.repository.linked import Assigned, FindingKind, Found, MeetingKey, ScheduledMeeting, Visit, grouped

ReportT = TypeVar("ReportT", bound=Report)


@dataclass(frozen=True)
class Repository(Contents):
    """All sound records with their links: who was to attend what, what was visited, reported and found."""

    # -- meetings and visits --------------------------------------------------------------------------------------

    @cached_property
    def meetings(self) -> Mapping[MeetingKey, ScheduledMeeting]:
        """Every meeting of every schedule."""
        found: dict[MeetingKey, ScheduledMeeting] = {}
        for (plan, month, unit), schedule in self.schedules.items():
            for meeting in schedule.meetings:
                key = MeetingKey(plan, month, unit, meeting.id)
                found.setdefault(key, ScheduledMeeting(key, meeting, schedule))
        return found

    @cached_property
    def meetings_by_month(self) -> Mapping[tuple[str, Month], tuple[ScheduledMeeting, ...]]:
        """The meetings of each month's schedules, by plan and month."""
        return grouped(((found.key.plan, found.key.month), found) for found in self.meetings.values())

    @cached_property
    def meetings_by_unit(self) -> Mapping[str, tuple[ScheduledMeeting, ...]]:
        """The meetings of each unit, by their last announced day."""
        ordered = sorted(
            self.meetings.values(), key=lambda found: (found.on, found.meeting.announced.at, str(found.key))
        )
        return grouped((found.key.unit, found) for found in ordered)

    def meeting_key(self, text: str) -> MeetingKey | None:
        """Return the key that a long reference `plan/yyyy-mm/unit/meeting` names, None where it has another form."""
        parts = text.split("/")
        if len(parts) != 4 or not _is_month(parts[1]):
            return None
        return MeetingKey(parts[0], _month(parts[1]), parts[2], parts[3])

    @cached_property
    def assigned(self) -> tuple[Assigned, ...]:
        """Every item of every assignment; a meeting written in the long form is told, and read by its last parts."""
        found = []
        for (plan, month), assignment in self.assignments.items():
            for item in assignment.items:
                unit, _, meeting = "/".join(item.meeting.split("/")[-2:]).partition("/")
                key = MeetingKey(plan, month, unit, meeting)
                found.append(Assigned(item, assignment, key, self.meetings.get(key)))
        return tuple(found)

    @cached_property
    def assigned_by_month(self) -> Mapping[tuple[str, Month], tuple[Assigned, ...]]:
        """The items of each month's assignment, by plan and month."""
        return grouped(((assigned.key.plan, assigned.key.month), assigned) for assigned in self.assigned)

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
        return grouped((key, report) for key, report in named if key)

    def _scheduled_key(self, report: VisitReport) -> MeetingKey | None:
        visit = self.visit_of(report)
        return visit.meeting.key if visit and visit.meeting else None

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
    def result_reports_by_team(self) -> Mapping[str, tuple[ResultReport, ...]]:
        """The result reports of each team, by its long reference."""
        return grouped((self._team_of(report), report) for report in self.reports_of(ResultReport))

    def _team_of(self, report: ResultReport) -> str:
        return report.team if "/" in report.team else f"{self.plan_of_report[report.id]}/{report.team}"

    @cached_property
    def monthly_reports(self) -> Mapping[tuple[str, type[Report], Month], tuple[Report, ...]]:
        """Flash reports and summaries by plan, kind and month."""
        reports: tuple[FlashReport | Summary, ...] = (*self.reports_of(FlashReport), *self.reports_of(Summary))
        return grouped(((self.plan_of_report[report.id], type(report), report.month), report) for report in reports)

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
        follow_ups = grouped((follow_up.finding, follow_up) for follow_up in self.follow_ups.values())
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


def _is_month(text: str) -> bool:
    return (
        len(text) == 7 and text[4] == "-" and text[:4].isdecimal() and text[5:].isdecimal() and 1 <= int(text[5:]) <= 12
    )


def _month(text: str) -> Month:
    return Month(int(text[:4]), int(text[5:]))
