"""R502, R503 and R504: what happens to a finding fits what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from tests.checks.marked import FOLLOW_UP, PETITION, RESULT, Change, fires, silent

OF_UNITS = "Dùng: đã khắc phục, phúc tra đạt, phúc tra chưa đạt, gia hạn."
OF_PETITIONS = "Dùng: chuyển cấp trên, trả lời, không tiếp nhận."


def test_a_shortcoming_is_not_followed_up(tmp_path: Path) -> None:
    message = "“tt1” không phải là kiến nghị hay đề xuất nên không có diễn biến."
    (found,) = fires(
        tmp_path,
        {FOLLOW_UP: ("của: 2020-06-02-dot-1-doan-1#kn1", "của: ▸2020-06-02-dot-1-doan-1#tt1")},
        "R502",
        message,
    )
    assert [item.place for item in found.related] == [Place(RESULT, 18, 9)]


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        (
            FOLLOW_UP,
            ("việc: phúc tra đạt", "việc: ▸chuyển cấp trên"),
            f"“chuyển cấp trên” không dùng cho kiến nghị gửi đơn vị. {OF_UNITS}",
        ),
        (
            PETITION,
            ("việc: chuyển cấp trên", "việc: ▸đã khắc phục"),
            f"“đã khắc phục” không dùng cho đề xuất của cơ sở. {OF_PETITIONS}",
        ),
    ],
)
def test_a_step_that_does_not_fit(tmp_path: Path, file: str, change: Change, message: str) -> None:
    (found,) = fires(tmp_path, {file: change}, "R503", message)
    assert found.cure == "Sửa “việc”, hoặc mã sau dấu #."


@pytest.mark.parametrize(
    ("change", "message", "cure"),
    [
        ("việc: ▸gia hạn", "“gia hạn” nhưng không có “hạn mới”.", "Thêm dòng “hạn mới: …”."),
        (
            "việc: phúc tra đạt\n    hạn mới: ▸31/08/2020",
            "“phúc tra đạt” không có “hạn mới”.",
            "Xóa “hạn mới”, hoặc sửa “việc”.",
        ),
    ],
)
def test_a_new_date_amiss(tmp_path: Path, change: str, message: str, cure: str) -> None:
    (found,) = fires(tmp_path, {FOLLOW_UP: ("việc: phúc tra đạt", change)}, "R504", message)
    assert found.cure == cure


@pytest.mark.parametrize(
    "step", ["gia hạn\n    hạn mới: 31/08/2020", "phúc tra chưa đạt\n    hạn mới: 31/08/2020", "phúc tra chưa đạt"]
)
def test_steps_of_a_unit(tmp_path: Path, step: str) -> None:
    silent(tmp_path, {FOLLOW_UP: ("việc: phúc tra đạt", f"việc: {step}")}, "R503", "R504")


@pytest.mark.parametrize("step", ["trả lời", "không tiếp nhận"])
def test_steps_of_a_petition(tmp_path: Path, step: str) -> None:
    silent(tmp_path, {PETITION: ("việc: chuyển cấp trên", f"việc: {step}")}, "R503", "R504")


def test_a_recommendation_to_the_superior_may_be_forwarded(tmp_path: Path) -> None:
    report = {RESULT: ("gửi: đơn vị", "gửi: cấp trên")}
    silent(tmp_path, {FOLLOW_UP: ("việc: phúc tra đạt", "việc: chuyển cấp trên"), **report}, "R503")
