"""Every link into the files, followed: what it leads to, and what comes of what it begins."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from ktgs.examining.publishing import facts_for
from ktgs.facts.audience import Audience
from ktgs.forms.templates import Draft
from ktgs.language.diagnostics import Severity
from tests.conftest import REPOSITORY
from tests.forms.filling import completed, extensions, wanted
from tests.hosted import begun, hosted, links, named, site_of
from tests.repo import SAMPLE, by_id, facts

HOST = "https://github.com"
AUDIENCES = pytest.mark.parametrize("audience", list(Audience), ids=lambda audience: audience.name)


@pytest.fixture(scope="module", params=[SAMPLE, REPOSITORY], ids=["sample", "shipped data"])
def repository(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository at a host, with both of its sites built."""
    root = hosted(tmp_path_factory.mktemp("hosted"), request.param, HOST)
    for audience in Audience:
        site_of(root, audience)
    return root


def links_of(root: Path, audience: Audience) -> dict[str, set[str]]:
    return links(root / f"site-{audience.name}")


@AUDIENCES
def test_every_record_can_be_edited_and_followed_back(repository: Path, audience: Audience) -> None:
    found = links_of(repository, audience)
    known = facts_for(audience, facts(repository)).repository
    files = {record.file for record in known.every_record()} | {mark.file for mark in known.broken}
    assert {named(address) for address in found["edit"]} >= files
    assert {named(address) for address in found["commits"]} == {named(address) for address in found["edit"]}
    assert [file for file in map(named, found["edit"]) if not (repository / file).is_file()] == []


@AUDIENCES
def test_every_debt_that_a_file_would_meet_is_offered_and_met(
    repository: Path, tmp_path: Path, audience: Audience
) -> None:
    """Each address is followed, completed and saved into a copy of its own kind: debts once, extensions after."""
    found = facts(repository)
    offered = begun(links_of(repository, audience)["new"])
    copied = texts_to_copy(repository / f"site-{audience.name}")
    drafts = {form for _, form in wanted(found)}
    if audience is Audience.internal:
        assert {form for form in drafts if form not in offered and form.text not in copied} == set()
    paths = {path for path, _ in offered if "/adjustments/" not in path}
    root = hosted(tmp_path / "copy", repository, HOST)
    for path, text in sorted(offered):
        target = root / path
        if "/adjustments/" not in path and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(completed(Draft(path, text), found.today), encoding="utf-8")
    after = facts(root, found.today.isoformat())
    assert [item for item in after.diagnostics if item.severity is Severity.error] == []
    later = by_id(facts(root, "2020-12-31"))
    first = {form.path: item.id for item, form in reversed(list(wanted(found)))}
    assert {path: later[first[path]].state for path in paths if path in first and not later[first[path]].done_on} == {}
    assert len(paths & first.keys()) > 20


def texts_to_copy(site: Path) -> set[str]:
    """Return the contents that pages offer to copy, as addresses cannot hold them."""
    found = re.findall(r'<details class="write">.*?<pre[^>]*>(.*?)</pre>', all_text(site), re.DOTALL)
    return set(map(unescape, found))


def all_text(site: Path) -> str:
    return "".join(page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html")))


def test_every_pressing_debt_can_be_extended_on_the_internal_site(repository: Path) -> None:
    found = facts(repository)
    offered = {path for path, _ in begun(links_of(repository, Audience.internal)["new"])}
    assert {form.path for item, form in extensions(found) if item.is_pressing} <= offered
    assert not {form.path for item, form in extensions(found) if not item.is_pressing} & offered


def test_a_public_page_names_no_line_and_no_one_who_owes_a_report(repository: Path) -> None:
    """The report on a meeting is offered at every meeting alike, from the public half alone."""
    public = facts_for(Audience.public, facts(repository))
    offered = begun(links_of(repository, Audience.public)["new"])
    reports = {(path, text) for path, text in offered if "/du-sinh-hoat/" in path}
    awaited = [meeting for meeting in public.repository.meetings if public.report_wanted(meeting)]
    assert reports
    assert len(reports) == len(awaited)
    assert not [path for path, _ in offered if "bao-cao-du-sinh-hoat" in path]
    for verb, addresses in links_of(repository, Audience.public).items():
        assert not [address for address in addresses if "#" in address], verb


def test_without_a_host_the_path_and_the_content_stand_on_the_page(internal_sample_site: Path) -> None:
    text = (internal_sample_site / "don-vi" / "doan-so-a.html").read_text(encoding="utf-8")
    assert "Tạo tệp <code>data/plans/2020/46-kh-dtn/schedules/2020-11/doan-so-a.yml</code> với nội dung:" in text
    assert {form.text for _, form in wanted(facts(SAMPLE))} <= texts_to_copy(internal_sample_site)
    assert 'class="edit"' not in text
    assert 'class="files"' not in text
