"""Nothing is taken from a file with a reference that names nothing; what a broken file may hold is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.months import Month
from ktgs.records.base import FileRecord
from ktgs.records.keys import (
    ActivityKey,
    BranchKey,
    FindingKey,
    MeetingKey,
    NoticeKey,
    TeamKey,
    TopicKey,
)
from ktgs.repository.repository import Repository
from tests.opened import SAMPLE, lay, opened, repository_of
from tests.repository.writing import (
    BROKEN,
    BROKEN_REPORT,
    PLAN,
    REPORTS,
    adjustment,
    assignment,
    follow_up,
    notice,
    observation,
    result_report,
    schedule,
    team,
    unit,
    visit_report,
)

MEETING = "mã: b1, ngày: 10/06/2020, giờ: 8:00"
ASSIGNED = assignment("2020-06", "buổi: doan-so-y/b9, cán bộ: tran-thi-b")


def files_of(repository: Repository) -> set[str]:
    return {record.file for record in repository.every_record()}


def codes(root: Path) -> list[str]:
    return [f"{problem.code.id} {problem.place.file}" for problem in opened(root)[1]]


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("data/people/le-van-c.yml", ("đơn vị: doan-truong-c", "đơn vị: doan-truong-z")),
        ("data/units/doan-so-a.yml", ("cán bộ: nguyen-van-a", "cán bộ: nguyen-van-z")),
        (f"{PLAN}/notices/dot-1-1.yml", ("- dot-1-doan-1", "- dot-1-doan-9")),
        (f"{PLAN}/teams/dot-1-doan-1.yml", ("cán bộ: pham-thi-d", "cán bộ: pham-thi-z")),
        (f"{PLAN}/schedules/2020-04/doan-so-a.yml", ("chi đoàn: chi-doan-2", "chi đoàn: chi-doan-9")),
        (f"{PLAN}/assignments/2020-04.yml", ("doan-so-b/b1", "doan-so-b/b9")),
        (f"{PLAN}/adjustments/2020-03-16-gs-thang-3.yml", ("gs-thang-3", "gs-thang-9-9")),
        (f"{REPORTS}/ket-qua/2020-06-02-dot-1-doan-1.md", ("46-kh-dtn/dot-1-doan-1", "46-kh-dtn/dot-1-doan-9")),
        (f"{REPORTS}/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml", ("#kn1", "#kn9")),
        (f"{PLAN}/plan.md", ("      - ubkt", "      - ubz")),
    ],
)
def test_such_a_file_leaves_a_mark_and_nothing_else(tmp_path: Path, file: str, change: tuple[str, str]) -> None:
    text = (SAMPLE / file).read_text(encoding="utf-8")
    before = opened(lay(tmp_path, {}))[0]
    assert (before.broken, file in files_of(before)) == ((), True)
    repository, problems = opened(lay(tmp_path, {file: text.replace(*change)}))
    assert [(problem.code.id, problem.place.file) for problem in problems] == [("R101", file)]
    assert files_of(before) - files_of(repository) == {file}
    (mark,) = repository.broken
    (record,) = (record for record in before.every_record() if record.file == file)
    assert (mark.file, mark.kind, mark.key, mark.id) == (file, type(record), record.key, record.id)


def test_the_marks_of_unreadable_files_come_first(tmp_path: Path) -> None:
    files = {f"{PLAN}/teams/z.yml": BROKEN, **team("a", "nothing")}
    assert [mark.id for mark in repository_of(tmp_path, files).broken] == ["z", "a"]


NEEDS: list[tuple[str, dict[str, str], dict[str, str]]] = [  # what broken, and a file that refers into it
    ("plan", {f"{PLAN}/plan.md": BROKEN_REPORT}, team("dot-9-doan-1", "dot-9")),
    ("plan", {f"{PLAN}/plan.md": BROKEN_REPORT}, observation("2020-06-01-a", "46-kh-dtn/x", "01/06/2020")),
    ("plan", {f"{PLAN}/plan.md": BROKEN_REPORT}, ASSIGNED),
    (
        "schedule",
        {f"{PLAN}/schedules/2020-06/doan-so-y.yml": BROKEN},
        ASSIGNED,
    ),
    (
        "unit",
        {"data/units/doan-so-y.yml": BROKEN},
        schedule("doan-so-y", "2020-06", f"{MEETING}, chi đoàn: chi-doan-9"),
    ),
    ("team", {f"{PLAN}/teams/dot-2-doan-1.yml": BROKEN}, notice("dot-2-1", "dot-2-doan-1")),
    (
        "report",
        {f"{REPORTS}/ket-qua/2020-12-01-dot-2-doan-1.md": BROKEN_REPORT},
        follow_up("2020-12-01-dot-2-doan-1#kn1"),
    ),
    ("organization", {"data/organization.yml": BROKEN}, {}),
    ("person", {"data/people/pham-thi-d.yml": BROKEN}, {}),
    ("notice", {f"{PLAN}/notices/dot-1-1.yml": BROKEN}, {}),
]


@pytest.mark.parametrize(("what", "broken", "referring"), NEEDS)
def test_what_a_broken_file_may_hold_is_told_once(
    tmp_path: Path, what: str, broken: dict[str, str], referring: dict[str, str]
) -> None:
    lay(tmp_path, {**broken, **referring})
    assert {line.split()[1] for line in codes(tmp_path)} == set(broken)
    assert not any(line.startswith("R") for line in codes(tmp_path))


@pytest.mark.parametrize(
    ("broken", "referring"),
    [
        (
            {f"{PLAN}/schedules/2020-07/doan-so-y.yml": BROKEN},
            ASSIGNED,
        ),
        ({f"{PLAN}/teams/dot-2-doan-1.yml": BROKEN}, notice("dot-2-1", "dot-2-doan-2")),
        ({f"{REPORTS}/ket-qua/2020-12-01-dot-2-doan-1.md": BROKEN_REPORT}, follow_up("2020-12-01-dot-2-doan-2#kn1")),
        ({"data/units/doan-so-b.yml": BROKEN}, schedule("doan-so-y", "2020-06", f"{MEETING}, chi đoàn: chi-doan-9")),
        ({"data/people/x.yml": BROKEN}, unit("doan-so-z", "cán bộ theo dõi: [{cán bộ: y1, từ: 01/01/2020}]")),
    ],
)
def test_what_it_cannot_hold_is_told(tmp_path: Path, broken: dict[str, str], referring: dict[str, str]) -> None:
    lay(tmp_path, {**broken, **referring})
    assert f"R101 {next(iter(referring))}" in codes(tmp_path)


def test_every_reference_becomes_the_key_of_what_it_names(tmp_path: Path) -> None:
    meeting = MeetingKey("46-kh-dtn", Month(2020, 6), "doan-so-a", "b1")
    files = {
        **schedule("doan-so-a", "2020-06", f"{MEETING}, chi đoàn: chi-doan-1"),
        **assignment("2020-06", "buổi: doan-so-a/b1, cán bộ: tran-thi-b"),
        **team("dot-2-doan-1", "dot-2", "mã: c1, đơn vị: doan-so-a, chi đoàn mẫu: [chi-doan-1, chi-doan-2]"),
        **notice("dot-2-1", "dot-2-doan-1, dot-1-doan-1"),
        f"{PLAN}/notices/dot-2-2.yml": notice("x", "dot-2-doan-1")[f"{PLAN}/notices/x.yml"] + "thay thế: dot-2-1\n",
        **adjustment("gia-han", "việc: thông báo", "kỳ: [06/2020, dot-2]", "đơn vị: [doan-so-a]", kind="gia hạn"),
        **visit_report("2020-06-10-a", f"buổi: {meeting}", "chủ đề giám sát: [nghi-quyet-bch]"),
        **visit_report("2020-06-11-b", "đơn vị: doan-so-b", "chi đoàn: chi-doan-2", "ngày: 11/06/2020"),
        **observation("2020-06-12-c", "46-kh-dtn/nghi-quyet-bch", "12/06/2020"),
        **result_report("2020-12-01-d", "46-kh-dtn/dot-2-doan-1"),
    }
    repository, problems = opened(lay(tmp_path, files))
    assert problems == []
    by_file = {record.file: record for record in repository.every_record()}

    def of(name: str) -> FileRecord:
        return next(record for file, record in by_file.items() if file.endswith(f"/{name}"))

    team_key, activity = TeamKey("46-kh-dtn", "dot-2-doan-1"), ActivityKey("46-kh-dtn", "dot-2")
    assert of("2020-06/doan-so-a.yml").meetings[0].branch == BranchKey("doan-so-a", "chi-doan-1")  # type: ignore[attr-defined]
    assert of("2020-06.yml").items[0].meeting == meeting  # type: ignore[attr-defined]
    assert of("dot-2-doan-1.yml").activity == activity  # type: ignore[attr-defined]
    sampled = of("dot-2-doan-1.yml").engagements[0].sampled_branches  # type: ignore[attr-defined]
    assert sampled == (BranchKey("doan-so-a", "chi-doan-1"), BranchKey("doan-so-a", "chi-doan-2"))
    assert of("dot-2-1.yml").teams == (team_key, TeamKey("46-kh-dtn", "dot-1-doan-1"))  # type: ignore[attr-defined]
    assert of("dot-2-2.yml").replaces == NoticeKey("46-kh-dtn", "dot-2-1")  # type: ignore[attr-defined]
    extension = repository.adjustments[next(key for key in repository.adjustments if key.adjustment == "gia-han")]
    assert (extension.periods, extension.units) == ((Month(2020, 6), activity), ("doan-so-a",))
    visit = repository.visits_by_unit["doan-so-a"][-1].report
    assert (visit.meeting, visit.topics, visit.plan) == (
        meeting,
        (TopicKey("46-kh-dtn", "nghi-quyet-bch"),),
        "46-kh-dtn",
    )
    assert repository.visits_by_unit["doan-so-b"][-1].branch == BranchKey("doan-so-b", "chi-doan-2")
    assert repository.observations[-1].topic == TopicKey("46-kh-dtn", "nghi-quyet-bch")
    assert list(repository.result_reports_by_team) == [TeamKey("46-kh-dtn", "dot-1-doan-1"), team_key]
    assert {key.finding for key in repository.findings} >= {"kn1"}
    assert {record.finding for record in repository.follow_ups.values()} == {
        FindingKey("2020-06-02-dot-1-doan-1", "kn1"),
        FindingKey("2020-04-08-doan-so-a-chi-doan-1", "dx1"),
    }
