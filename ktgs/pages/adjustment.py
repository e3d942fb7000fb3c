"""A decision that moves, extends or waives: what it says, which obligations it reaches, which not and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts, duty_named
from ktgs.language.text import first_upper, vi_date
from ktgs.obligations.effects import Reached, how_many
from ktgs.obligations.obligation import Effect, Outcome
from ktgs.obligations.targets import Subject
from ktgs.pages._adjustments import AdjustmentRow, adjustment_row
from ktgs.pages._obligations import Line, line
from ktgs.pages._subjects import plan_subject
from ktgs.records.keys import AdjustmentKey
from ktgs.records.plan import Plan


def address(facts: Facts, key: AdjustmentKey) -> str | None:
    """Return the address of an adjustment's page, None for one that is not known."""
    return f"dieu-chinh/{key.plan}/{key.adjustment}.html" if key in facts.repository.adjustments else None


ADDRESSES = {AdjustmentKey: address}


@dataclass(frozen=True, slots=True)
class EffectRow:
    """An obligation that the decision concerns, with what it did; `why_not` is empty where it has an effect."""

    line: Line
    effect: Effect
    why_not: str
    is_moved: bool


@dataclass(frozen=True, slots=True)
class AdjustmentPage:
    """An adjustment with its effects. `is_private`: of its duty only what is done is listed."""

    url: str
    title: str
    row: AdjustmentRow
    plan: Subject
    concerned: str
    reached: tuple[EffectRow, ...]
    unreached: tuple[EffectRow, ...]
    reached_words: str
    unreached_words: str
    is_private: bool


def pages(facts: Facts) -> Iterator[AdjustmentPage]:
    """Yield a page for each adjustment of each plan; of those of one day about one thing the title says which it is."""
    for plan in facts.repository.plans.values():
        rows = tuple(adjustment_row(facts.repository, plan, each) for each in facts.repository.adjustments_of(plan))
        titles = Counter(map(_title, rows))
        told = Counter[str]()
        for row in rows:
            title = _title(row)
            told[title] += 1
            own = f"{title} (quyết định thứ {told[title]} trong ngày)" if titles[title] > 1 else title
            yield _page(facts, plan, row, own)


def _title(row: AdjustmentRow) -> str:
    decided = row.adjustment
    return f"{first_upper(str(decided.kind))}: {row.about.name}, {vi_date(decided.decided_on)}"


def _page(facts: Facts, plan: Plan, row: AdjustmentRow, title: str) -> AdjustmentPage:
    adjustment = row.adjustment
    effects = facts.effects_by(adjustment)
    duty = duty_named(adjustment.duty or "")
    return AdjustmentPage(
        url=address(facts, adjustment.key) or "",
        title=title,
        row=row,
        plan=plan_subject(plan),
        concerned=_many(effects.concerned),
        reached=_rows(facts, effects.reached),
        unreached=_rows(facts, effects.unreached),
        reached_words=_many(effects.reached),
        unreached_words=_many(effects.unreached),
        is_private=duty is not None and duty.private_until_done,
    )


def _many(items: Iterable[Reached]) -> str:
    return how_many(item.obligation for item in items)


def _rows(facts: Facts, items: Iterable[Reached]) -> tuple[EffectRow, ...]:
    return tuple(
        EffectRow(
            line=line(facts.repository, item.obligation),
            effect=item.effect,
            why_not=item.why_not,
            is_moved=item.effect.outcome is Outcome.moved,
        )
        for item in items
    )
