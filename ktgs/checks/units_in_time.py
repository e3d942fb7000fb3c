"""A unit exists on the day on which a file speaks of it; after a merger the successor is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain, islice
from typing import NamedTuple

from ktgs.checks._existence import unit_missing
from ktgs.checks._plans import could_tell
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.records.base import Record
from ktgs.records.report import Observation, ResultReport
from ktgs.records.schedule import Amendment, Meeting, Move, Schedule
from ktgs.records.schema import schema, walk
from ktgs.records.team import Document, Engagement, Received
from ktgs.records.values import day_of
from ktgs.repository.linked import ReportedFinding
from ktgs.repository.periods import expected_on
from ktgs.repository.repository import Repository
from ktgs.source.codes import about

CODE = Code(
    "M101",
    "Đơn vị không hoạt động vào ngày đó",
    about=about(
        "Đơn vị chỉ được nhắc đến cho những ngày từ “từ” đến hết “đến” trong tệp của nó. Sau khi sáp nhập, dùng mã"
        " của đơn vị nhận sáp nhập; việc trước đó vẫn ghi cho đơn vị cũ. Lịch, tài liệu của đơn vị cũ mà Văn phòng nhận"
        " được sau ngày ấy thì vẫn ghi cho đơn vị cũ, với ngày nhận thật.",
        "đơn vị: doan-so-x   # sáp nhập vào doan-so-y, đến 30/06/2020\nngày: 02/07/2020",
        "đơn vị: doan-so-y\nngày: 02/07/2020",
        cure="Sửa mã đơn vị hoặc ngày.",
    ),
)


# What the office received or was told of a unit may come when the unit has ended: the debt stays its own, done late.
_MAY_COME_LATER = frozenset(
    {(Schedule, "received_on"), (Amendment, "received_on"), (Received, "on"), (Document, "completed_on")}
    | {(kind, "reported_on") for kind in (Move, Meeting, Engagement)}
)


class _Use(NamedTuple):
    """A record and its field that name a unit, for which day; `may_be_later`: that may lie after the unit's last."""

    record: Record
    field: str
    unit: str
    on: date | None
    may_be_later: bool = False


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error wherever a unit is named for a day on which it does not exist, one a schedule or session.

    A session before its plan is told itself.
    """
    repository = facts.repository
    for uses in (_papers, _reports, _people_and_mergers):
        yield from _missing(repository, uses(repository))
    for schedule in repository.schedules.values():
        yield from islice(_missing(repository, _schedule(repository, schedule)), 1)
    for engaged in repository.engagements.values():
        engagement = engaged.engagement
        session = _Use(engagement, "unit", engagement.unit, expected_on(repository, engaged))
        happened = _happened(engagement, engagement.unit)
        known = (use for use in chain((session,), happened) if use.on and could_tell(engaged.plan, use.on))
        yield from islice(_missing(repository, known), 1)


def _missing(repository: Repository, uses: Iterable[_Use]) -> Iterator[Diagnostic]:
    for use in uses:
        unit = repository.units.get(use.unit)
        if unit is None or use.on is None or unit.exists_on(use.on):
            continue
        has_ended = unit.valid_to is not None and unit.valid_to < use.on
        if not (use.may_be_later and has_ended):
            yield unit_missing(CODE, repository, use.record.where(use.field), unit, use.on)


def _schedule(repository: Repository, schedule: Schedule) -> Iterator[_Use]:
    unit, month = repository.units.get(schedule.unit), schedule.month
    if unit and not unit.exists_between(month.first, month.last):
        day = month.first if unit.valid_from <= month.first else month.last
        yield _Use(schedule, "unit", schedule.unit, day)
    for meeting in schedule.meetings:
        yield _Use(*meeting.announcing, schedule.unit, meeting.announced.on)
    yield from _happened(schedule, schedule.unit)


def _happened(record: Record, unit: str) -> Iterator[_Use]:
    """Yield each day of a fact that a record, which is about the unit, tells: sent, received, invited, asked for."""
    for holder in walk(record):
        for field in schema(type(holder)).facts:
            if on := day_of(getattr(holder, field.name)):
                yield _Use(holder, field.name, unit, on, (type(holder), field.name) in _MAY_COME_LATER)


def _papers(repository: Repository) -> Iterator[_Use]:
    for notice in repository.notices.values():
        for sending in notice.sent_to:
            yield _Use(sending, "unit", sending.unit, day_of(sending.sent_on) or notice.issued_on)


def _reports(repository: Repository) -> Iterator[_Use]:
    for visit in repository.visits:
        if visit.meeting is None and visit.report.unit:
            yield _Use(visit.report, "unit", visit.unit, visit.on)
    for report in repository.reports_of(Observation):
        if report.unit:
            yield _Use(report, "unit", report.unit, report.observed_on)
    for reported in repository.findings.values():
        if unit := reported.finding.unit:
            yield _Use(reported.finding, "unit", unit, _day_of_finding(repository, reported))


def _day_of_finding(repository: Repository, reported: ReportedFinding) -> date | None:
    """Return the day on which a team was at the unit; a later report may well name a unit merged since."""
    report, unit = reported.report, reported.finding.unit
    if isinstance(report, ResultReport):
        of_team = repository.engagements_by_team.get(report.team, ())
        engaged = next((engaged for engaged in of_team if engaged.engagement.unit == unit), None)
        on = expected_on(repository, engaged) if engaged else None
        return on if engaged and on and could_tell(engaged.plan, on) else None
    return report.observed_on if isinstance(report, Observation) else None


def _people_and_mergers(repository: Repository) -> Iterator[_Use]:
    for person in repository.people.values():
        for workplace in person.workplaces:
            yield _Use(workplace, "unit", workplace.unit, workplace.valid_from)
    for unit in repository.units.values():
        if unit.merged_into and unit.merged_into != unit.id and unit.valid_to:
            yield _Use(unit, "merged_into", unit.merged_into, unit.valid_to + timedelta(days=1))
