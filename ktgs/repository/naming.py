"""What a unit, a sub-unit, a person, a meeting, a team, a topic, a report, a period is called."""

from __future__ import annotations

from datetime import date

from ktgs.language.months import Month
from ktgs.language.text import fold, vi_date
from ktgs.records.keys import BranchKey, PeriodKey, TeamKey, TopicKey
from ktgs.records.organization import Body
from ktgs.records.person import Person, Position
from ktgs.records.plan import Plan
from ktgs.records.report import FlashReport, Observation, Report, ReportKind, ResultReport, Summary, VisitReport
from ktgs.repository.linked import ScheduledMeeting, TeamEngagement
from ktgs.repository.repository import Repository

REPORT_TITLES = {
    ReportKind.visit_report: "Báo cáo dự sinh hoạt",
    ReportKind.result_report: "Báo cáo kết quả",
    ReportKind.flash_report: "Báo cáo nhanh",
    ReportKind.summary: "Báo cáo tổng hợp",
    ReportKind.regular_supervision: "Giám sát thường xuyên",
}


_OF_THE_ORGANIZATION = frozenset(map(fold, ("Bí thư", "Phó Bí thư", "Phó Bí thư Thường trực")))


def unit_name(repository: Repository, unit_id: str, day: date | None = None) -> str:
    """Return the unit's name on a day (now without one), or its id where the unit is not known."""
    unit = repository.units.get(unit_id)
    return unit_id if unit is None else unit.name_on(day) if day else unit.name


def person_name(repository: Repository, person_id: str) -> str:
    """Return the person's name, or the id where the person is not known."""
    person = repository.people.get(person_id)
    return person.full_name if person else person_id


def branch_name(repository: Repository, key: BranchKey) -> str:
    """Return the sub-unit's name, or its id where it is not known."""
    unit = repository.units.get(key.unit)
    branch = unit.branch(key.branch) if unit else None
    return branch.name if branch else key.branch


def place_name(repository: Repository, unit_id: str, branch: BranchKey | None, day: date | None = None) -> str:
    """Return the unit as it was called on a day, with the sub-unit before it where one is meant."""
    unit = unit_name(repository, unit_id, day)
    return f"{branch_name(repository, branch)}, {unit}" if branch else unit


def meeting_name(repository: Repository, scheduled: ScheduledMeeting) -> str:
    """Return who meets; the day stands beside it."""
    return place_name(repository, scheduled.key.unit, scheduled.branch, scheduled.on)


def engagement_name(repository: Repository, engagement: TeamEngagement) -> str:
    """Return the activity and the unit as it was called on the day of the session."""
    session = engagement.engagement
    return f"{engagement.activity.name}, {unit_name(repository, session.unit, session.session_on)}"


def team_name(repository: Repository, key: TeamKey) -> str:
    """Return the team's name, or its id where the team is not known."""
    team = repository.teams.get(key)
    return team.name if team else key.team


def topic_name(repository: Repository, key: TopicKey) -> str:
    """Return what the topic is, or its id where it is not known."""
    plan = repository.plans.get(key.plan)
    topics = plan.topics if plan else ()
    return next((topic.name for topic in topics if topic.id == key.topic), key.topic)


def report_name(repository: Repository, report: Report) -> str:
    """Return what a report is called: its kind with its meeting, team, month or topic."""
    title = REPORT_TITLES[report.kind]
    if isinstance(report, VisitReport):
        visit = repository.visit_of(report)
        about = f"{place_name(repository, visit.unit, visit.branch, visit.on)}, {vi_date(visit.on)}" if visit else ""
        return f"{title}: {about or report.id}{_which(repository, report)}"
    if isinstance(report, ResultReport):
        return f"{title}: {team_name(repository, report.team)}"
    if isinstance(report, Observation):
        return f"{title}: {topic_name(repository, report.topic)}, {vi_date(report.observed_on)}"
    return f"{title} tháng {report.month.label}" if isinstance(report, FlashReport | Summary) else title


def _which(repository: Repository, report: VisitReport) -> str:
    """Return which of several reports on one meeting it is, in the order of their files; empty for the first."""
    visit = repository.visit_of(report)
    meeting = visit.meeting.key if visit and visit.meeting else report.meeting
    reports = repository.visit_reports_by_meeting.get(meeting, ()) if meeting else ()
    place = sorted(other.id for other in reports).index(report.id) if len(reports) > 1 else 0
    return f" (báo cáo thứ {place + 1})" if place else ""


def period_name(plan: Plan, period: PeriodKey) -> str:
    """Return the month or activity that an obligation belongs to as people call it, the plan where it has neither."""
    if isinstance(period, Month):
        return f"tháng {period.label}"
    activity = plan.activity(period.activity) if period else None
    return activity.name if activity else plan.label


def body(repository: Repository, body_id: str) -> Body | None:
    """Return the body of the organization with that id, None where there is none."""
    return next((body for body in repository.organization.bodies if body.id == body_id), None)


def position_words(repository: Repository, position: Position) -> str:
    """Return the seat in words: "Ủy viên BTV"; a title that names its body itself stands alone.

    A secretary is the organization's, not its committee's: "Bí thư Đoàn Khối".
    """
    holder = body(repository, position.body)
    if holder is None:
        return f"{position.title} {position.body}"
    if fold(position.title) in _OF_THE_ORGANIZATION:
        return f"{position.title} {repository.organization.short_name or repository.organization.name}"
    return position.title if fold(holder.name) in fold(position.title) else f"{position.title} {holder.short}"


def positions_on(repository: Repository, person: Person, day: date) -> tuple[str, ...]:
    """Return the seats that the person holds on a day."""
    return tuple(position_words(repository, position) for position in person.positions if position.covers(day))
