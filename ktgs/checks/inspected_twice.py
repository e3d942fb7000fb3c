"""A unit is not inspected twice for the same thing in a year."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.records.plan import ActivityKind, Trigger
from ktgs.records.team import Status
from ktgs.repository.index import Repository
from ktgs.repository.linked import Held
from ktgs.repository.periods import period
from ktgs.source.codes import about

CODE = Code(
    "M305",
    "Một đơn vị được kiểm tra hai lần trong năm",
    Severity.warning,
    about=about(
        "Trong một năm, một đơn vị không nên bị kiểm tra (hay giám sát chuyên đề) hai lần vì cùng một lý do. Kiểm"
        " tra theo kế hoạch và kiểm tra đột xuất là hai việc khác nhau; cuộc đã hủy không tính.",
        "đơn vị: doan-so-a   # đợt 2, mà đợt 1 đã kiểm tra doan-so-a",
        cure="Chọn đơn vị khác, nếu không có lý do kiểm tra lại.",
    ),
)

Same = tuple[str, ActivityKind, Trigger, int]  # the unit, what is done there, why, in which year


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each engagement after the unit's first of its kind in the year; not within one team."""
    groups: dict[Same, list[Held]] = {}
    for held in facts.repository.engagements:
        if held.activity.is_round and held.engagement.status is not Status.cancelled:
            groups.setdefault(_same(facts.repository, held), []).append(held)
    for group in groups.values():
        group.sort(key=lambda held: (_day(facts.repository, held), held.team.file))
        for held in group[1:]:
            if held.team is not group[0].team:
                yield _told(group[0], held)


def _day(repository: Repository, held: Held) -> str:
    """Return the day of the session, else the activity's first, as a key to sort by."""
    start = period(repository, held.plan, held.activity, held.engagement.unit).starts_on
    return str(held.engagement.session_on or start or held.plan.starts_on)


def _same(repository: Repository, held: Held) -> Same:
    year = int(_day(repository, held)[:4])
    return held.engagement.unit, held.activity.kind, held.activity.trigger, year


def _told(first: Held, second: Held) -> Diagnostic:
    kind = second.activity.kind
    return CODE.at(
        second.engagement.where("unit"),
        f"“{second.engagement.unit}” đã có trong “{first.activity.id}” ({kind}) cùng năm, do {first.team.id} thực"
        f" hiện.",
        expected=f"Trong một năm, một đơn vị không {kind} hai lần vì cùng một lý do.",
        cure="Chọn đơn vị khác, nếu không có lý do làm lại.",
        related=[Related(first.engagement.where("unit"), f"cuộc trong {first.activity.id}")],
    )
