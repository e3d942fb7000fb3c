"""A201: adjustments that do nothing, or no longer do anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Severity
from tests.checks.marked import MOVE, PLANS, TEAM, fires, silent
from tests.repo import SAMPLE, facts, lay, only

FILE = f"{PLANS}/adjustments/2020-05-04-thu.yml"
REST = "\nngày quyết định: 04/05/2020\nngười quyết định: Ban Thường vụ\nlý do: Thử\n"
A = "\nđơn vị: doan-so-a\nkỳ: "


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "loại: ▸miễn\nviệc: gửi lịch sinh hoạt\nđơn vị: doan-so-x\nkỳ: 10/2020",
            "không việc phải làm nào nằm trong phạm vi",
        ),
        (
            "loại: ▸miễn\nviệc: báo cáo kết quả\nđoàn kiểm tra: dot-1-doan-1\nkỳ: dot-2",
            "không việc phải làm nào nằm trong phạm vi",
        ),
        (f"loại: ▸miễn\nviệc: gửi lịch sinh hoạt{A}04/2020", "mọi việc trong phạm vi đã làm xong trước quyết định"),
        (
            "loại: gia hạn\nviệc: báo cáo kết quả\nđoàn kiểm tra: tất cả\nkỳ: dot-2\nhạn mới: ▸04/12/2020",
            "hạn mới không dời được 1 việc: báo cáo kết quả, Kiểm tra đợt 2"
            " (hạn mới 04/12/2020 không sau hạn 04/12/2020)",
        ),
        (
            f"loại: ▸gia hạn\nviệc: gửi lịch sinh hoạt{A}04/2020\nhạn mới: 30/03/2020",
            "mọi việc trong phạm vi đã làm xong trước quyết định",
        ),
        ("loại: điều chỉnh\nhoạt động: ▸dot-2\nsang đến: 25/11/2020", "“dot-2” đã ở đúng thời gian này"),
        (
            "loại: điều chỉnh\nhoạt động: ▸gs-thang-3\nsang từ: 15/06/2020\nsang đến: 26/06/2020",
            "“gs-thang-3” đã ở đúng thời gian này",
        ),
    ],
)
def test_without_effect(tmp_path: Path, text: str, reason: str) -> None:
    (found,) = fires(tmp_path, {FILE: text + REST}, "A201", f"Điều chỉnh không có tác dụng: {reason}.")
    assert found.severity is Severity.warning
    assert found.cure == "Sửa phạm vi hoặc ngày; không còn cần thì xóa tệp."


@pytest.mark.parametrize(
    "text",
    [
        f"loại: miễn\nviệc: gửi lịch sinh hoạt{A}09/2020",
        "loại: gia hạn\nviệc: báo cáo kết quả\nđoàn kiểm tra: tất cả\nkỳ: dot-2\nhạn mới: 05/12/2020",
        "loại: gia hạn\nviệc: tài liệu\ntài liệu: dot-1-doan-1/c1/bao-cao-6-thang\nhạn mới: 13/05/2020",
        "loại: điều chỉnh\nhoạt động: gs-thang-3\nsang từ: 16/06/2020\nsang đến: 26/06/2020",
        "loại: điều chỉnh\nhoạt động: gs-thang-3\nsang tháng: 03/2020",
        "loại: điều chỉnh\nhoạt động: dot-2\nchưa ấn định: có",
    ],
)
def test_with_effect(tmp_path: Path, text: str) -> None:
    silent(tmp_path, {FILE: text + REST}, "A201")


def test_a_move_that_a_later_one_replaced_is_history(tmp_path: Path) -> None:
    text = "loại: điều chỉnh\nhoạt động: gs-thang-3\nsang tháng: 09/2020"
    silent(tmp_path, {FILE: text + REST, MOVE: ("lý do: ", "lý do: Ý kiến cấp trên; ")}, "A201")


@pytest.mark.parametrize(
    "file", [TEAM, "data/units/doan-so-a.yml", "data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md"]
)
def test_nothing_is_told_of_what_a_broken_file_may_hold(tmp_path: Path, file: str) -> None:
    text = "loại: gia hạn\nviệc: báo cáo kết quả\nđoàn kiểm tra: tất cả\nkỳ: dot-2\nhạn mới: 04/12/2020" + REST
    assert only(facts(lay(tmp_path / "sound", {FILE: text})), "A201") != []
    broken = (SAMPLE / file).read_text(encoding="utf-8").replace(": ", ":", 1)
    found = facts(lay(tmp_path / "broken", {FILE: text, file: broken}))
    assert only(found, "A201") == []
    assert [item.place.file for item in found.diagnostics if item.code.id[0] == "Y"] == [file]


def test_each_obligation_that_an_extension_left_unmoved_is_named(tmp_path: Path) -> None:
    text = "loại: gia hạn\nviệc: gửi lịch sinh hoạt\nđơn vị: [doan-so-a, doan-so-b]\nkỳ: [04/2020, 09/2020]\n"
    fires(tmp_path, {FILE: text + "hạn mới: ▸19/08/2020" + REST}, "A201", UNMOVED)


UNMOVED = (
    "Điều chỉnh không có tác dụng: hạn mới không dời được 2 việc của 2 đơn vị: "
    "gửi lịch sinh hoạt, lịch tháng 09/2020, Đoàn cơ sở Sở A (hạn mới 19/08/2020 không sau hạn 19/08/2020); "
    "gửi lịch sinh hoạt, lịch tháng 09/2020, Đoàn cơ sở Sở B (hạn mới 19/08/2020 không sau hạn 19/08/2020)."
)


def test_an_extension_of_what_has_no_known_day_names_it(tmp_path: Path) -> None:
    text = "loại: gia hạn\nviệc: phân công\nkỳ: 12/2020\nhạn mới: ▸10/12/2020" + REST
    message = (
        "Điều chỉnh không có tác dụng: hạn mới không dời được 1 việc: "
        "phân công, tháng 12/2020 (chưa rõ hạn nên chưa dời được)."
    )
    fires(tmp_path, {FILE: text}, "A201", message)


def test_what_tells_of_visit_reports_is_internal(tmp_path: Path) -> None:
    text = "loại: gia hạn\nviệc: báo cáo dự sinh hoạt\nđơn vị: tất cả\ncán bộ: tất cả\nkỳ: 05/2020\nhạn mới: 04/05/2020"
    found = only(facts(lay(tmp_path, {FILE: text + REST}), "2020-05-16"), "A201")
    assert [item.is_internal for item in found] == [True]
