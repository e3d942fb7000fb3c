"""The page of components: each state as it is shown everywhere, and a bar that is as long as what it counts."""

from __future__ import annotations

from ktgs.examining.publishing import publish
from ktgs.obligations.obligation import State
from ktgs.pages import components
from ktgs.pages._bars import FULL
from tests.repo import SAMPLE, facts

KNOWN = publish(facts(SAMPLE))
(PAGE,) = components.pages(KNOWN)


def test_every_state_is_shown_by_one_that_is_in_it() -> None:
    assert [shown.link.state for shown in PAGE.states] == list(State)
    for shown in PAGE.states:
        found = KNOWN.by_state.get(shown.link.state, ())
        assert shown.link.count == len(found)
        assert shown.example == (found[0] if found else None)


def test_the_bar_is_filled_without_a_gap_by_what_there_is() -> None:
    assert [segment.kind for segment in PAGE.bar] == [state.name for state in State if KNOWN.by_state.get(state)]
    ends = [segment.x + segment.width for segment in PAGE.bar]
    assert [segment.x for segment in PAGE.bar] == [0, *ends[:-1]]
    assert ends[-1] == FULL
