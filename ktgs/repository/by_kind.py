"""The records of a data repository as known on a day, by kind and key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Self, TypeVar

from ktgs.language.days import Calendar, DayOff, WorkedDay
from ktgs.records.adjustment import Adjustment
from ktgs.records.assignment import Assignment
from ktgs.records.base import FileRecord, Record, family
from ktgs.records.calendar import CalendarYear
from ktgs.records.follow_up import FollowUp
from ktgs.records.keys import (
    AdjustmentKey,
    AssignmentKey,
    FollowUpKey,
    NoticeKey,
    ScheduleKey,
    TeamKey,
)
from ktgs.records.loading import Broken
from ktgs.records.notice import Notice
from ktgs.records.organization import DataRepository, Organization
from ktgs.records.person import Person
from ktgs.records.plan import Plan
from ktgs.records.report import Report
from ktgs.records.schedule import Schedule
from ktgs.records.schema import walk
from ktgs.records.team import Team
from ktgs.records.unit import Unit
from ktgs.repository.linked import grouped
from ktgs.source.tree import PLACES, Places, layout

RecordT = TypeVar("RecordT", bound=FileRecord)


@dataclass(frozen=True)
class RecordsByKind:
    """All sound records as known on `today`, by family of kinds, then by key, in order of file."""

    today: date
    records: Mapping[type[FileRecord], Mapping[Any, FileRecord]]
    broken: tuple[Broken, ...] = ()

    def of(self, kind: type[RecordT]) -> Mapping[Any, RecordT]:
        """Return the records of a kind, or of all kinds that share its ids, by key."""
        of_family = self.records.get(family(kind), {})
        if kind is family(kind):
            return of_family  # type: ignore[return-value]
        return {key: record for key, record in of_family.items() if isinstance(record, kind)}

    def every_record(self) -> Iterator[FileRecord]:
        """Yield every record that is a file, kind by kind."""
        for records in self.records.values():
            yield from records.values()

    @cached_property
    def by_file(self) -> Mapping[str, FileRecord]:
        """The records by the path of their file."""
        return {record.file: record for record in self.every_record()}

    @cached_property
    def by_class(self) -> Mapping[type[Record], tuple[Record, ...]]:
        """The records, and all that they hold at any depth, by their class."""
        return grouped((type(held), held) for record in self.every_record() for held in walk(record))

    @cached_property
    def organization(self) -> Organization:
        """The organization; one that says so stands in where its file could not be read."""
        return next(iter(self.of(Organization).values()), None) or _stand_in()

    @cached_property
    def calendar_years(self) -> tuple[CalendarYear, ...]:
        """The files that `calendar` is made from."""
        return tuple(self.of(CalendarYear).values())

    @cached_property
    def calendar(self) -> Calendar:
        """The official days off and the days worked instead."""
        years = [year for year in self.calendar_years if year.id.isdecimal()]
        off = (row for year in years for row in year.days_off)
        worked = (row for year in years for row in year.worked_days)
        return Calendar(
            frozenset(int(year.id) for year in years),
            tuple(DayOff(row.on, row.name, row.basis or "", row.announced_on) for row in off),
            tuple(WorkedDay(row.on, row.instead_of, row.basis or "", row.announced_on) for row in worked),
            frozenset(int(mark.id) for mark in self.broken if mark.kind is CalendarYear and mark.id.isdecimal()),
        )

    def with_calendar(self, calendar: Calendar) -> Self:
        """Return the same repository with another calendar, itself with its own; what was indexed already stays."""
        if calendar == self.calendar:
            return self
        other = copy(self)
        other.__dict__["calendar"] = calendar
        return other

    @cached_property
    def people(self) -> Mapping[str, Person]:
        return self.of(Person)

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        return self.of(Unit)

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        """The plans, but for those that are drafts: nobody owes anything by a draft, and nothing belongs to it."""
        return {key: plan for key, plan in self.of(Plan).items() if not plan.is_draft}

    @cached_property
    def drafts(self) -> tuple[Plan, ...]:
        """The plans that are not yet issued."""
        return tuple(plan for plan in self.of(Plan).values() if plan.is_draft)

    @cached_property
    def teams(self) -> Mapping[TeamKey, Team]:
        return self.of(Team)

    @cached_property
    def notices(self) -> Mapping[NoticeKey, Notice]:
        return self.of(Notice)

    @cached_property
    def schedules(self) -> Mapping[ScheduleKey, Schedule]:
        return self.of(Schedule)

    @cached_property
    def assignments(self) -> Mapping[AssignmentKey, Assignment]:
        return self.of(Assignment)

    @cached_property
    def adjustments(self) -> Mapping[AdjustmentKey, Adjustment]:
        return self.of(Adjustment)

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        return self.of(Report)

    @cached_property
    def follow_ups(self) -> Mapping[FollowUpKey, FollowUp]:
        return self.of(FollowUp)


def _stand_in() -> Organization:
    """Return an organization that says that its own file could not be read."""
    empty: dict[str, list[str]] = {"cơ quan": [], "phân vai": [], "loại đơn vị": []}
    words = dict.fromkeys(("cấp trên", "ký hiệu", "địa danh"), "chưa rõ")
    tree = {PLACES: Places("data/organization.yml", layout(1, 1, {})), "mã": "chua-ro", "tên": "Tổ chức chưa rõ tên"}
    return Organization.model_validate({**tree, **words, **empty, "kho dữ liệu": str(DataRepository.internal)})
