"""The shell around the pages, Markdown made safe, the environment, and what the commands say and leave."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from urllib.error import URLError
from urllib.request import urlopen

import jinja2
import pytest
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config

from ktgs.addresses.hosts import host_of
from ktgs.examining.publishing import publish
from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.mkdocs_plugin import build
from ktgs.obligations.targets import Subject, ToUnit
from ktgs.pages import overview, units
from ktgs.reuse.store import Store
from ktgs.site.building import BuildFailure, collect, sitemap
from ktgs.site.compiled import COMPILED, compile_all
from ktgs.site.mkdocs_log import translated
from ktgs.site.rendering import day, environment, month, sanitize
from ktgs.site.shell import Shell
from ktgs.site.site import Site
from ktgs.site.staging import write_file
from tests.repo import SAMPLE, facts, lay
from tests.trees import tree

REPOSITORY = Path(__file__).parent.parent
UNKNOWN_KEY = "\nkhóa lạ: có\n"


@pytest.fixture(scope="module")
def site() -> Site:
    """A site of three pages."""
    pages = {overview.ADDRESS, units.ADDRESS, "don-vi/doan-so-a.html"}
    return Site("Thử", publish(facts(SAMPLE)), frozenset(pages), site_url="https://example.org/kh/")


@pytest.fixture(scope="module")
def built(sample_site: Path) -> dict[str, bytes]:
    """The small sample's site."""
    return tree(sample_site)


# -- the shell ---------------------------------------------------------------------------------------------------------


def test_links_are_relative_to_the_page(site: Site) -> None:
    assert Shell(site, "index.html", "").to("don-vi/doan-so-a.html") == "don-vi/doan-so-a.html"
    assert Shell(site, "don-vi/doan-so-a.html", "").to("assets/site.css") == "../assets/site.css"
    assert Shell(site, "viec/46-kh-dtn/thong-bao/dot-1.html", "").to("index.html") == "../../../index.html"


def test_near_links_are_as_short_as_they_can_be(site: Site) -> None:
    shell = Shell(site, "kien-nghi/index.html", "")
    assert shell.near("kien-nghi/index.html#de-xuat") == "#de-xuat"
    assert shell.near("kien-nghi/index-2.html#de-xuat") == "index-2.html#de-xuat"
    assert shell.near("don-vi/index.html#cum-1") == "../don-vi/index.html#cum-1"
    assert Shell(site, "index.html", "").near("don-vi/index.html") == "don-vi/index.html"


def test_links_of_the_page_not_found_are_absolute(site: Site) -> None:
    assert Shell(site, "404.html", "").to("index.html") == "https://example.org/kh/index.html"
    assert Shell(Site("Thử", site.facts, frozenset()), "404.html", "").to("index.html") == "/index.html"


def test_the_root_is_looked_for_from_the_deepest_page_where_no_address_is_given(
    site: Site, built: dict[str, bytes]
) -> None:
    unsaid = Shell(Site("Thử", site.facts, frozenset()), "404.html", "").possible_roots
    assert (
        max(address.count("/") for address in built if address.endswith(".html"))
        <= unsaid[-1].count("../")
        == len(unsaid) - 1
    )
    assert Shell(site, "404.html", "").possible_roots == ()


def test_menu_has_the_pages_that_there_are(site: Site) -> None:
    menu = Shell(site, "don-vi/doan-so-a.html", "").menu
    assert [(item.text, item.url, item.is_current) for item in menu] == [
        ("Tổng quan", "../index.html", False),
        ("Đơn vị", "../don-vi/index.html", True),
    ]


def test_the_further_menu_is_grouped_and_has_what_there_is(site: Site) -> None:
    known = replace(site, addresses=site.addresses | {"bao-cao/index.html", "tai-ve.html", "huong-dan/index.html"})
    menu = Shell(known, "huong-dan/don-vi.html", "").more_menu
    assert [(section.title, [(item.text, item.is_current) for item in section.items]) for section in menu] == [
        ("Theo dõi", [("Báo cáo", False)]),
        ("Dữ liệu, cách dùng", [("Sổ tay", True), ("Tải về", False)]),
    ]


