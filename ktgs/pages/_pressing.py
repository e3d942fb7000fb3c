"""What somebody can do now, the most pressing first."""

from __future__ import annotations

from collections.abc import Iterable

from ktgs.obligations.obligation import OPEN, Obligation
from ktgs.pages._obligations import due_key


def pressing(items: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """Return what can be done now, in the order of the states, then of the due dates."""
    still = [item for item in items if item.is_to_do and not item.parts]
    return tuple(sorted(still, key=lambda item: (OPEN.index(item.state), due_key(item))))
