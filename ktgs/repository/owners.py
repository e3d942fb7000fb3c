"""Who looks through a proposal to change which files: the accounts of the body that has the role."""

from __future__ import annotations

import re
from typing import NamedTuple

from ktgs.records.adjustment import Adjustment
from ktgs.records.base import FileRecord
from ktgs.records.organization import BodyRole, Organization
from ktgs.records.plan import Plan
from ktgs.records.team import Team
from ktgs.records.values import Account
from ktgs.source.discovery import FOLDER

_DECIDED: tuple[type[FileRecord], ...] = (Organization, Plan, Adjustment, Team)  # what the standing body decides


class Owned(NamedTuple):
    """Files, as a pattern from the root of the repository in which * stands for one part, and whose they are."""

    pattern: str
    accounts: tuple[Account, ...]


def owned_files(organization: Organization) -> tuple[Owned, ...]:
    """Return whose the files are, the last that fits counts; nothing for a role without accounts.

    All data are the office's, but for what the standing body decides.
    """
    accounts = {role: _accounts(organization, role) for role in BodyRole}
    every = Owned(f"/{FOLDER}/", accounts[BodyRole.office])
    decided = (Owned(_pattern(kind), accounts[BodyRole.standing]) for kind in _DECIDED)
    return tuple(owned for owned in (every, *decided) if owned.accounts)


def _accounts(organization: Organization, role: BodyRole) -> tuple[Account, ...]:
    holders = (holder for holder in organization.roles if holder.role is role)
    return tuple(dict.fromkeys(account for holder in holders for account in holder.accounts))


def _pattern(kind: type[FileRecord]) -> str:
    folder, _, name = kind.path.rpartition("/")
    path = kind.path if "{" not in name else f"{folder}/"
    return f"/{FOLDER}/{re.sub(r'{[a-z]+}', '*', path)}"
