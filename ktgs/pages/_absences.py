"""Absences, replacements and what a person may not be assigned, in words; the public half of the data holds none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.language.text import vi_date
from ktgs.obligations.obligation import OPEN, Obligation
from ktgs.obligations.targets import Subject
from ktgs.pages._subjects import meeting_subject, report_subject, unit_subject
from ktgs.records.assignment import Item
from ktgs.records.person import Person, Span
from ktgs.records.report import Observation
from ktgs.repository.linked import Assigned
from ktgs.repository.naming import person_name
from ktgs.repository.repository import Repository


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """A meeting that somebody assigned did not attend, or attended for another; `on` is None without a schedule."""

    on: date | None
    meeting: Subject
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class InternalAbout:
    """What the internal site alone tells of a person: reports owed, absences, when not to be assigned, observations."""

    owed: tuple[Obligation, ...]
    absences: tuple[AbsenceRow, ...]
    unavailable: tuple[Span, ...]
    observed: tuple[Subject, ...]


def internal_about(facts: Facts, person: Person) -> InternalAbout | None:
    """Return what only those may know of a person who may read the repository; None for anybody else's facts."""
    if not facts.is_internal:
        return None
    repository = facts.repository
    owed = [item for item in facts.by_person.get(person.id, ()) if item.state in OPEN]
    return InternalAbout(
        owed=tuple(sorted(owed, key=lambda item: (OPEN.index(item.state), item.due_on or date.max, item.id))),
        absences=tuple(sorted(_absences(repository, person.id), key=lambda row: (row.on or date.max, row.place))),
        unavailable=person.unavailable,
        observed=tuple(
            report_subject(repository, report)
            for report in repository.reports_of(Observation)
            if report.person == person.id
        ),
    )


def _absences(repository: Repository, person: str) -> Iterator[AbsenceRow]:
    for assigned in repository.assigned:
        item = assigned.item
        if item.person == person and (words := absence_words(repository, item)):
            yield _row(repository, assigned, words)
        elif item.replaced_by == person:
            yield _row(repository, assigned, f"dự thay {person_name(repository, item.person)}{_told(item)}")


def _row(repository: Repository, assigned: Assigned, words: str) -> AbsenceRow:
    meeting = assigned.meeting
    if meeting is None:
        return AbsenceRow(None, unit_subject(repository, assigned.key.unit), words, assigned.item.where("person"))
    return AbsenceRow(meeting.on, meeting_subject(repository, meeting), words, assigned.item.where("person"))


def absence_words(repository: Repository, item: Item) -> str:
    """Return who attended instead of somebody assigned, or that nobody did, with the reason; empty for neither."""
    if item.replaced_by:
        return f"{person_name(repository, item.replaced_by)} dự thay{_told(item)}"
    return f"vắng {item.absence}{_told(item)}" if item.absence else ""


def _told(item: Item) -> str:
    reason = f": {item.reason}" if item.reason else ""
    return f"{reason}; báo ngày {vi_date(item.reported_on)}" if item.reported_on else reason
