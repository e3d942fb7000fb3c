"""What can be searched for: a document for each unit, person, rule, paper, report, finding, meeting and code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from ktgs.addresses.clauses import sections
from ktgs.examining.pipeline import codes
from ktgs.facts.facts import Facts, duties, figures
from ktgs.language.text import first_upper, vi_date
from ktgs.obligations.targets import (
    Target,
    ToClause,
    ToCode,
    ToDuty,
    ToFigure,
    ToMonth,
    ToPerson,
    ToPlan,
    ToReport,
    ToUnit,
)
from ktgs.records.report import FINDINGS
from ktgs.records.schema import schema
from ktgs.records.team import Team
from ktgs.records.unit import Unit
from ktgs.repository.linked import ReportedFinding, ScheduledMeeting
from ktgs.repository.meetings import MeetingState, meeting_state
from ktgs.repository.naming import meeting_name, person_name, positions_on, report_name, unit_name
from ktgs.repository.repository import Repository
from ktgs.source.bodies import read_texts


class DocumentKind(Enum):
    """What a document is, as the reader is told; found documents that match equally well come in this order."""

    unit = "Đơn vị"
    person = "Cán bộ"
    rule = "Quy định, cách tính"
    paper = "Văn bản"
    report = "Báo cáo"
    finding = "Ghi nhận, kiến nghị"
    meeting = "Buổi sinh hoạt"
    handbook = "Sổ tay"
    code = "Thông báo lỗi"


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What is found: its title, all else that it is found by, and where it leads."""

    kind: DocumentKind
    title: str
    text: str
    target: Target


def documents(facts: Facts) -> Iterator[SearchDocument]:
    """Yield every document, kind by kind; they hold nothing that these facts do not."""
    repository = facts.repository
    yield from (_unit(unit) for unit in repository.units.values())
    yield from _people(facts)
    yield from _rules(repository)
    yield from _papers(repository)
    for report in repository.reports.values():
        number = str(report.document_number or "")
        text = _joined((number, person_name(repository, report.author), *_words(report.body)))
        yield SearchDocument(DocumentKind.report, report_name(repository, report), text, ToReport(report.id))
    yield from (_finding(repository, reported) for reported in repository.findings.values())
    yield from (_meeting(repository, meeting) for meeting in repository.meetings.values())
    yield from _codes()


def _codes() -> Iterator[SearchDocument]:
    """Yield every kind of problem, by its code and what it is; examples are left out, as they hold anything."""
    for code in codes():
        what = code.about.partition("\n\nSai:")[0]
        yield SearchDocument(DocumentKind.code, f"{code.id}: {code.title}", _joined(_words(what)), ToCode(code.id))


def _joined(parts: Iterable[str | None]) -> str:
    return " · ".join(part for part in parts if part)


def _words(markdown: str) -> Iterator[str]:
    """Yield the paragraphs of a text as they are read."""
    return (words for _, _, words in read_texts(markdown))


def _unit(unit: Unit) -> SearchDocument:
    names = (unit.short_name, *(former.name for former in unit.former_names))
    text = _joined((*names, unit.kind, unit.cluster, *(branch.name for branch in unit.branches)))
    return SearchDocument(DocumentKind.unit, unit.name, text, ToUnit(unit.id))


def _people(facts: Facts) -> Iterator[SearchDocument]:
    repository = facts.repository
    for person in repository.people.values():
        workplaces = (unit_name(repository, unit) for unit in sorted(person.workplaces_on(facts.today)))
        text = _joined((*positions_on(repository, person, facts.today), *workplaces))
        yield SearchDocument(DocumentKind.person, person.full_name, text, ToPerson(person.id))


