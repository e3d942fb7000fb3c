"""The key of a page holds all that the page follows from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from jinja2 import Environment

from ktgs.addresses.views import View
from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.obligations.targets import Subject, Target, ToDuty, ToPage, ToUnit
from ktgs.site.building import Kept, collect, rendered
from ktgs.site.page_keys import PageKeys, frame
from ktgs.site.rendering import environment
from ktgs.site.site import Site
from ktgs.source.shipped import TEMPLATES
from tests.repo import SAMPLE, facts


@pytest.fixture(scope="module")
def templates() -> Environment:
    return environment([str(TEMPLATES)])


def site_of(found: Facts) -> tuple[Site, tuple[Kept, ...]]:
    kept = collect(found)
    titles = {item.page.url: item.page.title for item in kept}
    return Site("Thử", found, frozenset(titles) | {"huong-dan/index.html"}, titles=titles), kept


@pytest.mark.parametrize("is_public", (True, False))
def test_a_template_asks_only_of_what_its_page_holds(is_public: bool, templates: Environment) -> None:
    """Else the page is made anew at each build: right, but slow."""
    found = facts(SAMPLE)
    site, kept = site_of(publish(found) if is_public else found)
    keys = PageKeys(site)
    asked = {item.page.url: rendered(templates, site, item)[1].asked for item in kept}
    assert [item.page.url for item in kept if not keys.of(item.template, item.page).covers(asked[item.page.url])] == []


def test_rendering_leaves_the_keys_as_they_were(templates: Environment) -> None:
    """What a page remembers once it was shown is not part of it."""
    site, kept = site_of(publish(facts(SAMPLE)))
    before = [PageKeys(site).of(item.template, item.page).digest for item in kept]
    for item in kept:
        rendered(templates, site, item)
    assert [PageKeys(site).of(item.template, item.page).digest for item in kept] == before
    again, same = site_of(publish(facts(SAMPLE)))
    assert [PageKeys(again).of(item.template, item.page).digest for item in same] == before


@dataclass(frozen=True, slots=True)
class Shown(View):
    """What several pages show."""

    subject: Subject


@dataclass(frozen=True)
class Sheet:
    """A page that leads somewhere."""

    url: str
    title: str
    leads_to: Target | Subject | Shown | None = None


def test_what_a_key_holds() -> None:
    site, _ = site_of(publish(facts(SAMPLE)))
    keys = PageKeys(site)
    base = Sheet("a.html", "A", Subject("Đoàn Sở A", ToUnit("doan-so-a")))
    key = keys.of("a.html", base)
    assert key.covers({ToUnit("doan-so-a"), ToPage("units")})
    assert not key.covers({ToUnit("doan-so-b")})
    assert not key.covers({ToDuty("x")})
    others = (
        keys.of("b.html", base),
        keys.of("a.html", replace(base, title="B")),
        keys.of("a.html", replace(base, leads_to=ToUnit("doan-so-a"))),
        PageKeys(replace(site, addresses=frozenset())).of("a.html", base),  # where the unit's page is not there
        PageKeys(replace(site, titles={})).of("x/a.html", base),
    )
    assert len({key.digest, *(other.digest for other in others)}) == 1 + len(others)


def test_what_stands_on_several_pages_counts_on_each() -> None:
    site, _ = site_of(publish(facts(SAMPLE)))
    keys = PageKeys(site)
    shown, same, other = (Shown(Subject(name, ToUnit("doan-so-a"))) for name in ("Đoàn Sở A", "Đoàn Sở A", "Khác"))
    pages = [Sheet(url, "A", view) for view in (shown, same, other) for url in ("a.html", "b.html")]
    first, second, equal, _, changed, _ = (keys.of("a.html", page) for page in pages)
    assert first.digest == equal.digest
    assert len({first.digest, second.digest, changed.digest}) == 3
    assert first.covers({ToUnit("doan-so-a")})
    assert second.covers({ToUnit("doan-so-a")})
    assert not second.covers({ToUnit("doan-so-b")})


def test_what_all_pages_are_made_with(tmp_path: Path) -> None:
    site, _ = site_of(publish(facts(SAMPLE)))
    (tmp_path / "a.html").write_text("a", encoding="utf-8")
    before = frame(site, [tmp_path])
    assert frame(replace(site), [tmp_path]) == before
    others = [
        frame(replace(site, name="Khác"), [tmp_path]),
        frame(replace(site, errors=1), [tmp_path]),
        frame(replace(site, site_url="https://example.org/"), [tmp_path]),
        frame(replace(site, addresses=site.addresses | {"huong-dan/moi.html"}), [tmp_path]),
        frame(site_of(facts(SAMPLE))[0], [tmp_path]),
    ]
    (tmp_path / "a.html").write_text("b", encoding="utf-8")
    others.append(frame(site, [tmp_path]))
    assert len({before, *others}) == 1 + len(others)
