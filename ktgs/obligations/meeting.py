"""What would meet an open obligation, and the decision that would extend exactly it."""

from __future__ import annotations

from typing import Any

from ktgs.language.text import slug
from ktgs.obligations.naming import called
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.wanted import Want, Wanted
from ktgs.records.adjustment import Adjustment, AdjustmentKind
from ktgs.records.keys import TeamKey
from ktgs.repository.free_ids import free_id
from ktgs.repository.parties import WhoKind
from ktgs.repository.repository import Repository


def would_meet(repository: Repository, item: Obligation) -> Want:
    """Return what would meet an obligation: a file to be written, where a file lacks it; None where neither is known.

    What is there already and not clear, as a broken file is, has to be mended where it stands.
    """
    if not item.is_open:
        return None
    return item.evidence.place if item.evidence else item.duty.wanted(repository, item)


def would_extend(repository: Repository, item: Obligation) -> Wanted | None:
    """Return the extension of exactly this obligation; None where it is not open or no decision can name it alone."""
    scope = _scope(item)
    if not item.is_open or item.parts or scope is None:
        return None
    parts = {"year": item.plan.parts["year"], "plan": item.plan.id}
    name = "-".join((repository.today.isoformat(), "gia-han", item.duty.slug, *map(slug, item.key.path)))
    return Wanted(
        Adjustment,
        {**parts, "id": free_id(repository, Adjustment, parts, name)},
        {
            "kind": AdjustmentKind.extension,
            "duty": item.duty.name,
            **scope,
            "new_due": None,
            "decided_on": None,
            "decided_by": None,
            "reason": None,
        },
        about=f"Gia hạn: {called(repository, item)}",
    )


def _scope(item: Obligation) -> dict[str, Any] | None:
    """Return the fields by which a decision names the obligation, None where it cannot."""
    if item.document:
        return {"documents": [item.document]}
    team = TeamKey(item.plan.id, item.who.id) if item.who.kind is WhoKind.team else None
    named = {
        "units": item.about_unit or (item.who.id if item.who.kind is WhoKind.unit else None),
        "teams": team,
        "people": item.who.id if item.who.kind is WhoKind.person else None,
        "periods": item.period,
    }
    scopes = item.duty.scopes
    if not scopes or any(named[scope] is None for scope in scopes):
        return None
    return {scope: [named[scope]] for scope in scopes}
