"""One id stands once in its list; so does a duty among the terms, a unit in a notice or a team, a role, a kind."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

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
from ktgs.records.schema import schema, walk
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
    """What a list says once: as it is compared, under which key it is written, as what, and where."""

    id: Hashable
    key: str
    text: str
    place: Place


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each repetition, with the place of the first."""
    for record in chain.from_iterable(map(walk, facts.repository.every_record())):
        for items in (*_ids(record), *_others(record)):
            yield from _repeated(items)


def _ids(record: Record) -> Iterator[Iterable[_Named]]:
    """Yield each list of things with ids; the findings of a report are one list, whatever their kind."""
    if isinstance(record, Report):
        yield (_by(finding, "id", finding.id) for finding in record.findings)
        return
    for field in schema(type(record)).children:
        if field.is_many and field.child and "id" in schema(field.child).fields:
            yield (_by(child, "id", child.id) for child in field.values(record))


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
    return _Named(same or fold(text), record.key_of(field), text, record.where(field))


def _repeated(items: Iterable[_Named]) -> Iterator[Diagnostic]:
    first: dict[Hashable, _Named] = {}
    for item in items:
        earlier = first.setdefault(item.id, item)
        if earlier is not item:
            yield CODE.at(
                item.place,
                f"{item.key}: “{item.text}” đã có ở dòng {earlier.place.line}.",
                cure="Đổi mã của một mục, hoặc xóa mục thừa.",
                related=[Related(earlier.place, "chỗ thứ nhất")],
            )
