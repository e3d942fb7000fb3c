"""Feeds can be subscribed to where the site has a published address, and where it has none the page says why."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
import segno

from ktgs.examining.publishing import publish
from ktgs.obligations.targets import ToUnitFeed
from ktgs.site.rendering import environment
from ktgs.site.shell import Shell
from ktgs.site.site import Site
from ktgs.site.subscribing import subscription
from tests.pages.reading import links, main, words
from tests.repo import SAMPLE, facts

TEMPLATES = Path(__file__).parent.parent / "site_templates"
URL = "https://example.org/ke-hoach/"
PAGE = """{% import "_subscribing.html" as feeds %}{{ feeds.subscribe(shell, page.feed, "lịch của đơn vị") }}"""


def shown(site_url: str, *, internal: bool = False) -> str:
    """Return what a page shows of the feed of a unit."""
    known = facts(SAMPLE) if internal else publish(facts(SAMPLE))
    shell = Shell(Site("Thử", known, frozenset(), site_url=site_url), "don-vi/doan-so-a.html", "Thử")
    page = SimpleNamespace(feed=ToUnitFeed("doan-so-a"))
    return environment([str(TEMPLATES)]).from_string(PAGE).render(page=page, shell=shell)


def test_link_address_and_code() -> None:
    text = shown(URL)
    assert 'href="webcal://example.org/ke-hoach/ics/don-vi/doan-so-a.ics"' in text
    assert f"<code>{URL}ics/don-vi/doan-so-a.ics</code>" in text
    assert 'aria-label="Mã QR: lịch của đơn vị"' in text
    assert 'href="../ics/don-vi/doan-so-a.ics" download' in text


def test_the_code_is_that_of_the_link_and_has_no_style() -> None:
    found = subscription("http://localhost:8000/", "ics/han.ics", "chỉ <các> hạn")
    assert (found.address, found.webcal) == ("http://localhost:8000/ics/han.ics", "webcal://localhost:8000/ics/han.ics")
    same = segno.make_qr(found.webcal, error="m", mask=2, boost_error=False).svg_inline(border=4, omitsize=True)
    path = same.partition(' d="')[2].partition('"')[0]
    assert path and path in found.code
    assert "style=" not in found.code and "chỉ &lt;các&gt; hạn" in found.code


@pytest.mark.parametrize(
    ("site_url", "internal", "why"),
    [("", False, "trang này chưa khai địa chỉ công bố"), (URL, True, "Trang nội bộ không được công bố")],
)
def test_without_a_published_address_the_page_says_why(site_url: str, internal: bool, why: str) -> None:
    text = shown(site_url, internal=internal)
    assert why in text
    assert "webcal:" not in text and "<svg" not in text
    assert 'href="../ics/don-vi/doan-so-a.ics" download' in text


def test_one_page_tells_how_and_leads_to_everyone_s_own(sample_site: Path) -> None:
    page = main(sample_site, "lich/dang-ky.html")
    told = words(page)
    assert all(name in told for name in ("Google Lịch", "iPhone", "Outlook"))
    found = {target for _, target in links(page)}
    assert {"../ics/tat-ca.ics", "../ics/han.ics"} <= found
    assert {"../don-vi/doan-so-a.html#dang-ky", "../can-bo/tran-thi-b.html#dang-ky"} <= found
