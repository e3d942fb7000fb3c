"""How many visit reports no public list names: said beside the numbers that leave them out."""

from __future__ import annotations

from ktgs.facts.facts import Facts, duties
from ktgs.figures.unlisted_reports import FIGURE
from ktgs.language.text import vi_number
from ktgs.obligations.obligation import Duty, State
from ktgs.obligations.tables import LEAST
from ktgs.records.plan import Plan

WHY = "chỉ nêu số tổng của cả năm, vì danh sách có thể cho biết ai vắng"
LISTED = "chỉ kể báo cáo đã gửi của người được phân công"


def leaves_out(facts: Facts, duty: Duty) -> bool:
    """Return whether lists and counts of a duty leave out what is still owed and what substitutes sent."""
    return duty.private_until_done and not facts.is_internal


def listing_rule(facts: Facts) -> str:
    """Return which reports are listed, in a sentence; empty where all are, or no plan asks for any."""
    plans = facts.repository.plans.values()
    asked = any(leaves_out(facts, duty) and plan.term(duty.name) for duty in duties() for plan in plans)
    return "Báo cáo dự sinh hoạt chỉ được liệt kê khi người được phân công đã gửi." if asked else ""


def rate_rule(facts: Facts) -> str:
    """Return which reports a rate counts, in a sentence; empty where it counts all, or no plan asks for any."""
    return f"Tỷ lệ của báo cáo dự sinh hoạt {LISTED}." if listing_rule(facts) else ""


def unlisted(facts: Facts, state: State) -> str:
    """Return how many of them are in a state, in a sentence; empty where there are none, or so few that it would tell.

    Empty also where the list names them itself.
    """
    plans = facts.figure(FIGURE) or {}
    count = sum(reports.open[state] for reports in plans.values())
    if facts.is_internal or count < LEAST:
        return ""
    return f"Ngoài ra có {vi_number(count)} báo cáo dự sinh hoạt {str(state).lower()}: {WHY}."


def sent_note(facts: Facts, plan: Plan, listed: int) -> str:
    """Return what a plan's count of reports sent leaves out: with both numbers, unless they would tell of somebody."""
    reports = (facts.figure(FIGURE) or {}).get(plan.id)
    if reports is None or reports.by_substitutes < LEAST:
        return LISTED
    others, every = vi_number(reports.by_substitutes), vi_number(listed + reports.by_substitutes)
    return f"{LISTED}: {vi_number(listed)} trong {every} báo cáo; {others} báo cáo của người dự thay {WHY}"
