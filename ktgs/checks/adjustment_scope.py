"""An adjustment names a duty and periods that the plan has."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._scope import duty_names, has_duty, unknown_periods
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.text import nearest, nearest_id, perhaps
from ktgs.records.adjustment import Adjustment
from ktgs.records.plan import Plan
from ktgs.records.values import month_in
from ktgs.records.written import lacks_year
from ktgs.source.codes import about

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
    for plan in facts.repository.plans.values():
        for adjustment in facts.repository.adjustments_of(plan):
            if adjustment.duty is not None and not has_duty(plan, adjustment):
                yield _no_duty(adjustment, adjustment.duty, duty_names(plan))
            if plan.starts_on <= plan.ends_on:  # else it has no periods at all, and that is told
                for index, text in unknown_periods(facts, plan, adjustment):
                    yield _no_period(adjustment, plan, index, text)


def _no_duty(adjustment: Adjustment, duty: str, names: list[str]) -> Diagnostic:
    near = nearest(duty, names)
    return NO_DUTY.at(
        adjustment.where("việc"),
        f"Kế hoạch không có việc “{duty}”.",
        expected=f"Dùng: {', '.join(names)}.",
        cure=perhaps(near, "Sửa tên việc."),
    )


def _no_period(adjustment: Adjustment, plan: Plan, index: int, text: str) -> Diagnostic:
    near = None if month_in(text) else nearest_id(text, [activity.id for activity in plan.activities])
    return NO_PERIOD.at(
        adjustment.where("kỳ", index),
        f"Kế hoạch {plan.label} không có kỳ “{text}”{': thiếu năm' if lacks_year(text) else ''}.",
        expected="Dùng tháng (03/2020), mã hoạt động hoặc “tất cả”.",
        cure="Ghi cả năm của tháng." if lacks_year(text) else perhaps(near, "Sửa tháng hoặc mã hoạt động."),
    )
