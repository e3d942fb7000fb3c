"""From a folder to a linked repository as known on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from ktgs.language.days import Calendar, DayOff, WorkedDay
from ktgs.language.diagnostics import Code, Diagnostic, Related, in_order
from ktgs.language.months import Month
from ktgs.language.today import Today
from ktgs.records.adjustment import Adjustment
from ktgs.records.assignment import Assignment
from ktgs.records.base import FileRecord
from ktgs.records.calendar import CalendarYear
from ktgs.records.follow_up import FollowUp
from ktgs.records.loading import Broken, load
from ktgs.records.notice import Notice
from ktgs.records.organization import Organization
from ktgs.records.person import Person
from ktgs.records.plan import Plan
from ktgs.records.report import Report
from ktgs.records.schedule import Schedule
from ktgs.records.team import Team
from ktgs.records.unit import Unit
from ktgs.records.values import month_in
from ktgs.repository.as_of import future_facts, known
from ktgs.repository.index import Repository
from ktgs.repository.links import check_links, unlinked
from ktgs.repository.missing import missing
from ktgs.source.discovery import discover
from ktgs.source.tree import PLACES, Places

TWO_FILES_ONE_ID = Code(
    "R102",
    "Hai tệp cùng một mã",
    about="""Mã của kế hoạch và của báo cáo là duy nhất trong toàn bộ kho dữ liệu; mỗi đơn vị có một lịch mỗi tháng, mỗi
tháng có một bản phân công.

Sai: `data/plans/2020/46-kh-dtn/plan.md` và `data/plans/2021/46-kh-dtn/plan.md`

Đổi tên một trong hai tệp hoặc thư mục, ví dụ `46-kh-dtn-2021`, hoặc thêm `-2`; nếu là một việc thì gộp làm một tệp.""",
)

RecordT = TypeVar("RecordT", bound=FileRecord)


@dataclass(frozen=True)
class Loaded:
    """Everything read from `data/`, not yet linked."""

    records: tuple[FileRecord, ...]
    broken: tuple[Broken, ...]

    @property
    def sample_as_of(self) -> date | None:
        """The sample's own day, None where the data is no sample."""
        return next((r.sample_as_of for r in self.records if isinstance(r, Organization)), None)


def read(root: Path) -> tuple[Loaded, tuple[Diagnostic, ...]]:
    """Return what lies under `root`/data and what is wrong with the files one by one."""
    files, problems = discover(root)
    found, refused = load(files)
    lost = tuple(missing(found)) if found or not problems else ()  # without a folder nothing else is said
    records = tuple(item for item in found if isinstance(item, FileRecord))
    broken = (*(item for item in found if isinstance(item, Broken)), *(mark for mark, _ in lost))
    return Loaded(records, broken), (*problems, *refused, *(problem for _, problem in lost))


def link(loaded: Loaded, today: Today) -> tuple[Repository, tuple[Diagnostic, ...]]:
    """Return the repository as known on the day, and what is wrong between the files."""
    whole, problems = _build(loaded.records, loaded.broken, today.on)
    lost = tuple(check_links(whole))
    broken = (*loaded.broken, *unlinked(whole, lost))
    diagnostics = [*problems, *lost]
    if not today.is_given:
        diagnostics.extend(problem for record in loaded.records for problem in future_facts(record, today.on))
    seen = tuple(record for item in loaded.records if (record := known(item, today.on)) is not None)
    if all(new is old for new, old in zip(seen, loaded.records, strict=False)) and len(seen) == len(loaded.records):
        return replace(whole, broken=broken), in_order(diagnostics)
    return _build(seen, broken, today.on)[0], in_order(diagnostics)


def _build(
    records: Iterable[FileRecord], broken: tuple[Broken, ...], today: date
) -> tuple[Repository, tuple[Diagnostic, ...]]:
    groups: dict[type[FileRecord], list[Any]] = {}
    for record in records:
        base = Report if isinstance(record, Report) else type(record)
        groups.setdefault(base, []).append(record)
    problems: list[Diagnostic] = []

    def table(kind: type[RecordT], key: Callable[[RecordT], Any]) -> Mapping[Any, RecordT]:
        found: dict[Any, RecordT] = {}
        for record in groups.get(kind, ()):
            first = found.setdefault(key(record), record)
            if first is not record:
                problems.append(_two_files(first, record))
        return found

    organization = next(iter(groups.get(Organization, ())), None)
    repository = Repository(
        today=today,
        organization=organization or _stand_in(),
        calendar=_calendar(groups.get(CalendarYear, ())),
        people=table(Person, lambda record: record.id),
        units=table(Unit, lambda record: record.id),
        plans=table(Plan, lambda record: record.id),
        teams=table(Team, lambda record: (record.parts["plan"], record.id)),
        notices=table(Notice, lambda record: (record.parts["plan"], record.id)),
        schedules=table(Schedule, lambda record: (record.parts["plan"], _month(record, "month"), record.id)),
        assignments=table(Assignment, lambda record: (record.parts["plan"], _month(record, "id"))),
        adjustments=table(Adjustment, lambda record: (record.parts["plan"], record.id)),
        reports=table(Report, lambda record: record.id),
        follow_ups=table(FollowUp, lambda record: record.file),
        broken=broken,
        calendar_years=tuple(groups.get(CalendarYear, ())),
    )
    return repository, tuple(problems)


def _month(record: Schedule | Assignment, part: str) -> Month:
    """Return the month that the path names, the record's own where it names none: a wrong value loses no link."""
    return month_in(record.parts[part]) or record.month


def _two_files(first: FileRecord, second: FileRecord) -> Diagnostic:
    return TWO_FILES_ONE_ID.at(
        second.places.key(),
        f"{_what(second)} đã có trong {first.file}.",
        cure="Sửa hoặc đổi tên một trong hai tệp.",
        related=[Related(first.places.key(), "tệp thứ nhất")],
    )


def _what(record: FileRecord) -> str:
    """Return what only one file may be about, as a message names it."""
    if isinstance(record, Schedule):
        return f"Lịch sinh hoạt tháng {record.month.label} của “{record.unit}”"
    if isinstance(record, Assignment):
        return f"Phân công tháng {record.month.label}"
    return f"Mã “{record.id}”"


def _calendar(years: Iterable[CalendarYear]) -> Calendar:
    known_years = [year for year in years if year.id.isdecimal()]
    return Calendar(
        frozenset(int(year.id) for year in known_years),
        tuple(DayOff(row.on, row.name, row.basis or "") for year in known_years for row in year.days_off),
        tuple(WorkedDay(row.on, row.instead_of, row.basis or "") for year in known_years for row in year.worked_days),
    )


def _stand_in() -> Organization:
    """Return an organization that says that its own file could not be read."""
    places = Places("data/organization.yml", 1, 1)
    name = "Tổ chức chưa rõ tên"
    return Organization.model_validate(
        {PLACES: places, "tên": name, "cấp trên": "chưa rõ", "ký hiệu": "chưa rõ", "địa danh": "chưa rõ", "cơ quan": []}
    )
