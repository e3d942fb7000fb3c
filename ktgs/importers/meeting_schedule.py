"""Schedules of a month: one row a meeting, or a sub-unit that holds none, of one unit or of many."""

from __future__ import annotations

from ktgs.importers._schedule_columns import FILLED, columns
from ktgs.importers._schedule_rows import SentSchedule, read_line
from ktgs.importers._schedule_sheet import rows
from ktgs.importers._schedule_writing import record_of
from ktgs.intake.job import Importer, Job, Whose
from ktgs.language.text import join_words
from ktgs.records.keys import ScheduleKey
from ktgs.repository.marks import broken_file_words, broken_schedule
from ktgs.repository.naming import unit_name
from ktgs.tables.columns import SheetRow, SheetTable


def take(job: Job, table: SheetTable) -> None:
    """Add the schedules that the rows make; a unit with a row that cannot be read is left as it is, and told."""
    sendings: dict[ScheduleKey, SentSchedule] = {}
    refused: set[ScheduleKey] = set()
    for row in table.rows:
        found = _found(job, row)
        if found is None:
            continue
        key, whose = found
        sending = sendings.setdefault(key, SentSchedule(key))
        sending.note(row)
        if not whose.is_sure:
            refused.add(key)
        elif row.own & FILLED:
            line = read_line(job, row, sending, whose.branch)
            if line:
                sending.lines.append(line)
            else:
                refused.add(key)
    unfilled = [
        unit_name(job.repository, key.unit) for key, s in sendings.items() if not s.lines and key not in refused
    ]
    if unfilled:
        job.remarks.append(f"Chưa ghi buổi nào, nên không nhập: {join_words(unfilled)}.")
    for key, sending in sendings.items():
        if sending.lines or key in refused:
            _record(job, sending, key in refused)


def _found(job: Job, row: SheetRow) -> tuple[ScheduleKey, Whose] | None:
    """Return the schedule that a row is about, and whose meeting; None where that is not sure, which is told."""
    month = job.month_of(row)
    whose = job.whose(row, month) if month else None
    plan = job.plan_of(month, row.spot) if month and whose else None
    return (ScheduleKey(plan.id, month, whose.unit), whose) if plan and month and whose else None


def _record(job: Job, sending: SentSchedule, is_refused: bool) -> None:
    name = unit_name(job.repository, sending.key.unit)
    told = len(job.reading.problems)
    if mark := broken_schedule(job.repository, sending.key):
        job.reading.refuse(
            sending.spot, f"Không ghi được lịch của {name}: {broken_file_words(mark)}.", "Sửa tệp trước."
        )
        return
    record = None if is_refused else record_of(job, sending)
    if is_refused or len(job.reading.problems) > told:
        job.remarks.append(f"Lịch của {name} chưa được ghi: có dòng chưa đọc được (xem trên).")
    elif record is None:
        job.same += 1
    else:
        job.records.append(record)


IMPORTER = Importer("lich-sinh-hoat", "Lịch sinh hoạt", columns, take, rows)
