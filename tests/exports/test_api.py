"""`api/v1`: what stands in it is what the handbook documents, in English identifiers and ISO dates."""

from __future__ import annotations

import json
import re
from enum import Enum
from pathlib import Path

import pytest

from ktgs.addresses.declaring import DownloadKind
from ktgs.language.days import Counting, DayKind, Direction, Measure, OnDayOff
from ktgs.obligations.obligation import Flag, State
from ktgs.obligations.shapes import obligation_json
from ktgs.records.adjustment import AdjustmentKind
from ktgs.records.finding import PetitionAddressee
from ktgs.records.follow_up import Step
from ktgs.records.organization import BodyRole, DataRepository
from ktgs.records.person import Tenure
from ktgs.records.plan import ActivityKind, Anchor, Basis, LateAddition, ReportStep, ScheduleMonth, Trigger
from ktgs.records.team import Mode, Role, Status
from ktgs.repository.findings import PetitionState, RecommendationState
from ktgs.repository.parties import WhoKind
from tests.exports.asking import DATA, Files, data, declared, exported, paths, read, sample
from tests.repo import SAMPLE, facts, lay

HANDBOOK = DATA / "docs/huong-dan/api.md"
PLAN = "data/plans/2020/46-kh-dtn"
COMMON = "Mọi tệp"
API_FILES = declared(DownloadKind.data)
WORDS: dict[str, type[Enum]] = {
    "organization.organization.data_repository": DataRepository,
    "organization.organization.roles[].role": BodyRole,
    "people.people[].positions[].tenure": Tenure,
    "plans.plans[].terms[].measure": Measure,
    "plans.plans[].terms[].direction": Direction,
    "plans.plans[].terms[].anchor": Anchor,
    "plans.plans[].terms[].counting": Counting,
    "plans.plans[].terms[].day_kind": DayKind,
    "plans.plans[].terms[].schedule_month": ScheduleMonth,
    "plans.plans[].terms[].on_day_off": OnDayOff,
    "plans.plans[].terms[].late_addition": LateAddition,
    "plans.plans[].terms[].steps": ReportStep,
    "plans.plans[].terms[].basis": Basis,
    "plans.plans[].activities[].kind": ActivityKind,
    "plans.plans[].activities[].trigger": Trigger,
    "plans.plans[].adjustments[].kind": AdjustmentKind,
    "obligations.obligations[].state": State,
    "obligations.obligations[].flags": Flag,
    "obligations.obligations[].who.kind": WhoKind,
    "obligations.obligations[].working.direction": Direction,
    "meetings.meetings[].status": Status,
    "rounds.rounds[].teams[].members[].role": Role,
    "rounds.rounds[].teams[].engagements[].mode": Mode,
    "rounds.rounds[].teams[].engagements[].status": Status,
    "reports.findings[].addressee": PetitionAddressee,
    "recommendations.recommendations[].state": RecommendationState,
    "recommendations.petitions[].state": PetitionState,
    "recommendations.recommendations[].events[].step": Step,
}


def documented() -> dict[str, dict[str, str]]:
    """Return, for each file of the handbook's page, the path of each key with what is said of it."""
    found: dict[str, dict[str, str]] = {COMMON: {}}
    name, places = "", [""]
    for line in HANDBOOK.read_text("utf-8").splitlines():
        if file := re.fullmatch(r"## `(\w+)\.json`", line):
            name, places = file[1], [""]
            found[name] = {}
        elif line.startswith("## "):
            name, places = line.removeprefix("## "), [""]
        elif line.startswith("### "):
            places = [""] if line.startswith("### Tệp ") else re.findall(r"`([^`]+)`", line)
        elif name in found and (row := re.fullmatch(r"\| `(\w+)` \| (.+) \|", line)):
            for place in places:
                key = f"{place}.{row[1]}".lstrip(".")
                assert key not in found[name], f"{name}: {key} twice"
                found[name][key] = row[2]
    return found


def emitted(*trees: Files) -> dict[str, set[str]]:
    """Return the path of each key of each file, in any of the trees."""
    return {name: {path for files in trees for path in paths(read(files, name))} for name in API_FILES}


def test_the_handbook_documents_exactly_the_keys_that_there_are() -> None:
    found = documented()
    common = set(found.pop(COMMON))
    assert common == {"version", "as_of", "is_sample"}
    assert {name: common | set(keys) for name, keys in found.items()} == emitted(sample(), data())


@pytest.mark.parametrize("key", WORDS)
def test_the_handbook_lists_every_word_with_its_meaning(key: str) -> None:
    name, _, path = key.partition(".")
    told = documented()[name][path]
    assert re.findall(r"`(\w+)` \(([^)]+)\)", told)[: len(WORDS[key])] == [(w.name, str(w.value)) for w in WORDS[key]]


def test_the_handbook_names_every_file() -> None:
    text = HANDBOOK.read_text("utf-8")
    for path in sample():
        named = re.sub(r"(don-vi|can-bo)/[^/]+\.ics", r"\1/<mã>.ics", path).removeprefix("api/v1/")
        assert f"`{named}`" in text, path


