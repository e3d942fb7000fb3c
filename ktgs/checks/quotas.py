"""An activity that asks for a number of units asks for one at least."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.source.codes import about

CODE = Code(
    "R310",
    "Số đơn vị phải thực hiện là 0",
    about=about(
        "“số đơn vị” là chỉ tiêu của đợt; chỉ tiêu 0 thì chưa làm gì cũng như đã đủ. Kế hoạch không nêu số thì bỏ dòng"
        " này.",
        "mã: gs-thang-3\nsố đơn vị: 0",
        "mã: gs-thang-3\nsố đơn vị: 5",
        cure="Sửa số, hoặc xóa dòng.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each quota of none."""
    for plan in facts.repository.plans.values():
        for activity in plan.activities:
            if activity.quota == 0:
                found = "số đơn vị: 0, nhưng phải ít nhất là 1."
                yield CODE.at(activity.where("quota"), found, cure="Sửa số; kế hoạch không nêu số thì xóa dòng.")
