"""`ktgs due --open`: what can still be done, by who must do it; what the office has to write down stands apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ktgs.command.main import main
from tests.repo import SAMPLE, lay

Captured = pytest.CaptureFixture[str]
PLANS = "data/plans/2020/46-kh-dtn"


def listed(capsys: Captured, *arguments: str, root: Path = SAMPLE) -> dict[str, str]:
    """Return the states of what is listed, by id."""
    main(["due", "--root", str(root), "--format", "json", *arguments])
    return {item["id"]: item["state"] for item in json.loads(capsys.readouterr().out)}


def test_what_is_done_or_can_no_longer_be_done_is_left_out(capsys: Captured) -> None:
    everything, still = listed(capsys, "--today", "15/05/2020"), listed(capsys, "--today", "15/05/2020", "--open")
    left_out = {everything[name] for name in everything.keys() - still.keys()}
    assert left_out == {"missed", "late", "on_time", "not_applicable"}
    assert set(still.values()) == {"overdue", "unknown", "due_soon", "upcoming"}


def test_a_month_that_is_over_is_no_longer_asked_for(capsys: Captured) -> None:
    april = "46-kh-dtn/gui-lich-sinh-hoat/2020-04/doan-so-x"
    assert listed(capsys, "--today", "30/04/2020", "--open")[april] == "overdue"
    assert april not in listed(capsys, "--today", "01/05/2020", "--open")


def test_a_closed_year_has_nothing_left_to_do_but_recommendations(capsys: Captured, tmp_path: Path) -> None:
    plan = (SAMPLE / PLANS / "plan.md").read_text(encoding="utf-8")
    starts = "năm 2020\ntừ: 01/01/2020"
    assert starts in plan
    lay(tmp_path, {f"{PLANS}/plan.md": plan.replace(starts, starts.replace("từ", "ngày khóa sổ: 20/07/2020\ntừ"))})
    still = listed(capsys, "--today", "21/07/2020", "--open", root=tmp_path)
    assert {name.split("/")[1] for name in still} <= {"kien-nghi"}


def test_text_is_by_who_must_do_it_and_what_the_office_must_write_down_comes_last(
    capsys: Captured, tmp_path: Path
) -> None:
    text = "đơn vị: doan-so-y\ntháng: 06/2020\nngày nhận: chưa rõ\n"
    lay(tmp_path, {f"{PLANS}/schedules/2020-06/doan-so-y.yml": text})
    main(["due", "--root", str(tmp_path), "--today", "20/05/2020", "--open"])
    groups = capsys.readouterr().out.split("\n\n")[1:]
    names = [group.splitlines()[0].rpartition(" (")[0] for group in groups]
    assert names[:2] == ["Ban Thường vụ", "Văn phòng"]
    assert names[-1] == "Văn phòng cần ghi bổ sung"
    unknown = "gửi lịch sinh hoạt, lịch tháng 06/2020, Đoàn cơ sở Sở Y: hạn 19/05/2020. Chưa rõ ngày nhận"
    assert unknown in groups[-1]
    assert not any("lịch tháng 06/2020" in group for group in groups if group.startswith("Đoàn cơ sở Sở Y"))
