"""Who the parties are that owe something, what names them, and in which order they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.records.keys import TeamKey
from ktgs.records.organization import BodyRole
from ktgs.repository.parties import (
    NoSuchRole,
    PartyKey,
    Who,
    WhoKind,
    body_party,
    broken_team_party,
    party_key,
    person_party,
    superior_party,
    team_party,
    unit_party,
)
from tests.opened import repository_of, sample


def test_parties() -> None:
    repository = sample()
    assert unit_party(repository, "doan-truong-c") == Who(WhoKind.unit, "doan-truong-c", "Đoàn cơ sở Trường C")
    assert unit_party(repository, "nobody") == Who(WhoKind.unit, "nobody", "nobody")
    assert person_party(repository, "tran-thi-b") == Who(WhoKind.person, "tran-thi-b", "Trần Thị B")
    assert person_party(repository, "nobody") == Who(WhoKind.person, "nobody", "nobody")
    team = repository.teams[TeamKey("46-kh-dtn", "dot-1-doan-1")]
    assert team_party(team) == Who(WhoKind.team, "dot-1-doan-1", "Đoàn kiểm tra số 1, đợt 1")
    assert broken_team_party(TeamKey("p", "t")) == Who(WhoKind.team, "t", "t")
    assert superior_party(repository) == Who(WhoKind.body, "cap-tren", "Thành đoàn Mẫu")


def test_the_body_that_has_a_role(tmp_path: Path) -> None:
    repository = sample()
    assert body_party(repository, BodyRole.standing) == Who(WhoKind.body, "btv", "Ban Thường vụ")
    assert body_party(repository, BodyRole.office) == Who(WhoKind.body, "van-phong", "Văn phòng")
    with pytest.raises(NoSuchRole):
        body_party(repository_of(tmp_path, {"data/organization.yml": "tên: [\n"}), BodyRole.office)


def test_a_party_is_named_by_its_kind_and_id() -> None:
    assert Who(WhoKind.unit, "a", "Đơn vị A").key == PartyKey(WhoKind.unit, "a")


def test_bodies_then_teams_then_people_then_units_each_in_vietnamese_order() -> None:
    ordered = [
        Who(WhoKind.body, "a", "Ủy ban Kiểm tra"),
        Who(WhoKind.body, "b", "Văn phòng"),
        Who(WhoKind.team, "a", "Đoàn 2"),
        Who(WhoKind.team, "b", "Đoàn 10"),
        Who(WhoKind.person, "z", "Võ Văn Anh"),  # by given name
        Who(WhoKind.person, "a", "An Thị Bình"),
        Who(WhoKind.unit, "z", "Đoàn Sở Á"),
        Who(WhoKind.unit, "a", "Đoàn Sở B"),
        Who(WhoKind.unit, "b", "Đoàn Sở B"),  # of one name by id
    ]
    assert sorted(reversed(ordered), key=party_key) == ordered
