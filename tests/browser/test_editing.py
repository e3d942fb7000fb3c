"""From a unit's page to the host's page for a new file, with a small stand-in for the host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from ktgs.facts.audience import Audience
from ktgs.forms.templates import Draft
from ktgs.language.diagnostics import Severity
from tests.forms.filling import completed
from tests.hosted import hosted, site_of
from tests.repo import SAMPLE, by_id, facts

pytestmark = pytest.mark.browser
FORM = """<!doctype html><meta charset="utf-8"><form><input name="filename"><textarea name="value"></textarea></form>
<script>var given = new URLSearchParams(location.search);
for (var name of ["filename", "value"])
  document.querySelector("[name=" + name + "]").value = given.get(name);</script>"""


class Host(BaseHTTPRequestHandler):
    """The part of a host that begins files: a form filled in from its address, at GitHub's path for it."""

    def do_GET(self) -> None:
        """Answer with the form, or with 404 anywhere else."""
        is_known = urlsplit(self.path).path == "/to-chuc/du-lieu/new/main" and "value" in parse_qs(self.path)
        self.send_response(200 if is_known else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(FORM.encode() if is_known else b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """The address of the stand-in."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory, host: str) -> Path:
    """The sample at the stand-in, with both of its sites built."""
    root = hosted(tmp_path_factory.mktemp("at-host"), SAMPLE, host)
    for audience in Audience:
        site_of(root, audience)
    return root


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("audience", list(Audience), ids=lambda audience: audience.name)
@pytest.mark.parametrize(
    ("of", "words", "debt"),
    [
        ("li:has-text('lịch tháng 11/2020')", "Ghi", "gui-lich-sinh-hoat/2020-11/doan-so-a"),
        ("tr:has-text('06/05/2020')", "Ghi báo cáo", "bao-cao-du-sinh-hoat/2020-05/doan-so-a/b1/tran-thi-b"),
    ],
    ids=["next month's schedule", "an assigned meeting's report"],
)
def test_what_a_unit_lacks_is_written_from_its_page(
    page: Page, repository: Path, tmp_path: Path, audience: Audience, of: str, words: str, debt: str
) -> None:
    page.goto((repository / f"site-{audience.name}" / "don-vi" / "doan-so-a.html").as_uri())
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    row = page.locator(of, has=page.get_by_role("link", name=words, exact=True)).first
    row.get_by_role("link", name=words, exact=True).click()
    page.wait_for_url("**/new/main?**")
    form = Draft(page.input_value("[name=filename]"), page.input_value("[name=value]"))
    before = facts(repository)
    root = hosted(tmp_path / "copy", repository, "https://github.com")
    target = root / form.path
    assert not target.exists()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(completed(form, before.today), encoding="utf-8")
    after = facts(root)
    assert [item for item in after.diagnostics if item.severity is Severity.error] == []
    assert by_id(before)[f"46-kh-dtn/{debt}"].done_on is None
    assert by_id(after)[f"46-kh-dtn/{debt}"].done_on == after.today


def test_without_a_host_the_content_is_copied(page: Page, internal_sample_site: Path) -> None:
    page.goto((internal_sample_site / "don-vi" / "doan-so-a.html").as_uri())
    written = page.locator("details.write").first
    written.locator("summary").click()
    written.get_by_role("button", name="Chép nội dung").click()
    expect(written.get_by_role("button")).to_have_text(re.compile("^Đã (?:chép|chọn nội dung)"))
    assert page.evaluate("String(getSelection())").strip() in ("", written.locator("pre").inner_text().strip())
