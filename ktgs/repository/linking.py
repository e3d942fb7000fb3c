"""References between records: each becomes the key of what it names, or is told with the ids that are near or there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import is_not
from typing import Any

from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.months import Month
from ktgs.language.text import fold
from ktgs.language.vocabulary import SUB_UNIT, Reference
from ktgs.records.adjustment import ALL
from ktgs.records.assignment import Assignment
from ktgs.records.base import FileRecord, Record
from ktgs.records.keys import Context, Key, Written
from ktgs.records.organization import Organization
from ktgs.records.plan import Plan
from ktgs.records.report import FlashReport, Report, Summary
from ktgs.records.schedule import Schedule
from ktgs.records.schema import Field, schema
from ktgs.records.unit import Unit
from ktgs.repository.linked import report_day
from ktgs.repository.linked_before import LinkedBefore
from ktgs.repository.names import Names
from ktgs.repository.wrong_ids import NO_FORM, cure
from ktgs.source.codes import about

NO_SUCH_ID = Code(
    "R101",
    "Mã không có trong dữ liệu",
    about=about(
        "Dòng này chỉ đến một tệp hoặc một mục khác bằng mã, nhưng không có mã đó. Mã của một tệp là tên tệp không có"
        " phần đuôi; mã của một mục là giá trị ở dòng `mã`. Khi đổi tên tệp, phải sửa mọi chỗ nhắc đến nó.",
        "đơn vị: doan-so-aa",
        "đơn vị: doan-so-a",
        cure="Sửa mã theo mã nêu trong thông báo, hoặc tạo tệp còn thiếu.",
    ),
)

WRONG_WORD = Code(
    "R103",
    "Từ chỉ đơn vị trực thuộc không phải của đơn vị này",
    about=about(
        "Mỗi loại đơn vị có một từ riêng cho đơn vị trực thuộc, nêu ở `loại đơn vị` trong `data/organization.yml`;"
        " từ đó cũng là tên dòng trong tệp của đơn vị, lịch, báo cáo và đoàn kiểm tra.",
        "tên: Trường B\nloại: trường\nchi đoàn:\n  - mã: toan\n    tên: Tổ Toán",
        "tên: Trường B\nloại: trường\nphòng ban:\n  - mã: toan\n    tên: Tổ Toán",
    ),
)
_COUNTED = 20  # wrong ids of one file for which others are looked for: nobody reads more


class Linker:
    """Puts keys in the place of references, and keeps what is wrong with them."""

    def __init__(self, names: Names, plans: Mapping[str, Plan], organization: Organization | None) -> None:
        self._names = names
        self._plans = plans
        self._organization = organization
        self._told_of: Counter[str] = Counter()  # wrong ids, by file
        self.problems: list[Diagnostic] = []

    def link(self, record: FileRecord) -> tuple[FileRecord, bool]:
        """Return the record with its references as keys, and whether each of them names something."""
        if isinstance(record, Report) and not record.plan:
            record = record.replace(plan=self._plan_of(record))
        attempts = [self._told(record, context) for context in _contexts(record)]
        linked, problems = min(attempts, key=lambda attempt: len(attempt[1]))
        self.problems.extend(problems)
        return linked, not any(problem.code is NO_SUCH_ID for problem in problems)

    def _told(self, record: FileRecord, context: Context) -> tuple[FileRecord, list[Diagnostic]]:
        """Return the record as linked in a context, and what is wrong with it there."""
        before = len(self.problems)
        linked: FileRecord = self._linked(record, context)
        problems = self.problems[before:]
        del self.problems[before:]
        return linked, problems

    def _linked(self, record: Any, context: Context) -> Any:
        kind: type[Record] = type(record)
        shape = schema(kind)
        unit = record.unit if "unit" in shape.fields else None
        if unit and unit != context.unit and kind is not Schedule:  # its path says whose it is
            context = replace(context, unit=unit)
        for field in shape.of_sub_units:
            if field.key in record.places.entries:
                self._check_word(record, field, context)
        changes = {field.name: keys for field in shape.references if (keys := self._keys(record, field, context))}
        for field in shape.children:
            if inside := getattr(record, field.name):
                children = inside if field.is_many else (inside,)
                linked = tuple([self._linked(child, context) for child in children])
                if any(map(is_not, linked, children)):
                    changes[field.name] = linked if field.is_many else linked[0]
        return record.replace(**changes) if changes else record

    def _keys(self, record: Record, field: Field, context: Context) -> Any:
        """Return the keys to put in the place of what a field says, None where ids stay as they are."""
        value, refers_to = getattr(record, field.name), field.refers_to
        if value in (None, (), ALL) or refers_to is None:
            return None
        is_many = isinstance(value, tuple)
        given = value if is_many else (value,)
        keys: list[Any] = []
        for index, text in enumerate(given):
            if isinstance(text, Month):  # a period is a month, or an activity
                keys.append(text)
                continue
            key = refers_to.key.complete(text.parts, context) if isinstance(text, Written) else text
            keys.append(key if key is not None else text)
            if not self._names.has(refers_to.kind, key, context):
                problem = self._no_such(record, field, text, key, context, index if is_many else None)
                self.problems.append(problem if field.is_public else replace(problem, is_internal=True))
        if refers_to.key is None:
            return None
        return tuple(keys) if is_many else keys[0]

    def _no_such(
        self, record: Record, field: Field, text: str | Written, key: object, context: Context, index: int | None
    ) -> Diagnostic:
        kind = field.refers_to.kind if field.refers_to else ""
        word = record.places.sub_unit if kind == "branch" else self._names.word(kind)
        return NO_SUCH_ID.at(
            record.where(field.name, index),
            f"{record.key_of(field.name)}: không có {word} nào mang mã “{text}”.",
            cure=self._cure(record, field.refers_to, str(text), key, context),
        )

    def _cure(self, record: Record, refers_to: Reference | None, text: str, key: object, context: Context) -> str:
        file = record.places.file
        self._told_of[file] += 1
        if refers_to is None or self._told_of[file] > _COUNTED:
            return NO_FORM
        known = self._known(refers_to, text, key, context)
        return cure(refers_to.kind, text, known, is_inside=context.is_inside)

    def _known(self, refers_to: Reference, text: str, key: object, context: Context) -> list[str]:
        """Return what a reference may name, in the form that it was or should be written in."""
        known = self._names.of(refers_to.kind)
        kind: type[Key] | None = refers_to.key
        short = kind.complete(("",) * kind.short, context) if kind else None
        if short and (context.is_inside or (isinstance(key, Key) and text == key.own)):
            return sorted(other.own for other in known if isinstance(other, Key) and other.scope == short.scope)
        return sorted(map(str, known))

    def _check_word(self, record: Record, field: Field, context: Context) -> None:
        """Tell a word for sub-units that is not that of the unit's kind."""
        unit = record if isinstance(record, Unit) else self._names.unit(context.unit)
        if unit is None or self._organization is None or not self._organization.has_kind(unit.kind):
            return
        word = self._organization.sub_unit_word(unit.kind)
        if fold(word) == fold(record.places.sub_unit):
            return
        right = field.key.replace(SUB_UNIT, word)
        cure = f"Viết “{right}”." if word else "Bỏ dòng này, hoặc sửa “loại” của đơn vị."
        found = f"Đơn vị loại “{unit.kind}” không có “{record.key_of(field.name)}”."
        self.problems.append(WRONG_WORD.at(record.where_key(field.name), found, cure=cure))

    def _plan_of(self, report: Report) -> str | None:
        """Return the plan that a reference of the report names, else the only one whose months hold its own.

        Of several, the only one in which most of what the report refers to is there.
        """
        for field in schema(type(report)).references:
            for written in field.values(report):
                if isinstance(written, Written) and len(written.parts) > 1 and self._names.has_plan(written.parts[0]):
                    return written.parts[0]
        plans = plans_holding(report, self._plans.values())
        if len(plans) > 1:
            wrong = {plan: len(self._told(report, _context(report.replace(plan=plan)))[1]) for plan in plans}
            plans = [plan for plan in plans if wrong[plan] == min(wrong.values())]
        return plans[0] if len(plans) == 1 else None


