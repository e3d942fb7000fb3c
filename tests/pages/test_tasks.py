"""The lists of obligations: by state, by duty, by period; each with its working and evidence."""

from pathlib import Path

import pytest

from ktgs.duties.meeting_schedule import DUTY as SCHEDULE
from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import State
from ktgs.obligations.targets import ToStateOfDuty
from ktgs.pages import duty_period, tasks_state, tasks_state_duty
from tests.pages.reading import items, links, main, rows, section, words
from tests.repo import SAMPLE, facts, lay

SCHEDULES = "viec/46-kh-dtn/gui-lich-sinh-hoat/2020-05.html"


def public() -> Facts:
    """Return what the small sample lets the public know."""
    return publish(facts(SAMPLE))


def test_states_lead_to_their_lists(sample_site: Path) -> None:
    page = main(sample_site, "viec/index.html")
    assert ("12", "../viec/qua-han.html") in links(page) and ("0", "../viec/duoc-mien.html") in links(page)
    assert ["Gửi lịch sinh hoạt", "54", "5", "0", "5", "10", "28", "2", "3", "0", "1"] in rows(page)
    assert ("28", "../viec/khong-thuc-hien/gui-lich-sinh-hoat.html") in links(page)


def test_what_can_be_done_now_comes_first_by_who_must_do_it(sample_site: Path) -> None:
    page = main(sample_site, "viec/index.html")
    found = section(page, "can-lam").xpath(".//tbody/tr")
    assert [words(row.find("th")) for row in found][:3] == ["Ban Thường vụ", "Văn phòng", "Chi đoàn cơ sở Sở D"]
    late = found[0].xpath("./td[1]//summary")[0]
    assert words(late) == "5"
    assert len(found[0].xpath("./td[1]//li")) == 5
    assert items(page, "//h2") == [
        "Cần làm",
        "Văn phòng cần ghi bổ sung (1)",
        "Theo trạng thái",
        "Theo việc",
        "Không thực hiện",
    ]


def test_what_waits_for_the_office_is_a_list_of_its_own(sample_site: Path) -> None:
    page = main(sample_site, "viec/index.html")
    (waiting,) = items(section(page, "van-phong-ghi"), "./ul/li")
    assert waiting.startswith("Văn phòng: Báo cáo nhanh: tháng 05/2020 Chưa rõ: còn phân công chưa báo cáo")
    assert "Báo cáo nhanh" not in words(section(page, "can-lam"))
    assert "văn phòng cần ghi bổ sung" in words(main(sample_site, "viec/chua-ro.html"))


def test_what_can_no_longer_be_done_is_counted_by_duty(sample_site: Path) -> None:
    last = section(main(sample_site, "viec/index.html"), "khong-thuc-hien")
    assert items(last, ".//tbody/tr/th|.//tbody//summary") == ["Gửi lịch sinh hoạt", "28"]
    assert ("Tháng 04/2020: 3", f"../{SCHEDULES.replace('2020-05', '2020-04')}") in links(last)
    page = main(sample_site, "viec/khong-thuc-hien.html")
    assert items(page, "//h2") == ["Gửi lịch sinh hoạt (28)"]
    assert not page.xpath("//*[@data-due]")  # it counts no days


def test_a_state_lists_what_is_in_it(sample_site: Path) -> None:
    page = main(sample_site, "viec/tre-han.html")
    assert items(page, "//h2") == [
        "Báo cáo dự sinh hoạt (1)",
        "Gửi lịch sinh hoạt (2)",
        "Tài liệu (1)",
        "Thông báo (1)",
    ]
    assert rows(page)[1] == [
        "Lịch tháng 04/2020",
        "Đoàn cơ sở Sở B",
        "19/03/2020",
        "▲ Trễ hạn 1 ngày",
        "20/03/2020",
    ]
    assert "Không có việc nào." in words(main(sample_site, "viec/duoc-mien.html"))


def test_long_lists_are_cut_and_lead_to_the_whole() -> None:
    known = public()
    missed = next(page for page in tasks_state.pages(known) if page.state is State.missed)
    (shown,) = missed.sections
    assert shown.target == ToStateOfDuty(State.missed, SCHEDULE.slug)
    assert shown.count == len(shown.lines) == 28
    whole = next(page for page in tasks_state_duty.pages(known) if page.url.startswith("viec/khong-thuc-hien/"))
    assert (whole.count, sum(len(period.lines) for period in whole.periods)) == (28, 28)
    (cut,) = tasks_state._sections(known, missed.state, tuple(line.item for line in shown.lines) * 2)
    assert (cut.count, len(cut.lines)) == (56, 50)


@pytest.mark.parametrize(("counts", "most"), [((56,), 50), ((90, 60, 5), 50), ((60,) * 4 + (2,), 32), ((9,) * 200, 1)])
def test_duties_share_the_room_of_a_page(counts: tuple[int, ...], most: int) -> None:
    assert tasks_state._most_lines(counts) == most


def test_every_obligation_has_its_place() -> None:
    known = public()
    anchors = {
        f"{page.url}#{anchor}"
        for page in duty_period.pages(known)
        for anchor in (
            *(whole.anchor for whole in page.wholes),
            *(entry.anchor for group in page.groups for entry in group.entries),
        )
    }
    assert len(anchors) == len(known.obligations)


