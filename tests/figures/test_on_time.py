"""On-time rates by duty and by month of the due date."""

from pathlib import Path

from ktgs.obligations.obligation import State
from tests.figures.asking import PLAN, counted, figure, values

COLUMNS = ("Tổng số", *(str(state) for state in State), "Tỷ lệ đúng hạn")


def test_sample_by_duty(tmp_path: Path) -> None:
    table = figure(tmp_path, "ty-le-dung-han", "2020-06-15")[0]
    assert table.columns == COLUMNS
    found = values(table)
    # overdue, unknown, due soon, upcoming, missed, late, on time, waived, not applicable
    assert found["Gửi lịch sinh hoạt"] == [54, 6, 0, 5, 30, 7, 2, 3, 0, 1, "16,7% (3/18)"]  # of 3 + 2 + 7 + 6
    of_units = found["Thông báo"]  # of round 1, not of the round as a whole
    assert of_units == [6, 1, 1, 0, 1, 0, 1, 2, 0, 0, "50,0% (2/4)"]
    assert found["Tài liệu"] == [2, 0, 0, 0, 0, 0, 1, 1, 0, 0, "50,0% (1/2)"]
    assert found["Kiến nghị"] == [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, "–"]  # nothing done or overdue: no rate
    assert counted(table, "Tài liệu", "Trễ hạn") == ["state late/tai-lieu"]
    assert counted(table, "Tài liệu", "Quá hạn") == []


def test_what_may_not_be_listed_is_not_counted(tmp_path: Path) -> None:
    """Of five assignments two were reported on in time and one late; one absent, one not reported are left out."""
    table = figure(tmp_path, "ty-le-dung-han", "2020-06-15")[0]
    assert values(table)["Báo cáo dự sinh hoạt"] == [3, 0, 0, 0, 0, 0, 1, 2, 0, 0, "66,7% (2/3)"]
    assert counted(table, "Báo cáo dự sinh hoạt", "Trễ hạn") == ["state late/bao-cao-du-sinh-hoat"]
    assert counted(table, "Báo cáo dự sinh hoạt", "Tổng số") == ["periods 46-kh-dtn/bao-cao-du-sinh-hoat"]


def test_what_was_done_before_its_due_day_is_not_yet_in_the_rate(tmp_path: Path) -> None:
    """Two topics were observed long before the end of the plan, when that is due."""
    table = figure(tmp_path, "ty-le-dung-han", "2020-06-15")[0]
    assert values(table)["Giám sát thường xuyên"] == [3, 0, 0, 0, 1, 0, 0, 2, 0, 0, "–"]


def test_sample_by_month_of_the_due_date(tmp_path: Path) -> None:
    table = figure(tmp_path, "ty-le-dung-han", "2020-06-15")[1]
    assert next(iter(values(table))) == "03/2020"
    assert values(table)["07/2020"][-1] == "–"
    by_duty = values(figure(tmp_path, "ty-le-dung-han", "2020-06-15")[0])
    assert sum(int(row[0]) for row in by_duty.values()) == 117
    without_due_date = 9 + 1 + 1  # assignments of months without one, notice and decision of the round without dates
    assert sum(int(row[0]) for row in values(table).values()) == 117 - without_due_date


def test_a_waiver_leaves_the_rate(tmp_path: Path) -> None:
    waiver = (
        "loại: miễn\nviệc: gửi lịch sinh hoạt\nđơn vị: tất cả\nkỳ: 05/2020\nngày quyết định: 01/04/2020\n"
        "người quyết định: Ban Thường vụ\nlý do: Phòng, chống dịch bệnh\n"
    )
    files = {f"{PLAN}/adjustments/2020-04-01-mien.yml": waiver}
    found = values(figure(tmp_path, "ty-le-dung-han", "2020-06-15", files)[0])["Gửi lịch sinh hoạt"]
    assert found == [54, 6, 0, 5, 30, 3, 2, 3, 4, 1, "21,4% (3/14)"]  # of 3 + 2 + 3 + 6