def test_the_trail_leads_down_to_the_page_by_what_there_is(site: Site) -> None:
    known = replace(site, titles={"viec/46/index.html": "Kế hoạch 46", "viec/46/thong-bao/index.html": "Thông báo"})
    trail = Shell(known, "viec/46/thong-bao/dot-1.html", "").trail
    assert [(item.text, item.url) for item in trail] == [
        ("Tổng quan", "../../../index.html"),
        ("Kế hoạch 46", "../../../viec/46/index.html"),
        ("Thông báo", "../../../viec/46/thong-bao/index.html"),
    ]
    assert [item.text for item in Shell(known, "don-vi/index.html", "").trail] == ["Tổng quan"]
    assert Shell(known, "index.html", "").trail == ()


def test_search_is_led_to_only_where_it_is(site: Site) -> None:
    assert Shell(site, "don-vi/index.html", "").search is None
    found = replace(site, addresses=site.addresses | {"tim-kiem.html"})
    assert Shell(found, "don-vi/index.html", "").search == "../tim-kiem.html"


def test_subjects_without_a_page_have_no_link(site: Site) -> None:
    shell = Shell(site, "index.html", "")
    assert shell.subject(Subject("Đoàn Sở A", ToUnit("doan-so-a"))) == "don-vi/doan-so-a.html"
    assert shell.subject(Subject("Đoàn Sở Z", ToUnit("doan-so-z"))) is None
    assert shell.subject(Subject("Tháng")) is None


@pytest.mark.parametrize(
    ("repo_url", "file", "url"),
    [
        ("https://github.com/a/b", "data/x.yml", "https://github.com/a/b/blob/HEAD/data/x.yml#L14"),
        ("https://github.com/a/b", "data/x.md", "https://github.com/a/b/blob/HEAD/data/x.md?plain=1#L14"),
        ("https://gitlab.com/a/b", "data/x.md", "https://gitlab.com/a/b/-/blob/HEAD/data/x.md#L14"),
        ("https://bitbucket.org/a/b", "data/x.yml", "https://bitbucket.org/a/b/src/HEAD/data/x.yml#lines-14"),
        ("", "data/x.yml", None),
    ],
)
def test_sources_lead_to_the_line_at_the_host(site: Site, repo_url: str, file: str, url: str | None) -> None:
    shell = Shell(Site("Thử", site.facts, frozenset(), host=host_of(repo_url)), "index.html", "")
    assert shell.source(Place(file, 14, 3)) == (f"{file}:14", url)


def test_sitemap_lists_pages_and_no_day(site: Site) -> None:
    text = sitemap(site).decode()
    assert "<loc>https://example.org/kh/don-vi/doan-so-a.html</loc>" in text
    assert "lastmod" not in text


# -- rendering ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("a <script>alert(1)</script>b", "a b"),
        ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
        ('<a href="../don-vi/index.html">x</a>', '<a href="../don-vi/index.html">x</a>'),
        ('<img src="x" onerror="alert(1)">', '<img src="x">'),
        ("<details><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>"),
        ("<pre>a</pre>", '<pre tabindex="0">a</pre>'),
    ],
)
def test_html_of_the_handbook_is_made_safe(html: str, clean: str) -> None:
    assert sanitize(html) == clean


def test_days_and_months() -> None:
    assert day(date(2020, 5, 4)) == '<time datetime="2020-05-04">04/05/2020</time>'
    assert day(None) == "chưa rõ"
    assert month(Month(2020, 3)) == '<time datetime="2020-03">03/2020</time>'


def test_templates_escape_and_refuse_unknown_names(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ page.title }}", encoding="utf-8")
    (tmp_path / "b.html").write_text("{{ page.nothing }}", encoding="utf-8")
    found = environment([str(tmp_path)])
    assert found.get_template("a.html").render(page=SimpleNamespace(title="<b>")) == "&lt;b&gt;"
    with pytest.raises(AttributeError, match="nothing"):
        found.get_template("b.html").render(page=SimpleNamespace(title="<b>"))
    with pytest.raises(jinja2.UndefinedError):
        found.get_template("b.html").render()


