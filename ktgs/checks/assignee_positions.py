"""Whoever is assigned to a meeting holds a position that the plan asks for, when assigned and on the meeting's day."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._plans import could_plan, could_tell
from ktgs.checks._positions import holds, not_holding
from ktgs.duties.assignment import DUTY
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.source.codes import about

AT_ASSIGNMENT = Code(
    "M201",
    "Người được phân công không giữ chức vụ cần có",
    about=about(
        "Kế hoạch nêu người của những cơ quan nào được phân công dự sinh hoạt (`người được phân công`). Chức vụ"
        " được xét vào ngày phân công, không phải hôm nay.",
        "buổi: doan-so-a/b1\ncán bộ: vo-thi-g   # chỉ là Ủy viên UBKT, mà kế hoạch cần BTV, BCH",
        "buổi: doan-so-a/b1\ncán bộ: nguyen-van-a   # Ủy viên BTV",
        cure="Phân công người khác, hoặc bổ sung chức vụ với ngày “từ”, “đến” đúng.",
    ),
)
AT_MEETING = Code(
    "M202",
    "Người được phân công hết giữ chức vụ trước buổi sinh hoạt",
    Severity.warning,
    about=about(
        "Khi phân công thì đủ chức vụ, nhưng đến ngày sinh hoạt thì không còn.",
        "buổi: doan-so-a/b1   # ngày 10/09/2020\ncán bộ: le-van-c   # thôi BTV từ 01/09/2020",
        "buổi: doan-so-a/b1   # ngày 10/09/2020\ncán bộ: nguyen-van-a   # còn là Ủy viên BTV",
        cure="Cân nhắc phân công người khác.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for the day of assignment, else a warning for the day of the meeting.

    Days on which the plan was not in force are told themselves.
    """
    repository = facts.repository
    for assigned in repository.assigned:
        plan, person = repository.plans.get(assigned.key.plan), repository.people.get(assigned.item.person)
        term = plan.term(DUTY.name) if plan else None
        if plan is None or term is None or person is None:
            continue
        place = assigned.item.where("person")
        on = assigned.item.assigned_on or assigned.assignment.issued_on
        if not could_tell(plan, on):
            continue
        if not holds(repository, person, term, on):
            yield not_holding(AT_ASSIGNMENT, repository, plan, term, person, place, "ngày phân công", on)
            continue
        day = assigned.meeting.on if assigned.meeting else None
        if day and could_plan(plan, day) and not holds(repository, person, term, day):
            yield not_holding(AT_MEETING, repository, plan, term, person, place, "ngày sinh hoạt", day)
