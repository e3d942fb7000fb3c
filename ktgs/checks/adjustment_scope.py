"""An adjustment names a duty and periods that the plan has."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.diagnostics import Code, Diagnostic
from ktgs.facts import Facts, duties
from ktgs.judging import period_id
from ktgs.records.adjustment import ALL, Adjustment
from ktgs.records.plan import Plan
from ktgs.records.values import month_in
from ktgs.source.codes import about
from ktgs.text import fold, nearest

NO_DUTY = Code(
    "A102",
    "Điều chỉnh một việc mà kế hoạch không có",
    about=about(
        "“việc” của gia hạn hay miễn là tên một việc trong “thời hạn” của kế hoạch, hoặc “kiến nghị”.",
        "việc: bao cáo kết qủa",
        "việc: báo cáo kết quả",
        cure="Dùng một trong các tên nêu trong thông báo.",
    ),
)
NO_PERIOD = Code(
    "A103",
    "Kỳ không có trong kế hoạch",
    about=about(
        "“kỳ” là các tháng (03/2020) hoặc mã hoạt động (dot-1) của kế hoạch, hoặc `tất cả`. Lịch sinh hoạt lấy"
        " tháng của các buổi, không phải tháng gửi.",
        "kỳ: đợt 1",
        "kỳ: dot-1",
        cure="Sửa tháng hoặc mã hoạt động.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each duty that the plan does not have and each period that none of its duties has."""
    always = [duty.name for duty in duties() if not duty.needs_term]
    for plan in facts.repository.plans.values():
        names = [*(term.duty for term in plan.terms), *always]
        periods = {item.period for item in facts.obligations if item.plan is plan and item.period}
        for adjustment in facts.repository.adjustments_of(plan):
            yield from _duty(adjustment, names)
            yield from _periods(adjustment, plan, periods)


def _duty(adjustment: Adjustment, names: list[str]) -> Iterator[Diagnostic]:
    if adjustment.duty is not None and fold(adjustment.duty) not in {fold(name) for name in names}:
        near = nearest(adjustment.duty, names)
        yield NO_DUTY.at(
            adjustment.where("việc"),
            f"Kế hoạch không có việc “{adjustment.duty}”.",
            expected=f"Dùng: {', '.join(names)}.",
            cure=f"Gần nhất: {near}." if near else "Sửa tên việc.",
        )


def _periods(adjustment: Adjustment, plan: Plan, known: set[str]) -> Iterator[Diagnostic]:
    if adjustment.periods == ALL:
        return
    ids = [activity.id for activity in plan.activities]
    for index, text in enumerate(adjustment.periods):
        if period_id(text) in known or text in ids:
            continue
        near = None if month_in(text) else nearest(text, ids)
        yield NO_PERIOD.at(
            adjustment.where("kỳ", index),
            f"Kế hoạch {plan.label} không có kỳ “{text}”.",
            expected="Dùng tháng (03/2020), mã hoạt động hoặc “tất cả”.",
            cure=f"Gần nhất: {near}." if near else "Sửa tháng hoặc mã hoạt động.",
        )
