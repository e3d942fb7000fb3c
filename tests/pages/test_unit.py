"""A unit's page over the small sample."""

from datetime import date
from pathlib import Path

from ktgs.mkdocs_plugin import build
from tests.pages.reading import items, links, main, rows, section, words
from tests.repo import lay


def test_what_to_send_comes_first(sample_site: Path) -> None:
    page = main(sample_site, "don-vi/doan-so-a.html")
    assert items(page, "//h2")[0] == "Cần làm, cần gửi"
    listed = items(section(page, "can-gui"), ".//ul[@class='to-do'][1]/li/p[1]")
    assert listed == [
        "■ Quá hạn 26 ngày Gửi lịch sinh hoạt: lịch tháng 10/2020",
        "◔ Sắp đến hạn: còn 4 ngày Gửi lịch sinh hoạt: lịch tháng 11/2020",
        "○ Chưa đến hạn Gửi lịch sinh hoạt: lịch tháng 12/2020",
        "○ Chưa đến hạn Gửi lịch sinh hoạt: lịch tháng 01/2021",
    ]
    assert (
        "Gửi lịch sinh hoạt: lịch tháng 11/2020",
        "../viec/46-kh-dtn/gui-lich-sinh-hoat/2020-11.html#2020-11.doan-so-a",
    ) in links(page)
    assert ("Tải tệp lịch", "../ics/don-vi/doan-so-a.ics") in links(page)


def test_what_can_no_longer_be_done_is_counted_apart_behind_the_rest(sample_site: Path) -> None:
    first = section(main(sample_site, "don-vi/doan-so-a.html"), "can-gui")
    assert items(first, "./h3") == ["Không thực hiện"]
    assert ("4 việc", "#viec-missed") in links(first)


def test_what_waits_for_the_office_is_no_debt_of_the_unit(tmp_path: Path) -> None:
    schedule = "đơn vị: doan-so-a\ntháng: 10/2020\nngày nhận: chưa rõ\n"
    lay(tmp_path, {"data/plans/2020/46-kh-dtn/schedules/2020-10/doan-so-a.yml": schedule})
    assert build(tmp_path, tmp_path / "site", False, date(2020, 10, 15)) == 0
    page = main(tmp_path / "site", "don-vi/doan-so-a.html")
    first = section(page, "can-gui")
    assert "lịch tháng 10/2020" not in " ".join(items(first, ".//ul[@class='to-do']/li/p[1]"))
    assert items(first, "./h3") == ["Văn phòng cần ghi bổ sung", "Không thực hiện"]
    (waiting,) = items(first, "./ul[@class='entries']/li")
    assert waiting.startswith("Gửi lịch sinh hoạt: lịch tháng 10/2020 Chưa rõ ngày nhận")
    assert "Văn phòng cần ghi bổ sung (1)" in items(section(page, "viec"), ".//h3")
    units = rows(section(main(tmp_path / "site", "don-vi/index.html"), "cum-1"))
    assert units[0][1] == "◔ Sắp đến hạn: 1"


def test_facts_with_their_lines(sample_site: Path) -> None:
    text = words(section(main(sample_site, "don-vi/doan-so-a.html"), "don-vi"))
    assert "Cụm 1" in text
    assert "Số đoàn viên 40" in text
    assert "Nguyễn Văn A (từ 01/01/2020)" in text
    assert "Chi đoàn 2" in text


def test_former_names_at_their_dates(sample_site: Path) -> None:
    page = main(sample_site, "don-vi/doan-truong-c.html")
    text = words(section(page, "don-vi"))
    assert "Đoàn cơ sở Trường Trung cấp C (đến hết ngày 31/05/2020)" in text
    assert "Đoàn cơ sở Trường C (hiện nay)" in text
    assert any("01/06/2020 Mang tên" in line for line in items(section(page, "dien-bien"), ".//li"))


def test_a_merger_on_both_pages(sample_site: Path) -> None:
    gone = main(sample_site, "don-vi/doan-so-x.html")
    assert "Đơn vị đã giải thể, sáp nhập, hoạt động đến hết ngày 30/06/2020, sáp nhập vào Đoàn cơ sở Sở Y." in words(
        gone
    )
    into = main(sample_site, "don-vi/doan-so-y.html")
    assert ("Đoàn cơ sở Sở X", "../don-vi/doan-so-x.html") in links(section(into, "don-vi"))
    timeline = items(section(into, "dien-bien"), ".//li")
    assert "01/07/2020 Nhận sáp nhập: Đoàn cơ sở Sở X" in timeline


