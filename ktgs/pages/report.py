"""A report: what it is about, who was there, its findings with what happened since, its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.language.text import slug
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Subject
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._findings import FindingGroup, by_report, grouped
from ktgs.pages._naming import of_person, of_team, of_unit, report_title, team_of, topic_name
from ktgs.pages._reports import TITLES, number, sent
from ktgs.records.report import FlashReport, Observation, Report, ResultReport, Summary, VisitReport
from ktgs.repository.index import Repository
from ktgs.repository.linked import Found


@dataclass(frozen=True, slots=True)
class Fact:
    """A line about the report: a word, a day or a text, things with pages, and where it stands."""

    name: str
    value: date | str
    subjects: tuple[Subject, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report. `body_line` is where its text starts; `is_internal`: the text is not public."""

    url: str
    title: str
    kind: str
    kind_address: str
    number: str
    number_place: Place
    is_draft: bool
    is_internal: bool
    facts: tuple[Fact, ...]
    meeting: MeetingRow | None
    obligations: tuple[Obligation, ...]
    groups: tuple[FindingGroup, ...]
    body: str
    body_place: Place


def pages(facts: Facts) -> Iterator[ReportPage]:
    """Yield a page for every report, in order of file."""
    findings = by_report(facts.repository)
    by_evidence = _by_evidence(facts)
    named: Counter[str] = Counter()
    for report in facts.repository.reports.values():
        title = report_title(facts.repository, report)
        named[title] += 1
        own = f"{title} (báo cáo thứ {named[title]})" if named[title] > 1 else title
        yield _page(facts, report, own, findings, by_evidence.get(report.file, ()))


def _by_evidence(facts: Facts) -> Mapping[str, tuple[Obligation, ...]]:
    """Return the obligations that each file is evidence of."""
    found: dict[str, list[Obligation]] = {}
    for item in facts.counted:
        if item.evidence and item.done_on:
            found.setdefault(item.evidence.place.file, []).append(item)
    return {file: tuple(items) for file, items in found.items()}


def _page(
    facts: Facts, report: Report, title: str, findings: Mapping[str, Mapping[str, Found]], met: tuple[Obligation, ...]
) -> ReportPage:
    repository = facts.repository
    visit = repository.visit_of(report) if isinstance(report, VisitReport) else None
    return ReportPage(
        url=addresses.report(report.id),
        title=title,
        kind=TITLES[report.kind],
        kind_address=addresses.reports_of(slug(str(report.kind)), report.parts["year"]),
        number=number(report),
        number_place=report.where("document_number"),
        is_draft=report.is_draft,
        is_internal=isinstance(report, FlashReport | Observation),
        facts=tuple(_facts(repository, report)),
        meeting=meeting_row(repository, visit.meeting) if visit and visit.meeting else None,
        obligations=met,
        groups=tuple(grouped(facts, findings.get(report.id, {}).values(), findings)),
        body=report.body.strip(),
        body_place=_text_begins(report),
    )


def _text_begins(report: Report) -> Place:
    """Return the first line of the report's text that is not blank."""
    blank = report.body[: len(report.body) - len(report.body.lstrip())]
    return Place(report.file, report.body_line + blank.count("\n"))


def _facts(repository: Repository, report: Report) -> Iterator[Fact]:
    yield Fact("Người lập", "", (of_person(repository, report.author),), report.where("author"))
    if report.issued_on:
        yield Fact("Ngày ban hành", report.issued_on, (), report.where("issued_on"))
    yield from _about(repository, report)
    yield Fact("Ngày gửi", sent(report), (), report.where("sent_on"))
    if report.recipients:
        yield Fact("Nơi nhận", "; ".join(report.recipients), (), report.where("recipients"))


def _about(repository: Repository, report: Report) -> Iterator[Fact]:
    if isinstance(report, VisitReport):
        yield from _of_visit(repository, report)
    elif isinstance(report, ResultReport):
        yield from _of_result(repository, report)
    elif isinstance(report, FlashReport | Summary):
        month = Subject("month_summary", str(report.month), report.month.label)
        yield Fact("Tháng", "", (month,), report.where("month"))
    elif isinstance(report, Observation):
        topic = topic_name(repository, report, report.topic)
        yield Fact("Chủ đề", topic, (), report.where("topic"))
        yield Fact("Ngày theo dõi", report.observed_on, (), report.where("observed_on"))
        if report.unit:
            yield Fact("Đơn vị", "", (of_unit(repository, report.unit, report.observed_on),), report.where("unit"))


def _of_visit(repository: Repository, report: VisitReport) -> Iterator[Fact]:
    visit = repository.visit_of(report)
    where = report.where("meeting" if report.meeting else "unit")
    if visit:
        yield Fact("Đơn vị", "", (of_unit(repository, visit.unit, visit.on),), where)
        if visit.branch:
            yield Fact("Chi đoàn", repository.branch_name(visit.unit, visit.branch), (), where)
        held = report.where("held_on") if report.held_on else report.where("on") if report.on else where
        yield Fact("Ngày sinh hoạt", visit.on, (), held)
    people = tuple(of_person(repository, person) for person in report.attendees)
    yield Fact("Người dự", "", people, report.where("attendees"))
    yield Fact("Số đoàn viên có mặt", f"{report.present}/{report.total_members}", (), report.where("present"))
    yield Fact("Thành phần", report.composition, (), report.where("composition"))
    yield Fact("Nội dung", report.content, (), report.where("content"))
    if report.topics:
        topics = "; ".join(topic_name(repository, report, topic) for topic in report.topics)
        yield Fact("Chủ đề giám sát", topics, (), report.where("topics"))


def _of_result(repository: Repository, report: ResultReport) -> Iterator[Fact]:
    team = team_of(repository, report)
    if team:
        subject = of_team(repository.plan_of_report[report.id], team)
        yield Fact("Đoàn kiểm tra", "", (subject,), report.where("team"))
    for name, key, value in (
        ("Ngày tổng hợp", "ngày tổng hợp", report.compiled_on),
        ("Ngày xác nhận", "ngày xác nhận", report.confirmed_on),
    ):
        if value is not None:
            yield Fact(name, value if isinstance(value, date) else "chưa rõ ngày", (), report.where(key))
    if report.confirmed_by:
        yield Fact("Người xác nhận", "", (of_person(repository, report.confirmed_by),), report.where("confirmed_by"))
