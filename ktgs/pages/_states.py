"""The states of obligations as pages explain them and lead from one to the other."""

from __future__ import annotations

from dataclasses import dataclass

from ktgs.facts.closed_years import closed_apart
from ktgs.facts.facts import Facts
from ktgs.language.text import vi_number
from ktgs.obligations.obligation import State
from ktgs.obligations.targets import ToState

ABOUT = {
    State.overdue: "đã qua hạn mà chưa hoàn thành",
    State.unknown: "chưa đủ dữ liệu để kết luận; mỗi việc có nêu lý do",
    State.due_soon: "chưa hoàn thành, hạn đã gần",
    State.upcoming: "chưa hoàn thành, còn trong hạn",
    State.missed: "không làm trong thời gian còn làm được, nay không làm được nữa",
    State.late: "đã hoàn thành, sau hạn",
    State.on_time: "đã hoàn thành, không sau hạn",
    State.waived: "không phải làm, theo quyết định miễn",
    State.not_applicable: "không có điều kiện làm phát sinh việc này",
}


@dataclass(frozen=True, slots=True)
class StateLink:
    """A state, how many obligations are in it, and where they are listed."""

    state: State
    count: int
    about: str
    target: ToState


def state_links(facts: Facts) -> tuple[StateLink, ...]:
    """Return a link to the list of each state, also of those that nothing is in; closed years are not counted."""
    return tuple(StateLink(state, _count(facts, state), ABOUT[state], ToState(state)) for state in State)


def _count(facts: Facts, state: State) -> int:
    current, _ = closed_apart(facts, facts.by_state.get(state, ()))
    return len(current)


def closed_words(closed: int) -> str:
    """Return how many obligations of closed years a page lists apart, as a sentence; empty where there are none."""
    return f"Ngoài ra có {vi_number(closed)} việc của năm đã khóa sổ, xếp riêng." if closed else ""
