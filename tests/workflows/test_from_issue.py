"""Issues that a form made, through every step of the workflow: what is proposed, what is answered, what never runs."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from ktgs.command.importing import importers
from ktgs.intake.forms import TABLE, kind_of_form
from ktgs.tables.columns import Headers, plain_header
from tests.comparing.versions import PLAN, git, versioned
from tests.opened import opened
from tests.tools import require_tool
from tests.workflows.steps import ROOT, run, step, workflow

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
JUNE = f"{PLAN}/schedules/2020-06"
MAY = f"{PLAN}/schedules/2020-05/doan-so-a.yml"
HEAD = "Chi đoàn; Ngày; Giờ; Địa điểm; Nội dung\n"
NONE = "_No response_"


@dataclass(frozen=True)
class Case:
    """An issue's body, the files that it changes with a text in each, and texts of the answer."""

    body: str
    changed: dict[str, str]
    answered: tuple[str, ...]


def fields(*pairs: tuple[str, str]) -> str:
    """Return a body as a host makes it of a form's fields."""
    return "\n\n".join(f"### {heading}\n\n{value or NONE}" for heading, value in pairs)


def schedule(unit: str, table: str, month: str = "6/2020") -> str:
    """Return the body of "Gửi lịch sinh hoạt"."""
    return fields(("Đơn vị", unit), ("Tháng", month), (TABLE, table))


def report(**others: str) -> str:
    """Return the body of "Báo cáo dự sinh hoạt"."""
    values = {
        "Đơn vị": "Đoàn Sở A",
        "Chi đoàn": "Chi đoàn 1",
        "Ngày": "10/06/2020",
        "Ngày tiến hành": "",
        "Người dự": "Phạm Thị D",
        "Số có mặt": "18",
        "Tổng số đoàn viên": "22",
        "Thành phần": "Đoàn viên",
        "Nội dung": "Học tập chuyên đề",
        "Ưu điểm": "",
        "Kiến nghị, đề xuất": "",
        "Gửi kiến nghị đến": "",
    }
    return fields(*(values | {key.replace("_", " "): value for key, value in others.items()}).items())


def news(change: str, to: str = "", on: str = "14/05/2020", reason: str = "") -> str:
    """Return the body of "Báo dời, hoãn, hủy"."""
    head = (("Đơn vị", "Đoàn Sở A"), ("Chi đoàn", "2"), ("Ngày đã báo", on), ("Việc", change))
    return fields(*head, ("Sang ngày", to), ("Giờ mới", ""), ("Địa điểm mới", ""), ("Lý do", reason))