def test_meetings_have_assignees_reports_and_the_day_reports_are_due(sample_site: Path) -> None:
    found = rows(section(main(sample_site, "don-vi/doan-so-a.html"), "sinh-hoat"))
    assert [row[1] for row in found] == ["14/05/2020 15:00", "06/05/2020 07:30", "10/04/2020 14:00", "08/04/2020 07:30"]
    assert found[0][3:5] == ["Lê Văn C", "Báo cáo dự sinh hoạt: Chi đoàn 2, Đoàn cơ sở Sở A, 14/05/2020"]
    assert found[1][3] == "Trần Thị B"
    assert found[1][4].startswith("chưa có báo cáo hạn báo cáo 15/05/2020 Ghi báo cáo ")
    assert found[2][3:5] == ["", ""]  # nobody was assigned: nothing is missing


def test_visits_and_engagements(sample_site: Path) -> None:
    page = main(sample_site, "don-vi/doan-so-a.html")
    assert [row[3] for row in rows(section(page, "duoc-du"))] == ["16/18", "20/22"]
    (engagement,) = items(section(page, "kiem-tra"), ".//li")
    assert engagement.startswith("14/05/2020: Kiểm tra đợt 1, Đoàn cơ sở Sở A (trực tiếp, đã tiến hành)")
    assert "Báo cáo kết quả: Đoàn kiểm tra số 1, đợt 1" in engagement


def test_findings_with_what_happened_since(sample_site: Path) -> None:
    text = words(section(main(sample_site, "don-vi/doan-so-b.html"), "ghi-nhan"))
    assert "Bổ sung sổ chi đoàn 6 tháng đầu năm" in text
    assert "đã khắc phục" in text and "05/08/2020: phúc tra đạt; Võ Thị G" in text
    assert "Nguyên nhân: Chưa phân công người ghi sổ" in text


def test_obligations_by_state(sample_site: Path) -> None:
    found = section(main(sample_site, "don-vi/doan-so-a.html"), "viec")
    assert items(found, ".//h3") == [
        "Quá hạn (1)",
        "Sắp đến hạn (1)",
        "Chưa đến hạn (2)",
        "Không thực hiện (4)",
        "Trễ hạn (1)",
        "Đúng hạn (4)",
    ]


def test_timeline_is_by_day(sample_site: Path) -> None:
    lines = items(section(main(sample_site, "don-vi/doan-so-a.html"), "dien-bien"), ".//li")
    days = [line[6:10] + line[3:5] + line[:2] for line in lines]
    assert days == sorted(days, reverse=True)
    assert "29/04/2020 Gửi thông báo số 15-TB/ĐTN: Kiểm tra đợt 1, Đoàn cơ sở Sở A" in lines


def test_branches_left_out_and_meetings_to_come(tmp_path: Path) -> None:
    schedule = """\
đơn vị: doan-so-a
tháng: 11/2020
ngày nhận: 14/10/2020
buổi:
  - {mã: b1, ngày: 06/11/2020, giờ: 7:30, địa điểm: Sở A, chi đoàn: chi-doan-1, trạng thái: hủy, ngày báo: 15/10/2020}
"""
    lay(tmp_path, {"data/plans/2020/46-kh-dtn/schedules/2020-11/doan-so-a.yml": schedule})
    assert build(tmp_path, tmp_path / "site", False, date(2020, 10, 15)) == 0
    page = main(tmp_path / "site", "don-vi/doan-so-a.html")
    assert "Lịch tháng 11/2020 chưa nêu: Chi đoàn 2." in words(section(page, "can-gui"))
    (coming, *_) = rows(section(page, "sinh-hoat"))
    assert coming[:2] == ["Chi đoàn 1, Đoàn cơ sở Sở A", "06/11/2020 07:30 hủy"]
    timeline = items(section(page, "dien-bien"), ".//li")
    assert timeline[0].startswith("06/11/2020 Sinh hoạt (hủy): Chi đoàn 1")
