"""Which notice was sent to which unit for which round, and which engagements it told of."""

from __future__ import annotations

from pathlib import Path

from ktgs.records.keys import ActivityKey
from ktgs.repository.notices import Sent, notices_of, sent_for, sent_in_round, sent_to_unit, told_of
from tests.opened import repository_of
from tests.repository.writing import BROKEN, PLAN, notice, team

ROUND = ActivityKey("46-kh-dtn", "dot-2")
FILES = {
    **team("dot-2-doan-1", "dot-2", "mã: c1, đơn vị: doan-so-a", "mã: c2, đơn vị: doan-so-b"),
    **team("dot-2-doan-2", "dot-2", "mã: c1, đơn vị: doan-so-a", "mã: c2, đơn vị: doan-so-a"),
    **team("gs-thang-9-doan-1", "gs-thang-9", "mã: c1, đơn vị: doan-so-a"),
    f"{PLAN}/teams/dot-2-doan-3.yml": BROKEN,
    **notice("dot-2-1", "dot-2-doan-1", "đơn vị: doan-so-a, ngày gửi: 02/11/2020", "đơn vị: doan-so-b"),
    **notice("dot-2-2", "dot-2-doan-2, dot-2-doan-1", "đơn vị: doan-so-a, ngày gửi: 03/11/2020"),
    **notice("dot-2-3", "dot-2-doan-3", "đơn vị: doan-so-y"),
    **notice("gs-thang-9-1", "gs-thang-9-doan-1", "đơn vị: doan-so-a"),
}


def short(sent: Sent) -> str:
    return f"{sent.notice.id} {sent.sending.unit}"


def test_the_notices_of_a_round_name_one_of_its_teams(tmp_path: Path) -> None:
    repository = repository_of(tmp_path, FILES, "2020-12-01")
    assert [paper.id for paper in notices_of(repository, ROUND)] == ["dot-2-1", "dot-2-2", "dot-2-3"]
    assert [short(sent) for sent in sent_in_round(repository, ROUND)] == [
        "dot-2-1 doan-so-a",
        "dot-2-1 doan-so-b",
        "dot-2-2 doan-so-a",
        "dot-2-3 doan-so-y",
    ]
    assert notices_of(repository, ActivityKey("46-kh-dtn", "gs-thang-3")) == ()


def test_what_a_unit_was_sent_whichever_team_it_told_of(tmp_path: Path) -> None:
    repository = repository_of(tmp_path, FILES, "2020-12-01")
    sent = sent_to_unit(repository, ROUND, "doan-so-a")
    assert [short(sending) for sending in sent] == ["dot-2-1 doan-so-a", "dot-2-2 doan-so-a"]
    assert sent_to_unit(repository, ROUND, "doan-truong-c") == ()


def test_each_sending_is_credited_to_the_teams_that_its_notice_names(tmp_path: Path) -> None:
    repository = repository_of(tmp_path, FILES, "2020-12-01")
    told = {
        str(engagement.key): [sent.notice.id for sent in sent_for(repository, engagement)]
        for engagement in repository.engagements_by_activity[ROUND]
    }
    assert told == {
        "46-kh-dtn/dot-2-doan-1/c1": ["dot-2-1", "dot-2-2"],
        "46-kh-dtn/dot-2-doan-1/c2": ["dot-2-1"],
        "46-kh-dtn/dot-2-doan-2/c1": ["dot-2-2"],
        "46-kh-dtn/dot-2-doan-2/c2": ["dot-2-2"],
    }


def test_a_sending_tells_of_the_unit_s_engagements_with_those_teams(tmp_path: Path) -> None:
    repository = repository_of(tmp_path, FILES, "2020-12-01")
    told = {
        short(sent): [engagement.key.own for engagement in told_of(repository, ROUND, sent)]
        for sent in sent_in_round(repository, ROUND)
    }
    assert told == {
        "dot-2-1 doan-so-a": ["dot-2-doan-1/c1"],
        "dot-2-1 doan-so-b": ["dot-2-doan-1/c2"],
        "dot-2-2 doan-so-a": ["dot-2-doan-1/c1", "dot-2-doan-2/c1", "dot-2-doan-2/c2"],
        "dot-2-3 doan-so-y": [],
    }
    assert told_of(repository, ActivityKey("46-kh-dtn", "gs-thang-3"), next(sent_in_round(repository, ROUND))) == ()
