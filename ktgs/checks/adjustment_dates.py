"""A plan is adjusted after it was issued."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._order import dated, out_of_order
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.source.codes import about

CODE = Code(
    "D208",
    "Điều chỉnh trước khi có kế hoạch",
    about=about(
        "Điều chỉnh, gia hạn, miễn chỉ có sau ngày ban hành kế hoạch.",
        "ngày quyết định: 16/03/2019   # kế hoạch ban hành ngày 20/02/2020",
        "ngày quyết định: 16/03/2020",
        cure="Sửa ngày quyết định, nhất là năm.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each decision that lies before the plan's issue."""
    for plan in facts.repository.plans.values():
        for adjustment in facts.repository.adjustments_of(plan):
            issued = dated(plan, "issued_on", plan.issued_on)
            decided = dated(adjustment, "decided_on", adjustment.decided_on)
            yield from out_of_order(CODE, issued, decided, cure="Sửa ngày quyết định, nhất là năm.")
