"""Findings as pages show them: what was said and where, how far it has come, whose turn it is, what happened since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.duties.recommendation import DUTY
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Subject
from ktgs.pages._naming import of_finding, of_person, of_report, of_unit
from ktgs.records.finding import GoodPractice, Petition, Recommendation, Shortcoming, Spread
from ktgs.records.follow_up import Event
from ktgs.repository.index import Repository
from ktgs.repository.linked import Found
from ktgs.repository.progress import (
    age_days,
    closed_on,
    owing_unit,
    petition_state,
    raised_on,
    recommendation_progress,
    turn,
)

KINDS = (
    ("strengths", "Ưu điểm"),
    ("good_practices", "Mô hình hay, cách làm hay"),
    ("difficulties", "Khó khăn"),
    ("shortcomings", "Tồn tại, hạn chế"),
    ("recommendations", "Kiến nghị của đoàn kiểm tra"),
    ("petitions", "Kiến nghị, đề xuất của cơ sở"),
)  # the report's field and what pages call its findings


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a finding, or one time that a good practice was spread."""

    on: date
    words: str
    details: tuple[str, ...]
    person: Subject | None
    new_due: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding. `state`, `turn` and `due_on` are empty where its kind has none; `owner` is the unit that it is with.

    `origin`: the shortcoming that led to a recommendation, `answers`: the recommendations that a shortcoming led to.
    """

    id: str
    subject: Subject
    content: str
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
    steps: tuple[Step, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one kind."""

    name: str
    findings: tuple[FindingView, ...]


def grouped(facts: Facts, found: Iterable[Found], reports: Mapping[str, Mapping[str, Found]]) -> Iterator[FindingGroup]:
    """Yield the findings by kind in the order given, without kinds that none is of; `reports` is from `by_report`."""
    listed = tuple(found)
    for field, name in KINDS:
        mine = [one for one in listed if any(one.finding is other for other in getattr(one.report, field))]
        if mine:
            yield FindingGroup(name, tuple(view(facts, one, reports[one.report.id]) for one in mine))


def view(facts: Facts, found: Found, siblings: Mapping[str, Found]) -> FindingView:
    """Return a finding as shown; `siblings` are the findings of the same report by id."""
    repository, finding = facts.repository, found.finding
    day = raised_on(repository, found)
    asks = isinstance(finding, Recommendation | Petition)
    owner = owing_unit(repository, found) if asks else found.unit
    origin = siblings.get(finding.from_finding or "") if isinstance(finding, Recommendation) else None
    return FindingView(
        id=finding.id,
        subject=of_finding(found),
        content=finding.content,
        unit=of_unit(repository, found.unit, day) if found.unit else None,
        owner=of_unit(repository, owner) if owner and owner != found.unit else None,
        report=of_report(repository, found.report),
        raised_on=day,
        cause=(finding.cause or "") if isinstance(finding, Shortcoming) else "",
        origin=of_finding(origin) if origin else None,
        answers=tuple(of_finding(other) for other in siblings.values() if _answers(other, found)),
        addressee=str(finding.addressee) if isinstance(finding, Recommendation | Petition) else "",
        state=_state(repository, found),
        turn=turn(repository, found),
        due_on=_due_on(found),
        age_days=age_days(repository, found) if asks else None,
        is_open=asks and closed_on(found) is None,
        obligation=facts.by_id.get(f"{found.plan}/{DUTY.slug}/{found.report.id}/{finding.id}"),
        steps=_steps(repository, found),
        place=finding.where("content"),
    )


def _answers(other: Found, found: Found) -> bool:
    """Return whether the other finding is a recommendation that follows from the shortcoming `found`."""
    is_answer = isinstance(other.finding, Recommendation) and isinstance(found.finding, Shortcoming)
    return is_answer and other.finding.from_finding == found.finding.id  # type: ignore[attr-defined]


def _state(repository: Repository, found: Found) -> str:
    if isinstance(found.finding, Recommendation):
        return str(recommendation_progress(found).state(repository.today))
    return str(petition_state(found)) if isinstance(found.finding, Petition) else ""


def _due_on(found: Found) -> date | None:
    if isinstance(found.finding, Recommendation):
        return recommendation_progress(found).due
    return found.finding.due if isinstance(found.finding, Petition) else None


def _steps(repository: Repository, found: Found) -> tuple[Step, ...]:
    if isinstance(found.finding, GoodPractice):
        return tuple(_spread(spread) for spread in found.finding.spread)
    return tuple(_step(repository, event) for event in found.events)


def _spread(spread: Spread) -> Step:
    return Step(spread.on, f"nhân rộng: {spread.means}", (), None, None, spread.where("on"))


def _step(repository: Repository, event: Event) -> Step:
    details = (
        event.content,
        f"minh chứng: {event.evidence}" if event.evidence else None,
        f"cơ quan: {event.by}" if event.by else None,
        f"văn bản số {event.document_number}" if event.document_number else None,
    )
    person = of_person(repository, event.person) if event.person else None
    said = tuple(detail for detail in details if detail)
    return Step(event.on, str(event.step), said, person, event.new_due, event.where("on"))


def by_report(repository: Repository) -> dict[str, dict[str, Found]]:
    """Return the findings of each report by id."""
    found: dict[str, dict[str, Found]] = {}
    for one in repository.findings:
        found.setdefault(one.report.id, {})[one.finding.id] = one
    return found