MACROS = """{% macro row(name, note="<none>", last=false) %}{{ name }}: {{ note }}{{ "." if last }}{% endmacro %}
{%- macro framed(sign) %}{{ sign }}{{ caller() }}{{ sign }}{% endmacro -%}"""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('{{ row("<a>") }}', "&lt;a&gt;: &lt;none&gt;"),
        ('{{ row("a", "b", true) }}', "a: b."),
        ('{{ row("a", last=true) }}', "a: &lt;none&gt;."),
        ('{{ row(note="b"|safe, name="<i>"|safe) }}', "<i>: b"),
        ('{{ row(row("a", "&"), row("b", "c")) }}', "a: &amp;: b: c"),
        ('{% call framed("<") %}{{ row("a", "b") }}{% endcall %}', "&lt;a: b&lt;"),
        ('{% set text = "x" if false %}{{ text }}|{{ 2 }}{{ none }}', "|2None"),
        ('{{ "a-b".split("-")|join(", ") }}', "a, b"),
    ],
)
def test_macros_and_what_they_are_given(text: str, shown: str) -> None:
    assert environment([]).from_string(MACROS + text).render() == shown


@pytest.mark.parametrize("call", ['row("a", "b", true, 4)', 'row("a", other=1)', 'row("a", name="b")'])
def test_a_macro_refuses_arguments_that_it_does_not_have(call: str) -> None:
    with pytest.raises(TypeError, match="argument"):
        environment([]).from_string(f"{MACROS}{{{{ {call} }}}}").render()


def test_a_macro_is_not_given_a_list_of_arguments() -> None:
    with pytest.raises(jinja2.TemplateAssertionError, match="one by one"):
        environment([]).from_string(MACROS + "{{ row(*names) }}")


def test_a_template_is_compiled_again_only_when_its_text_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = tmp_path / "a.html"
    template.write_text("one", encoding="utf-8")
    assert environment([str(tmp_path)]).get_template("a.html").render() == "one"
    with monkeypatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", None)
        assert environment([str(tmp_path)]).get_template("a.html").render() == "one"
    template.write_text("two", encoding="utf-8")
    assert environment([str(tmp_path)]).get_template("a.html").render() == "two"


def test_compiled_templates_are_kept_for_the_next_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "a.html").write_text("{{ 1 + 1 }}", encoding="utf-8")
    (tmp_path / "broken.html").write_text("{% nothing %}", encoding="utf-8")
    monkeypatch.setattr(COMPILED, "codes", {})
    compile_all(environment([str(tmp_path)]), Store(tmp_path))
    with pytest.raises(jinja2.TemplateSyntaxError):
        environment([str(tmp_path)]).get_template("broken.html")
    (tmp_path / "broken.html").unlink()
    monkeypatch.setattr(COMPILED, "codes", {})
    with monkeypatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", None)
        compile_all(environment([str(tmp_path)]), Store(tmp_path))
        assert environment([str(tmp_path)]).get_template("a.html").render() == "2"
    (tmp_path / "a.html").write_text("{{ 1 + 2 }}", encoding="utf-8")
    assert environment([str(tmp_path)]).get_template("a.html").render() == "3"


