"""Adjustments that do nothing, or no longer do anything, are said: they only hide what counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ktgs.checks._scope import is_known
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import vi_date
from ktgs.obligations.judging import concerns
from ktgs.obligations.obligation import Obligation
from ktgs.records.adjustment import Adjustment, AdjustmentKind
from ktgs.records.plan import Plan
from ktgs.repository.index import Repository
from ktgs.repository.periods import periods
from ktgs.source.codes import about

CODE = Code(
    "A201",
    "Điều chỉnh không có tác dụng",
    Severity.warning,
    about=about(
        "Điều chỉnh không đổi được gì: không việc nào nằm trong phạm vi, miễn việc đã làm xong, hạn mới không sau"
        " hạn cũ, hoặc dời sang đúng thời gian đang có.",
        "loại: miễn\nviệc: gửi lịch sinh hoạt\nđơn vị: doan-so-a\nkỳ: 04/2020   # đã gửi lịch",
        cure="Sửa phạm vi hoặc ngày; không còn cần thì xóa tệp.",
    ),
)
_CURE = "Sửa phạm vi hoặc ngày; không còn cần thì xóa tệp."


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each adjustment without effect, with the reason."""
    repository = facts.repository
    for plan in repository.plans.values():
        mine = [item for item in facts.obligations if item.plan is plan]
        for adjustment in repository.adjustments_of(plan):
            is_move = adjustment.kind is AdjustmentKind.adjustment
            if not is_known(facts, plan, adjustment) or _may_hide(repository, plan):
                continue
            key, reason = _idle_move(repository, plan, adjustment) if is_move else _idle(adjustment, mine)
            if reason:
                yield CODE.at(adjustment.where(key), f"Điều chỉnh không có tác dụng: {reason}.", cure=_CURE)


def _may_hide(repository: Repository, plan: Plan) -> bool:
    """Return whether a broken file may hold what an adjustment of the plan is about."""
    return any(mark.parts.get("plan", plan.id) == plan.id for mark in repository.broken)


def _idle(adjustment: Adjustment, obligations: list[Obligation]) -> tuple[str, str]:
    """Return the key to look at and why an extension or a waiver does nothing; no reason where it does something."""
    found = [item for item in obligations if concerns(adjustment, item.duty, item)]
    if not found:
        return "loại", "không việc phải làm nào nằm trong phạm vi"
    open_ones = [item for item in found if not item.parts and item.done_on is None]
    if adjustment.kind is AdjustmentKind.waiver:
        return "loại", "" if open_ones else "mọi việc trong phạm vi đã làm xong"
    due, new_due = [item.original_due_on for item in found], adjustment.new_due
    if new_due and all(day is not None and new_due <= day for day in due):
        last = max(day for day in due if day)
        return "hạn mới", f"hạn mới {vi_date(new_due)} không sau hạn cũ {vi_date(last)}"
    if not open_ones and all(_on_time(item) for item in found):
        return "loại", "mọi việc trong phạm vi đã làm xong trong hạn cũ"
    return "loại", ""


def _on_time(item: Obligation) -> bool:
    return bool(item.done_on and item.original_due_on and item.done_on <= item.original_due_on)


def _idle_move(repository: Repository, plan: Plan, adjustment: Adjustment) -> tuple[str, str]:
    activity = plan.activity(adjustment.activity or "")
    if activity is None:
        return "loại", ""
    for before, after in pairwise(periods(repository, plan, activity, next(iter(adjustment.units), None))):
        if after == replace(before, adjustment=adjustment):
            return "hoạt động", f"“{activity.id}” đã ở đúng thời gian này"
    return "loại", ""