A = "Đoàn Sở A"
ROW = "Chi đoàn 1; 10/6; 8h30; Phòng họp; Học tập\n"
FILE_A, FILE_B = f"{JUNE}/doan-so-a.yml", f"{JUNE}/doan-so-b.yml"
REPORT = "data/reports/2020/du-sinh-hoat/2020-06-10-doan-so-a-chi-doan-1.md"
RIGHT = {
    "one unit": Case(schedule(A, HEAD + ROW), {FILE_A: "giờ: 08:30"}, ("Chi đoàn 1: 10/06/2020 08:30, Phòng họp",)),
    "not held": Case(schedule(A, f"{HEAD}{ROW}2; không sinh hoạt"), {FILE_A: "không sinh hoạt:\n  - chi"}, ("không",)),
    "whole table": Case(
        schedule(
            "", f"Đơn vị\tChi đoàn\tNgày\tGiờ\tĐịa điểm\n{A}\t1\t10/6\t8h\tP\nĐoàn Sở B\t1\t11/06/2020\t9g30\tQ\n"
        ),
        {FILE_A: "ngày: 10/06/2020", FILE_B: "giờ: 09:30"},
        ("Đoàn cơ sở Sở A", "Đoàn cơ sở Sở B"),
    ),
    "fenced": Case(schedule(A, f"```\n{HEAD}{ROW}```"), {FILE_A: "nội dung: Học tập"}, ("Đã hiểu",)),
    "report": Case(report(), {REPORT: "số có mặt: 18"}, ("Phạm Thị D dự, 18/22 đoàn viên có mặt",)),
    "report with findings": Case(
        report(Ưu_điểm="- Đông đủ\n- Đúng giờ") + f"\n\n### Gửi kiến nghị đến\n\n{NONE}",
        {REPORT: "mã: ud2"},
        ("ưu điểm: Đúng giờ",),
    ),
    "moved": Case(
        news("dời", "20/05/2020", reason="Trùng họp"), {MAY: "sang ngày: 20/05/2020"}, ("dời sang 20/05/2020",)
    ),
    "postponed": Case(news("hoãn"), {MAY: "trạng thái: hoãn"}, ("Chi đoàn 2: hoãn",)),
    "cancelled": Case(news("Hủy"), {MAY: "trạng thái: hủy"}, ("Chi đoàn 2: hủy",)),
    "nothing new": Case(
        schedule(A, f"{HEAD}1; 6/5; 7h30; Phòng họp Sở A; \n2; 14/5; 15h; Hội trường Sở A; ", "5/2020"),
        {},
        ("Những gì phiếu gửi đã có trong dữ liệu.",),
    ),
}
WRONG = {
    "a command in a name": Case(schedule("$(touch ran)`touch ran`; touch ran", HEAD + ROW), {}, ("Không có đơn vị",)),
    "an expression": Case(
        schedule(A, f"{HEAD}1; 10/6; 8h; ${{{{ secrets.GITHUB_TOKEN }}}}; "),
        {FILE_A: "${{ secrets."},
        ("${{ secrets.",),
    ),
    "a way out of the folder": Case(schedule("../../../.github/workflows/ci", HEAD + ROW), {}, ("Không có đơn vị",)),
    "YAML in an answer": Case(
        schedule(A, f'{HEAD}1; 10/6; 8h; "x: [y"; "- !!python/object: &a # z"'),
        {FILE_A: "!!python/object: &a # z"},
        ("Đã hiểu",),
    ),
    "a mention and the end of a block": Case(
        schedule("```\n@nguyen-van-a <img src=x> [x](javascript:alert(1))", HEAD + ROW), {}, ("Không có đơn vị",)
    ),
    "a phone number": Case(
        schedule(A, f"{HEAD}1; 10/6; 8h; Phòng họp 0900 000 000; "), {}, ("kho không lưu số liên hệ",)
    ),
    "no form": Case("Cho tôi hỏi lịch tháng 6?", {}, ("Phiếu không theo biểu mẫu nào.",)),
    "two forms in one": Case(f"{schedule(A, HEAD + ROW)}\n\n{report()}", {}, ("Phiếu không theo biểu mẫu nào.",)),
    "marks that turn text round": Case(
        schedule(A, f"{HEAD}1; 10/6; 8h; Phòng \u202ehọp; "), {}, ("ký tự đổi chiều chữ",)
    ),
    "days that cannot be": Case(
        schedule(A, f"{HEAD}1; 6/10/2020; 8h; P; \n2; 31/6; 8h; P; "), {}, ("đã bị đảo chỗ", "không có thật")
    ),
    "a meeting that is not there": Case(news("dời", "20/05/2020", on="15/05/2020"), {}, ("không có buổi nào ngày 15",)),
    "a person who is not there": Case(report(Người_dự="Nguyễn Văn Z"), {}, ("Không có cán bộ tên",)),
}


def _issue(folder: Path, body: str) -> Path:
    event = {
        "action": "opened",
        "issue": {"number": 7, "body": body, "created_at": "2020-05-12T18:30:00Z", "labels": [{"name": "biểu mẫu"}]},
    }
    path = folder / "event.json"
    path.write_text(json.dumps(event), "utf-8")
    return path


def _checkout(root: Path, folder: Path) -> Path:
    git(root, "clone", "--quiet", str(root), str(folder))
    return folder


