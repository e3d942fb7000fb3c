"""Adjustments that do nothing, or no longer do anything, are said: they only hide what counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ktgs.checks._scope import has_duty, is_worked_out, unknown_months
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import vi_date
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.settling import concerns
from ktgs.records.adjustment import Adjustment, AdjustmentKind
from ktgs.records.plan import Plan
from ktgs.repository.periods import periods
from ktgs.repository.repository import Repository
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
        obligations = [obligation for obligation in facts.obligations if obligation.plan is plan]
        is_judged = is_worked_out(repository, plan) and not _may_hide(repository, plan)
        for adjustment in repository.adjustments_of(plan) if is_judged else ():
            if not has_duty(plan, adjustment) or unknown_months(facts, plan, adjustment):
                continue  # told by themselves
            is_move = adjustment.kind is AdjustmentKind.adjustment
            field, reason = _idle_move(repository, plan, adjustment) if is_move else _idle(adjustment, obligations)
            if reason:
                yield CODE.at(adjustment.where(field), f"Điều chỉnh không có tác dụng: {reason}.", cure=_CURE)


def _may_hide(repository: Repository, plan: Plan) -> bool:
    """Return whether a broken file may hold what an adjustment of the plan is about."""
    return any(mark.parts.get("plan", plan.id) == plan.id for mark in repository.broken)


def _idle(adjustment: Adjustment, obligations: list[Obligation]) -> tuple[str, str]:
    """Return the field to look at and why an extension or a waiver does nothing; no reason where it does something."""
    meant = [obligation for obligation in obligations if concerns(adjustment, obligation.duty, obligation)]
    if not meant:
        return "kind", "không việc phải làm nào nằm trong phạm vi"
    still_open = any(not obligation.parts and obligation.done_on is None for obligation in meant)
    if adjustment.kind is AdjustmentKind.waiver:
        return "kind", "" if still_open else "mọi việc trong phạm vi đã làm xong"
    due, new_due = [obligation.original_due_on for obligation in meant], adjustment.new_due
    if new_due and all(day is not None and new_due <= day for day in due):
        last = max(day for day in due if day)
        return "new_due", f"hạn mới {vi_date(new_due)} không sau hạn cũ {vi_date(last)}"
    if not still_open and all(map(_on_time, meant)):
        return "kind", "mọi việc trong phạm vi đã làm xong trong hạn cũ"
    return "kind", ""


def _on_time(obligation: Obligation) -> bool:
    done_on, due_on = obligation.done_on, obligation.original_due_on
    return bool(done_on and due_on and done_on <= due_on)


def _idle_move(repository: Repository, plan: Plan, adjustment: Adjustment) -> tuple[str, str]:
    activity = plan.activity(adjustment.activity.activity) if adjustment.activity else None
    if activity is None:
        return "kind", ""
    for before, after in pairwise(periods(repository, plan, activity)):
        if after == replace(before, adjustment=adjustment):
            return "activity", f"“{activity.id}” đã ở đúng thời gian này"
    return "kind", ""
