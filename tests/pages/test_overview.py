"""The overview over the small sample and small changes to it."""

from datetime import date
from pathlib import Path

from ktgs.examining.publishing import publish
from ktgs.obligations.targets import ToDay
from ktgs.pages import overview
from tests.pages.reading import items, links, main, rows, words
from tests.repo import SAMPLE, facts, lay


def test_what_is_late_is_grouped_by_who_owes_it(sample_site: Path) -> None:
    page = main(sample_site, "index.html")
    (late,) = page.xpath("//section[h2[@id='dang-cho']]")
    assert items(late, ".//ul[@class='owed']/li/strong")[:2] == ["Ban Thường vụ", "Văn phòng"]
    alike = items(late, "./p")[0]
    assert alike.startswith("Gửi lịch sinh hoạt, tháng 10/2020, hạn 19/09/2020 ■ Quá hạn 26 ngày")
    assert alike.endswith("Đoàn cơ sở Sở A, Đoàn cơ sở Sở B, Đoàn cơ sở Sở Y, Đoàn cơ sở Trường C.")
    assert ("Đoàn cơ sở Sở Y", "viec/46-kh-dtn/gui-lich-sinh-hoat/2020-10.html#2020-10.doan-so-y") in links(late)
    assert [target for name, target in links(late) if name.endswith("việc nay không làm được nữa")] == [
        "viec/khong-thuc-hien.html"
    ]


def test_three_numbers_come_first(sample_site: Path) -> None:
    numbers = items(main(sample_site, "index.html"), "//ul[@class='cards']/li")
    assert numbers[0].startswith("12 việc quá hạn còn làm được, lâu nhất ")
    assert numbers[1] == "5 việc đến hạn trong 14 ngày, 5 là lịch tháng 11/2020"
    assert numbers[2].endswith("việc đã đến hạn")


def test_what_is_due_in_fourteen_days(sample_site: Path) -> None:
    page = main(sample_site, "index.html")
    (soon,) = page.xpath("//section[h2[@id='sap-toi']]")
    assert items(soon, "./h2") == ["Từ nay đến 29/10/2020"]
    assert "Thứ Hai, 19/10 Hạn Gửi lịch sinh hoạt, tháng 11/2020 (5 việc)" in words(soon)


def test_the_text_for_a_chat_names_who_has_not_sent(sample_site: Path) -> None:
    (text,) = main(sample_site, "index.html").xpath("//details[@id='chua-gui-lich']//pre/text()")
    assert text.strip().splitlines() == [
        "Lịch sinh hoạt tháng 11/2020, hạn 19/10/2020: tính đến ngày 15/10/2020, còn 5/5 đơn vị chưa gửi:",
        "1. Chi đoàn cơ sở Sở D",
        "2. Đoàn cơ sở Sở A",
        "3. Đoàn cơ sở Sở B",
        "4. Đoàn cơ sở Sở Y",
        "5. Đoàn cơ sở Trường C",
        "Đề nghị các đơn vị gửi lịch về Văn phòng Đoàn Khối.",
    ]


def test_a_day_off_and_a_schedule_not_complete_are_told_in_that_text(tmp_path: Path) -> None:
    schedule = "đơn vị: doan-so-a\ntháng: 05/2020\nngày nhận: 17/04/2020\nchưa đủ: có\n"
    lay(tmp_path, {"data/plans/2020/46-kh-dtn/schedules/2020-05/doan-so-a.yml": schedule})
    (page,) = overview.pages(publish(facts(tmp_path, "2020-04-18")))
    (found,) = page.unsent
    assert (found.missing, found.total) == (6, 6)
    assert "hạn 19/04/2020 (nên gửi trước hoặc trong ngày 17/04/2020): tính đến ngày 18/04/2020" in found.text
    assert "2. Đoàn cơ sở Sở A (đã gửi nhưng chưa đủ)" in found.text.splitlines()


def test_what_comes_next() -> None:
    (page,) = overview.pages(publish(facts(SAMPLE, "2020-05-05")))
    assert [period.activity.id for period in page.rounds] == ["dot-1", "dot-2", "gs-thang-3", "gs-thang-9"]
    assert [session.unit.name for day in page.days for session in day.sessions] == [
        "Đoàn cơ sở Sở A",
        "Đoàn cơ sở Sở B",
    ]
    assert [(str(day.on), day.meetings, day.assigned) for day in page.days if day.meetings][:1] == [
        ("2020-05-06", 1, 1)
    ]
    assert page.days[0].target == ToDay(page.days[0].on)
    assert all(date(2020, 5, 5) <= day.on <= date(2020, 5, 19) for day in page.days)


def test_how_each_duty_stands(sample_site: Path) -> None:
    found = {row[0]: row[1:] for row in rows(main(sample_site, "index.html"))}
    assert found["Gửi lịch sinh hoạt"][0] == "8% 3/38"
    rates = [int(cells[0].split("%")[0]) for cells in found.values()]
    assert rates == sorted(rates)


def test_the_sample_says_so(sample_site: Path) -> None:
    assert "“hôm nay” của mẫu là ngày 15/10/2020" in words(main(sample_site, "index.html"))
