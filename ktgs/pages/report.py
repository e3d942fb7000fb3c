"""A report: what it is about, who was there, its findings with what happened since, its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import Subject, ToMonthSummary, ToReport, ToReports
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._findings import FindingGroup
from ktgs.pages._findings import grouped as finding_groups
from ktgs.pages._reports import list_of, number, sent
from ktgs.pages._subjects import person_subject, team_subject, unit_subject
from ktgs.records.keys import FindingKey
from ktgs.records.report import FlashReport, Observation, Report, ResultReport, Summary, VisitReport
from ktgs.repository.linked import grouped
from ktgs.repository.naming import REPORT_TITLES, branch_name, report_name, topic_name
from ktgs.repository.repository import Repository
from ktgs.repository.units import sub_unit_word


def address(_: Facts, target: ToReport) -> str:
    """Return the address of a report."""
    return f"bao-cao/{target.report}.html"


def finding_address(_: Facts, target: FindingKey) -> str:
    """Return the address of a finding: its place on its report's page."""
    return f"bao-cao/{target.report}.html#{target.finding}"


ADDRESSES = {ToReport: address, FindingKey: finding_address}


@dataclass(frozen=True, slots=True)
class ReportFact:
    """A line about the report: a day or a text, or things with pages; and where it stands."""

    name: str
    value: date | str
    place: Place
    subjects: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report. `is_internal`: the text is not public; `body_place` is where it starts."""

    url: str
    title: str
    report: Report
    kind: str
    kind_list: ToReports
    number: str
    number_place: Place
    is_internal: bool
    facts: tuple[ReportFact, ...]
    meeting: MeetingRow | None
    obligations: tuple[Obligation, ...]
    groups: tuple[FindingGroup, ...]
    body_place: Place


def pages(facts: Facts) -> Iterator[ReportPage]:
    """Yield a page for every report, in order of id."""
    findings = grouped((finding.report.id, finding) for finding in facts.repository.findings.values())
    by_evidence = _by_evidence(facts)
    titles: Counter[str] = Counter()
    for _, report in sorted(facts.repository.reports.items()):
        title = report_name(facts.repository, report)
        titles[title] += 1
        own = f"{title} (báo cáo thứ {titles[title]})" if titles[title] > 1 else title
        groups = tuple(finding_groups(facts, findings.get(report.id, ())))
        yield _page(facts, report, own, groups, by_evidence.get(report.file, ()))


def _by_evidence(facts: Facts) -> Mapping[str, tuple[Obligation, ...]]:
    """Return the obligations that each file is evidence of."""
    done = (item for item in facts.counted if item.done_on)
    return grouped((item.evidence.place.file, item) for item in done if item.evidence)


def _page(
    facts: Facts, report: Report, title: str, groups: tuple[FindingGroup, ...], met: tuple[Obligation, ...]
) -> ReportPage:
    repository = facts.repository
    visit = repository.visit_of(report) if isinstance(report, VisitReport) else None
    return ReportPage(
        url=address(facts, ToReport(report.id)),
        title=title,
        report=report,
        kind=REPORT_TITLES[report.kind],
        kind_list=list_of(report),
        number=number(report),
        number_place=report.where("document_number"),
        is_internal="body" in report.hidden and not facts.is_internal,
        facts=tuple(_facts(repository, report)),
        meeting=meeting_row(facts, visit.meeting) if visit and visit.meeting else None,
        obligations=met,
        groups=groups,
        body_place=_text_begins(report),
    )


def _text_begins(report: Report) -> Place:
    """Return the first line of the report's text that is not blank."""
    blank = report.body[: len(report.body) - len(report.body.lstrip())]
    return report.where_body(blank.count("\n"))


def _facts(repository: Repository, report: Report) -> Iterator[ReportFact]:
    author = person_subject(repository, report.author)
    yield ReportFact("Người lập", "", report.where("author"), (author,))
    if report.issued_on:
        yield ReportFact("Ngày ban hành", report.issued_on, report.where("issued_on"))
    yield from _about(repository, report)
    yield ReportFact("Ngày gửi", sent(report), report.where("sent_on"))
    if report.recipients:
        yield ReportFact("Nơi nhận", "; ".join(report.recipients), report.where("recipients"))


def _about(repository: Repository, report: Report) -> Iterator[ReportFact]:
    match report:
        case VisitReport():
            yield from _of_visit(repository, report)
        case ResultReport():
            yield from _of_result(repository, report)
        case FlashReport() | Summary():
            month = Subject(report.month.label, ToMonthSummary(report.month))
            yield ReportFact("Tháng", "", report.where("month"), (month,))
        case Observation():
            yield from _of_observation(repository, report)


def _of_visit(repository: Repository, report: VisitReport) -> Iterator[ReportFact]:
    if visit := repository.visit_of(report):
        where = report.where("meeting" if report.meeting else "unit")
        yield ReportFact("Đơn vị", "", where, (unit_subject(repository, visit.unit, visit.on),))
        if visit.branch:
            word = sub_unit_word(repository, visit.unit) or "đơn vị trực thuộc"
            yield ReportFact(first_upper(word), branch_name(repository, visit.branch), where)
        place = report.where("held_on") if report.held_on else report.where("on") if report.on else where
        yield ReportFact("Ngày sinh hoạt", visit.on, place)
    people = tuple(person_subject(repository, person) for person in report.attendees)
    yield ReportFact("Người dự", "", report.where("attendees"), people)
    yield ReportFact("Số đoàn viên có mặt", f"{report.present}/{report.total_members}", report.where("present"))
    yield ReportFact("Thành phần", report.composition, report.where("composition"))
    yield ReportFact("Nội dung", report.content, report.where("content"))
    if report.topics:
        topics = "; ".join(topic_name(repository, topic) for topic in report.topics)
        yield ReportFact("Chủ đề giám sát", topics, report.where("topics"))
    if report.mood:
        yield ReportFact("Tình hình tư tưởng", report.mood, report.where("mood"))


def _of_result(repository: Repository, report: ResultReport) -> Iterator[ReportFact]:
    if team := repository.teams.get(report.team):
        yield ReportFact("Đoàn kiểm tra", "", report.where("team"), (team_subject(team),))
    for name, field, value in (
        ("Ngày tổng hợp", "compiled_on", report.compiled_on),
        ("Ngày xác nhận", "confirmed_on", report.confirmed_on),
    ):
        if value is not None:
            yield ReportFact(name, value if isinstance(value, date) else "chưa rõ ngày", report.where(field))
    if report.confirmed_by:
        person = person_subject(repository, report.confirmed_by)
        yield ReportFact("Người xác nhận", "", report.where("confirmed_by"), (person,))


def _of_observation(repository: Repository, report: Observation) -> Iterator[ReportFact]:
    yield ReportFact("Chủ đề", topic_name(repository, report.topic), report.where("topic"))
    yield ReportFact("Ngày theo dõi", report.observed_on, report.where("observed_on"))
    if report.unit:
        unit = unit_subject(repository, report.unit, report.observed_on)
        yield ReportFact("Đơn vị", "", report.where("unit"), (unit,))
    if report.person:
        yield ReportFact("Cán bộ", "", report.where("person"), (person_subject(repository, report.person),))
