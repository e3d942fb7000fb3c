"""Findings as pages show them: what was said and where, how far it has come, whose turn it is, what happened since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ktgs.addresses.views import View, made_once
from ktgs.duties.recommendation import DUTY as RECOMMENDATION
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import Subject
from ktgs.pages._subjects import finding_subject, person_subject, report_subject, unit_subject
from ktgs.records.finding import (
    Finding,
    GoodPractice,
    Petition,
    Recommendation,
    RecommendationAddressee,
    Shortcoming,
    Spread,
)
from ktgs.records.follow_up import Event
from ktgs.records.keys import FindingKey
from ktgs.repository import linked
from ktgs.repository.findings import (
    addressee_name,
    age_days,
    closed_on,
    owing_unit,
    petition_state,
    raised_on,
    recommendation_progress,
    turn,
)
from ktgs.repository.linked import ReportedFinding
from ktgs.repository.repository import Repository

KINDS = (
    ("strengths", "Ưu điểm"),
    ("good_practices", "Mô hình hay, cách làm hay"),
    ("difficulties", "Khó khăn"),
    ("shortcomings", "Tồn tại, hạn chế"),
    ("recommendations", "Kiến nghị của đoàn kiểm tra"),
    ("petitions", "Kiến nghị, đề xuất của cơ sở"),
)  # the report's field and what pages call its findings


@dataclass(frozen=True, slots=True)
class FindingStep:
    """One thing that happened to a finding, or one time that a good practice was spread."""

    on: date
    words: str
    details: tuple[str, ...]
    person: Subject | None
    new_due: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class FindingView(View):
    """A finding. `state`, `turn` and `due_on` are empty where its kind has none; `owner` is the unit that has it now.

    `origin`: the shortcoming that led to a recommendation, `answers`: the recommendations that a shortcoming led to.
    """

    key: FindingKey
    kind: str
    finding: Finding
    subject: Subject
    unit: Subject | None
    owner: Subject | None
    report: Subject
    raised_on: date | None
    cause: str
    origin: Subject | None
    answers: tuple[Subject, ...]
    addressee: str
    state: str
    turn: str
    due_on: date | None
    age_days: int | None
    is_open: bool
    obligation: Obligation | None
    steps: tuple[FindingStep, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one kind."""

    name: str
    findings: tuple[FindingView, ...]


def grouped(facts: Facts, findings: Iterable[ReportedFinding]) -> Iterator[FindingGroup]:
    """Yield the findings by kind in the order given, without kinds that none is of."""
    by_kind = linked.grouped((shown.kind, shown) for shown in (view(facts, reported) for reported in findings))
    for _, name in KINDS:
        if name in by_kind:
            yield FindingGroup(name, by_kind[name])


@made_once
def view(facts: Facts, reported: ReportedFinding) -> FindingView:
    """Return a finding as shown."""
    repository, finding = facts.repository, reported.finding
    day = raised_on(repository, reported)
    asks = isinstance(finding, Recommendation | Petition)
    owner = owing_unit(repository, reported) if asks else reported.unit
    return FindingView(
        key=reported.key,
        kind=_kind(reported),
        finding=finding,
        subject=finding_subject(reported),
        unit=unit_subject(repository, reported.unit, day) if reported.unit else None,
        owner=unit_subject(repository, owner) if owner and owner != reported.unit and _is_to_unit(finding) else None,
        report=report_subject(repository, reported.report),
        raised_on=day,
        cause=(finding.cause or "") if isinstance(finding, Shortcoming) else "",
        origin=_origin(repository, reported),
        answers=tuple(_answers(repository, reported)),
        addressee=addressee_name(repository, reported),
        state=_state(repository, reported),
        turn=turn(repository, reported),
        due_on=_due_on(reported),
        age_days=age_days(repository, reported) if asks else None,
        is_open=asks and closed_on(reported) is None,
        obligation=next(iter(facts.of(RECOMMENDATION, reported.key)), None),
        steps=_steps(repository, reported),
        place=finding.where("content"),
    )


def _kind(reported: ReportedFinding) -> str:
    """Return what pages call the findings of the list that it stands in."""
    return next(
        name for field, name in KINDS if any(reported.finding is other for other in getattr(reported.report, field))
    )


def _is_to_unit(finding: Finding) -> bool:
    return isinstance(finding, Recommendation) and finding.addressee is RecommendationAddressee.unit


def _origin(repository: Repository, reported: ReportedFinding) -> Subject | None:
    """Return the shortcoming of the same report that a recommendation follows from."""
    if not isinstance(reported.finding, Recommendation) or not reported.finding.from_finding:
        return None
    origin = repository.findings.get(FindingKey(reported.report.id, reported.finding.from_finding))
    return finding_subject(origin) if origin else None


def _answers(repository: Repository, reported: ReportedFinding) -> Iterator[Subject]:
    """Yield the recommendations of the same report that follow from a shortcoming."""
    if isinstance(reported.finding, Shortcoming):
        for recommendation in reported.report.recommendations:
            if recommendation.from_finding == reported.finding.id:
                yield finding_subject(repository.findings[recommendation.key_in(reported.report)])


def _state(repository: Repository, reported: ReportedFinding) -> str:
    if isinstance(reported.finding, Recommendation):
        return str(recommendation_progress(reported).state(repository.today))
    return str(petition_state(reported)) if isinstance(reported.finding, Petition) else ""


def _due_on(reported: ReportedFinding) -> date | None:
    if isinstance(reported.finding, Recommendation):
        return recommendation_progress(reported).due
    return reported.finding.due if isinstance(reported.finding, Petition) else None


def _steps(repository: Repository, reported: ReportedFinding) -> tuple[FindingStep, ...]:
    if isinstance(reported.finding, GoodPractice):
        return tuple(_spread(spread) for spread in reported.finding.spread)
    return tuple(_event(repository, event) for event in reported.events)


def _spread(spread: Spread) -> FindingStep:
    return FindingStep(
        on=spread.on,
        words=f"nhân rộng: {spread.means}",
        details=(),
        person=None,
        new_due=None,
        place=spread.where("on"),
    )


def _event(repository: Repository, event: Event) -> FindingStep:
    details = (
        f"minh chứng: {event.evidence}" if event.evidence else None,
        f"cơ quan: {event.by}" if event.by else None,
        f"văn bản số {event.document_number}" if event.document_number else None,
    )
    return FindingStep(
        on=event.on,
        words=f"{event.step}: {event.content}" if event.content else str(event.step),
        details=tuple(detail for detail in details if detail),
        person=person_subject(repository, event.person) if event.person else None,
        new_due=event.new_due,
        place=event.where("on"),
    )
