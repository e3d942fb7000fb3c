"""Who the parties of duties are: a unit, a person, a team, or a body of the organisation."""

from __future__ import annotations

from ktgs.obligations.obligation import Who, WhoKind
from ktgs.records.team import Team
from ktgs.repository.index import Repository


def unit(repository: Repository, unit_id: str) -> Who:
    """Return the unit as a party, under its present name."""
    return Who(WhoKind.unit, unit_id, repository.unit_name(unit_id))


def person(repository: Repository, person_id: str) -> Who:
    """Return the person as a party."""
    return Who(WhoKind.person, person_id, repository.person_name(person_id))


def team(found: Team) -> Who:
    """Return the team as a party."""
    return Who(WhoKind.team, found.id, found.name)


def _body(repository: Repository, body_id: str, abbreviation: str, name: str) -> Who:
    body = repository.body(body_id, abbreviation)
    return Who(WhoKind.body, body.id, body.name) if body else Who(WhoKind.body, body_id, name)


def standing_committee(repository: Repository) -> Who:
    """Return the standing committee: the body with id `btv` or the abbreviation BTV."""
    return _body(repository, "btv", "BTV", "Ban Thường vụ")


def office(repository: Repository) -> Who:
    """Return the office: the body with id `van-phong` or the name Văn phòng."""
    return _body(repository, "van-phong", "Văn phòng", "Văn phòng")


def superior(repository: Repository) -> Who:
    """Return the superior organisation."""
    return Who(WhoKind.body, "cap-tren", repository.organization.superior)
