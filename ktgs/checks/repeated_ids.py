"""One id stands once in its list; so does a duty among the terms, a unit in a notice or a team, a role, a kind."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Place, Related
from ktgs.language.text import fold
from ktgs.records.assignment import Assignment
from ktgs.records.base import Record
from ktgs.records.notice import Notice
from ktgs.records.organization import Organization
from ktgs.records.plan import Plan
from ktgs.records.report import Report
from ktgs.records.schedule import Schedule
from ktgs.records.schema import schema
from ktgs.records.team import Status, Team
from ktgs.source.codes import about

CODE = Code(
    "R201",
    "Một mã đứng hai lần trong danh sách",
    about=about(
        "Trong một danh sách, mỗi mã (hay việc, đơn vị, chi đoàn, vai trò, loại đơn vị) chỉ đứng một lần; nếu không thì"
        " không biết chỗ khác nhắc đến mục nào. Mã của mọi nội dung trong một báo cáo tính chung.",
        "buổi:\n  - mã: b1\n    …\n  - mã: b1\n    …",
        "buổi:\n  - mã: b1\n    …\n  - mã: b2\n    …",
        cure="Đổi mã của một mục, hoặc xóa mục thừa.",
    ),
)


class _Named(NamedTuple):
    """What a list says once: as it is compared, as it is written, and which field of which record says it."""

    id: Hashable
    text: str
    record: Record
    field: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.record.where(self.field)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each repetition, with the place of the first."""
    for kind, records in facts.repository.by_class.items():
        with_ids = _with_ids(kind)
        for record in records:
            for items in chain((_ids(items(record)) for items in with_ids), _others(record)):
                yield from _repeated(items)


def _with_ids(kind: type[Record]) -> tuple[Callable[[Any], Iterable[Any]], ...]:
    """Return what gives each list of things with ids; the findings of a report are one list, whatever their kind."""
    if issubclass(kind, Report):
        return (attrgetter("findings"),)
    children = schema(kind).children
    return tuple(field.values for field in children if field.is_many and "id" in schema(field.child).fields)


def _ids(items: Iterable[Any]) -> Iterator[_Named]:
    return (_by(item, "id", item.id) for item in items)


def _others(record: Record) -> Iterator[Iterable[_Named]]:
    """Yield each list that says something once without giving it an id."""
    match record:
        case Organization():
            yield (_by(holder, "role", str(holder.role)) for holder in record.roles)
            yield (_by(kind, "name", kind.name) for kind in record.unit_kinds)
        case Plan():
            yield (_by(term, "duty", term.duty) for term in record.terms)
        case Team():
            going = (engagement for engagement in record.engagements if engagement.status is not Status.cancelled)
            yield (_by(engagement, "unit", engagement.unit) for engagement in going)
        case Notice():
            yield (_by(sending, "unit", sending.unit) for sending in record.sent_to)
        case Schedule():
            yield (_by(row, "branch", row.branch.own) for row in record.no_meeting)
        case Assignment():
            yield (_by(item, "person", item.person, (item.meeting, item.person)) for item in record.items)


def _by(record: Record, field: str, text: str, same: Hashable = None) -> _Named:
    """Return what a record says in a field; `same` is what it is compared by, where that is not the text."""
    return _Named(same or fold(text), text, record, field)


def _repeated(items: Iterable[_Named]) -> Iterator[Diagnostic]:
    first: dict[Hashable, _Named] = {}
    for item in items:
        earlier = first.setdefault(item.id, item)
        if earlier is not item:
            yield CODE.at(
                item.place,
                f"{item.record.key_of(item.field)}: “{item.text}” đã có ở dòng {earlier.place.line}.",
                cure="Đổi mã của một mục, hoặc xóa mục thừa.",
                related=[Related(earlier.place, "chỗ thứ nhất")],
            )
