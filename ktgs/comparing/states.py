"""Which obligations change their state or their day between two versions, duty by duty."""

from __future__ import annotations

from dataclasses import dataclass

from ktgs.comparing.sides import Side
from ktgs.obligations.obligation import Obligation, State


@dataclass(frozen=True, slots=True)
class ObligationChange:
    """An obligation before and after, None where it is not there; `one` is it as it is now, or as it was."""

    one: Obligation
    before: Obligation | None
    after: Obligation | None

    @property
    def states(self) -> tuple[State | None, State | None]:
        """The state before and after."""
        return (self.before.state if self.before else None, self.after.state if self.after else None)

    @property
    def is_of_state(self) -> bool:
        """Whether the state differs; else only the day does."""
        before, after = self.states
        return before is not after


def obligation_changes(base: Side, head: Side) -> tuple[ObligationChange, ...]:
    """Return the counted obligations whose state or day in force differs, in order of id."""
    old = {item.key: item for item in base.facts.counted}
    new = {item.key: item for item in head.facts.counted}
    changes = (ObligationChange(one, old.get(key), new.get(key)) for key, one in {**old, **new}.items())
    return tuple(sorted(filter(_differs, changes), key=lambda change: change.one.id))


def _differs(change: ObligationChange) -> bool:
    before, after = change.before, change.after
    return before is None or after is None or (before.state, before.due_on) != (after.state, after.due_on)
