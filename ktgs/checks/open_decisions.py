"""What is still to be decided in a plan: a note while the plan is a draft, an error once it is none."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import vi_date
from ktgs.records.plan import Plan
from ktgs.source.characters import shown
from ktgs.source.codes import about

ISSUED = Code(
    "R321",
    "Kế hoạch còn điều phải quyết định",
    about=about(
        "Kế hoạch không còn dòng “dự thảo” là kế hoạch đã ban hành, nên không còn điều gì ở dòng “cần quyết định”.",
        "số ký hiệu: 12-KH/ĐTN\ncần quyết định:\n  - Thời gian đợt 1",
        "số ký hiệu: 12-KH/ĐTN",
        cure="Quyết định điều ấy, sửa các dòng liên quan, rồi xóa mục đó; chưa quyết định được thì giữ “dự thảo: có”.",
    ),
)
DRAFT = Code(
    "R322",
    "Dự thảo còn điều phải quyết định",
    Severity.note,
    about=about(
        "Kế hoạch lập từ kế hoạch năm trước là dự thảo. Những điều phải quyết định lại nằm ở dòng “cần quyết định”:"
        " mỗi điều một mục, quyết định xong thì xóa mục ấy.",
        "dự thảo: có\ncần quyết định:\n  - Thời gian đợt 1: từ 10/05/2021 đến 21/05/2021",
        "dự thảo: có",
        cure="Không còn mục nào thì xóa cả dòng “dự thảo”: từ đó kế hoạch được theo dõi.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each open decision of a plan, a note for each of a draft."""
    for plan in facts.repository.plans.values():
        for index, matter in enumerate(plan.to_decide):
            found = f"Kế hoạch không còn là dự thảo mà còn phải quyết định: {shown(matter)}."
            cure = "Quyết định rồi xóa mục này, hoặc ghi lại “dự thảo: có”."
            yield ISSUED.at(plan.where("to_decide", index), found, cure=cure)
    for plan in facts.repository.drafts:
        yield from _of_draft(plan)


def _of_draft(plan: Plan) -> Iterator[Diagnostic]:
    for index, matter in enumerate(plan.to_decide):
        found = f"Dự thảo còn phải quyết định: {shown(matter)}."
        yield DRAFT.at(plan.where("to_decide", index), found, cure="Sửa các dòng liên quan, rồi xóa mục này.")
    if not plan.to_decide:
        found = f"Kế hoạch từ ngày {vi_date(plan.starts_on)} còn là dự thảo, không còn điều gì phải quyết định."
        yield DRAFT.at(plan.where("is_draft"), found, cure="Đã ban hành thì xóa dòng “dự thảo”.")
