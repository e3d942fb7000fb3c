"""Every paper with its number: plans, decisions, notices, assignments, reports, papers that follow a finding up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ktgs.language.diagnostics import Place
from ktgs.language.text import fold
from ktgs.records.base import FileRecord
from ktgs.records.report import Observation, VisitReport
from ktgs.records.values import DocumentNumber, day_of
from ktgs.repository.repository import Repository

Series = tuple[int, str, str]  # year, type, symbol


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """One place where a paper is named. `lacks`: what shows that it is no draft although it has no number."""

    name: str
    number: DocumentNumber | None
    on: date | None
    place: Place
    is_shared: bool = False  # one paper may be named in several files: same number, same day
    lacks: Place | None = None

    @property
    def series(self) -> Series | None:
        """The year, type and symbol within which the number is unique; None without a number or a date."""
        if self.number is None or self.on is None:
            return None
        return self.on.year, fold(self.number.type), fold(self.number.symbol)


def papers(repository: Repository) -> Iterator[NamedPaper]:
    """Yield every paper in a fixed order. Nothing says that assignments and decisions were sent: issued is enough."""
    for plan in repository.plans.values():
        yield _paper(plan, plan.document_number, plan.issued_on, plan.where("sent_on") if plan.sent_on else None)
    for team in repository.teams.values():
        for decision in team.decisions:
            place = decision.where("document_number" if decision.document_number else "issued_on")
            yield NamedPaper(
                name=f"quyết định trong {team.file}",
                number=decision.document_number,
                on=decision.issued_on,
                place=place,
                is_shared=True,
                lacks=decision.where("issued_on"),
            )
    for notice in repository.notices.values():
        sent = next((item.where("sent_on") for item in notice.sent_to if item.sent_on), None)
        yield _paper(notice, notice.document_number, notice.issued_on, sent)
    for assignment in repository.assignments.values():
        issued = assignment.where("issued_on")
        yield _paper(assignment, assignment.document_number, assignment.issued_on, issued)
    yield from _reports(repository)
    for follow_up in repository.follow_ups.values():
        for event in follow_up.events:
            if event.document_number:
                yield NamedPaper(
                    name=f"“{event.step}” trong {follow_up.file}",
                    number=event.document_number,
                    on=event.on,
                    place=event.where("document_number"),
                    is_shared=True,
                )


def _reports(repository: Repository) -> Iterator[NamedPaper]:
    for report in repository.reports.values():
        is_numbered = not isinstance(report, VisitReport | Observation)
        sent = report.where("sent_on") if report.sent_on and is_numbered else None
        yield _paper(report, report.document_number, report.issued_on or day_of(report.sent_on), sent)


def _paper(record: FileRecord, number: DocumentNumber | None, on: date | None, lacks: Place | None) -> NamedPaper:
    return NamedPaper(name=record.file, number=number, on=on, place=record.where("document_number"), lacks=lacks)
