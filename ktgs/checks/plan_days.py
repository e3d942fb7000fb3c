"""A plan's own days fit one another: it is issued about when it begins, and takes some years at most."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.text import vi_date
from ktgs.records.plan import Plan
from ktgs.source.codes import about

OVER = Code(
    "D215",
    "Kế hoạch ban hành sau khi đã kết thúc",
    about=about(
        "Kế hoạch chỉ đòi hỏi những gì đến hạn từ ngày ban hành, nên ban hành sau ngày “đến” thì không còn việc nào."
        " Thường do gõ nhầm năm.",
        "ngày ban hành: 20/02/2021\ntừ: 01/01/2020\nđến: 31/12/2020",
        "ngày ban hành: 20/02/2020\ntừ: 01/01/2020\nđến: 31/12/2020",
        cure="Sửa ngày ghi sai, nhất là năm.",
    ),
)
UNUSUAL = Code(
    "D216",
    "Thời gian của kế hoạch dài khác thường",
    Severity.warning,
    about=about(
        "Kế hoạch kéo dài quá sáu năm (hơn một nhiệm kỳ), hoặc ban hành trước khi bắt đầu hơn một năm. Mỗi tháng trong"
        " thời gian ấy đều có việc phải làm. Thường do gõ nhầm năm.",
        "từ: 01/01/2020\nđến: 31/12/2202",
        "từ: 01/01/2020\nđến: 31/12/2020",
        cure="Sửa ngày ghi sai, nhất là năm.",
    ),
)
_LONGEST = timedelta(days=6 * 366)
_BEFORE = timedelta(days=366)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each plan issued after its end, a warning for each that takes or awaits very long."""
    for plan in facts.repository.plans.values():
        if plan.starts_on > plan.ends_on:  # told as a span
            continue
        if plan.issued_on > plan.ends_on:
            found = f"{_day(plan, 'issued_on')} sau ngày kế hoạch kết thúc, {vi_date(plan.ends_on)}."
            yield _told(OVER, plan, "issued_on", "ends_on", found)
        elif plan.issued_on < plan.starts_on - _BEFORE:
            found = f"{_day(plan, 'issued_on')} trước khi kế hoạch bắt đầu, {vi_date(plan.starts_on)}, hơn một năm."
            yield _told(UNUSUAL, plan, "issued_on", "starts_on", found)
        if plan.ends_on > plan.starts_on + _LONGEST:
            found = f"{_day(plan, 'ends_on')} sau khi kế hoạch bắt đầu, {vi_date(plan.starts_on)}, hơn sáu năm."
            yield _told(UNUSUAL, plan, "ends_on", "starts_on", found)


def _day(plan: Plan, field: str) -> str:
    return f"{plan.key_of(field)}: {vi_date(getattr(plan, field))}"


def _told(code: Code, plan: Plan, field: str, other: str, found: str) -> Diagnostic:
    related = [Related(plan.where(other), plan.key_of(other))]
    return code.at(plan.where(field), found, cure="Sửa ngày, nhất là năm.", related=related)