def test_the_index_lists_the_files_that_there_are() -> None:
    files = read(sample(), "index")["files"]
    assert [file["name"] for file in files] == list(API_FILES)
    listed = [f"api/v1/{file['path']}" for file in files]
    assert sorted(listed) == sorted(path for path in sample() if path.startswith("api/"))


def test_every_file_says_its_version_its_day_and_that_it_is_a_sample() -> None:
    for name in API_FILES:
        found = read(sample(), name)
        assert (found["version"], found["as_of"], found["is_sample"]) == (1, "2020-10-15", True)


def test_keys_are_english_identifiers() -> None:
    keys = {
        key for found in emitted(sample(), data()).values() for path in found for key in re.split(r"[.\[\]]+", path)
    }
    assert [key for key in sorted(keys) if key and not re.fullmatch(r"[a-z]+(_[a-z]+)*", key)] == []


def test_a_record_stands_on_one_line() -> None:
    lines = sample()["api/v1/units.json"].decode().splitlines()
    units = [json.loads(line.rstrip(",")) for line in lines if line.startswith('{"id"')]
    assert units == read(sample(), "units")["units"]


def test_a_unit() -> None:
    units = {unit["id"]: unit for unit in read(sample(), "units")["units"]}
    assert units["doan-truong-c"] == {
        "id": "doan-truong-c",
        "name": "Đoàn cơ sở Trường C",
        "short_name": "Đoàn Trường C",
        "kind": "đoàn cơ sở",
        "cluster": "Cụm 2",
        "member_count": 55,
        "party_committee": "Đảng ủy Trường C",
        "valid_from": "2015-01-01",
        "valid_to": None,
        "merged_into": None,
        "transferred_from": None,
        "former_names": [{"name": "Đoàn cơ sở Trường Trung cấp C", "valid_to": "2020-05-31"}],
        "followed_by": [],
        "branches": [
            {"id": "chi-doan-1", "name": "Chi đoàn 1", "member_count": 55, "valid_from": None, "valid_to": None}
        ],
    }
    assert (units["doan-so-x"]["valid_to"], units["doan-so-x"]["merged_into"]) == ("2020-06-30", "doan-so-y")


def test_obligations_are_those_of_the_command_without_the_private_ones() -> None:
    every = facts(SAMPLE)
    found = {item["id"]: item for item in read(sample(), "obligations")["obligations"]}
    ours = {item.id: obligation_json(item) for item in every.obligations}
    owed = {name for name in ours if "/bao-cao-du-sinh-hoat/" in name and not ours[name]["done_on"]}
    assert owed
    assert set(found) == set(ours) - owed
    schedules = [name for name in found if "/gui-lich-sinh-hoat/" in name]
    assert schedules
    for name in schedules:  # the repository is internal: on the public site no line is told
        evidence = ours[name]["evidence"]
        assert found[name] == {**ours[name], "evidence": {**evidence, "line": None} if evidence else None}


def test_a_plan_with_what_moved_it() -> None:
    (plan,) = read(sample(), "plans")["plans"]
    activity = next(activity for activity in plan["activities"] if activity["id"] == "gs-thang-3")
    assert (activity["month"], activity["starts_on"]) == ("2020-03", None)
    assert activity["in_force"] == {"starts_on": "2020-06-15", "ends_on": "2020-06-26", "is_month_only": False}
    notice = next(term for term in plan["terms"] if term["duty"] == "thong-bao")
    assert (notice["clauses"], notice["number"]) == (["II.1", "II.2.1", "III", "IV.1"], 5)
    assert (notice["measure"], notice["direction"], notice["counting"]) == ("working_days", "before", "inclusive")
    (adjustment,) = plan["adjustments"]
    assert (adjustment["units"], adjustment["people"], adjustment["periods"]) == (None, None, None)
    assert adjustment["decided_on"] == "2020-03-16"


def test_the_scope_of_a_decision_is_listed(tmp_path: Path) -> None:
    decision = "ngày quyết định: 10/05/2020\nngười quyết định: Ban Thường vụ\nlý do: Dịch bệnh\n"
    scope = "loại: miễn\nviệc: gửi lịch sinh hoạt\nđơn vị:\n  - doan-so-b\nkỳ:\n  - 06/2020\n"
    lay(tmp_path, {f"{PLAN}/adjustments/2020-05-10-lich.yml": scope + decision})
    adjustment = read(exported(tmp_path), "plans")["plans"][0]["adjustments"][1]
    assert (adjustment["kind"], adjustment["duty"]) == ("waiver", "gui-lich-sinh-hoat")
    assert (adjustment["units"], adjustment["people"], adjustment["periods"]) == (["doan-so-b"], None, ["2020-06"])


