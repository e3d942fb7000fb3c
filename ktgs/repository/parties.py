"""Who the parties are that owe something: a unit, a person, a team, or the body that has a role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from ktgs.language.text import person_key, vietnamese_key
from ktgs.language.vocabulary import Word
from ktgs.records.keys import TeamKey
from ktgs.records.organization import BodyRole
from ktgs.records.team import Team
from ktgs.repository.naming import person_name, unit_name
from ktgs.repository.repository import Repository


class WhoKind(Word):
    """What kind of party owes something."""

    unit = "đơn vị"
    person = "cán bộ"
    team = "đoàn kiểm tra"
    body = "cơ quan"


class PartyKey(NamedTuple):
    """What names a party."""

    kind: WhoKind
    id: str


@dataclass(frozen=True, slots=True)
class Who:
    """Who owes an obligation."""

    kind: WhoKind
    id: str
    name: str

    @property
    def key(self) -> PartyKey:
        """What names it."""
        return PartyKey(self.kind, self.id)


class NoSuchRole(Exception):
    """No body of the organization has the role that a duty needs; a check tells it (R104)."""


_ORDER = (WhoKind.body, WhoKind.team, WhoKind.person, WhoKind.unit)


def party_key(who: Who) -> tuple[Any, ...]:
    """Return the key that sorts parties: bodies, teams, people, units, each in Vietnamese order."""
    name = person_key(who.name) if who.kind is WhoKind.person else (vietnamese_key(who.name),)
    return _ORDER.index(who.kind), name, who.id


def unit_party(repository: Repository, unit_id: str) -> Who:
    """Return the unit as a party, under its present name."""
    return Who(WhoKind.unit, unit_id, unit_name(repository, unit_id))


def person_party(repository: Repository, person_id: str) -> Who:
    """Return the person as a party."""
    return Who(WhoKind.person, person_id, person_name(repository, person_id))


def team_party(team: Team) -> Who:
    """Return the team as a party."""
    return Who(WhoKind.team, team.id, team.name)


def broken_team_party(key: TeamKey) -> Who:
    """Return a team that could not be read as a party; its id is all that is known."""
    return Who(WhoKind.team, key.team, key.team)


def body_party(repository: Repository, role: BodyRole) -> Who:
    """Return the body that has the role. Refuses (NoSuchRole) where none has it."""
    body = repository.organization.body_with(role)
    if body is None:
        raise NoSuchRole(role)
    return Who(WhoKind.body, body.id, body.name)


def superior_party(repository: Repository) -> Who:
    """Return the superior organization."""
    return Who(WhoKind.body, "cap-tren", repository.organization.superior)