def _through(tmp_path: Path, body: str) -> tuple[Path, dict[str, Any]]:
    """Return the repository after the workflow has run on an issue, and what the host holds."""
    origin = tmp_path / "origin"
    if not origin.exists():
        versioned(origin)
    first, second = (
        _checkout(origin, tmp_path / f"{name}-{len(list(tmp_path.iterdir()))}") for name in ("read", "write")
    )
    event = {"GITHUB_EVENT_PATH": str(_issue(tmp_path, body)), "VISIBILITY": "private"}
    for name in ("Read the issue", "Tell what changes"):
        done = run(step("from-issue.yml", "understand", name)["run"], first, **event)
        assert done.returncode == 0, done.stderr
    shutil.copytree(first / "proposal", second / "proposal")
    state = {"GH_STATE": str(tmp_path / "state.json"), "NUMBER": "7"}
    state["MARK"] = workflow("from-issue.yml")["jobs"]["propose"]["env"]["MARK"]
    for name in ("Open or update one proposal", "Answer"):
        done = run(step("from-issue.yml", "propose", name)["run"], second, **state)
        assert done.returncode == 0, done.stderr
    assert not list(tmp_path.rglob("ran"))
    return origin, json.loads((tmp_path / "state.json").read_text("utf-8"))


@pytest.mark.parametrize("case", [*RIGHT.values(), *WRONG.values()], ids=[*RIGHT, *WRONG])
def test_an_issue_becomes_a_proposal_and_an_answer(tmp_path: Path, case: Case) -> None:
    require_tool("jq")
    origin, host = _through(tmp_path, case.body)
    (answer,) = host["comments"]
    for text in case.answered:
        assert text in answer["body"]
    outside = answer["body"].split("```")[::2]  # what stands in no block
    assert not any("@" in text or "](" in text or "0900" in text for text in outside)
    assert "0900" not in answer["body"]
    proposals = host.get("proposals", [])
    assert len(proposals) == bool(case.changed)
    if case.changed:
        assert proposals[0]["body"].startswith("Closes #7\n")
        told = git(origin, "diff", "--name-only", "main", "bieu-mau/7").split()
        assert sorted(told) == sorted(case.changed)
        for file, text in case.changed.items():
            assert text in git(origin, "show", f"bieu-mau/7:{file}")
        git(origin, "switch", "--quiet", "bieu-mau/7")
        broken = [item for item in opened(origin)[1] if item.severity.value == "lỗi"]
        assert broken == []


def test_an_edited_issue_mends_the_same_proposal_and_the_same_answer(tmp_path: Path) -> None:
    require_tool("jq")
    _through(tmp_path, schedule(A, HEAD + ROW))
    origin, host = _through(tmp_path, schedule(A, HEAD + ROW.replace("8h30", "9h")))
    assert (len(host["comments"]), len(host["proposals"])) == (1, 1)
    assert "09:00" in host["comments"][0]["body"]
    text = git(origin, "show", f"bieu-mau/7:{FILE_A}")
    assert "giờ: 09:00" in text
    assert "ngày nhận: 13/05/2020" in text  # the issue's day in Viet Nam


def test_it_acts_for_members_or_after_a_member_has_set_the_label() -> None:
    condition = " ".join(workflow("from-issue.yml")["jobs"]["understand"]["if"].split())
    assert "github.event.action == 'labeled' && github.event.label.name == 'nhập'" in condition
    assert (
        """contains(fromJSON('["OWNER", "MEMBER", "COLLABORATOR"]'), github.event.issue.author_association)"""
        in condition
    )
    read = workflow("from-issue.yml")["jobs"]["understand"]["permissions"]
    assert read == {"contents": "read"}  # the job that reads text from outside may write nothing


@pytest.mark.parametrize("name", ["lich-sinh-hoat", "bao-cao-du-sinh-hoat", "doi-hoan-huy"])
def test_every_field_of_a_form_is_a_column_of_its_importer(name: str) -> None:
    form = yaml.safe_load((FORMS / f"{name}.yml").read_text("utf-8"))
    assert form["labels"] == ["biểu mẫu"]
    labels = [item["attributes"]["label"] for item in form["body"] if item["type"] != "markdown"]
    body = "\n".join(f"### {label}\n\nx\n" for label in labels)
    importer = importers()[kind_of_form(body)]
    headers = Headers(importer.columns(opened(ROOT)[0]))
    unread = [label for label in labels if headers.column(label) is None and plain_header(label) != plain_header(TABLE)]
    assert unread == []
    assert "Không ghi số điện thoại" in form["body"][0]["attributes"]["value"]
