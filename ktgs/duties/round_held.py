"""Inspections and thematic supervisions are held in their period (plan 46, II.1 and II.2.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ktgs.duties._parties import standing_committee
from ktgs.duties._round_dates import dates, owed, plan_end, round_end
from ktgs.duties._rounds import Fact, Round, evidence_of, reached, rounds
from ktgs.duties._sessions import DAY_UNKNOWN
from ktgs.obligations import Duty, Evidence, Expected
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.repository.index import Repository

ABOUT = """TODO"""


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield one obligation a round: done with the quota-th session, or with the last of those chosen."""
    for found in rounds(repository, plan):
        due = dates(found, term, plan_end if term.anchor is Anchor.plan_end else round_end)
        whole = owed(found, standing_committee(repository), due)
        yield replace(whole, evidence=_evidence(found, due.deadline.on), progress=_progress(found))


def _held(found: Round) -> list[Fact]:
    return [
        Fact(held.engagement.held_on, held.engagement.where("ngày tiến hành"))
        for held in found.engagements
        if held.engagement.held_on is not None
    ]


def _evidence(found: Round, due_on: date | None) -> Evidence | None:
    quota = found.activity.quota
    done = reached(_held(found), quota or len(found.engagements), due_on, DAY_UNKNOWN)
    if done and (quota or not found.broken_teams):
        return done
    return evidence_of(found.broken_teams)


def _progress(found: Round) -> str:
    quota = found.activity.quota
    if not quota and not found.engagements:
        return "chưa chọn đơn vị"
    return f"đã tiến hành {len(_held(found))}/{quota or len(found.engagements)} cuộc"


DUTY = Duty("tiến hành đợt", find, about=ABOUT, anchors=(Anchor.round_end, Anchor.plan_end))