def test_two_pages_with_one_address(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    page = SimpleNamespace(url="x.html", title="X")
    names = ("ktgs.pages.one", "ktgs.pages.two")
    twice = [SimpleNamespace(__name__=name, pages=lambda _: iter([page])) for name in names]
    monkeypatch.setattr("ktgs.site.building.modules", lambda _: twice)
    with pytest.raises(BuildFailure, match=r"Hai trang cùng địa chỉ x\.html: one\.html và two\.html\."):
        collect(site.facts)


@pytest.mark.parametrize("path", ["../x.html", "/x.html", "a/../../x.html", ""])
def test_nothing_is_written_outside(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="outside the site"):
        write_file(tmp_path, path, b"")


# -- every page --------------------------------------------------------------------------------------------------------


def test_every_page_tells_its_day_and_that_it_is_a_sample(built: dict[str, bytes]) -> None:
    pages = {path: content.decode() for path, content in built.items() if path.endswith(".html")}
    assert {"404.html", "du-lieu.html", "huong-dan/index.html"} <= pages.keys()
    for path, text in pages.items():
        assert 'Tính đến ngày <time datetime="2020-10-15">15/10/2020</time>' in text, path
        assert "Dữ liệu minh họa: đơn vị, cán bộ, sự việc đều giả định" in text, path
        assert "data-today" not in text, path  # a sample is not counted from the reader's day


def test_other_data_is_no_sample(tmp_path: Path) -> None:
    text = (SAMPLE / "data/organization.yml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("dữ liệu minh họa đến ngày")]
    lay(tmp_path, {"data/organization.yml": "\n".join(lines) + "\n"})
    assert build(tmp_path, None, False, date(2020, 5, 5)) == 0
    page = (tmp_path / "site/du-lieu.html").read_text(encoding="utf-8")
    assert 'Trang được lập tự động cho ngày <time datetime="2020-05-05">' in page
    assert "Dữ liệu minh họa" not in page
    assert '<html lang="vi" data-today="2020-05-05">' in page


def test_no_page_loads_anything_from_elsewhere(built: dict[str, bytes]) -> None:
    for path, content in built.items():
        if path.endswith((".html", ".css")):
            text = content.decode()
            assert "url(" not in text and "@import" not in text, path
            assert 'src="http' not in text and '<link rel="stylesheet" href="http' not in text, path


# -- the commands ------------------------------------------------------------------------------------------------------


def own_root(
    root: Path,
    handbook: str = "# Sổ tay\n",
    files: dict[str, str | bytes | None] | None = None,
    base: Path | None = None,
) -> Path:
    """Return a repository with its own settings and handbook, and the data of `base`; without one, of nothing done."""
    settings = f"site_name: Thử\nplugins: [ktgs]\ntheme: {{name: null, custom_dir: {REPOSITORY / 'site_templates'}, "
    laid = {
        "mkdocs.yml": settings + "static_templates: [404.html]}\n",
        "docs/huong-dan/index.md": handbook,
        "data/organization.yml": (SAMPLE / "data/organization.yml").read_text(encoding="utf-8"),
    }
    return lay(root, {**laid, **(files or {})}, base=base)


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as an editor may do."""
    environment_ = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=root, env=environment_, capture_output=True, text=True, check=False)


def broken(name: str) -> str:
    """Return the small sample's file with a key that no record has."""
    return (SAMPLE / name).read_text(encoding="utf-8") + UNKNOWN_KEY


def test_data_errors_stop_both_builds_with_one_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "data/units/doan-so-a.yml"
    own_root(tmp_path, files={name: broken(name)})
    assert build(tmp_path, None, False, None) == 1
    told = capsys.readouterr().err
    assert told.splitlines() == [
        f"{name}: F904 lỗi: Tệp có lỗi nên chưa được tính. Chạy ktgs check tại kho dữ liệu để xem lỗi.",
        "1 lỗi trong 1 tệp.",
        "Dữ liệu có lỗi nên không tạo được trang. Chạy ktgs check để xem từng lỗi ở đúng dòng.",
    ]
    ran = mkdocs(tmp_path, "build")
    assert ran.returncode == 1
    assert told.strip() in ran.stderr.replace("ERROR   -  ", "")
    assert not (tmp_path / "site").exists()


def test_keep_going_publishes_what_is_sound(tmp_path: Path) -> None:
    name = "data/units/doan-so-a.yml"
    lay(tmp_path, {name: broken(name)})
    assert build(tmp_path, None, True, None) == 0
    page = (tmp_path / "site/du-lieu.html").read_text(encoding="utf-8")
    assert f"<h3><code>{name}</code></h3>" in page
    assert "S103" not in page and "khóa lạ" not in page  # of a private file only the name and the cure are public
    for path in (tmp_path / "site").rglob("*.html"):
        assert 'class="banner errors"' in path.read_text(encoding="utf-8"), path


def test_strict_is_about_the_site_not_about_data_warnings(tmp_path: Path) -> None:
    own_root(tmp_path, handbook="[các lỗi](../du-lieu.html)\n", base=SAMPLE)
    ran = mkdocs(tmp_path, "build", "--strict")
    assert ran.returncode == 0, ran.stderr
    (tmp_path / "docs/huong-dan/index.md").write_text("[x](../khong-co.html)\n", encoding="utf-8")
    ran = mkdocs(tmp_path, "build", "--strict")
    assert ran.returncode == 1 and "strict mode" in ran.stderr + ran.stdout
    assert "khong-co" not in (tmp_path / "site/huong-dan/index.html").read_text(encoding="utf-8")


def test_a_published_site_has_a_sitemap_of_ours(tmp_path: Path) -> None:
    """Only where it is known at which address; and then the page not found leads there, too."""
    root = own_root(tmp_path)
    assert build(root, None, False, None) == 0
    assert not list((root / "site").glob("sitemap.xml*"))
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("site_url: https://example.org/kh/\n")
    assert build(root, None, False, None) == 0
    text = (root / "site/sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/kh/huong-dan/index.html</loc>" in text and "lastmod" not in text
    assert not (root / "site/sitemap.xml.gz").exists()
    assert 'href="https://example.org/kh/index.html"' in (root / "site/404.html").read_text(encoding="utf-8")


def test_gh_deploy_finds_the_site_where_the_settings_say(tmp_path: Path) -> None:
    """It builds, shuts the plugins down, and only then reads the folder."""
    config = load_config(str(own_root(tmp_path) / "mkdocs.yml"))
    config.plugins.on_startup(command="gh-deploy", dirty=False)
    mkdocs_build.build(config)
    config.plugins.on_shutdown()
    assert Path(config.site_dir) == tmp_path / "site"
    assert "404.html" in tree(tmp_path / "site")


def test_today_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KTGS_TODAY", "05/05/2020")
    own_root(tmp_path)
    assert mkdocs(tmp_path, "build").returncode == 0
    assert "05/05/2020" in (tmp_path / "site/404.html").read_text(encoding="utf-8")
    monkeypatch.setenv("KTGS_TODAY", "mai")
    ran = mkdocs(tmp_path, "build")
    assert ran.returncode == 1 and "Biến KTGS_TODAY không phải là một ngày: “mai”" in ran.stderr


def test_handbook_is_sanitized(tmp_path: Path) -> None:
    own_root(tmp_path, handbook="# Sổ tay\n\n<script>alert(1)</script>\n\n## Đoàn cơ sở\n")
    assert build(tmp_path, None, False, None) == 0
    page = (tmp_path / "site/huong-dan/index.html").read_text(encoding="utf-8")
    assert "alert(1)" not in page
    assert 'id="doan-co-so"' in page


EVIL = "x<img src=q onerror=alert(1)>&amp;'\""
ESCAPED = "x&lt;img src=q onerror=alert(1)&gt;&amp;amp;&#39;&#34;"


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (f"---\ntitle: {EVIL}\n---\n# Sổ tay\n", ESCAPED),
        (f"---\ntitle: >\n  {EVIL}\n\n  hai\n---\n# Sổ tay\n", f"{ESCAPED} hai"),
        (f"title: {EVIL}\n\n# Sổ tay\n", ESCAPED),
        ("---\ntitle: [a, <b>]\n---\n# Sổ tay\n", "[&#39;a&#39;, &#39;&lt;b&gt;&#39;]"),
        ("---\ntitle:\n---\n# Sổ tay\n", "index"),
        ("---\ntitle: 2020-05-05\n---\n", "2020-05-05"),
        ("# Đoàn & Hội <b>đậm</b> `<i>`\n", "Đoàn &amp; Hội đậm &lt;i&gt;"),
        ("# &lt;script&gt;alert(1)&lt;/script&gt;\n", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("# x`<img src=q onerror=alert(1)>`\n", "x&lt;img src=q onerror=alert(1)&gt;"),
        ("Không có đầu đề.\n", "Index"),
    ],
)
def test_a_title_is_text_wherever_it_stands(page: str, shown: str, tmp_path: Path) -> None:
    """In the page's own head, and in the list of pages on each page of the handbook."""
    root = own_root(tmp_path, handbook=page, files={"docs/huong-dan/khac.md": "# Khác\n"})
    assert build(root, None, False, None) == 0
    own = (root / "site/huong-dan/index.html").read_text(encoding="utf-8")
    other = (root / "site/huong-dan/khac.html").read_text(encoding="utf-8")
    assert f"<title>{shown} – Thử</title>" in own
    assert f'<a href="../huong-dan/index.html" aria-current="page">{shown}</a>' in own
    assert f'<a href="../huong-dan/index.html">{shown}</a>' in other
    for text in (own, other):
        assert "<img src=q" not in text and text.count("<script") == text.count('<script src="../assets/')


def test_titles_of_the_settings_are_text(tmp_path: Path) -> None:
    nav = f"nav:\n  - '<i>Mục</i>':\n      - '{EVIL.replace(chr(39), '')}': huong-dan/index.md\n"
    root = own_root(tmp_path)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(nav.replace("site_name: Thử", "site_name: <i>Thử</i>"))
    assert build(root, None, False, None) == 0
    page = (root / "site/huong-dan/index.html").read_text(encoding="utf-8")
    assert "<h3>&lt;i&gt;Mục&lt;/i&gt;</h3>" in page
    assert "<img src=q" not in page and "x&lt;img src=q onerror=alert(1)&gt;" in page


def test_folders_of_the_handbook_without_a_list_of_pages(tmp_path: Path) -> None:
    """However deep a page lies, the list leads to it."""
    root = own_root(tmp_path, files={"docs/huong-dan/sau/hon/trang.md": "# Trang sâu\n"})
    assert build(root, None, False, None) == 0
    page = (root / "site/huong-dan/index.html").read_text(encoding="utf-8")
    assert '<a href="../huong-dan/sau/hon/trang.html">Trang sâu</a>' in page


def test_the_head_of_a_handbook_page_chooses_no_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It could show any file of the templates, or stop the build; only its title is used, and that is said."""
    root = own_root(tmp_path, handbook="---\ntemplate: assets/site.js\ntitle: Đầu\n---\n# Sổ tay\n")
    assert build(root, None, False, None) == 0
    assert "docs/huong-dan/index.md: đầu trang chỉ có dòng “title” được dùng; bỏ “template”." in capsys.readouterr().err
    assert "<title>Đầu – Thử</title>" in (root / "site/huong-dan/index.html").read_text(encoding="utf-8")


def test_a_settings_file_that_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own_root(tmp_path, files={"mkdocs.yml": "site_name: Thử\nplugins: []\n"})
    assert build(tmp_path, None, False, None) == 1
    assert "mục “plugins” thiếu “ktgs”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        (
            "Doc file 'a.md' contains a link 'b.md', but the target is not found among documentation files.",
            "docs/a.md: liên kết “b.md” không dẫn đến trang nào.",
        ),
        (
            "Doc file 'a.md' contains an absolute link '/b', it was left as is. Did you mean 'b.md'?",
            "docs/a.md: liên kết “/b” không dẫn đến trang nào. Có phải: b.md.",
        ),
        ("Aborted with a BuildError!", ""),
        ("Something new", "MkDocs: Something new"),
    ],
)
def test_mkdocs_is_told_in_vietnamese(english: str, vietnamese: str) -> None:
    assert translated(english) == vietnamese


# -- serve -------------------------------------------------------------------------------------------------------------

PATIENCE = 60  # seconds


@contextmanager
def serving(root: Path, *, by_mkdocs: bool = False) -> Iterator[str]:
    """Run `ktgs serve`, or `mkdocs serve`, and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    ours = ("ktgs", "serve", "--root", str(root), "--address", address)
    command = [sys.executable, "-m", *(("mkdocs", "serve", "--dev-addr", address) if by_mkdocs else ours)]
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's `&` makes its children deaf to Ctrl+C
    silent, where = subprocess.DEVNULL, root if by_mkdocs else REPOSITORY
    around = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(command, cwd=where, env=around, stdout=silent, stderr=silent) as server:
        try:
            yield f"http://{address}/"
        finally:
            server.send_signal(signal.SIGINT)
    assert server.returncode == 0


def fetched(url: str, wanted: str) -> str:
    """Return the page once it holds the words; fails when they do not come."""
    text, end = "", time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            text = urlopen(url, timeout=PATIENCE).read().decode()
        except (URLError, ConnectionError):
            text = ""
        if wanted in text:
            return text
        time.sleep(0.2)
    raise AssertionError(f"“{wanted}” did not come: {text[:500]}")


def test_serve_shows_errors_instead_of_stopping(tmp_path: Path) -> None:
    """The server goes on when the data breaks, says so on the page, and takes it back when it is mended."""
    own_root(tmp_path, base=SAMPLE)
    name = "data/units/doan-so-a.yml"
    sound = (tmp_path / name).read_text(encoding="utf-8")
    with serving(tmp_path) as url:
        fetched(url + "du-lieu.html", "Tình trạng dữ liệu")
        (tmp_path / name).write_text(broken(name), encoding="utf-8")
        assert f"{name}:" in fetched(url + "du-lieu.html", 'class="banner errors"')
        (tmp_path / name).write_text(sound, encoding="utf-8")
        fetched(url + "du-lieu.html", "Dữ liệu không có lỗi")
    assert not (tmp_path / "site").exists()
