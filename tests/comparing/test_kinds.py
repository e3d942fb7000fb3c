"""Each kind of change of fields, meetings and decisions, one by one, by what is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.comparing.reporters import as_text
from tests.comparing.test_comparison import compared, of
from tests.comparing.versions import PLAN, SCHEDULE

ADJUSTMENT = f"{PLAN}/adjustments/2020-03-16-gs-thang-3.yml"
PERSON = "data/people/le-van-c.yml"
SUMMARY = "data/reports/2020/tong-hop/2020-05-14-thang-4.md"
WAIVER = f"{PLAN}/adjustments/2020-05-04-mien.yml"
DECIDED = "ngày quyết định: 04/05/2020\nngười quyết định: Ban Thường vụ\nlý do: Thử\n"


def told(root: Path, file: str, text: str | None) -> list[str]:
    """Return the lines that tell what a file of the sample with another text, or without any, does."""
    return as_text(compared(root, {file: text}), "main").splitlines()


def replaced(file: str, old: str, new: str) -> str:
    """Return a file of the sample with one text in the place of another, which must stand there just once."""
    text = of(file)
    assert text.count(old) == 1
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (PERSON, "họ tên: Lê Văn C", "họ tên: Lê Văn D", "“họ tên”: Lê Văn C → Lê Văn D"),
        (
            PERSON,
            "  - từ: 01/08/2020\n    đến: 15/08/2020\n",
            "  - từ: 01/08/2020\n    đến: 16/08/2020\n",
            "“đến” của “không phân công”: 15/08/2020 → 16/08/2020",
        ),
        (
            PERSON,
            "không phân công:\n  - từ: 01/08/2020\n    đến: 15/08/2020\n",
            "",
            "⚠ bỏ “không phân công”: từ 01/08/2020; đến 15/08/2020",
        ),
        (
            PERSON,
            "doan-truong-c\n    từ: 01/10/2017\n",
            "doan-truong-c\n",
            "⚠ bỏ “từ” của “nơi công tác doan-truong-c”: 01/10/2017",
        ),
        (SCHEDULE, "ngày nhận: 17/04/2020", "ngày nhận: chưa rõ", "⚠ “ngày nhận”: 17/04/2020 → chưa rõ"),
        (SCHEDULE, "tháng: 05/2020\n", "tháng: 05/2020\nchưa đủ: có\n", "thêm “chưa đủ”: có"),
        (SCHEDULE, "giờ: 7:30", "giờ: 8h", "“giờ” của “buổi b1”: 07h30 → 08h00"),
        (SUMMARY, "số ký hiệu: 32-BC/ĐTN\n", "", "bỏ “số ký hiệu”: 32-BC/ĐTN"),
        (SUMMARY, "2 buổi", "3 buổi", "sửa phần văn bản"),
    ],
)
def test_a_field_is_told_in_the_words_of_its_file(file: str, old: str, new: str, line: str, tmp_path: Path) -> None:
    assert f"    {line}" in told(tmp_path, file, replaced(file, old, new))


OFF = "    trạng thái: {}\n    ngày báo: 13/05/2020\n"
MOVED = "    dời:\n      - sang ngày: 18/05/2020\n        giờ: 9:00\n        ngày báo: 13/05/2020\n"
SECOND = "Chi đoàn 2, Đoàn cơ sở Sở A"


@pytest.mark.parametrize(
    ("added", "line"),
    [
        (OFF.format("hoãn"), f"- Hoãn: {SECOND}, 15h00 Thứ Năm, 14/05/2020"),
        (OFF.format("hủy"), f"- Hủy: {SECOND}, 15h00 Thứ Năm, 14/05/2020"),
        (MOVED, f"- Dời: {SECOND}: 14/05/2020 → 09h00 Thứ Hai, 18/05/2020"),
    ],
)
def test_what_becomes_of_a_meeting_is_told_and_taken_back(added: str, line: str, tmp_path: Path) -> None:
    changed = of(SCHEDULE) + added
    assert line in told(tmp_path / "on", SCHEDULE, changed)
    back = compared(tmp_path / "off", {SCHEDULE: changed})
    back = type(back)(back.head, back.base, back.all_facts)
    kinds = [change.kind.name for change in back.meetings]
    assert kinds == (["rewritten"] if added == MOVED else ["resumed"])  # an announced day that is gone is marked


def test_a_waiver_tells_what_it_waives(tmp_path: Path) -> None:
    text = f"loại: miễn\nviệc: gửi lịch sinh hoạt\nđơn vị: doan-so-a\nkỳ: [05/2020, 09/2020]\n{DECIDED}"
    lines = told(tmp_path, WAIVER, text)
    start = lines.index("Quyết định") + 1
    assert lines[start : start + 2] == [
        "- Miễn gửi lịch sinh hoạt, quyết định ngày 04/05/2020. Miễn 1 việc của 1 đơn vị và không có tác dụng với"
        " 1 việc của 1 đơn vị.",
        "    1 việc: đã xong ngày 17/04/2020 nên không tính lại theo quyết định",
    ]


def test_a_decision_that_is_gone_tells_what_it_did(tmp_path: Path) -> None:
    lines = told(tmp_path, ADJUSTMENT, None)
    found = [line for line in lines if line.startswith("- ⚠ Không còn: Điều chỉnh gs-thang-3")]
    assert len(found) == 1
    assert found[0].endswith("trở lại như chưa có quyết định.")


def test_the_meetings_of_a_whole_schedule_are_told_together(tmp_path: Path) -> None:
    gone = compared(tmp_path, {SCHEDULE: None})
    below = ["    Chi đoàn 1, Đoàn cơ sở Sở A, 07h30 Thứ Tư, 06/05/2020", f"    {SECOND}, 15h00 Thứ Năm, 14/05/2020"]
    lines = as_text(gone, "main").splitlines()
    start = lines.index("Buổi sinh hoạt") + 1
    whose = "2 buổi, Đoàn cơ sở Sở A, lịch tháng 05/2020"
    cure = "Buổi bị hủy thì giữ lại và ghi “trạng thái: hủy”."
    assert lines[start : start + 3] == [f"- ⚠ Xóa buổi đã báo mà không ghi hủy: {whose}. {cure}", *below]
    lines = as_text(type(gone)(gone.head, gone.base, gone.all_facts), "main").splitlines()
    start = lines.index("Buổi sinh hoạt") + 1
    assert lines[start : start + 3] == [f"- Buổi mới: {whose}", *below]
