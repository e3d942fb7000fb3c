"""The states of obligations as pages explain them and lead from one to the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ktgs.facts.closed_years import closed_apart
from ktgs.facts.facts import Facts
from ktgs.language.text import vi_number
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.targets import ToPeriod, ToState
from ktgs.pages._parts import MOST_LINES
from ktgs.repository.linked import grouped
from ktgs.repository.naming import period_name

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


def is_listed_by_period(items: Sequence[Obligation]) -> bool:
    """Return whether a duty's obligations in one state are too many for one page, so that each period has its own."""
    return len(items) > MOST_LINES


def by_period(items: Iterable[Obligation]) -> Mapping[ToPeriod, tuple[Obligation, ...]]:
    """Return obligations of one duty by their months or activities, in the order in which they come."""
    return grouped((ToPeriod(item.plan.id, item.duty.slug, item.period), item) for item in items)


def period_title(facts: Facts, item: Obligation) -> str:
    """Return what the period of an obligation is called, with its plan where that is closed."""
    name = period_name(item.plan, item.period)
    return f"{name} (kế hoạch {item.plan.label})" if item.plan.is_closed(facts.today) else name
