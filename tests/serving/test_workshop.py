"""What is served after an edit: the bytes of a build, the asked page first, the last good page where data breaks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from markupsafe import escape

from ktgs.facts.audience import Audience
from ktgs.mkdocs_plugin import build
from ktgs.serving.states import NotYet
from ktgs.serving.watching import Changed
from ktgs.site.policy import PUBLISHED, SERVED
from tests.repo import SAMPLE, lay
from tests.serving.workshops import Bench
from tests.trees import tree

UNIT = "data/units/doan-so-a.yml"
PAGE = "don-vi/doan-so-a.html"
NAME = "tên: Đoàn cơ sở Sở A\n"
NEW = "Đoàn cơ sở Sở A mới"
PROBLEMS = "du-lieu.html"


def sample_text(file: str = UNIT) -> str:
    return (SAMPLE / file).read_text(encoding="utf-8")


def renamed() -> str:
    text = sample_text()
    assert NAME in text
    return text.replace(NAME, f"tên: {NEW}\n", 1)


def broken() -> str:
    return f"{sample_text()}khóa <lạ>: có\n"


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """The small sample, served, made whole."""
    made = Bench(lay(tmp_path / "repository", {}))
    made.finish()
    return made


def assert_as_built(bench: Bench, site: Path) -> None:
    """Assert that each file of a fresh build is served, byte for byte but for what a page may load."""
    assert build(bench.root, site, False, None, audience=bench.audience) == 0
    built = {path: content for path, content in tree(site).items() if not path.startswith(".")}
    assert len(built) > 300
    old, new = (str(escape(policy)).encode() for policy in (PUBLISHED, SERVED))
    different = [
        path
        for path, content in built.items()
        if bench.workshop.look(path).content != (content.replace(old, new, 1) if path.endswith(".html") else content)
    ]
    assert different == []


@pytest.mark.slow
@pytest.mark.parametrize("audience", list(Audience))
def test_what_is_served_is_what_a_build_writes(tmp_path: Path, audience: Audience) -> None:
    bench = Bench(lay(tmp_path / "repository", {}), audience)
    bench.finish()
    assert_as_built(bench, tmp_path / "first")
    bench.change(UNIT, renamed())
    if audience is Audience.internal:
        assert NEW in bench.text(PAGE)  # made before the rest is
    bench.finish()
    assert NEW in bench.text(PAGE)
    assert_as_built(bench, tmp_path / "second")
    bench.change("data/units/doan-so-b.yml", None)  # dangling references: the rest of the data has errors now
    bench.finish()
    assert bench.workshop.look(PAGE).message
    bench.change("data/units/doan-so-b.yml", sample_text("data/units/doan-so-b.yml"))
    bench.change(UNIT, sample_text())
    bench.finish()
    assert_as_built(bench, tmp_path / "first")


def test_the_asked_page_does_not_wait_for_the_rest(bench: Bench) -> None:
    before = bench.text(PAGE)
    bench.change(UNIT, renamed())
    early = bench.text(PAGE)
    assert NEW in early
    assert NEW not in before
    with pytest.raises(NotYet):  # which needs what the checks find
        bench.workshop.look(PROBLEMS)
    with pytest.raises(NotYet):  # a page that was not there before
        bench.workshop.look("don-vi/khong-co.html")
    assert bench.workshop.look("assets/site.css").content
    bench.finish()
    assert bench.text(PAGE) == early
    assert bench.workshop.look("don-vi/khong-co.html").content is None
    assert "Dữ liệu không có lỗi" in bench.text(PROBLEMS)


def test_a_broken_edit_is_told_above_the_last_good_page(bench: Bench) -> None:
    good = bench.text(PAGE)
    bench.change(UNIT, broken())  # refused as it is read: told before anything else is made
    early = bench.workshop.look(PAGE)
    assert early.content == good.encode()
    assert f"{UNIT}:" in early.message
    assert "khóa <lạ>" in early.message
    assert "trang bên dưới vẫn theo dữ liệu trước đó" in early.message
    bench.finish()
    assert bench.text(PAGE) == good
    assert 'class="banner errors"' in bench.text(PROBLEMS)
    bench.change(UNIT, renamed())
    bench.finish()
    mended = bench.workshop.look(PAGE)
    assert NEW in bench.text(PAGE)
    assert mended.message == ""


def test_the_last_good_page_is_that_of_the_last_sound_edit(bench: Bench) -> None:
    """Even where the broken one came before all pages of the sound one were made."""
    bench.change(UNIT, renamed())
    early = bench.text(PAGE)
    bench.change(UNIT, broken())
    assert bench.workshop.look(PAGE).message
    bench.finish()
    assert bench.text(PAGE) == early
    assert bench.workshop.look(PAGE).message


def test_what_a_check_finds_is_told_too(bench: Bench) -> None:
    good = bench.text(PAGE)
    bench.change(UNIT, sample_text().replace("Đảng ủy Sở A", "Đảng ủy Sở A 0900000000"))
    assert bench.workshop.look(PAGE).message == ""  # the checks have not run
    bench.finish()
    assert bench.workshop.look(PAGE).content == good.encode()
    assert bench.workshop.look(PAGE).message


def test_data_that_is_broken_from_the_start_is_shown_with_its_errors(tmp_path: Path) -> None:
    bench = Bench(lay(tmp_path, {UNIT: broken()}))
    bench.finish()
    assert 'class="banner errors"' in bench.text("index.html")
    assert bench.workshop.look("index.html").message == ""  # the page says it itself
    bench.change(UNIT, sample_text())
    bench.finish()
    assert 'class="banner errors"' not in bench.text("index.html")


def test_the_public_sees_nothing_that_may_not_be_published(tmp_path: Path) -> None:
    private = sample_text().replace("Đảng ủy Sở A", "Đảng ủy Sở A 0900000000")
    bench = Bench(lay(tmp_path, {}), Audience.public)
    bench.finish()
    good = bench.text(PAGE)
    bench.change(UNIT, private)
    bench.finish()
    look = bench.workshop.look(PAGE)
    assert look.content == good.encode()
    assert "không được công khai" in look.message
    assert "0900000000" not in look.message
    fresh = Bench(bench.root, Audience.public)
    fresh.finish()
    assert fresh.workshop.look(PAGE).content is None
    assert fresh.workshop.look(PROBLEMS).is_failed


def with_own_templates(root: Path) -> Path:
    """Return a repository with its own settings and handbook, and one template in the place of ours."""
    settings = "site_name: Thử\nplugins: [ktgs]\ntheme: {name: null, custom_dir: mau, static_templates: [404.html]}\n"
    return lay(
        root,
        {
            "mkdocs.yml": settings,
            "docs/huong-dan/index.md": "# Sổ tay\n\n[Đơn vị](../don-vi/index.html)\n",
            "mau/search.html": "tìm\n",
        },
    )


def test_a_broken_template_is_told_above_the_page_as_it_was(tmp_path: Path) -> None:
    bench = Bench(with_own_templates(tmp_path))
    bench.finish()
    assert bench.text("tim-kiem.html") == "tìm\n"
    bench.change("mau/search.html", "{{ page.khong_co }}\n", Changed.own)
    bench.finish()
    look = bench.workshop.look("tim-kiem.html")
    assert look.content == "tìm\n".encode()
    assert look.message.startswith("Mẫu search.html hỏng ở trang tim-kiem.html")
    assert bench.workshop.look(PAGE).message == ""
    bench.change("mau/search.html", "tìm thấy\n", Changed.own)
    bench.finish()
    assert bench.workshop.look("tim-kiem.html")[::2] == ("tìm thấy\n".encode(), "")


def test_handbook_and_settings_are_read_again(tmp_path: Path) -> None:
    bench = Bench(with_own_templates(tmp_path))
    bench.finish()
    page = "huong-dan/index.html"
    assert '<a href="../don-vi/index.html">Đơn vị</a>' in bench.text(page)
    bench.change("docs/huong-dan/index.md", "# Sổ tay khác\n", Changed.own)
    bench.finish()
    assert "Sổ tay khác" in bench.text(page)
    settings = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    with bench.log:
        bench.change("mkdocs.yml", settings.replace("[ktgs]", "[khong-co]"), Changed.own)
        bench.finish()
    assert "Sổ tay khác" in bench.text(page)
    assert "mkdocs.yml" in bench.workshop.look(page).message
    with bench.log:
        bench.change(UNIT, renamed())  # mends nothing
        bench.finish()
    assert "mkdocs.yml" in bench.workshop.look(page).message
    bench.change("mkdocs.yml", settings.replace("Thử", "Tên khác"), Changed.own)
    bench.finish()
    assert "Tên khác" in bench.text(page)
    assert bench.workshop.look(page).message == ""


def test_browsers_are_told_when_their_own_page_changes(bench: Bench) -> None:
    own, other = bench.watch(PAGE), bench.watch("cach-tinh/thong-bao-loi.html")
    assert not own.reply.done()
    bench.change(UNIT, renamed())
    bench.workshop.answer()
    assert own.reply.done()  # before the rest is made
    bench.finish()
    bench.workshop.answer()
    assert not other.reply.done()
    bench.change(UNIT, broken())
    bench.workshop.answer()
    told = other.reply.result(0)
    assert told is not None
    assert "khóa <lạ>" in told.message
    waiting = bench.watch("cach-tinh/thong-bao-loi.html", told.told)
    assert not waiting.reply.done()
    bench.change(UNIT, renamed())
    bench.finish()
    bench.workshop.answer()
    cured = waiting.reply.result(0)
    assert cured is not None
    assert cured.message == ""


def test_a_browser_does_not_wait_for_ever(bench: Bench) -> None:
    watch = bench.watch(PAGE)
    watch.until = 0
    bench.workshop.answer()
    assert watch.reply.result(0) is None


def test_a_style_changes_the_look_of_all_pages(tmp_path: Path) -> None:
    bench = Bench(with_own_templates(tmp_path))
    bench.finish()
    watch = bench.watch("index.html")
    bench.change("mau/assets/moi.css", "p { color: red }\n", Changed.own)
    bench.finish()
    bench.workshop.answer()
    assert watch.reply.done()
    assert bench.text("assets/moi.css") == "p { color: red }\n"


def test_the_next_day_is_another(tmp_path: Path) -> None:
    text = sample_text("data/organization.yml")
    lines = [line for line in text.splitlines() if not line.startswith("dữ liệu minh họa đến ngày")]
    bench = Bench(lay(tmp_path, {"data/organization.yml": "\n".join(lines) + "\n"}))
    bench.finish()
    bench.today = date(2020, 10, 16)
    bench.workshop.follow_clock()
    assert bench.workshop.step()


def test_new_code_starts_the_program_anew(bench: Bench) -> None:
    bench.workshop.inbox.put(Changed.code | Changed.data)
    bench.workshop.take()
    assert bench.restarts == [True]


def test_the_terminal_is_told_once_what_is_wrong(bench: Bench) -> None:
    assert len(bench.said) == 1
    bench.change(UNIT, renamed())
    bench.finish()
    assert len(bench.said) == 1
    bench.change(UNIT, broken())
    bench.finish()
    assert UNIT in bench.said[-1]
