"""M506: a written summary says the numbers that the data says, where it says them under the draft's names."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from ktgs.language.diagnostics import Severity
from tests.checks.marked import ASSIGNMENT_4, VISIT_A, Change, changed, fires, silent
from tests.repo import facts, lay, only

SUMMARY = "data/reports/2020/tong-hop/2020-05-14-thang-4.md"
SENTENCE = "Trong tháng có 2 buổi sinh hoạt được dự."


def written(*lines: str) -> dict[str, Change]:
    """Return the sample's summary of April with other lines; the month has 2 visits."""
    return {SUMMARY: (SENTENCE, "\n".join(lines))}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- Số buổi có cán bộ về dự: ▸3, tại 2 đơn vị.", "Số buổi có cán bộ về dự: 3"),
        ("Số buổi có cán bộ về dự:▸3", "Số buổi có cán bộ về dự: 3"),
        ("1. **Số buổi có cán bộ về dự:** ▸3 buổi", "Số buổi có cán bộ về dự: 3"),
        ("  * _SỐ BUỔI CÓ CÁN BỘ VỀ DỰ_ : ▸1.002.", "SỐ BUỔI CÓ CÁN BỘ VỀ DỰ: 1.002"),
    ],
)
def test_another_number_under_a_name_of_the_draft(tmp_path: Path, line: str, said: str) -> None:
    message = f"{said}, nhưng dữ liệu có 2."
    (found,) = fires(tmp_path, written("## Kết quả", "", line), "M506", message)
    assert found.severity is Severity.warning


def test_the_same_number_and_other_words_are_left_alone(tmp_path: Path) -> None:
    lines = (
        "- Số buổi có cán bộ về dự: 2, tại 2 đơn vị.",
        "- Số buổi được dự: 7.",
        "Số buổi có cán bộ về dự là 7.",
        "- Số buổi có cán bộ về dự: 7/9.",
        "- Số buổi có cán bộ về dự: 70%.",
        "- Số buổi có cán bộ về dự: 7,5.",
        "- Số buổi có cán bộ về dự: 07/04/2020.",
        "- Số buổi có cán bộ về dự: tăng 7.",
        "- Số buổi có cán bộ về dự:",
    )
    silent(tmp_path, written(*lines), "M506")


def test_a_report_that_came_later_is_counted_or_not(tmp_path: Path) -> None:
    later: dict[str, Change] = {VISIT_A: ("ngày gửi: 15/04/2020", "ngày gửi: 20/05/2020")}
    for number in ("1", "2"):
        silent(tmp_path / number, written(f"- Số buổi có cán bộ về dự: {number}.") | later, "M506")
    message = "Số buổi có cán bộ về dự: 3, nhưng dữ liệu có 2 (đến ngày gửi báo cáo có 1)."
    fires(tmp_path / "3", written("- Số buổi có cán bộ về dự: ▸3.") | later, "M506", message)


def test_nothing_is_said_of_what_is_not_known(tmp_path: Path) -> None:
    broken: dict[str, Change] = {ASSIGNMENT_4: "tháng: [\n"}
    files = written("- Số lượt phân công: 99.") | broken
    assert only(facts(lay(tmp_path / "broken", changed(files)[0])), "M506") == []


def test_a_long_line_takes_no_time(tmp_path: Path) -> None:
    start = perf_counter()
    silent(tmp_path, written("- *" * 60_000 + ": 3", "Số buổi có cán bộ về dự:" + " " * 200_000 + "x"), "M506")
    assert perf_counter() - start < 10
