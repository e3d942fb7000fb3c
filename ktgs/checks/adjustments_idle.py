"""Adjustments that do nothing, or no longer do anything, are said: they only hide what counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from ktgs.checks._scope import has_duty, is_worked_out, unknown_months
from ktgs.facts.facts import Facts, duty_named
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.obligations.effects import AdjustmentEffects, Reached, how_many, missing_scopes
from ktgs.obligations.naming import called
from ktgs.obligations.obligation import Outcome
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
        "Điều chỉnh không đổi được gì, hoặc gia hạn không dời được hạn của một số việc chưa xong: không việc nào nằm"
        " trong phạm vi, việc đã làm xong trước quyết định, hạn mới không sau hạn đang có (gia hạn không bao giờ kéo"
        " hạn về trước), hoặc dời sang đúng thời gian đang có. `ktgs explain TỆP` kể từng việc mà một tệp điều chỉnh"
        " liên quan đến.",
        "loại: miễn\nviệc: gửi lịch sinh hoạt\nđơn vị: doan-so-a\nkỳ: 04/2020   # đã gửi lịch",
        "loại: miễn\nviệc: gửi lịch sinh hoạt\nđơn vị: doan-so-a\nkỳ: 05/2020   # chưa gửi lịch",
        cure="Sửa phạm vi hoặc ngày; không còn cần thì xóa tệp.",
    ),
)
_CURE = "Sửa phạm vi hoặc ngày; không còn cần thì xóa tệp."
_NAMED = 20  # obligations that one message names


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each adjustment without effect, and each extension that left what it concerns unmoved."""
    repository = facts.repository
    for plan in repository.plans.values():
        is_judged = is_worked_out(repository, plan) and not _may_hide(repository, plan)
        for adjustment in repository.adjustments_of(plan) if is_judged else ():
            if not has_duty(plan, adjustment) or unknown_months(facts, plan, adjustment):
                continue  # told by themselves
            if adjustment.kind is AdjustmentKind.adjustment:
                yield from _idle_move(repository, plan, adjustment)
            elif _is_whole(facts, adjustment):
                yield from _idle(facts, adjustment, facts.effects_by(adjustment))


def _may_hide(repository: Repository, plan: Plan) -> bool:
    """Return whether a broken file may hold what an adjustment of the plan is about."""
    return any(mark.parts.get("plan", plan.id) == plan.id for mark in repository.broken)


def _is_whole(facts: Facts, adjustment: Adjustment) -> bool:
    """Return whether an extension or waiver says all that it needs; what it lacks is told by A101 and A104."""
    duty = duty_named(adjustment.duty or "")
    is_scoped = duty is not None and not missing_scopes(adjustment, duty.scopes or ())
    return is_scoped and (adjustment.kind is AdjustmentKind.waiver or adjustment.new_due is not None)


def _idle(facts: Facts, adjustment: Adjustment, effects: AdjustmentEffects) -> Iterator[Diagnostic]:
    """Yield a warning that says why nothing was moved or waived, or else which of the obligations were not moved."""
    duty = duty_named(adjustment.duty or "")
    is_internal = duty is not None and duty.private_until_done  # who owes a visit report shows who was absent
    field = "kind"
    if effects.not_moved:
        field = "new_due"
        words = "hạn mới không dời được " + _named(facts.repository, effects.not_moved)
    elif effects.reached:
        return
    elif not effects.concerned:
        words = "không việc phải làm nào nằm trong phạm vi"
    elif all(item.effect.outcome is Outcome.done_before for item in effects.concerned):
        words = "mọi việc trong phạm vi đã làm xong trước quyết định"
    else:
        words = "không tác dụng đến " + _named(facts.repository, effects.unreached)
    yield CODE.at(
        adjustment.where(field), f"Điều chỉnh không có tác dụng: {words}.", cure=_CURE, is_internal=is_internal
    )


def _named(repository: Repository, items: Iterable[Reached]) -> str:
    """Return how many obligations, and each with why; of very many the first ones."""
    every = tuple(items)
    names = [f"{called(repository, item.obligation)} ({item.why_not})" for item in every[:_NAMED]]
    more = [f"và {len(every) - _NAMED} việc nữa"] if len(every) > _NAMED else []
    return f"{how_many(item.obligation for item in every)}: " + "; ".join([*names, *more])


def _idle_move(repository: Repository, plan: Plan, adjustment: Adjustment) -> Iterator[Diagnostic]:
    activity = plan.activity(adjustment.activity.activity) if adjustment.activity else None
    if activity is None:
        return
    for before, after in pairwise(periods(repository, plan, activity)):
        if after == replace(before, adjustment=adjustment):
            found = f"Điều chỉnh không có tác dụng: “{activity.id}” đã ở đúng thời gian này."
            yield CODE.at(adjustment.where("activity"), found, cure=_CURE)
