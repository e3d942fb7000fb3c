"""What a record that is a file is called in a comparison."""

from __future__ import annotations

from ktgs.language.text import first_upper, vi_date
from ktgs.records.adjustment import Adjustment
from ktgs.records.assignment import Assignment
from ktgs.records.base import FileRecord
from ktgs.records.person import Person
from ktgs.records.report import Report
from ktgs.records.schedule import Schedule
from ktgs.records.team import Team
from ktgs.records.unit import Unit
from ktgs.repository.naming import report_name, unit_name
from ktgs.repository.repository import Repository


def record_name(repository: Repository, record: FileRecord) -> str:
    """Return the record's kind with what it is about: unit and month of a schedule, a person's name, else its id."""
    match record:
        case Schedule():
            return f"{record.record_title} tháng {record.month.label}, {unit_name(repository, record.unit)}"
        case Assignment():
            return record.subject
        case Unit():
            return f"{record.record_title} {record.name}"
        case Person():
            return f"{record.record_title} {record.full_name}"
        case Team():
            return f"{record.record_title} “{record.name}”"
        case Report():
            return report_name(repository, record)
        case Adjustment():
            return adjustment_name(record)
    return f"{record.record_title} “{record.id}”"


def adjustment_name(adjustment: Adjustment) -> str:
    """Return what a decision does, to which duty or activity, and its day."""
    about = adjustment.duty or (adjustment.activity.activity if adjustment.activity else "")
    decided = f"quyết định ngày {vi_date(adjustment.decided_on)}"
    return f"{first_upper(str(adjustment.kind))} {about}, {decided}"
