"""The list of people over the small sample."""

from pathlib import Path

from tests.pages.reading import links, main, rows, section

ADDRESS = "can-bo/index.html"


def test_people_by_given_name_with_positions_and_load(sample_site: Path) -> None:
    found = rows(section(main(sample_site, ADDRESS), "duong-chuc"))
    assert [row[0] for row in found] == [
        "Nguyễn Văn A",
        "Trần Thị B",
        "Lê Văn C",
        "Phạm Thị D",
        "Hoàng Văn E",
        "Võ Thị G",
    ]
    assert found[0][1] == "Ủy viên BCH, Bí thư Đoàn Khối"
    assert found[2][2] == "Đoàn cơ sở Trường C"
    assert found[5][1] == "Ủy viên UBKT, Cán bộ văn phòng"  # the title names its body itself
    assert [row[3].split(" ")[0][:1] for row in found] == ["1", "2", "2", "0", "0", "0"]


def test_numbers_lead_to_what_they_count(sample_site: Path) -> None:
    found = links(section(main(sample_site, ADDRESS), "duong-chuc"), ".//tbody/tr[1]/td[3]//a")
    assert [target for _, target in found] == ["../lich/2020-tuan-15.html#46-kh-dtn.2020-04.doan-so-a.b1"]
