"""What can be taken along: the page lists every file that is exported, and no other."""

from pathlib import Path

from tests.pages.reading import links, main, words


def test_every_export_is_listed(sample_site: Path) -> None:
    page = main(sample_site, "tai-ve.html")
    listed = {target for text, target in links(page) if text == target}
    there = {
        path.relative_to(sample_site).as_posix()
        for folder in ("ics", "csv", "api")
        for path in (sample_site / folder).rglob("*.*")
    }
    assert listed == {path for path in there if not path.startswith(("ics/don-vi/", "ics/can-bo/"))}


def test_how_to_subscribe_and_where_the_other_feeds_are(sample_site: Path) -> None:
    page = main(sample_site, "tai-ve.html")
    assert ("Đăng ký lịch", "lich/dang-ky.html") in links(page)
    assert {("đơn vị", "don-vi/index.html"), ("cán bộ", "can-bo/index.html")} <= set(links(page))
    assert ("sổ tay", "huong-dan/api.html") in links(page)


def test_the_internal_site_says_that_its_files_are_internal(sample_site: Path, internal_sample_site: Path) -> None:
    assert "từ cùng dữ liệu công khai" in words(main(sample_site, "tai-ve.html"))
    told = words(main(internal_sample_site, "tai-ve.html"))
    assert "có cả điều không công khai, không gửi ra ngoài" in told and "từ cùng dữ liệu công khai" not in told
