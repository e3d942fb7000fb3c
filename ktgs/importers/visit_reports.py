"""Reports of those who attended meetings: one row a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ktgs.importers._people_named import people_in
from ktgs.importers._report_columns import columns
from ktgs.intake.job import Importer, Job, Sheeting, Whose
from ktgs.intake.outcome import WrittenFile
from ktgs.language.text import join_words, vi_date
from ktgs.language.vocabulary import choices, read_word
from ktgs.records.finding import PetitionAddressee
from ktgs.records.keys import AssignmentKey
from ktgs.records.report import ReportKind, VisitReport
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.meetings import days_announced, is_off
from ktgs.repository.naming import branch_name, person_name, place_name, unit_name
from ktgs.repository.units import sub_unit_word
from ktgs.tables.columns import SheetRow, SheetTable

_FINDINGS = (  # column, key in the file, beginning of the ids
    ("strengths", "ưu điểm", "ud"),
    ("good_practices", "mô hình hay", "mh"),
    ("difficulties", "khó khăn", "kk"),
    ("shortcomings", "tồn tại, hạn chế", "tt"),
    ("petitions", "đề xuất", "dx"),
)
_NEEDED = (
    ("present", "số có mặt"),
    ("total", "tổng số đoàn viên"),
    ("composition", "thành phần"),
    ("content", "nội dung"),
)
_OWN = frozenset({"attendees", *(name for name, _ in _NEEDED)})  # without any of these nobody has filled the row in
_OUTSIDE = "outside"


def take(job: Job, table: SheetTable) -> None:
    """Add a report for each row that is filled in; a report that is there already is never changed."""
    for row in table.rows:
        if not row.own & _OWN - {"attendees"}:
            continue
        told = len(job.reading.problems)
        month = job.reading.month(row, "month") or job.month
        whose = job.whose(row, month)
        people = people_in(job, row, "attendees")
        values = _values(job, row)
        on = job.reading.day(row, "on", month)
        held_on = job.reading.day(row, "held_on", month)
        if whose is None or on is None or len(job.reading.problems) > told:
            if on is None and "on" not in row.cells:
                job.reading.refuse(row.spot, "Thiếu ngày của buổi.", "Ghi ngày như trong lịch.")
            continue
        if not people:
            job.reading.refuse(row.spot, "Thiếu người dự.", "Ghi họ tên cán bộ đã dự.")
            continue
        _add(job, row, whose, (on, held_on), (people, values))


def _add(
    job: Job, row: SheetRow, whose: Whose, days: tuple[date, date | None], said: tuple[list[str], dict[str, Any]]
) -> None:
    (on, held_on), (people, values) = days, said
    meeting = _meeting(job, row, whose, on)
    if meeting == _OUTSIDE:
        about = _outside(job, row, whose, on)
    elif isinstance(meeting, ScheduledMeeting):
        about = {"buổi": meeting.key}
        held_on = held_on or (on if on not in days_announced(meeting.meeting) else None)
    else:
        return
    if _is_told(job, row, meeting, whose, on, people):
        return
    day = held_on or (meeting.on if isinstance(meeting, ScheduledMeeting) else on)
    authors = people_in(job, row, "author") or people[:1]
    front = {
        "loại": ReportKind.visit_report,
        "người lập": authors[0],
        "ngày gửi": job.reading.day(row, "sent") or job.received,
        **about,
        "ngày tiến hành": held_on,
        "người dự": people,
        **values,
    }
    name = place_name(job.repository, whose.unit, whose.branch, day)
    who = join_words([person_name(job.repository, person) for person in people])
    title = f"Báo cáo dự sinh hoạt: {name}, {vi_date(day)}"
    told = (f"{who} dự, {values['số có mặt']}/{values['tổng số đoàn viên']} đoàn viên có mặt", *_findings_told(values))
    body = "\n\n".join(job.reading.lines(row, "body"))
    job.records.append(WrittenFile(VisitReport, _file(job, whose, day), title, told, front, body))


def _values(job: Job, row: SheetRow) -> dict[str, Any]:
    reading = job.reading
    values: dict[str, Any] = {
        "số có mặt": reading.count(row, "present"),
        "tổng số đoàn viên": reading.count(row, "total"),
        "thành phần": reading.text(row, "composition"),
        "nội dung": reading.text(row, "content"),
    }
    if lacking := [word for name, word in _NEEDED if name not in row.cells]:
        reading.refuse(row.spot, f"Báo cáo thiếu {join_words(lacking)}.", "Điền rồi nhập lại.")
    for column, key, letter in _FINDINGS:
        texts = [" ".join(line.strip(" -•+*").split()) for line in reading.lines(row, column)]
        values[key] = [{"mã": f"{letter}{n}", "nội dung": text} for n, text in enumerate(filter(None, texts), 1)]
    if values["đề xuất"]:
        _address(job, row, values["đề xuất"])
    return values


def _address(job: Job, row: SheetRow, petitions: list[dict[str, Any]]) -> None:
    """Add to the petitions to whom they go."""
    text = job.reading.text(row, "addressee")
    addressee = read_word(PetitionAddressee, text) if text else None
    if addressee is None:
        cell = row.get("addressee")
        words = f"Dùng: {', '.join(choices(PetitionAddressee))}."
        job.reading.refuse(cell.spot if cell else row.spot, "Chưa rõ kiến nghị, đề xuất gửi đến ai.", words)
    for petition in petitions:
        petition["gửi"] = addressee


def _findings_told(values: dict[str, Any]) -> Iterator[str]:
    for _, key, _ in _FINDINGS:
        for finding in values[key]:
            yield f"{key}: {finding['nội dung']}"


def _meeting(job: Job, row: SheetRow, whose: Whose, on: date) -> ScheduledMeeting | str | None:
    """Return the scheduled meeting, or that it is in no schedule; None where nobody says which, which is told."""
    every = [one for one in job.repository.meetings_by_unit.get(whose.unit, ()) if one.branch == whose.branch]
    fitting = [one for one in every if on == one.on] or [one for one in every if on in days_announced(one.meeting)]
    if len(fitting) > 1 and (at := job.reading.clock(row, "at")):
        fitting = [one for one in fitting if one.meeting.announced.at == at] or fitting
    if len(fitting) == 1:
        return fitting[0]
    spot, name = row.cells["on"].spot, place_name(job.repository, whose.unit, whose.branch)
    near = fitting or [
        one for one in every if (one.on.year, one.on.month) == (on.year, on.month) and not is_off(one.meeting)
    ]
    if not near:
        return _OUTSIDE
    options = {str(one.key): f"buổi đã báo ngày {vi_date(one.on)}" for one in near}
    options[_OUTSIDE] = "buổi không có trong lịch"
    days = join_words([vi_date(one.on) for one in near])
    question = f"{name} đã báo sinh hoạt ngày {days}; báo cáo ghi ngày {vi_date(on)}: về buổi nào?"
    cure = "Ghi “ngày” như đã báo; ngày diễn ra khác thì ghi ở “ngày tiến hành”."
    chosen = job.choose(spot, question, options, cure)
    return chosen if chosen in (None, _OUTSIDE) else next(one for one in near if str(one.key) == chosen)


def _outside(job: Job, row: SheetRow, whose: Whose, on: date) -> dict[str, Any]:
    job.remarks.append(
        f"{place_name(job.repository, whose.unit, whose.branch)}, {vi_date(on)}: buổi không có trong lịch."
    )
    word = sub_unit_word(job.repository, whose.unit) or "đơn vị trực thuộc"
    branch = whose.branch.branch if whose.branch else None
    return {"đơn vị": whose.unit, word: branch, "ngày": on, "giờ": job.reading.clock(row, "at")}


def _is_told(
    job: Job, row: SheetRow, meeting: ScheduledMeeting | str, whose: Whose, on: date, people: list[str]
) -> bool:
    """Return whether one of the people has reported on the meeting: such a report is not changed."""
    if isinstance(meeting, ScheduledMeeting):
        reports = job.repository.visit_reports_by_meeting.get(meeting.key, ())
    else:
        visits = job.repository.visits_by_unit.get(whose.unit, ())
        reports = tuple(visit.report for visit in visits if (visit.branch, visit.on) == (whose.branch, on))
    theirs = [report for report in reports if set(report.attendees) & set(people)]
    if theirs:
        job.same += 1
        job.remarks.append(f"{row.spot}: đã có báo cáo về buổi này ({theirs[0].file}); báo cáo đã gửi không bị sửa.")
    return bool(theirs)


def _file(job: Job, whose: Whose, day: date) -> str:
    """Return a path that no report and no broken file has: a second report on one day ends in -2."""
    parts = [day.isoformat(), whose.unit, *([whose.branch.branch] if whose.branch else [])]
    stem = "-".join(parts)
    taken = {report.id for report in job.repository.reports.values()} | {mark.id for mark in job.repository.broken}
    taken |= {record.file.rpartition("/")[2].removesuffix(".md") for record in job.records}
    number = next(n for n in range(1, len(taken) + 2) if (stem if n == 1 else f"{stem}-{n}") not in taken)
    return f"data/{VisitReport.path.format(year=day.year, id=stem if number == 1 else f'{stem}-{number}')}"


def rows(sheeting: Sheeting) -> Iterator[dict[str, Any]]:
    """Yield a row for each assigned meeting of the month whose report is not in yet."""
    repository, month = sheeting.repository, sheeting.month
    assert month is not None
    units = {unit.id for unit in sheeting.units()}
    for assigned in repository.assigned_by_month.get(AssignmentKey(sheeting.plan, month), ()):
        scheduled, person = assigned.meeting, assigned.item.person  # as published: who was absent or replaced is not
        if scheduled is None or scheduled.key.unit not in units or is_off(scheduled.meeting):
            continue
        reports = repository.visit_reports_by_meeting.get(scheduled.key, ())
        if not any(person in report.attendees for report in reports):
            yield {
                "unit": unit_name(repository, scheduled.key.unit),
                "branch": branch_name(repository, scheduled.branch) if scheduled.branch else None,
                "on": scheduled.on,
                "at": scheduled.meeting.announced.at,
                "attendees": person_name(repository, person),
            }


IMPORTER = Importer("du-sinh-hoat", "Báo cáo dự sinh hoạt", columns, take, rows)
