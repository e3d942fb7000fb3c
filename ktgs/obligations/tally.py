"""How many obligations are in each state, and which share of those that were due was on time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ktgs.language.text import vi_number
from ktgs.obligations.obligation import Obligation, State

WAS_DUE = (State.on_time, State.late, State.overdue, State.missed)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many obligations are in each state. `due`: those that were due on or before today, `on_time` of them."""

    states: Counter[State]
    due: int
    on_time: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.states.total()

    @property
    def share(self) -> float | None:
        """The percentage on time among those that were due, to one digit; None where none was due."""
        return round(100 * self.on_time / self.due, 1) if self.due else None

    @property
    def percent(self) -> int | None:
        """The share without a digit, 100 only where all and 0 only where none were on time; None where none was due."""
        if not self.due:
            return None
        rounded = round(100 * self.on_time / self.due)
        return min(max(rounded, self.on_time > 0), 99 if self.on_time < self.due else 100)

    @property
    def rate(self) -> str:
        """The share of those on time among those that were due, with both numbers; a dash where none was due."""
        share = self.share
        return "–" if share is None else f"{vi_number(share)}% ({self.on_time}/{self.due})"


def tally(items: Iterable[Obligation], today: date) -> Tally:
    """Return the tally of obligations as of a day."""
    listed = tuple(items)
    due = [item for item in listed if item.state in WAS_DUE and item.due_on and item.due_on <= today]
    on_time = sum(item.state is State.on_time for item in due)
    return Tally(Counter(item.state for item in listed), len(due), on_time)
