"""References between records: each resolves, or is named with the nearest id, or with those that there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple, get_args

from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.vocabulary import Reference, declared
from ktgs.records.adjustment import ALL, Adjustment
from ktgs.records.assignment import Assignment
from ktgs.records.base import FileRecord, Record
from ktgs.records.errors import nested
from ktgs.records.follow_up import FollowUp
from ktgs.records.loading import Broken
from ktgs.records.notice import Notice
from ktgs.records.report import Report
from ktgs.records.schedule import Schedule
from ktgs.records.team import Team
from ktgs.records.unit import Unit
from ktgs.repository.index import Repository
from ktgs.repository.wrong_ids import NO_FORM, cure
from ktgs.source.codes import about

NO_SUCH_ID = Code(
    "R101",
    "Mã không có trong dữ liệu",
    about=about(
        "Khóa này chỉ đến một tệp hoặc một mục khác bằng mã, nhưng không có mã đó. Mã của một tệp là tên tệp không có"
        " phần đuôi; mã của một mục là giá trị ở khóa `mã`. Khi đổi tên tệp, phải sửa mọi chỗ nhắc đến nó.",
        "đơn vị: doan-so-aa",
        "đơn vị: doan-so-a",
        cure="Sửa mã theo mã nêu trong thông báo, hoặc tạo tệp còn thiếu.",
    ),
)

WORDS = {
    "unit": "đơn vị",
    "person": "cán bộ",
    "plan": "kế hoạch",
    "body": "cơ quan",
    "activity": "hoạt động",
    "team": "đoàn kiểm tra",
    "notice": "thông báo",
    "branch": "chi đoàn",
    "meeting": "buổi sinh hoạt",
    "topic": "chủ đề",
    "finding": "nội dung trong báo cáo",
}

_COUNTED = 20  # wrong ids of one file for which others are looked for: nobody reads more


@dataclass(frozen=True, slots=True)
class _Context:
    """Where a reference is read: in or about which plan, about which unit, in which month; short in a plan's folder."""

    plan: str = ""
    unit: str = ""
    month: str = ""
    is_inside: bool = False


class _Shape(NamedTuple):
    references: tuple[tuple[str, str, str, bool], ...]  # (field, key, kind, whether the field is public)
    holders: tuple[str, ...]


def _reference(annotation: Any) -> str:
    if isinstance(annotation, Reference):
        return annotation.kind
    metadata = getattr(annotation, "__metadata__", ())
    return next((kind for part in (*metadata, *get_args(annotation)) if (kind := _reference(part))), "")


@cache
def _shape(kind: type[Record]) -> _Shape:
    references, holders = [], []
    for name, info in kind.model_fields.items():
        found = next((item.kind for item in info.metadata if isinstance(item, Reference)), "") or _reference(
            info.annotation
        )
        if nested(info.annotation):
            holders.append(name)
        elif found:
            references.append((name, str(info.alias), found, declared(info).public))
    return _Shape(tuple(references), tuple(holders))


