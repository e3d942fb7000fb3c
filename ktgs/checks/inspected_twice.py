"""A unit is not inspected twice for the same thing in a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.records.plan import ActivityKind, Trigger
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.periods import expected_on
from ktgs.repository.repository import Repository
from ktgs.repository.sessions import is_cancelled
from ktgs.source.codes import about

CODE = Code(
    "M305",
    "Một đơn vị được kiểm tra hai lần trong năm",
    Severity.warning,
    about=about(
        "Trong một năm, một đơn vị không nên bị kiểm tra (hay giám sát chuyên đề) hai lần vì cùng một lý do. Kiểm"
        " tra theo kế hoạch và kiểm tra đột xuất là hai việc khác nhau; cuộc đã hủy không tính.",
        "đơn vị: doan-so-a   # đợt 2, mà đợt 1 đã kiểm tra doan-so-a",
        "đơn vị: doan-so-b   # đợt 2; đợt 1 đã kiểm tra doan-so-a",
        cure="Chọn đơn vị khác, nếu không có lý do kiểm tra lại.",
    ),
)

Same = tuple[str, ActivityKind, Trigger, int]  # the unit, what is done there, why, in which year


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each engagement after the unit's first of its kind in the year; not within one team."""
    groups: dict[Same, list[TeamEngagement]] = {}
    for engaged in facts.repository.engagements.values():
        if engaged.activity.is_round and not is_cancelled(engaged.engagement):
            groups.setdefault(_same(facts.repository, engaged), []).append(engaged)
    for group in groups.values():
        first, *later = sorted(group, key=lambda engaged: (_day(facts.repository, engaged), engaged.team.file))
        for engaged in later:
            if engaged.team is not first.team:
                yield _told(first, engaged)


def _day(repository: Repository, engaged: TeamEngagement) -> date:
    """Return the day by which engagements are put in order and in a year."""
    return expected_on(repository, engaged) or engaged.plan.starts_on


def _same(repository: Repository, engaged: TeamEngagement) -> Same:
    year = _day(repository, engaged).year
    return engaged.engagement.unit, engaged.activity.kind, engaged.activity.trigger, year


def _told(first: TeamEngagement, second: TeamEngagement) -> Diagnostic:
    kind = second.activity.kind
    return CODE.at(
        second.engagement.where("unit"),
        f"“{second.engagement.unit}” đã có trong “{first.activity.id}” ({kind}) cùng năm, do {first.team.id} thực"
        f" hiện.",
        expected=f"Trong một năm, một đơn vị không nên bị {kind} hai lần vì cùng một lý do.",
        cure="Chọn đơn vị khác, nếu không có lý do làm lại.",
        related=[Related(first.engagement.where("unit"), f"cuộc trong {first.activity.id}")],
    )
