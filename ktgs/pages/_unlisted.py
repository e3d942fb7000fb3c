"""How many visit reports are owed that no public list names: said beside the numbers that leave them out."""

from __future__ import annotations

from ktgs.facts.facts import Facts
from ktgs.figures.unlisted_reports import FIGURE
from ktgs.obligations.obligation import State
from ktgs.obligations.tables import LEAST

WHY = "chỉ nêu số tổng của cả năm, vì danh sách có thể cho biết ai vắng"


def unlisted(facts: Facts, state: State) -> str:
    """Return how many of them are in a state, in a sentence; empty where there are none, or so few that it would tell.

    Empty also where the list names them itself.
    """
    listed = any(item.duty.private_until_done and not item.done_on for item in facts.obligations)
    plans = facts.figure(FIGURE) or {}
    count = sum(states[state] for states in plans.values())
    if listed or count < LEAST:
        return ""
    return f"Ngoài ra có {count} báo cáo dự sinh hoạt {str(state).lower()}: {WHY}."