def plans_holding(report: Report, plans: Iterable[Plan]) -> list[str]:
    """Return the ids of the plans whose months, from that of the issue to that of the end, hold the report's month.

    All of them, where the report has neither a month nor a day.
    """
    day = report.month.first if isinstance(report, FlashReport | Summary) else report_day(report)
    return [plan.id for plan in plans if day is None or _holds(plan, Month.of(day))]


def _holds(plan: Plan, month: Month) -> bool:
    return Month.of(plan.issued_on) <= month <= Month.of(plan.ends_on)


def _contexts(record: FileRecord) -> Iterator[Context]:
    """Yield where the references of a file are read: as its path says, then as it says itself where that differs."""
    context = _context(record)
    yield context
    if isinstance(record, Schedule) and record.unit != context.unit:
        yield replace(context, unit=record.unit)
    if isinstance(record, Assignment) and record.month != context.month:
        yield replace(context, month=record.month)


def _context(record: FileRecord) -> Context:
    plan = record.parts.get("plan", "") or (record.plan if isinstance(record, Report) else "") or ""
    unit = record.id if isinstance(record, Unit | Schedule) else ""
    month = record.key.month if isinstance(record, Assignment) else None
    return Context(plan=plan, unit=unit, month=month, is_inside="plan" in record.parts)


def linked(
    records: Iterable[FileRecord],
    names: Names,
    plans: Mapping[str, Plan],
    organization: Organization | None,
    before: LinkedBefore | None = None,
) -> tuple[tuple[FileRecord, ...], tuple[FileRecord, ...], tuple[Diagnostic, ...]]:
    """Return the records with keys for references, those with a reference that names nothing, and what is wrong.

    Records that were linked `before` among the same names are taken as they are.
    """
    linker = Linker(names, plans, organization)
    before = before or LinkedBefore()
    before.begin(names, plans, organization)
    sound: list[FileRecord] = []
    dangling: list[FileRecord] = []
    for record in records:
        if (made := before.of(record)) is not None:
            sound.append(made)
            continue
        told = len(linker.problems)
        linked_record, is_sound = linker.link(record)
        (sound if is_sound else dangling).append(linked_record)
        if len(linker.problems) == told:
            before.keep(record, linked_record)
    return tuple(sound), tuple(dangling), tuple(linker.problems)