def test_a_meeting_names_who_was_assigned_and_never_who_came() -> None:
    meetings = {meeting["id"]: meeting for meeting in read(sample(), "meetings")["meetings"]}
    absent = meetings["46-kh-dtn/2020-04/chi-doan-so-d/b1"]
    assert (absent["assigned"], absent["reports"], absent["branch"]) == (["le-van-c"], [], None)
    assert (absent["on"], absent["at"], absent["status"]) == ("2020-04-15", "16:00", None)
    visited = meetings["46-kh-dtn/2020-04/doan-so-a/b1"]
    assert visited["reports"] == ["2020-04-08-doan-so-a-chi-doan-1"]


def test_a_day_not_known_is_neither_null_nor_a_day(tmp_path: Path) -> None:
    lay(tmp_path, {})
    file = tmp_path / f"{PLAN}/schedules/2020-05/doan-so-b.yml"
    file.write_text(file.read_text("utf-8").replace("ngày nhận: 20/04/2020", "ngày nhận: chưa rõ"), "utf-8")
    files = exported(tmp_path)
    schedules = {(one["unit"], one["month"]): one for one in read(files, "meetings")["schedules"]}
    assert schedules["doan-so-b", "2020-05"]["received_on"] == "unknown"
    items = {item["id"]: item for item in read(files, "obligations")["obligations"]}
    item = items["46-kh-dtn/gui-lich-sinh-hoat/2020-05/doan-so-b"]
    assert (item["state"], item["done_on"]) == ("unknown", None)
    assert b"1970" not in b"".join(files.values())


def test_reports_are_never_merged_and_findings_name_theirs() -> None:
    reports = read(sample(), "reports")
    assert [report["id"] for report in reports["flash_reports"]] == ["2020-05-12-thang-4"]
    assert [report["id"] for report in reports["summaries"]] == ["2020-05-14-thang-4"]
    assert [(one["topic"], one["unit"]) for one in reports["regular_supervision"]] == [
        ("46-kh-dtn/thang-thanh-nien", "doan-truong-c")
    ]
    visit = reports["visit_reports"][0]
    assert (visit["meeting"], visit["unit"], visit["on"]) == (
        "46-kh-dtn/2020-04/doan-so-a/b1",
        "doan-so-a",
        "2020-04-08",
    )
    kinds = {finding["id"]: finding["kind"] for finding in reports["findings"]}
    assert kinds == {
        "2020-04-08-doan-so-a-chi-doan-1#mh1": "good_practice",
        "2020-04-08-doan-so-a-chi-doan-1#dx1": "petition",
        "2020-04-09-doan-so-b-chi-doan-1#kk1": "difficulty",
        "2020-06-02-dot-1-doan-1#ud1": "strength",
        "2020-06-02-dot-1-doan-1#tt1": "shortcoming",
        "2020-06-02-dot-1-doan-1#kn1": "recommendation",
        "2020-06-02-dot-1-doan-1#kn2": "recommendation",
    }
    (practice,) = (finding for finding in reports["findings"] if finding["kind"] == "good_practice")
    assert (practice["unit"], practice["spread"][0]["on"]) == ("doan-so-a", "2020-05-25")


def test_recommendations_and_petitions_tell_how_far_they_are() -> None:
    found = read(sample(), "recommendations")
    remedied, still_open = found["recommendations"]
    assert (remedied["state"], remedied["done_on"], remedied["closed_on"], remedied["turn"]) == (
        "remedied",
        "2020-07-24",
        "2020-08-05",
        None,
    )
    assert [event["step"] for event in remedied["events"]] == ["remedied", "recheck_passed"]
    assert (still_open["state"], still_open["due_on"], still_open["turn"]) == ("in_progress", None, "Ban Thường vụ")
    (petition,) = found["petitions"]
    assert (petition["state"], petition["turn"], petition["addressee"]) == ("forwarded", "Thành đoàn Mẫu", "superior")


def test_a_round_with_its_teams_and_notices() -> None:
    rounds = {one["activity"]: one for one in read(sample(), "rounds")["rounds"]}
    assert set(rounds) == {"dot-1", "dot-2", "gs-thang-3", "gs-thang-9"}
    (team,) = rounds["dot-1"]["teams"]
    assert [member["role"] for member in team["members"]] == ["lead", "clerk", "member"]
    first = team["engagements"][0]
    assert (first["at"], first["held_on"], first["party_invitation"]["attended"]) == ("08:00", "2020-05-14", True)
    assert [part["on"] for part in first["documents"][0]["received"]] == ["2020-05-07", "2020-05-08"]
    (notice,) = rounds["dot-1"]["notices"]
    assert (notice["document_number"], notice["sent_to"][1]["sent_on"]) == ("15-TB/ĐTN", "2020-05-04")
    assert team["engagements"][2]["party_invitation"] is None


def test_figures_name_what_they_count() -> None:
    figures = {figure["id"]: figure for figure in read(sample(), "figures")["figures"]}
    table = figures["do-phu-di-co-so"]["tables"][1]
    row = next(row for row in table["rows"] if row["subject"]["id"] == "doan-so-a")
    assert len(row["cells"]) == len(table["columns"])
    assert row["cells"][0]["counts"] == [{"kind": "report", "id": "2020-05-14-doan-so-a-chi-doan-2"}]
    assert figures["vang-du-thay"]["is_of_body"] is True