class Ids:
    """Every id that a reference may name, with those of broken files, so that one mistake is one message."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._told: Counter[str] = Counter()
        broken: dict[str, set[str]] = {}
        self._broken_meetings: set[tuple[str, str, str]] = set()
        self._broken_plans: set[str] = set()
        for mark in repository.broken:
            plan = mark.parts.get("plan", "")
            broken.setdefault(mark.record_kind, set()).add(f"{plan}/{mark.id}" if plan else mark.id)
            if mark.record_kind == "schedule":
                self._broken_meetings.add((plan, mark.parts["month"], mark.id))
            if mark.record_kind == "plan":
                self._broken_plans.add(mark.id)
        reports = {mark.id for mark in repository.broken if mark.file.startswith("data/reports/")}
        self._broken_reports = reports
        self._known: dict[str, set[str]] = {
            "unit": {*repository.units, *broken.get("unit", ())},
            "person": {*repository.people, *broken.get("person", ())},
            "plan": {*repository.plans, *broken.get("plan", ())},
            "body": {body.id for body in repository.organization.bodies},
            "activity": {
                f"{plan.id}/{activity.id}" for plan in repository.plans.values() for activity in plan.activities
            },
            "topic": {f"{plan.id}/{topic.id}" for plan in repository.plans.values() for topic in plan.topics},
            "team": {f"{plan}/{team}" for plan, team in repository.teams} | broken.get("team", set()),
            "notice": {f"{plan}/{notice}" for plan, notice in repository.notices} | broken.get("notice", set()),
            "meeting": {str(key) for key in repository.meetings},
            "branch": {f"{unit.id}/{branch.id}" for unit in repository.units.values() for branch in unit.branches},
            "finding": {found.key for found in repository.findings},
        }
        self._no_organization = any(mark.record_kind == "organization" for mark in repository.broken)

    def resolves(self, kind: str, text: str, context: _Context) -> bool:
        """Return whether a reference names something, or something that a broken file may hold."""
        full = self.full(kind, text, context)
        is_elsewhere = full != text and kind in ("topic", "team") and context.plan not in self._known["plan"]
        return is_elsewhere or full in self._known[kind] or self._may_be_broken(kind, full)  # told at the plan's name

    def full(self, kind: str, text: str, context: _Context) -> str:
        """Return the long form of a reference, short inside a plan or about a unit."""
        if kind in ("activity", "topic", "team", "notice") and (context.is_inside or "/" not in text):
            return f"{context.plan}/{text}"
        if kind == "branch":
            return f"{context.unit}/{text}"
        if kind == "meeting" and context.is_inside:
            return f"{context.plan}/{context.month}/{text}"
        return text

    def _may_be_broken(self, kind: str, full: str) -> bool:
        parts = full.split("/")
        if kind == "body":
            return self._no_organization
        if kind == "branch":
            return parts[0] not in self._repository.units  # the unit itself is named, or broken
        if kind == "finding":
            return full.partition("#")[0] in self._broken_reports
        if kind == "meeting" and len(parts) == 4 and tuple(parts[:3]) in self._broken_meetings:
            return True
        return kind in ("activity", "topic", "team", "notice", "meeting") and parts[0] in self._broken_plans

    def cure(self, kind: str, text: str, context: _Context, file: str) -> str:
        """Return the cure of a reference to nothing: the nearest id, else those beside it, else where to look."""
        self._told[file] += 1
        if self._told[file] > _COUNTED:
            return NO_FORM
        full = self.full(kind, text, context)
        prefix = full[: len(full) - len(text)]
        known = sorted(known[len(prefix) :] for known in self._known[kind] if known.startswith(prefix))
        return cure(kind, text, known, is_inside=context.is_inside)


def unlinked(repository: Repository, found: Iterable[Diagnostic]) -> Iterator[Broken]:
    """Yield a mark for each record whose wrong ids hide what it proves, so that nobody is late for a slip in an id."""
    files = {problem.place.file for problem in found}
    for record in file_records(repository):
        if record.file in files and _proves_elsewhere(repository, record):
            yield Broken(record.record_kind, record.file, record.parts)


def _proves_elsewhere(repository: Repository, record: FileRecord) -> bool:
    if isinstance(record, Team):  # its own path says what it proves, unless its activity is not known
        plan = repository.plans.get(record.parts["plan"])
        return plan is not None and plan.activity(record.activity) is None
    return isinstance(record, Notice | Adjustment | Report | FollowUp)


def check_links(repository: Repository) -> Iterator[Diagnostic]:
    """Yield an error for each reference that names nothing, at its own place."""
    ids = Ids(repository)
    for record in file_records(repository):
        yield from _walk(record, _context(repository, record), ids)


def file_records(repository: Repository) -> Iterator[FileRecord]:
    """Yield every record that is a file, in a fixed order."""
    yield repository.organization
    groups: Iterable[Mapping[Any, FileRecord]] = (
        repository.people,
        repository.units,
        repository.plans,
        repository.teams,
        repository.notices,
        repository.schedules,
        repository.assignments,
        repository.adjustments,
        repository.reports,
        repository.follow_ups,
    )
    for group in groups:
        yield from group.values()
    yield from repository.calendar_years


def _context(repository: Repository, record: FileRecord) -> _Context:
    plan = record.parts.get("plan", "")
    if isinstance(record, Report):
        plan = repository.plan_of_report.get(record.id, "")
    month = record.id if isinstance(record, Assignment) else ""
    unit = record.id if isinstance(record, Unit | Schedule) else ""
    return _Context(plan, unit, str(month), "plan" in record.parts)


def _walk(record: Record, context: _Context, ids: Ids) -> Iterator[Diagnostic]:
    shape = _shape(type(record))
    unit = getattr(record, "unit", None)
    if unit and unit != context.unit and not isinstance(record, Schedule):  # its path says whose it is
        context = replace(context, unit=unit)
    for name, key, kind, is_public in shape.references:
        value = getattr(record, name)
        if value is None or value == ALL:
            continue
        places = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for index, text in places:
            for problem in _check(record, key, kind, text, context, ids, index):
                yield problem if is_public else replace(problem, is_internal=True)
    for name in shape.holders:
        value = getattr(record, name)
        for child in value if isinstance(value, tuple) else (value,) if value is not None else ():
            yield from _walk(child, context, ids)


def _check(
    record: Record, key: str, kind: str, text: str, context: _Context, ids: Ids, index: int | None
) -> Iterator[Diagnostic]:
    if ids.resolves(kind, text, context):
        return
    found = f"{key}: không có {WORDS[kind]} nào mang mã “{text}”."
    yield NO_SUCH_ID.at(record.where(key, index), found, cure=ids.cure(kind, text, context, record.places.file))
