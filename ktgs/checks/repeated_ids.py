"""One id stands once in its list; so does a duty among the terms, and a unit in a notice or a team."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ktgs.checks._walk import everything
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Place, Related
from ktgs.language.text import fold
from ktgs.records.assignment import Assignment
from ktgs.records.base import Record
from ktgs.records.notice import Notice
from ktgs.records.organization import Organization
from ktgs.records.plan import Plan
from ktgs.records.schedule import Schedule
from ktgs.records.team import Engagement, Status, Team
from ktgs.records.unit import Unit
from ktgs.repository.index import Repository
from ktgs.source.codes import about

CODE = Code(
    "R201",
    "Một mã đứng hai lần trong danh sách",
    about=about(
        "Trong một danh sách, mỗi mã (hay việc, đơn vị, chi đoàn) chỉ đứng một lần; nếu không thì không biết chỗ"
        " khác nhắc đến mục nào. Mã của mọi nội dung trong một báo cáo tính chung.",
        "buổi:\n  - mã: b1\n    …\n  - mã: b1\n    …",
        "buổi:\n  - mã: b1\n    …\n  - mã: b2\n    …",
        cure="Đổi mã của một mục, hoặc xóa mục thừa.",
    ),
)


class _Named(NamedTuple):
    """What a list says once, as it is compared, as it is written, and where."""

    key: str
    id: str
    text: str
    place: Place


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each repetition, with the place of the first."""
    for record in everything(facts.repository):
        for items in _lists(record):
            yield from _repeated(items)
    yield from _findings(facts.repository)


def _lists(record: Record) -> Iterator[Iterable[_Named]]:
    match record:
        case Organization():
            yield (_by(item, "mã", item.id) for item in record.bodies)
        case Unit():
            yield (_by(item, "mã", item.id) for item in record.branches)
        case Plan():
            yield (_by(item, "việc", item.duty) for item in record.terms)
            yield (_by(item, "mã", item.id) for item in record.topics)
            yield (_by(item, "mã", item.id) for item in record.activities)
        case Team():
            yield (_by(item, "mã", item.id) for item in record.engagements)
            going = (item for item in record.engagements if item.status is not Status.cancelled)
            yield (_by(item, "đơn vị", item.unit) for item in going)
        case Engagement():
            yield (_by(item, "mã", item.id) for item in record.documents)
        case Notice():
            yield (_by(item, "đơn vị", item.unit) for item in record.sent_to)
        case Schedule():
            yield (_by(item, "mã", item.id) for item in record.meetings)
            yield (_by(item, "chi đoàn", item.branch) for item in record.no_meeting)
        case Assignment():
            yield (
                _Named("cán bộ", f"{item.meeting} {item.person}", item.person, item.where("person"))
                for item in record.items
            )


def _by(item: Record, key: str, text: str) -> _Named:
    return _Named(key, fold(text), text, item.where(key))


def _findings(repository: Repository) -> Iterator[Diagnostic]:
    reports: dict[str, list[_Named]] = {}
    for found in repository.findings:
        reports.setdefault(found.report.id, []).append(_by(found.finding, "mã", found.finding.id))
    for items in reports.values():
        yield from _repeated(items)


def _repeated(items: Iterable[_Named]) -> Iterator[Diagnostic]:
    first: dict[str, _Named] = {}
    for item in items:
        earlier = first.setdefault(item.id, item)
        if earlier is not item:
            yield CODE.at(
                item.place,
                f"{item.key}: “{item.text}” đã có ở dòng {earlier.place.line}.",
                cure="Đổi mã của một mục, hoặc xóa mục thừa.",
                related=[Related(earlier.place, "chỗ thứ nhất")],
            )
