"""A round: its teams, its sessions in order, the broken files that could hold more of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ktgs.records.keys import EngagementKey, SessionKey, TeamKey
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.periods import Period
from ktgs.repository.repository import Repository
from ktgs.repository.rounds import Round, by_unit, round_of, rounds, sessions
from tests.opened import repository_of, sample
from tests.repository.writing import BROKEN, PLAN, team

FILES = {
    **team(
        "dot-2-doan-1",
        "dot-2",
        "mã: c2, đơn vị: doan-so-b, ngày: 16/11/2020",
        "mã: c1, đơn vị: doan-so-a, ngày: 12/11/2020, ngày tiến hành: 17/11/2020",
        "mã: c3, đơn vị: doan-so-y, trạng thái: hủy",
        "mã: c4, đơn vị: doan-so-b, ngày: 11/11/2020, trạng thái: hủy",
    ),
    **team(
        "dot-2-doan-2",
        "dot-2",
        "mã: c1, đơn vị: doan-so-b",
        "mã: c2, đơn vị: doan-so-b, ngày: 13/11/2020",
        "mã: c3, đơn vị: doan-so-a, ngày: 17/11/2020",
        "mã: c4, đơn vị: doan-so-y, ngày: 10/11/2020, trạng thái: hủy",
    ),
}


def asked(repository: Repository, activity: str = "dot-2") -> Round:
    plan = repository.plans["46-kh-dtn"]
    found = plan.activity(activity)
    assert found is not None
    return round_of(repository, plan, found)


def short(engagement: TeamEngagement) -> str:
    return f"{engagement.key.team[-1]}{engagement.key.engagement}"


def test_a_round_holds_what_stands_and_what_is_cancelled(tmp_path: Path) -> None:
    of = asked(repository_of(tmp_path, FILES, "2020-12-01"))
    assert (str(of.key), [team.id for team in of.teams]) == ("46-kh-dtn/dot-2", ["dot-2-doan-1", "dot-2-doan-2"])
    assert [short(standing) for standing in of.engagements] == ["1c2", "1c1", "2c1", "2c2", "2c3"]
    assert [short(cancelled) for cancelled in of.cancelled] == ["1c3", "1c4", "2c4"]
    assert of.session_days == tuple(date(2020, 11, day) for day in (13, 16, 17, 17))


def test_a_round_of_which_nothing_is_known() -> None:
    of = asked(sample())
    assert (of.teams, of.broken_teams, of.engagements, of.cancelled, of.session_days) == ((), (), (), (), ())
    assert (by_unit(of), list(sessions(of))) == ({}, [])


def test_a_team_that_cannot_be_read_belongs_to_the_round(tmp_path: Path) -> None:
    files = {**FILES, f"{PLAN}/teams/dot-2-doan-3.yml": BROKEN, f"{PLAN}/teams/dot-1-doan-9.yml": BROKEN}
    of = asked(repository_of(tmp_path, files, "2020-12-01"))
    assert [mark.id for mark in of.broken_teams] == ["dot-2-doan-3"]
    assert {team.key for team in of.teams} == {TeamKey("46-kh-dtn", f"dot-2-doan-{number}") for number in (1, 2)}


def test_a_round_within_some_days(tmp_path: Path) -> None:
    of = asked(repository_of(tmp_path, FILES, "2020-12-01"))
    inside = of.within(Period(date(2020, 11, 13), date(2020, 11, 16)))
    assert [short(standing) for standing in inside.engagements] == ["1c2", "2c2"]
    assert (inside.teams, inside.cancelled) == (of.teams, of.cancelled)


def test_units_of_a_round_and_their_engagements_in_order(tmp_path: Path) -> None:
    of = asked(repository_of(tmp_path, FILES, "2020-12-01"))
    assert {unit: [short(engagement) for engagement in group] for unit, group in by_unit(of).items()} == {
        "doan-so-a": ["1c1", "2c3"],  # the same day: by team
        "doan-so-b": ["2c2", "1c2", "2c1"],  # by day, without a day last; nothing of what is cancelled beside them
        "doan-so-y": ["2c4", "1c3"],  # where none stands, those cancelled
    }
    assert list(by_unit(of)) == ["doan-so-a", "doan-so-b", "doan-so-y"]


def test_sessions_are_named_by_the_unit_the_second_by_its_engagement(tmp_path: Path) -> None:
    of = asked(repository_of(tmp_path, FILES, "2020-12-01"))
    named = {short(engagement): key for key, engagement in sessions(of)}
    second = EngagementKey("46-kh-dtn", "dot-2-doan-2", "c2")
    assert named == {
        "1c1": SessionKey("46-kh-dtn", "dot-2", "doan-so-a"),
        "2c3": SessionKey("46-kh-dtn", "dot-2", "doan-so-a", EngagementKey("46-kh-dtn", "dot-2-doan-2", "c3")),
        "1c2": SessionKey("46-kh-dtn", "dot-2", "doan-so-b"),  # the first by id, though not by day
        "2c1": SessionKey("46-kh-dtn", "dot-2", "doan-so-b", EngagementKey("46-kh-dtn", "dot-2-doan-2", "c1")),
        "2c2": SessionKey("46-kh-dtn", "dot-2", "doan-so-b", second),
        "1c3": SessionKey("46-kh-dtn", "dot-2", "doan-so-y"),
        "2c4": SessionKey("46-kh-dtn", "dot-2", "doan-so-y", EngagementKey("46-kh-dtn", "dot-2-doan-2", "c4")),
    }
    assert str(named["2c2"]) == "46-kh-dtn/dot-2/doan-so-b/dot-2-doan-2-c2"


def test_one_team_twice_at_a_unit_on_one_day_goes_by_the_id_of_the_engagement(tmp_path: Path) -> None:
    twice = ("mã: c2, đơn vị: doan-so-a, ngày: 12/11/2020", "mã: c1, đơn vị: doan-so-a, ngày: 12/11/2020")
    of = asked(repository_of(tmp_path, team("dot-2-doan-1", "dot-2", *twice)))
    assert [short(engagement) for engagement in by_unit(of)["doan-so-a"]] == ["1c1", "1c2"]


def test_the_rounds_of_a_plan_are_its_inspections_and_thematic_supervisions() -> None:
    repository = sample()
    found = [of.activity.id for of in rounds(repository, repository.plans["46-kh-dtn"])]
    assert found == ["dot-1", "dot-2", "gs-thang-3", "gs-thang-9"]
