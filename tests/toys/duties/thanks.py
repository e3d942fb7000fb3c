"""A toy duty: whoever got a gift gives thanks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ktgs.records.gift import Gift

from ktgs.obligations.deadlines import count
from ktgs.obligations.obligation import BoardColumn, Duty, Expected
from ktgs.records.keys import RoundUnitKey
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.repository.parties import unit_party
from ktgs.repository.repository import Repository
from ktgs.repository.rounds import by_unit, rounds

ABOUT = """Đơn vị được tặng quà thì cảm ơn."""


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield a whole for each round, with a part for each unit that got a gift."""
    given = {gift.unit: gift.given_on for gift in repository.of(Gift).values()}
    for of in rounds(repository, plan):
        whole = Expected(
            occasion=of.key,
            title=of.activity.name,
            who=unit_party(repository, next(iter(given), "")),
            deadline=count(term, plan.ends_on, repository.calendar),
            period=of.key,
            activity=of.key,
        )
        units = (unit for unit in by_unit(of) if unit in given)
        keys = (RoundUnitKey(plan.id, of.activity.id, unit) for unit in units)
        parts = tuple(
            replace(whole, occasion=key, who=unit_party(repository, key.unit), about_unit=key.unit) for key in keys
        )
        yield replace(whole, parts=parts)


DUTY = Duty("cảm ơn", find, about=ABOUT, anchors=(Anchor.plan_end,), column=BoardColumn("Cảm ơn", 35))
