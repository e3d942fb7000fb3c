"""A record's shape in JSON follows from what its class declares."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path
from typing import Annotated

import pytest

from ktgs.examining.publishing import publish
from ktgs.exports._columns import cell
from ktgs.exports._shapes import leading, plain, shape
from ktgs.language.months import Month
from ktgs.language.vocabulary import field
from ktgs.records.base import Record
from ktgs.records.keys import BranchKey, MeetingKey, TeamKey
from ktgs.records.person import Span
from ktgs.records.schema import schema
from ktgs.records.team import Mode
from ktgs.records.values import UNKNOWN
from ktgs.source.tree import PLACES, Places, layout
from tests.exports.asking import exported, read, sample
from tests.repo import SAMPLE, facts, lay

OBSERVATION = "data/reports/2020/giam-sat-thuong-xuyen/2020-03-26-thang-thanh-nien.md"


class Leaf(Span):
    """Something with days."""

    name: Annotated[str, field("tên", "", public=True)]
    secret: Annotated[str, field("kín", "")] = "x"


class Branching(Record):
    """Something that holds others."""

    leaves: Annotated[tuple[Leaf, ...], field("lá", "", public=True)]
    best: Annotated[Leaf | None, field("tốt nhất", "", public=True)] = None
    own_id: Annotated[str, field("mã", "", public=True)]


def test_what_is_declared_public_is_printed_at_any_depth_and_nothing_else() -> None:
    places = {PLACES: Places("data/x.yml", layout(1, 1, {}))}
    leaf = Leaf.model_validate({**places, "tên": "một", "kín": "y"})
    made = shape(Branching.model_validate({**places, "lá": (leaf,), "mã": "a1"}))
    printed = {"name": "một", "valid_from": None, "valid_to": None}
    assert made == {"id": "a1", "leaves": [printed], "best": None}
    assert list(made) == ["id", "leaves", "best"]  # values come before what a record holds
    assert list(made["leaves"][0]) == ["name", "valid_from", "valid_to"]  # and days of a span after the other values
    assert leading(printed, "valid_to") == printed
    assert next(iter(leading(printed, "valid_to"))) == "valid_to"


def test_every_public_field_of_a_unit_and_a_person_is_printed() -> None:
    repository = publish(facts(SAMPLE)).repository
    for record in (repository.units["doan-so-a"], repository.people["nguyen-van-a"], repository.organization):
        public = {name for name, known in schema(type(record)).fields.items() if known.key and known.is_public}
        assert set(shape(record)) == (public - {"own_id"}) | {"id"}


def test_a_field_that_is_left_out_must_be_there() -> None:
    unit = facts(SAMPLE).repository.units["doan-so-a"]
    assert "branches" not in shape(unit, without=("branches",))
    with pytest.raises(KeyError, match="Unit: brances"):
        shape(unit, without=("brances",))


@pytest.mark.parametrize(
    ("value", "outside", "inside"),
    [
        (TeamKey("46-kh-dtn", "dot-1-doan-1"), "46-kh-dtn/dot-1-doan-1", "dot-1-doan-1"),
        (BranchKey("doan-so-a", "chi-doan-1"), "chi-doan-1", "chi-doan-1"),
        (MeetingKey("p", Month(2020, 3), "doan-so-a", "b1"), "p/2020-03/doan-so-a/b1", "doan-so-a/b1"),
        (Month(2020, 3), "2020-03", "2020-03"),
        (date(2020, 3, 1), "2020-03-01", "2020-03-01"),
        (time(8, 5), "08:05", "08:05"),
        (UNKNOWN, "unknown", "unknown"),
        ((Mode.on_site, None, True, 3), ["on_site", None, True, 3], ["on_site", None, True, 3]),
    ],
)
def test_values(value: object, outside: object, inside: object) -> None:
    assert (plain(value), plain(value, is_inside=True)) == (outside, inside)


@pytest.mark.parametrize("write", [plain, cell])
def test_a_value_of_another_type_is_refused(write: object) -> None:
    with pytest.raises(TypeError, match="float has no"):
        write(1.5)  # type: ignore[operator]


def test_references_are_short_in_a_plans_folder_and_long_in_reports(tmp_path: Path) -> None:
    """However a report writes them."""
    (notice,) = next(found for found in read(sample(), "rounds")["rounds"] if found["activity"] == "dot-1")["notices"]
    assert notice["teams"] == ["dot-1-doan-1"]
    assert read(sample(), "reports")["result_reports"][0]["team"] == "46-kh-dtn/dot-1-doan-1"
    text = (SAMPLE / OBSERVATION).read_text("utf-8")
    for written in ("thang-thanh-nien", "46-kh-dtn/thang-thanh-nien"):
        report, count = re.subn(r"chủ đề: \S+", f"chủ đề: {written}", text)
        assert count == 1
        found = read(exported(lay(tmp_path, {OBSERVATION: report})), "reports")
        assert [item["topic"] for item in found["regular_supervision"]] == ["46-kh-dtn/thang-thanh-nien"]


def test_the_organization_says_its_id_its_roles_and_its_kinds_of_unit() -> None:
    found = read(sample(), "organization")["organization"]
    declared = facts(SAMPLE).repository.organization
    assert found["id"] == declared.own_id
    assert [role["role"] for role in found["roles"]] == ["office", "standing"]
    assert {kind["name"]: kind["sub_unit"] for kind in found["unit_kinds"]} == {
        "đoàn cơ sở": "chi đoàn",
        "chi đoàn cơ sở": None,
    }
