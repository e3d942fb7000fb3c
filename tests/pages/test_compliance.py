"""How the plan is carried out: rates by duty and month, units by months and rounds."""

from pathlib import Path

from tests.pages.reading import items, links, main, rows, words


def test_rates_lead_to_what_they_count(sample_site: Path) -> None:
    page = main(sample_site, "thuc-hien/index.html")
    assert items(page, "//caption") == ["Theo việc, kế hoạch 46-KH/ĐTN", "Theo tháng của hạn, kế hoạch 46-KH/ĐTN"]
    assert ["Thông báo", "6", "1", "1", "0", "1", "0", "1", "2", "0", "0", "50,0% (2/4)"] in rows(page)
    assert ("1", "../viec/tre-han/thong-bao.html") in links(page)
    (month,) = page.xpath("//tr[normalize-space(th)='04/2020']")
    assert links(month)[0] == ("04/2020", "../lich/2020-04.html")
    assert ("4", "../lich/2020-04.html") in links(month)


def test_what_can_no_longer_be_done_lowers_the_rate(sample_site: Path) -> None:
    found = {row[0]: row[-1] for row in rows(main(sample_site, "thuc-hien/index.html"))}
    assert found["Gửi lịch sinh hoạt"] == "7,9% (3/38)"  # 5 overdue, 28 missed, 2 late, 3 on time
    assert found["Giám sát thường xuyên"] == "–"  # done before it is due: nothing was due yet


def test_units_by_month(sample_site: Path) -> None:
    page = main(sample_site, "thuc-hien/don-vi.html")
    (table,) = page.xpath("//section[@id='46-kh-dtn.gui-lich-sinh-hoat']//table")
    heads = items(table, ".//th[@scope='col']")
    assert heads[:3] == ["Đơn vị", "Tháng 04/2020", "Tháng 05/2020"] and heads[-1] == "Tháng 01/2021"
    found = {row[0]: row[1:] for row in rows(table.getparent())}
    assert found["Đoàn cơ sở Sở B"][:3] == ["▲ Trễ hạn 1 ngày", "▲ Trễ hạn 1 ngày", "⊘ Không thực hiện"]
    assert found["Đoàn cơ sở Sở X"][3:] == ["– Không phát sinh", *[""] * 6]  # merged after 06/2020
    assert ("▲ Trễ hạn 1 ngày", "../viec/46-kh-dtn/gui-lich-sinh-hoat/2020-04.html#2020-04.doan-so-b") in links(table)


def test_units_by_round(sample_site: Path) -> None:
    page = main(sample_site, "thuc-hien/don-vi.html")
    (documents,) = page.xpath("//section[@id='46-kh-dtn.tai-lieu']")
    assert rows(documents) == [["Đoàn cơ sở Sở A", "▲ Trễ hạn 4 ngày✓ Đúng hạn"]]
    assert "báo cáo dự sinh hoạt" not in words(page).lower()  # who owes one is not public
