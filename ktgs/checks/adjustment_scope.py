"""An adjustment names a duty and months that the plan has."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._scope import duty_names, has_duty, is_worked_out, moved_by_follow_ups, unknown_months
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.months import Month
from ktgs.language.text import nearest, perhaps
from ktgs.records.adjustment import Adjustment
from ktgs.records.plan import Plan
from ktgs.source.codes import about

NO_DUTY = Code(
    "A102",
    "Điều chỉnh một việc mà kế hoạch không có",
    about=about(
        "“việc” của gia hạn hay miễn là tên một việc trong “thời hạn” của kế hoạch. Kiến nghị thì gia hạn bằng một diễn"
        " biến trong tệp theo dõi của nó, không bằng tệp điều chỉnh.",
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
        "kỳ: 05/2021   # kế hoạch của năm 2020",
        "kỳ: 05/2020",
        cure="Sửa tháng hoặc mã hoạt động.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each duty that the plan does not have and each month that none of its duties has."""
    for plan in facts.repository.plans.values():
        for adjustment in facts.repository.adjustments_of(plan):
            if moved_by_follow_ups(adjustment):
                yield _of_follow_up(adjustment)
            elif adjustment.duty is not None and not has_duty(plan, adjustment):
                yield _no_duty(adjustment, adjustment.duty, duty_names(plan))
            if plan.starts_on <= plan.ends_on and is_worked_out(facts.repository, plan):  # else that is told
                for index, month in unknown_months(facts, plan, adjustment):
                    yield _no_month(adjustment, plan, index, month)


def _of_follow_up(adjustment: Adjustment) -> Diagnostic:
    return NO_DUTY.at(
        adjustment.where("duty"),
        f"“{adjustment.duty}” không gia hạn, miễn bằng tệp điều chỉnh.",
        cure="Ghi một diễn biến “gia hạn” có “hạn mới” vào tệp theo dõi của kiến nghị, rồi xóa tệp này.",
    )


def _no_duty(adjustment: Adjustment, duty: str, names: list[str]) -> Diagnostic:
    near = nearest(duty, names)
    return NO_DUTY.at(
        adjustment.where("duty"),
        f"Kế hoạch không có việc “{duty}”.",
        expected=f"Dùng: {', '.join(names)}.",
        cure=perhaps(near, "Sửa tên việc."),
    )


def _no_month(adjustment: Adjustment, plan: Plan, index: int, month: Month) -> Diagnostic:
    return NO_PERIOD.at(
        adjustment.where("periods", index),
        f"Kế hoạch {plan.label} không có kỳ “{month.label}”.",
        expected="Dùng tháng (03/2020), mã hoạt động hoặc “tất cả”.",
        cure="Sửa tháng hoặc mã hoạt động.",
    )