def test_what_is_due_on_one_day_is_counted_once(sample_site: Path) -> None:
    page = main(sample_site, SCHEDULES)
    assert items(page, "//h2")[0] == "Hạn 19/04/2020, Chủ nhật (6)"
    text = words(page)
    assert "Nên gửi trước hoặc trong ngày 17/04/2020." in text
    assert "Trước ngày 20/04/2020. Hạn cuối: hết ngày 19/04/2020." in text
    assert len(page.xpath("//details[@class='working']")) == 1
    assert ("II.3", "../../../ke-hoach/46-kh-dtn.html#muc-ii-3") in links(page)
    (late,) = page.xpath("//tr[@id='2020-05.doan-so-b']")
    assert [words(cell) for cell in late] == [
        "Đoàn cơ sở Sở B",
        "▲ Trễ hạn 1 ngày",
        "20/04/2020",
        "Hoàn thành trễ hạn 1 ngày",
    ]


def test_days_skipped_say_why(sample_site: Path) -> None:
    text = words(main(sample_site, "viec/46-kh-dtn/bao-cao-ket-qua/dot-1.html"))
    assert "7 ngày làm việc sau 22/05/2020." in text
    assert "Các ngày nghỉ không tính: 23/05/2020 (Thứ Bảy), 24/05/2020 (Chủ nhật)," in text


def test_wholes_name_their_parts(sample_site: Path) -> None:
    page = main(sample_site, "viec/46-kh-dtn/thong-bao/dot-1.html")
    (whole,) = page.xpath("//section[@id='dot-1']")
    assert "▲ Trễ hạn 1 ngày Hoàn thành trễ hạn 1 ngày (3/3 đơn vị đã xong)." in words(whole)
    assert links(whole, ".//li/a") == [
        (name, f"../../../viec/46-kh-dtn/thong-bao/dot-1.html#dot-1.{unit}")
        for name, unit in (
            ("Kiểm tra đợt 1, Chi đoàn cơ sở Sở D", "chi-doan-so-d"),
            ("Kiểm tra đợt 1, Đoàn cơ sở Sở A", "doan-so-a"),
            ("Kiểm tra đợt 1, Đoàn cơ sở Sở B", "doan-so-b"),
        )
    ]
    assert [row[:2] for row in rows(page)] == [
        ["Chi đoàn cơ sở Sở D", "Văn phòng"],
        ["Đoàn cơ sở Sở A", "Văn phòng"],
        ["Đoàn cơ sở Sở B", "Văn phòng"],
    ]


def test_a_moved_deadline_keeps_the_original_one(tmp_path: Path) -> None:
    extension = """\
        loại: gia hạn
        việc: tài liệu
        đơn vị: [doan-so-a]
        kỳ: tất cả
        hạn mới: 15/05/2020
        ngày quyết định: 07/05/2020
        người quyết định: Trưởng đoàn
        lý do: Sổ đang ở chi đoàn
        """
    lay(tmp_path, {"data/plans/2020/46-kh-dtn/adjustments/2020-05-07-tai-lieu.yml": extension})
    known = publish(facts(tmp_path))
    page = next(found for found in duty_period.pages(known) if found.url == "viec/46-kh-dtn/tai-lieu/dot-1.html")
    (group,) = page.groups
    item = group.entries[0].line.item
    assert str(item.due_on) == "2020-05-15" and str(item.original_due_on) == "2020-05-08"
    assert [flag.value for flag in item.flags] == ["được gia hạn"]


def test_a_recommendation_is_owed_by_its_report(sample_site: Path) -> None:
    page = main(sample_site, "viec/46-kh-dtn/kien-nghi/dot-1.html")
    assert rows(page)[0][4] == "Hoàn thành đúng hạn; theo báo cáo số 08-BC/ĐKT"


def test_totals_lead_to_a_duty_by_period(sample_site: Path) -> None:
    every = "viec/46-kh-dtn/gui-lich-sinh-hoat/index.html"
    assert ("54", f"../{every}") in links(main(sample_site, "viec/index.html"))
    assert ("54", f"../{every}") in links(main(sample_site, "thuc-hien/index.html"))
    (page,) = main(sample_site, every).xpath("//div[table[@class='figure']]")
    assert rows(page)[1][:3] == ["Tháng 05/2020", "6", "0"]
    assert ("6", "../../../viec/46-kh-dtn/gui-lich-sinh-hoat/2020-05.html") in links(page)
    assert sum(int(row[1]) for row in rows(page)) == 54


def test_visit_reports_are_listed_only_once_they_are_in(sample_site: Path) -> None:
    page = main(sample_site, "viec/46-kh-dtn/bao-cao-du-sinh-hoat/index.html")
    assert "Chỉ kể báo cáo đã gửi của người được phân công" in words(page)
    listed = sum(int(row[1]) for row in rows(page))
    table = "//table[@class='figure']"
    (total,) = main(sample_site, "thuc-hien/index.html").xpath(f"{table}//tr[th[contains(., 'Báo cáo dự')]]/td[1]")
    assert links(total) == [(str(listed), "../viec/46-kh-dtn/bao-cao-du-sinh-hoat/index.html")]


def test_what_is_not_known_says_why(sample_site: Path) -> None:
    page = main(sample_site, "viec/chua-ro.html")
    whys = [row[3].removeprefix("? Chưa rõ ") for row in rows(page)]
    assert all(whys) and not any("Chưa rõ" in why for why in whys)  # the state is said once
    assert "? Chưa rõ Chưa có lịch sinh hoạt nào của tháng 10/2020" in words(page)
