"""D214: what was replaced comes before what replaced it."""

from __future__ import annotations

from pathlib import Path

from tests.checks.marked import NOTICE, PLANS, TEAM, Change, alone, silent

LATER = f"{PLANS}/notices/dot-1-2.yml"
TEXT = """
    số ký hiệu: 16-TB/ĐTN
    ngày ban hành: {}
    đoàn kiểm tra:
      - dot-1-doan-1
    gửi đến:
      - đơn vị: doan-so-a
        ngày gửi: 06/05/2020
    thay thế: dot-1-1
    """
MEMBER = "  - cán bộ: pham-thi-d\n    vai trò: thành viên"
NEW = "\n  - cán bộ: tran-thi-b\n    vai trò: thành viên\n    từ: {}\n    thay cho: {}"


def test_a_notice_issued_before_the_one_that_it_replaces(tmp_path: Path) -> None:
    told = alone(tmp_path, {LATER: TEXT.format("▸28/04/2020")}, "D214")
    assert told.message == "ngày ban hành: 28/04/2020 trước “ngày ban hành: 29/04/2020”."


def test_a_replaced_notice_that_is_still_sent(tmp_path: Path) -> None:
    sent: Change = ("ngày gửi: 05/05/2020", "ngày gửi: ▸07/05/2020")
    told = alone(tmp_path, {LATER: TEXT.format("06/05/2020"), NOTICE: sent}, "D214")
    assert told.message == "Ngày gửi 07/05/2020 ở sau ngày 06/05/2020, khi đã có thông báo thay."


def test_a_notice_that_replaces_itself(tmp_path: Path) -> None:
    text = TEXT.format("06/05/2020").replace("thay thế: dot-1-1", "thay thế: ▸dot-1-2")
    assert alone(tmp_path, {LATER: text}, "D214").message == "Thông báo thay thế chính nó."


def test_a_member_who_stays_after_being_replaced(tmp_path: Path) -> None:
    change = (MEMBER, MEMBER + NEW.format("15/05/2020", "▸pham-thi-d"))
    told = alone(tmp_path, {TEAM: change}, "D214")
    assert told.message == ("“tran-thi-b” thay “pham-thi-d” từ 15/05/2020, nhưng người được thay chưa có “đến”.")


def test_a_member_who_replaces_nobody_of_the_team(tmp_path: Path) -> None:
    change = (MEMBER, MEMBER + NEW.format("15/05/2020", "▸hoang-van-e"))
    assert alone(tmp_path, {TEAM: change}, "D214").message == "“hoang-van-e” không có trong “thành viên” của đoàn."


def test_one_after_the_other(tmp_path: Path) -> None:
    ended = MEMBER + "\n    đến: 14/05/2020" + NEW.format("15/05/2020", "pham-thi-d")
    silent(tmp_path, {TEAM: (MEMBER, ended), LATER: TEXT.format("06/05/2020")}, "D214")
