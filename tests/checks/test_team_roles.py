"""M206, M207 and M208: one lead and one clerk at a time, nobody twice."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place, Severity
from tests.checks.marked import TEAM, Change, fires, silent

MORE = "  - cán bộ: tran-thi-b\n    vai trò: {}\ncuộc:"


def _and(role: str) -> Change:
    return ("cuộc:", MORE.format(role))


def test_two_leads(tmp_path: Path) -> None:
    message = "“tran-thi-b” và “nguyen-van-a” cùng là trưởng đoàn trong cùng thời gian."
    (found,) = fires(tmp_path, {TEAM: _and("▸trưởng đoàn")}, "M206", message)
    assert [item.place for item in found.related] == [Place(TEAM, 8, 14)]


def test_no_clerk(tmp_path: Path) -> None:
    change = [("vai trò: thư ký", "vai trò: thành viên"), ("  - cán bộ: nguyen", "  ▸- cán bộ: nguyen")]
    (found,) = fires(tmp_path, {TEAM: change}, "M207", "Ngày 27/04/2020 đoàn không có thư ký.")
    assert found.severity is Severity.warning


def test_no_lead_on_the_day_of_a_session(tmp_path: Path) -> None:
    change = [("trưởng đoàn", "trưởng đoàn\n    đến: 15/05/2020"), ("  - cán bộ: nguyen", "  ▸- cán bộ: nguyen")]
    fires(tmp_path, {TEAM: change}, "M207", "Ngày 18/05/2020 đoàn không có trưởng đoàn.")


def test_one_person_twice(tmp_path: Path) -> None:
    change = ("cán bộ: pham-thi-d", "cán bộ: ▸vo-thi-g")
    (found,) = fires(tmp_path, {TEAM: change}, "M208", "“vo-thi-g” đã là thư ký trong cùng thời gian.")
    assert [item.place for item in found.related] == [Place(TEAM, 9, 13)]


def test_a_lead_who_takes_over(tmp_path: Path) -> None:
    new = MORE.format("trưởng đoàn\n    từ: 16/05/2020\n    thay cho: nguyen-van-a")
    old = ("vai trò: trưởng đoàn", "vai trò: trưởng đoàn\n    đến: 15/05/2020")
    silent(tmp_path, {TEAM: [old, ("cuộc:", new)]}, "M206", "M207", "M208")


def test_any_number_of_deputies_and_members(tmp_path: Path) -> None:
    silent(tmp_path, {TEAM: _and("thành viên")}, "M206", "M208")


def test_each_of_many_is_told_once(tmp_path: Path) -> None:
    more = "".join(f"  - cán bộ: {name}\n    vai trò: ▸trưởng đoàn\n" for name in ("tran-thi-b", "le-van-c"))
    found = fires(
        tmp_path,
        {TEAM: ("cuộc:", more + "cuộc:")},
        "M206",
        "“tran-thi-b” và “nguyen-van-a” cùng là trưởng đoàn trong cùng thời gian.",
        "“le-van-c” và “nguyen-van-a” cùng là trưởng đoàn trong cùng thời gian.",
    )
    assert [[item.place for item in one.related] for one in found] == [[Place(TEAM, 8, 14)]] * 2


def test_a_short_term_inside_a_long_one(tmp_path: Path) -> None:
    more = "  - cán bộ: tran-thi-b\n    vai trò: {}\n    từ: 01/05/2020\n    đến: 02/05/2020\n"
    last = "  - cán bộ: le-van-c\n    vai trò: {}\n    từ: 03/05/2020\n"
    text = more.format("▸trưởng đoàn") + last.format("▸trưởng đoàn")
    fires(
        tmp_path,
        {TEAM: ("cuộc:", text + "cuộc:")},
        "M206",
        "“tran-thi-b” và “nguyen-van-a” cùng là trưởng đoàn trong cùng thời gian.",
        "“le-van-c” và “nguyen-van-a” cùng là trưởng đoàn trong cùng thời gian.",
    )
