"""Units, people, meetings, reports … as subjects that lead to their pages. What they are called: repository/naming."""

from __future__ import annotations

from datetime import date

from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import Subject, Target, ToPerson, ToPlan, ToReport, ToUnit
from ktgs.records.keys import TeamKey
from ktgs.records.plan import Activity, Plan
from ktgs.records.report import Report
from ktgs.records.team import Team
from ktgs.repository.linked import ReportedFinding, ScheduledMeeting, TeamEngagement
from ktgs.repository.naming import engagement_name, meeting_name, person_name, report_name, unit_name
from ktgs.repository.parties import Who, WhoKind
from ktgs.repository.repository import Repository


def unit_subject(repository: Repository, unit_id: str, day: date | None = None) -> Subject:
    """Return the unit as it was called on a day, or as it is called now."""
    return Subject(unit_name(repository, unit_id, day), ToUnit(unit_id))


def person_subject(repository: Repository, person_id: str) -> Subject:
    """Return the person."""
    return Subject(person_name(repository, person_id), ToPerson(person_id))


def meeting_subject(repository: Repository, meeting: ScheduledMeeting) -> Subject:
    """Return the meeting, named by who meets; the day stands beside it."""
    return Subject(meeting_name(repository, meeting), meeting.key)


def report_subject(repository: Repository, report: Report) -> Subject:
    """Return the report, named by its kind and what it is about."""
    return Subject(report_name(repository, report), ToReport(report.id))


def engagement_subject(repository: Repository, engagement: TeamEngagement) -> Subject:
    """Return the engagement, named by its activity and unit."""
    return Subject(engagement_name(repository, engagement), engagement.key)


def plan_subject(plan: Plan) -> Subject:
    """Return the plan, named by its number."""
    return Subject(plan.label, ToPlan(plan.id))


def activity_subject(plan: Plan, activity: Activity) -> Subject:
    """Return the activity; a round leads to its board."""
    return Subject(activity.name, activity.key_in(plan) if activity.is_round else None)


def team_subject(team: Team) -> Subject:
    """Return the team; it leads to the board of its round."""
    return Subject(team.name, team.key)


def finding_subject(finding: ReportedFinding) -> Subject:
    """Return the finding, named by what it says."""
    return Subject(finding.finding.content, finding.key)


def party_subject(plan: Plan, who: Who) -> Subject:
    """Return who owes something; a body has no page."""
    targets: dict[WhoKind, Target] = {
        WhoKind.unit: ToUnit(who.id),
        WhoKind.person: ToPerson(who.id),
        WhoKind.team: TeamKey(plan.id, who.id),
    }
    return Subject(who.name, targets.get(who.kind))


def obligation_party(item: Obligation) -> Subject:
    """Return who owes the obligation."""
    return party_subject(item.plan, item.who)
