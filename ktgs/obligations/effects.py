"""What an adjustment does: the obligations that it concerns, which of them it reached, which not and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ktgs.language.text import join_words, vi_date, vi_number
from ktgs.obligations.obligation import Duty, Effect, Obligation, Outcome, State, unit_of
from ktgs.obligations.settling import concerns
from ktgs.records.adjustment import ALL, Adjustment
from ktgs.records.keys import AdjustmentKey
from ktgs.records.schema import schema


@dataclass(frozen=True, slots=True)
class Reached:
    """An obligation that an adjustment concerns, and what it did; `why_not` is empty where it has an effect."""

    obligation: Obligation
    effect: Effect
    why_not: str


@dataclass(frozen=True, slots=True)
class AdjustmentEffects:
    """What an adjustment does, obligation by obligation in order of id; a whole is judged by its parts and left out."""

    concerned: tuple[Reached, ...] = ()

    @property
    def reached(self) -> tuple[Reached, ...]:
        """Those that it moved or waived."""
        return tuple(item for item in self.concerned if not item.why_not)

    @property
    def unreached(self) -> tuple[Reached, ...]:
        """Those that it has no effect on."""
        return tuple(item for item in self.concerned if item.why_not)

    @property
    def not_moved(self) -> tuple[Reached, ...]:
        """Those whose day stayed as it was although they were not done before."""
        return tuple(item for item in self.concerned if item.effect.outcome is Outcome.not_moved)


def effects_of(obligations: Iterable[Obligation]) -> Mapping[AdjustmentKey, AdjustmentEffects]:
    """Return what each adjustment does; one that concerns no obligation is not among them."""
    concerned: dict[AdjustmentKey, list[Reached]] = {}
    for obligation in obligations:
        if obligation.parts:
            continue
        for effect in obligation.effects:
            reached = Reached(obligation, effect, _why_not(obligation, effect))
            concerned.setdefault(effect.adjustment.key, []).append(reached)
    return {key: AdjustmentEffects(tuple(items)) for key, items in concerned.items()}


def _why_not(obligation: Obligation, effect: Effect) -> str:
    """Return why an adjustment has no effect on an obligation, empty where it has one."""
    adjustment, closed_on = effect.adjustment, obligation.plan.closed_on
    if obligation.state is State.not_applicable:
        return "không phát sinh nghĩa vụ"
    if effect.outcome is Outcome.done_before and obligation.done_on:
        return f"đã xong ngày {vi_date(obligation.done_on)} nên không tính lại theo quyết định"
    if effect.outcome is Outcome.not_moved:
        return _why_not_moved(effect)
    if effect.outcome is Outcome.waived_before:
        return "đã được miễn trước đó"
    if effect.outcome is Outcome.waived and obligation.done_on:
        return f"vẫn làm, ngày {vi_date(obligation.done_on)}, nên tính như không được miễn"
    if obligation.state is State.missed and closed_on and adjustment.decided_on >= closed_on:
        return f"năm kế hoạch đã khóa sổ ngày {vi_date(closed_on)}"
    return ""


def _why_not_moved(effect: Effect) -> str:
    if effect.before is None:
        return "chưa rõ hạn nên chưa dời được"
    new_due = effect.adjustment.new_due
    if new_due is None:
        return f"hạn vẫn là {vi_date(effect.before)}"
    return f"hạn mới {vi_date(new_due)} không sau hạn {vi_date(effect.before)}"


def missing_scopes(adjustment: Adjustment, scopes: Iterable[str]) -> tuple[str, ...]:
    """Return those of a duty's scopes that an extension or waiver does not write out; none where it names documents."""
    return () if adjustment.documents else tuple(scope for scope in scopes if not getattr(adjustment, scope))


def touched_by_all(adjustment: Adjustment, obligations: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """Return the obligations that it would concern if it said `tất cả` wherever its scope says nothing."""
    touched = []
    for obligation in obligations:
        missing: dict[str, Any] = dict.fromkeys(missing_scopes(adjustment, obligation.duty.scopes or ()), ALL)
        if not obligation.parts and concerns(adjustment.replace(**missing), obligation.duty, obligation):
            touched.append(obligation)
    return tuple(touched)


def change_words(adjustment: Adjustment) -> str:
    """Return the new time or due day that an adjustment sets, empty for a waiver."""
    if adjustment.undated:
        return "chưa ấn định thời gian mới"
    if adjustment.new_month:
        return f"sang tháng {adjustment.new_month.label}"
    if adjustment.new_due:
        return f"hạn mới {vi_date(adjustment.new_due)}"
    parts = ((adjustment.new_start, "từ"), (adjustment.new_end, "đến"))
    return " ".join(f"{word} {vi_date(day)}" for day, word in parts if day)


def decisions_words(duty: Duty) -> str:
    """Return how extensions and waivers treat a duty, as a paragraph."""
    if duty.scopes is None:
        return "Gia hạn: một diễn biến “gia hạn” trong tệp theo dõi. Không gia hạn, miễn bằng tệp điều chỉnh."
    keys = join_words([f"“{schema(Adjustment).fields[scope].key}”" for scope in duty.scopes])
    scope = f"ghi {keys}, hoặc “tất cả”" if keys else "không cần ghi phạm vi"
    return (
        f"Gia hạn, miễn: {scope}. Gia hạn chỉ lùi hạn, không bao giờ kéo hạn về trước. Việc xong trước hoặc trong ngày"
        " quyết định thì không tính lại. Được miễn mà vẫn làm thì đúng hạn hay trễ hạn như thường."
    )


def how_many(obligations: Iterable[Obligation]) -> str:
    """Return `15 việc của 12 đơn vị`; the units are left out where none is concerned."""
    every = tuple(obligations)
    units = {unit for obligation in every if (unit := unit_of(obligation))}
    return f"{vi_number(len(every))} việc" + (f" của {vi_number(len(units))} đơn vị" if units else "")
