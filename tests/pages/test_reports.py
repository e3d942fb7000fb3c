"""The index of reports and the list of a kind over the small sample."""

from pathlib import Path

from ktgs.mkdocs_plugin import build
from tests.pages.reading import items, links, main, rows, section, words
from tests.repo import lay


def test_index_counts_by_kind_and_month(sample_site: Path) -> None:
    page = main(sample_site, "bao-cao/index.html")
    assert items(page, "//h2") == [
        "Báo cáo dự sinh hoạt năm 2020 (3)",
        "Báo cáo kết quả năm 2020 (1)",
        "Báo cáo nhanh năm 2020 (1)",
        "Báo cáo tổng hợp năm 2020 (1)",
        "Giám sát thường xuyên năm 2020 (1)",
        "Mới nhất",
    ]
    assert links(page, "//section[1]//li/a") == [
        ("05/2020: 1", "../bao-cao/du-sinh-hoat/2020.html#2020-05"),
        ("04/2020: 2", "../bao-cao/du-sinh-hoat/2020.html#2020-04"),
    ]
    assert rows(page)[0][:4] == [
        "Báo cáo kết quả: Đoàn kiểm tra số 1, đợt 1",
        "08-BC/ĐKT",
        "02/06/2020",
        "Võ Thị G",
    ]


def test_list_of_a_kind_by_month(sample_site: Path) -> None:
    page = main(sample_site, "bao-cao/du-sinh-hoat/2020.html")
    assert words(page.find("h1")) == "Báo cáo dự sinh hoạt năm 2020"
    assert items(page, "//h2") == ["Tháng 05/2020", "Tháng 04/2020"]
    found = rows(section(page, "2020-04"))
    assert [row[0] for row in found] == [
        "Báo cáo dự sinh hoạt: Chi đoàn 1, Đoàn cơ sở Sở B, 09/04/2020",
        "Báo cáo dự sinh hoạt: Chi đoàn 1, Đoàn cơ sở Sở A, 08/04/2020",
    ]
    assert found[0][1] == "–"  # visit reports carry no number


def test_draft_without_number(tmp_path: Path) -> None:
    name = "data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md"
    text = (lay(tmp_path, {}) / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("ngày gửi", "ngày ban hành", "số ký hiệu"))]
    lay(tmp_path, {name: "\n".join(lines) + "\n", "data/reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml": None})
    assert build(tmp_path, tmp_path / "site", False, None) == 0
    (row,) = rows(main(tmp_path / "site", "bao-cao/ket-qua/2020.html"))
    assert row[:3] == ["Báo cáo kết quả: Đoàn kiểm tra số 1, đợt 1 dự thảo", "chưa có số", "chưa gửi"]
    page = words(main(tmp_path / "site", "bao-cao/2020-06-02-dot-1-doan-1.html"))
    assert "bản dự thảo, chưa ban hành, chưa gửi" in page and "Số, ký hiệu chưa có số" in page
    # what stands in a draft is not yet said: no list of findings has it
    for address in ("kien-nghi/index.html", "ton-tai-han-che.html", "don-vi/doan-so-b.html"):
        assert "sổ chi đoàn" not in words(main(tmp_path / "site", address)).lower(), address
