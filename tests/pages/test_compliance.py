"""How the plan is carried out: rates by duty and month, units by months and rounds."""

from pathlib import Path

from tests.pages.reading import items, links, main, rows, words


def test_rates_lead_to_what_they_count(sample_site: Path) -> None:
    page = main(sample_site, "thuc-hien/index.html")
    captions = items(page, "//caption")
    assert captions[-2:] == ["Theo việc, kế hoạch 46-KH/ĐTN", "Theo tháng của hạn, kế hoạch 46-KH/ĐTN"]
    assert ["Thông báo", "6", "1", "1", "0", "1", "0", "1", "2", "0", "0", "50,0% (2/4)"] in rows(page)
    assert ("1", "../viec/tre-han/thong-bao.html") in links(page)
    (month,) = page.xpath("//table[@class='figure']//tr[normalize-space(th)='04/2020']")
    assert links(month)[0] == ("04/2020", "../lich/2020-04.html")
    assert ("4", "../lich/2020-04.html") in links(month)


def test_the_worst_duty_and_its_trend_stand_first(sample_site: Path) -> None:
    (answer,) = items(main(sample_site, "thuc-hien/index.html"), "//p[@class='answer']")
    assert answer == (
        "Việc kém nhất: Gửi lịch sinh hoạt, đúng hạn 7,9% (3/38). ↘ kém hơn: ba tháng gần đây 0,0% (0/10), "
        "trước đó 10,7% (3/28)."
    )


def test_what_can_no_longer_be_done_lowers_the_rate(sample_site: Path) -> None:
    found = {row[0]: row[-1] for row in rows(main(sample_site, "thuc-hien/index.html"))}
    assert found["Gửi lịch sinh hoạt"] == "7,9% (3/38)"  # 5 overdue, 28 missed, 2 late, 3 on time
    assert found["Giám sát thường xuyên"] == "–"  # done before it is due: nothing was due yet


def test_units_by_month_the_latest_first(sample_site: Path) -> None:
    page = main(sample_site, "viec/46-kh-dtn/gui-lich-sinh-hoat/index.html")
    (table,) = page.xpath("//table[contains(@class, 'units')]")
    heads = items(table, ".//th[@scope='col']")
    assert heads == ["Đơn vị", *(f"{month:02}/2020" for month in range(11, 3, -1))]
    found = {row[0]: row[1:] for row in rows(table.getparent())}
    assert found["Đoàn cơ sở Sở B"][-3:] == ["⊘ không", "▲ trễ 1", "▲ trễ 1"]
    assert found["Đoàn cơ sở Sở X"][:5] == [*[""] * 4, "– không có"]  # merged after 06/2020
    assert ("▲ trễ 1", "2020-04.html#2020-04.doan-so-b") in links(table)
    assert "Chưa đến gần hạn: Tháng 12/2020, Tháng 01/2021." in words(page)


def test_units_by_round(sample_site: Path) -> None:
    (documents,) = main(sample_site, "viec/46-kh-dtn/tai-lieu/index.html").xpath("//table[contains(@class, 'units')]")
    assert rows(documents) == [["Đoàn cơ sở Sở A", "▲ trễ 4✓ đúng"]]


def test_duties_of_units_lead_to_their_grids(sample_site: Path) -> None:
    page = main(sample_site, "thuc-hien/don-vi.html")
    assert links(page, ".//tbody/tr[1]/th/a") == [
        ("Gửi lịch sinh hoạt", "../viec/46-kh-dtn/gui-lich-sinh-hoat/index.html#don-vi")
    ]
    assert "báo cáo dự sinh hoạt" not in words(page).lower()  # who owes one is not public
