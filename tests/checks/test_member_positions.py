"""M203 and M204: members of a team come from the plan's bodies, when decided and at sessions (scenario 11)."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place, Severity
from tests.checks.marked import PLAN, PLANS, TEAM, fires, silent

SECOND = f"{PLANS}/teams/dot-2-doan-1.yml"
LEFT = {
    "data/people/nguyen-van-a.yml": ("chức danh: Bí thư\n    từ: 01/10/2017", "chức danh: Bí thư\n    đến: 31/08/2020")
}
RULE = "Theo kế hoạch 46-KH/ĐTN (III), thành viên đoàn kiểm tra thuộc BTV, UBKT."
TEAM_2 = """
    hoạt động: dot-2
    tên: Đoàn kiểm tra số 1, đợt 2
    quyết định:
      - ngày ban hành: {}
    thành viên:
      - cán bộ: ▸nguyen-van-a
        vai trò: trưởng đoàn
      - cán bộ: vo-thi-g
        vai trò: thư ký
    cuộc:
      - mã: c1
        đơn vị: doan-so-y
        ngày: 12/11/2020
      - mã: c2
        đơn vị: doan-truong-c
        ngày: 11/11/2020
    """


def test_named_by_a_decision_after_the_position_ended(tmp_path: Path) -> None:
    message = "“nguyen-van-a” (Nguyễn Văn A) không giữ chức vụ nào trong BTV, UBKT vào ngày quyết định 01/10/2020."
    found = fires(tmp_path, {**LEFT, SECOND: TEAM_2.format("01/10/2020")}, "M203", f"{message} {RULE}")
    assert [item.place for item in found[0].related] == [
        Place(PLAN, 97, 7),
        Place("data/people/nguyen-van-a.yml", 3, 3),
    ]


def test_a_session_after_the_position_ended(tmp_path: Path) -> None:
    message = "“nguyen-van-a” (Nguyễn Văn A) không giữ chức vụ nào trong BTV, UBKT vào buổi làm việc ngày 11/11/2020."
    found = fires(tmp_path, {**LEFT, SECOND: TEAM_2.format("31/08/2020")}, "M204", f"{message} {RULE}")
    assert found[0].severity is Severity.warning
    assert found[0].related[0].place == Place(SECOND, 14, 9)


def test_an_error_is_told_once(tmp_path: Path) -> None:
    team = TEAM_2.format("01/10/2020").replace("▸", "")
    silent(tmp_path, {**LEFT, SECOND: team}, "M204")


def test_the_day_on_which_a_member_comes_in(tmp_path: Path) -> None:
    member = ("vai trò: thành viên", "vai trò: thành viên\n    từ: 13/05/2020")
    ended = {
        "data/people/pham-thi-d.yml": (
            "chức danh: Chủ nhiệm\n    từ: 01/10/2017",
            "chức danh: Chủ nhiệm\n    đến: 12/05/2020",
        )
    }
    message = "“pham-thi-d” (Phạm Thị D) không giữ chức vụ nào trong BTV, UBKT vào ngày quyết định 13/05/2020."
    fires(tmp_path, {TEAM: [member, ("pham-thi-d", "▸pham-thi-d")], **ended}, "M203", f"{message} {RULE}")


def test_past_sessions_stay_clean(tmp_path: Path) -> None:
    silent(tmp_path, LEFT, "M203", "M204")


def test_a_member_who_left_the_team_in_time(tmp_path: Path) -> None:
    team = TEAM_2.format("31/08/2020").replace("▸", "").replace("trưởng đoàn", "trưởng đoàn\n        đến: 31/08/2020")
    silent(tmp_path, {**LEFT, SECOND: team}, "M203", "M204")


def test_a_cancelled_session(tmp_path: Path) -> None:
    team = TEAM_2.format("31/08/2020").replace("▸", "").replace("/11/2020", "/11/2020\n        trạng thái: hủy")
    silent(tmp_path, {**LEFT, SECOND: team}, "M204")
