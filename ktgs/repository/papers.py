"""The paper that a file records: what the public is told as the source of a fact where it may not read the files."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ktgs.language.text import vi_date
from ktgs.records.assignment import Assignment
from ktgs.records.base import FileRecord
from ktgs.records.notice import Notice
from ktgs.records.plan import Plan
from ktgs.records.report import Report
from ktgs.records.team import Team
from ktgs.records.values import DocumentNumber
from ktgs.repository.repository import Repository


class Paper(NamedTuple):
    """Number and day of issue, either of which may not be known."""

    number: DocumentNumber | None
    issued_on: date | None

    def __str__(self) -> str:
        number = str(self.number) if self.number else ""
        return f"{number} ngày {vi_date(self.issued_on)}".strip() if self.issued_on else number


def paper_in(repository: Repository, file: str, on: date | None = None) -> Paper | None:
    """Return the paper that a file records, of a team's decisions the one issued on a day; None where there is none."""
    record = repository.by_file.get(file)
    return paper_of(record, on) if record else None


def paper_of(record: FileRecord, on: date | None = None) -> Paper | None:
    """Return the paper that a record is, of a team's decisions the one issued on a day; None where it is none."""
    match record:
        case Assignment() | Notice() | Plan() | Report():
            paper = Paper(record.document_number, record.issued_on)
        case Team():
            decision = next((decision for decision in record.decisions if decision.issued_on == on), None)
            paper = Paper(decision.document_number if decision else None, decision.issued_on if decision else None)
        case _:
            return None
    return paper if any(paper) else None
