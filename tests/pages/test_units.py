"""The list of units over the small sample."""

from pathlib import Path

from tests.pages.reading import items, links, main, rows, section, words

ADDRESS = "don-vi/index.html"


def test_units_by_cluster_with_what_they_owe_and_when_they_were_visited(sample_site: Path) -> None:
    page = main(sample_site, ADDRESS)
    assert "5 đơn vị đang hoạt động" in words(page)
    assert items(page, "//h2") == ["Cụm 1", "Cụm 2", "Đơn vị đã giải thể, sáp nhập hoặc chưa hoạt động"]
    assert rows(section(page, "cum-1")) == [
        [
            "Đoàn cơ sở Sở A",
            "■ Quá hạn: 1 ◔ Sắp đến hạn: 1",
            "14/05/2020",
            "14/05/2020",
            "2",
            "40",
            "Nguyễn Văn A",
            "",
        ],
        [
            "Đoàn cơ sở Sở B",
            "■ Quá hạn: 1 ◔ Sắp đến hạn: 1",
            "09/04/2020",
            "18/05/2020",
            "2",
            "30",
            "–",
            "",
        ],
    ]


def test_units_in_vietnamese_order(sample_site: Path) -> None:
    names = [row[0] for row in rows(section(main(sample_site, ADDRESS), "cum-2"))]
    assert names == ["Chi đoàn cơ sở Sở D", "Đoàn cơ sở Sở Y", "Đoàn cơ sở Trường C"]


def test_numbers_and_dates_lead_to_what_they_tell(sample_site: Path) -> None:
    found = links(section(main(sample_site, ADDRESS), "cum-1"), ".//tbody/tr[1]//a")
    assert found[:5] == [
        ("Đoàn cơ sở Sở A", "../don-vi/doan-so-a.html"),
        ("■ Quá hạn: 1", "../don-vi/doan-so-a.html#viec-overdue"),
        ("◔ Sắp đến hạn: 1", "../don-vi/doan-so-a.html#viec-due_soon"),
        ("14/05/2020", "../bao-cao/2020-05-14-doan-so-a-chi-doan-2.html"),
        ("14/05/2020", "../dot/46-kh-dtn/dot-1.html#dot-1-doan-1.c1"),
    ]


def test_a_merged_unit_stands_apart(sample_site: Path) -> None:
    assert rows(section(main(sample_site, ADDRESS), "khong-con-hoat-dong")) == [
        [
            "Đoàn cơ sở Sở X",
            "01/01/2015",
            "30/06/2020",
            "Đoàn cơ sở Sở Y",
            "không",  # its schedules can no longer be sent
            "",
        ]
    ]
