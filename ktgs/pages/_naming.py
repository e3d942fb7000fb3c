"""How pages name units, people, bodies, meetings, reports, engagements and findings, as subjects that link to them."""

from __future__ import annotations

from datetime import date

from ktgs.language.text import fold, vi_date
from ktgs.obligations.tables import Subject
from ktgs.records.person import Person, Position
from ktgs.records.plan import Plan
from ktgs.records.report import FlashReport, Observation, Report, ResultReport, Summary, VisitReport
from ktgs.records.team import Team
from ktgs.repository.index import Repository
from ktgs.repository.linked import Found, Held, ScheduledMeeting


def of_unit(repository: Repository, unit_id: str, day: date | None = None) -> Subject:
    """Return the unit as it was called on a day, or as it is called now."""
    return Subject("unit", unit_id, repository.unit_name(unit_id, day))


def of_person(repository: Repository, person_id: str) -> Subject:
    """Return the person."""
    return Subject("person", person_id, repository.person_name(person_id))


def of_meeting(repository: Repository, found: ScheduledMeeting) -> Subject:
    """Return the meeting, named by who meets; the day stands beside it."""
    return Subject("meeting", str(found.key), where(repository, found.key.unit, found.branch, found.on))


def of_report(repository: Repository, report: Report) -> Subject:
    """Return the report, named by its kind and what it is about."""
    return Subject("report", report.id, report_title(repository, report))


def of_engagement(repository: Repository, held: Held) -> Subject:
    """Return the engagement, named by its activity and unit."""
    name = f"{held.activity.name}, {repository.unit_name(held.engagement.unit, held.engagement.session_on)}"
    return Subject("engagement", f"{held.plan.id}/{held.team.id}/{held.engagement.id}", name)


def of_plan(plan: Plan) -> Subject:
    """Return the plan, named by its number."""
    return Subject("plan", plan.id, plan.label)


def of_team(plan_id: str, team: Team) -> Subject:
    """Return the team; it leads to the board of its round."""
    return Subject("team", f"{plan_id}/{team.id}", team.name)


def of_finding(found: Found) -> Subject:
    """Return the finding, named by what it says."""
    return Subject("finding", found.key, found.finding.content)


def where(repository: Repository, unit_id: str, branch_id: str | None, day: date | None = None) -> str:
    """Return the unit as it was called on a day, with the branch before it where one is meant."""
    unit = repository.unit_name(unit_id, day)
    return f"{repository.branch_name(unit_id, branch_id)}, {unit}" if branch_id else unit


def report_title(repository: Repository, report: Report) -> str:
    """Return what a report is called: its kind with its meeting, team, month or topic."""
    if isinstance(report, VisitReport):
        visit = repository.visit_of(report)
        about = f"{where(repository, visit.unit, visit.branch, visit.on)}, {vi_date(visit.on)}" if visit else report.id
        return f"Báo cáo dự sinh hoạt: {about}"
    if isinstance(report, ResultReport):
        team = team_of(repository, report)
        return f"Báo cáo kết quả: {team.name if team else report.team}"
    if isinstance(report, Observation):
        return f"Giám sát thường xuyên: {topic_name(repository, report, report.topic)}, {vi_date(report.observed_on)}"
    kind = "Báo cáo nhanh" if isinstance(report, FlashReport) else "Báo cáo tổng hợp"
    return f"{kind} tháng {report.month.label}" if isinstance(report, FlashReport | Summary) else kind


def team_of(repository: Repository, report: ResultReport) -> Team | None:
    """Return the team that a result report is from, None where it is not known."""
    plan, _, team_id = report.team.rpartition("/")
    return repository.teams.get((plan or repository.plan_of_report[report.id], team_id))


def topic_name(repository: Repository, report: Report, reference: str) -> str:
    """Return the name of a topic of regular supervision that a report refers to, or the reference itself."""
    plan_id, topic_id = repository.topic_of(report, reference)
    plan = repository.plans.get(plan_id)
    return next((topic.name for topic in plan.topics if topic.id == topic_id), reference) if plan else reference


def position_words(repository: Repository, position: Position) -> str:
    """Return the seat in words: "Bí thư BTV"; a title that names its body itself stands alone."""
    body = repository.body(position.body, position.body)
    if body is None:
        return f"{position.title} {position.body}"
    return position.title if fold(body.name) in fold(position.title) else f"{position.title} {body.short}"


def positions_on(repository: Repository, person: Person, day: date) -> tuple[str, ...]:
    """Return the seats that the person holds on a day."""
    return tuple(position_words(repository, position) for position in person.positions if position.covers(day))
