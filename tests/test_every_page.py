"""Every page of the site: links lead somewhere, ids are unique, each has its title and its one heading."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

ABSOLUTE = ("404.html",)  # shown at any address
Pages = dict[str, html.HtmlElement]


@pytest.fixture(scope="module", params=["sample_site", "data_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """A built site."""
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    """Every page, parsed."""
    return {
        file.relative_to(site).as_posix(): html.fromstring(file.read_bytes().decode())
        for file in sorted(site.rglob("*.html"))
    }


def links(pages: Pages) -> Iterator[tuple[str, str]]:
    """Yield each page with each link that stays in the site."""
    for path, page in pages.items():
        for element in page.iter("a", "link", "script", "img"):
            target = element.get("href") or element.get("src")
            if target is not None and not urlsplit(target).scheme and path not in ABSOLUTE:
                yield path, target


def test_links_lead_somewhere(site: Path, pages: Pages) -> None:
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    wrong = []
    for path, target in links(pages):
        address, _, anchor = target.partition("#")
        found = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address))) if address else path
        if found not in files or (anchor and unquote(anchor) not in ids.get(found, set())):
            wrong.append(f"{path}: {target}")
    assert wrong == []


def test_links_work_from_disk_and_under_any_prefix(pages: Pages) -> None:
    assert [f"{path}: {target}" for path, target in links(pages) if target.startswith("/")] == []


def test_ids_are_unique(pages: Pages) -> None:
    counted = {path: Counter(page.xpath("//@id")) for path, page in pages.items()}
    assert [f"{path}: {name}" for path, ids in counted.items() for name, count in ids.items() if count > 1] == []


def test_each_page_has_a_title_a_language_and_one_heading(pages: Pages) -> None:
    assert [path for path, page in pages.items() if not page.findtext("head/title")] == []
    assert [path for path, page in pages.items() if page.get("lang") != "vi" or len(page.xpath("//h1")) != 1] == []


def test_headings_skip_no_level(pages: Pages) -> None:
    wrong = []
    for path, page in pages.items():
        levels = [int(element.tag[1]) for element in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        if any(after > before + 1 for before, after in zip([0, *levels], levels, strict=False)):
            wrong.append(f"{path}: {levels}")
    assert wrong == []
