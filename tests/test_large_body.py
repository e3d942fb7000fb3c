"""A body of many units at a host: no page is heavy, every link arrives, every part is reached without a script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.generator import generate
from benchmarks.weighing import MOST, heavy
from ktgs.facts.audience import Audience
from ktgs.pages import overview
from tests.hosted import hosted, site_of
from tests.leading import Leads, leads_of, lost, unreached

UNITS = 120  # so many that lists stand in parts; `make bench` weighs the site of 500
CUT = (
    "can-bo/index-2.html",
    "don-vi/index-2.html",
    "kien-nghi/index-2.html",
    "so-lieu/do-phu-kiem-tra-giam-sat/don-vi-lau-chua-duoc-kiem-tra-giam-sat/chua-duoc-kiem-tra-giam-sat-lan-nao.html",
    "ton-tai-han-che-2.html",
)
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=Audience)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of such a body, with links to its repository's host."""
    made, root = (tmp_path_factory.mktemp(name) for name in ("made", "hosted"))
    generate(made, units=UNITS)
    address = "https://don-vi-vi-du.example.org/ke-hoach-kiem-tra-giam-sat/"
    return site_of(hosted(root, made, "https://github.com", site_url=address), request.param)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Leads]:
    """The anchors and links of every page."""
    return leads_of(site)


def test_no_page_is_heavy(site: Path, pages: Mapping[str, Leads]) -> None:
    assert heavy(site) == []
    assert set(CUT) < pages.keys()
    assert max(file.stat().st_size for file in site.rglob("*.html")) > MOST / 2


def test_links_arrive(site: Path, pages: Mapping[str, Leads]) -> None:
    assert list(lost(site, pages)) == []
    assert [path for path, page in pages.items() if max(Counter(page.ids).values()) > 1] == []


def test_every_part_is_reached(pages: Mapping[str, Leads]) -> None:
    assert unreached(pages, overview.ADDRESS) == []
