"""Every page of the site: links lead somewhere, markup is sound, each has its title, its one heading and its day."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from ktgs.pages import overview
from tests.leading import Leads, leads, lost, unreached
from tests.markup import faults
from tests.trees import tree

REPOSITORY = Path(__file__).parent.parent
SCHEMES = {"https", "http", "mailto", "tel", "webcal"}
Pages = dict[str, html.HtmlElement]


@pytest.fixture(scope="module", params=["sample_site", "data_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """A built site."""
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def texts(site: Path) -> dict[str, str]:
    """Every page as text."""
    return {path: content.decode() for path, content in tree(site).items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def pages(texts: dict[str, str]) -> Pages:
    """Every page, parsed."""
    return {path: html.fromstring(text) for path, text in texts.items()}


@pytest.fixture(scope="module")
def leading(pages: Pages) -> dict[str, Leads]:
    """The anchors and links of every page."""
    return {path: leads(path, page) for path, page in pages.items()}


def test_links_lead_somewhere(site: Path, leading: dict[str, Leads]) -> None:
    assert list(lost(site, leading)) == []


def test_links_work_from_disk_and_under_any_prefix(leading: dict[str, Leads]) -> None:
    links = ((path, target) for path, page in leading.items() for target in page.links)
    assert [f"{path}: {target}" for path, target in links if target.startswith("/")] == []


def test_links_out_of_the_site_are_of_the_web(pages: Pages) -> None:
    """No `file:`, no script, nothing that is loaded without being asked for."""
    wrong = []
    for path, page in pages.items():
        for element in page.iter():
            for name in ("href", "src", "action", "srcset", "data"):
                scheme = urlsplit(element.get(name) or "").scheme
                if scheme and (scheme not in SCHEMES or element.tag != "a"):
                    wrong.append(f"{path}: <{element.tag} {name}={element.get(name)}>")
    assert wrong == []


def test_no_file_tells_where_it_was_built(site: Path) -> None:
    """Neither the folder of the software, nor that of the site, nor a home or temporary folder."""
    here = {str(REPOSITORY), str(site), os.path.expanduser("~"), tempfile.gettempdir()} - {"/"}
    told = [
        f"{path}: {name}" for path, content in tree(site).items() for name in here if f"{name}/".encode() in content
    ]
    assert told == []


def test_every_page_is_reached_from_the_overview(leading: dict[str, Leads]) -> None:
    assert unreached(leading, overview.ADDRESS) == []


def test_ids_are_unique(pages: Pages) -> None:
    counted = {path: Counter(page.xpath("//@id")) for path, page in pages.items()}
    assert [f"{path}: {name}" for path, ids in counted.items() for name, count in ids.items() if count > 1] == []


def test_markup_is_sound(texts: dict[str, str]) -> None:
    assert [f"{path}, {fault}" for path, text in texts.items() for fault in faults(text)] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<p><b>x</p>", "line 1: </p> closes nothing"),
        ("<div>", "<div> is never closed"),
        ("<a href='#'><span><a>x</a></span></a>", "line 1: a link in ['a', 'span']"),
        ("<p>\n<ul></ul></p>", "line 2: <ul> in ['p']"),
        ("<div><li></li></div>", "line 1: <li> in <div>"),
        ("<p id='a' id='b'></p>", "line 1: <p> has an attribute twice"),
    ],
)
def test_faults_of_markup_are_found(text: str, fault: str) -> None:
    assert fault in faults(text)


def test_each_page_has_a_title_a_language_and_one_heading(pages: Pages) -> None:
    titles = Counter(page.findtext("head/title") for page in pages.values())
    assert [title for title, count in titles.items() if not title or count > 1] == []
    assert [path for path, page in pages.items() if page.get("lang") != "vi" or len(page.xpath("//h1")) != 1] == []


def test_each_page_tells_its_day_and_that_it_is_a_sample(pages: Pages) -> None:
    for path, page in pages.items():
        (day,) = page.xpath("//header//p[@class='as-of']/time/@datetime")
        assert day == "2020-10-15", path
        (banner,) = page.xpath("//header//p[contains(@class, 'sample')]")
        assert "giả định" in banner.text_content(), path


def test_headings_skip_no_level(pages: Pages) -> None:
    wrong = []
    for path, page in pages.items():
        levels = [int(element.tag[1]) for element in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        if any(after > before + 1 for before, after in zip([0, *levels], levels, strict=False)):
            wrong.append(f"{path}: {levels}")
    assert wrong == []