def _rules(repository: Repository) -> Iterator[SearchDocument]:
    """Yield the clauses of each plan, then how each duty and each figure is counted."""
    for plan in repository.plans.values():
        for section in sections(plan):
            if section.title:
                target = ToClause(plan.id, section.clause) if section.clause else ToPlan(plan.id)
                clause = f", mục {section.clause}" if section.clause else ""
                text = _joined((f"Kế hoạch {plan.label}{clause}", *_words(section.text)))
                yield SearchDocument(DocumentKind.rule, section.title, text, target)
    for duty in duties():
        text = _joined(_words(duty.about))
        yield SearchDocument(DocumentKind.rule, f"Cách tính: {duty.name}", text, ToDuty(duty.slug))
    for figure in figures():
        text = _joined(_words(figure.about))
        yield SearchDocument(DocumentKind.rule, f"Cách tính: {figure.name}", text, ToFigure(figure.slug))


def _papers(repository: Repository) -> Iterator[SearchDocument]:
    """Yield plans, decisions on teams, notices, assignments and adjustments; a report is a document of its own."""
    for plan in repository.plans.values():
        opening = (words for section in sections(plan) if not section.title for words in _words(section.text))
        text = _joined((vi_date(plan.issued_on), plan.subject_line, plan.signatory, *opening))
        yield SearchDocument(DocumentKind.paper, f"Kế hoạch {plan.label}", text, ToPlan(plan.id))
    for team in repository.teams.values():
        yield from _decisions(repository, team)
    for notice in repository.notices.values():
        teams = [repository.teams[team] for team in notice.teams if team in repository.teams]
        told = (unit_name(repository, sending.unit, notice.issued_on) for sending in notice.sent_to)
        text = _joined((vi_date(notice.issued_on), *(team.name for team in teams), *told))
        yield from (
            SearchDocument(DocumentKind.paper, _titled("Thông báo", notice.document_number), text, team.key)
            for team in teams[:1]
        )
    for assignment in repository.assignments.values():
        title = _titled(f"Phân công dự sinh hoạt tháng {assignment.month.label}", assignment.document_number)
        yield SearchDocument(DocumentKind.paper, title, vi_date(assignment.issued_on), ToMonth(assignment.month))
    for adjustment in repository.adjustments.values():
        text = _joined((vi_date(adjustment.decided_on), adjustment.decided_by, adjustment.reason, adjustment.basis))
        title = first_upper(_joined((str(adjustment.kind), adjustment.duty)).replace(" · ", ": "))
        yield SearchDocument(DocumentKind.paper, title, text, adjustment.key)


def _titled(name: str, number: object) -> str:
    return f"{name} {number}" if number else name


def _decisions(repository: Repository, team: Team) -> Iterator[SearchDocument]:
    members = tuple(f"{member.role} {person_name(repository, member.person)}" for member in team.members)
    for decision in team.decisions:
        title = f"{_titled('Quyết định', decision.document_number)}: {team.name}"
        text = _joined((vi_date(decision.issued_on), decision.change, *members))
        yield SearchDocument(DocumentKind.paper, title, text, team.key)


def _finding(repository: Repository, reported: ReportedFinding) -> SearchDocument:
    unit = unit_name(repository, reported.unit) if reported.unit else ""
    text = _joined((_kind(reported), unit, report_name(repository, reported.report)))
    return SearchDocument(DocumentKind.finding, reported.finding.content, text, reported.key)


def _kind(reported: ReportedFinding) -> str:
    """Return the kind of a finding in the words of the report: that of the list that it stands in."""
    fields = schema(type(reported.report)).fields
    lists = {name: getattr(reported.report, name) for name in FINDINGS}
    return first_upper(
        next(fields[name].key for name, listed in lists.items() if any(found is reported.finding for found in listed))
    )


def _meeting(repository: Repository, scheduled: ScheduledMeeting) -> SearchDocument:
    announced, state = scheduled.meeting.announced, meeting_state(scheduled.meeting)
    assigned = repository.assigned_by_meeting.get(scheduled.key, ())
    people = dict.fromkeys(person_name(repository, one.item.person) for one in assigned)
    title = f"{meeting_name(repository, scheduled)}, {vi_date(announced.on)}"
    told = "" if state is MeetingState.announced else str(state)
    text = _joined((announced.at.isoformat("minutes"), announced.place, told, scheduled.meeting.content, *people))
    return SearchDocument(DocumentKind.meeting, title, text, scheduled.key)
