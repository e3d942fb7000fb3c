"""What each decision that came, went or changed does."""

from __future__ import annotations

from dataclasses import dataclass

from ktgs.comparing.sides import Side
from ktgs.facts.facts import Facts, duty_named
from ktgs.obligations.effects import AdjustmentEffects, missing_scopes, touched_by_all
from ktgs.obligations.obligation import Obligation
from ktgs.records.adjustment import Adjustment, AdjustmentKind


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """A decision that came, went (`is_removed`) or changed, and what it does, of a removed one what it did.

    `missing` are the keys of the scopes that it does not write out, `meant` what it would concern if it meant all.
    """

    adjustment: Adjustment
    is_removed: bool
    effects: AdjustmentEffects
    missing: tuple[str, ...] = ()
    meant: tuple[Obligation, ...] = ()


def decision_changes(base: Side, head: Side) -> tuple[DecisionChange, ...]:
    """Return every decision that differs, in order of path."""
    old, new = base.facts.repository.adjustments, head.facts.repository.adjustments
    changes = [_change(head.facts, after) for key, after in new.items() if old.get(key) != after]
    for key, before in old.items():
        if key not in new and before.file not in head.unread:
            changes.append(DecisionChange(before, True, base.facts.effects_by(before)))
    return tuple(sorted(changes, key=lambda change: change.adjustment.file))


def _change(facts: Facts, adjustment: Adjustment) -> DecisionChange:
    duty = duty_named(adjustment.duty or "")
    scopes = duty.scopes if duty and adjustment.kind is not AdjustmentKind.adjustment else None
    missing = missing_scopes(adjustment, scopes or ())
    owed = facts.by_duty.get((adjustment.key.plan, duty.slug), ()) if duty and missing else ()
    return DecisionChange(
        adjustment,
        False,
        facts.effects_by(adjustment),
        missing=tuple(adjustment.key_of(scope) for scope in missing),
        meant=touched_by_all(adjustment, owed),
    )
