"""The policy of each page in a real browser, from disk and from a server: ours works, nothing else runs or loads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from ktgs.mkdocs_plugin import build
from ktgs.site.policy import PUBLISHED
from tests.browser.tabs import failures, has_style
from tests.kinds import Kinds
from tests.repo import SAMPLE, lay
from tests.test_site import PATIENCE, fetched, own_root, serving
from tests.trees import tree

pytestmark = pytest.mark.browser

META = f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{PUBLISHED}">'.replace(
    "'", "&#39;"
)
INJECTED = """
<script>document.body.dataset.inline = "ran"</script><p id="styled" style="position: fixed">a</p>
<img src="q" onerror="document.body.dataset.handler = 'ran'"><style>body { position: fixed }</style>
<img src="http://127.0.0.1:9/other-host.png"><iframe src="http://127.0.0.1:9/frame"></iframe>
<script src="http://127.0.0.1:9/other-host.js"></script><link rel="stylesheet" href="http://127.0.0.1:9/other.css">
<script src="data:text/javascript,document.body.dataset.data='ran'"></script><base href="http://127.0.0.1:9/">
</body>"""


class _Silent(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer; Chromium asks every server for an icon, whatever the page says."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Give the address at which a plain server shows the folder."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def shown(folder: Path, way: str) -> Iterator[str]:
    """Give the address of a folder from disk or from a server."""
    if way == "disk":
        yield folder.as_uri()
    else:
        with served(folder) as address:
            yield address


def ways() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("way", ["disk", "server"])


def test_every_page_begins_with_the_policy(sample_site: Path, data_site: Path) -> None:
    for site in (sample_site, data_site):
        pages = {path: content.decode() for path, content in tree(site).items() if path.endswith(".html")}
        assert [path for path, text in pages.items() if META not in text[:600]] == []
        assert "404.html" in pages and "huong-dan/index.html" in pages


def test_no_page_breaks_its_own_policy(browser: Browser, data_site: Path, longest: Kinds) -> None:
    """The browser says nothing about any kind of page, and the style has come; from disk: `test_first_screen.py`."""
    files = [*longest.values(), data_site / "404.html"]
    found: dict[str, list[str]] = {}
    with served(data_site) as address, browser.new_context() as context:
        page, said = context.new_page(), list[str]()
        page.on("console", lambda told: said.append(told.text))
        page.on("requestfailed", lambda request: said.extend(failures(request)))
        for file in files:
            said.clear()
            page.goto(f"{address}/{file.relative_to(data_site).as_posix()}")
            if not has_style(page):
                said.append("no style")
            if said:
                found[file.name] = list(said)
    assert found == {}


@ways()
def test_nothing_foreign_runs_or_loads(browser: Browser, sample_site: Path, tmp_path: Path, way: str) -> None:
    """Whatever found its way into a page."""
    page_of = (sample_site / "index.html").read_text(encoding="utf-8")
    lay(tmp_path, {"index.html": page_of.replace("</body>", INJECTED)}, base=None)
    lay(tmp_path, {f"assets/{name}": (sample_site / f"assets/{name}").read_bytes() for name in ("site.css", "site.js")})
    with shown(tmp_path, way) as address, browser.new_context() as context:
        page, answered = context.new_page(), list[str]()
        page.on("requestfinished", lambda request: answered.append(request.url))
        refused = list[str]()
        page.on("console", lambda told: refused.append(told.text) if "Content Security Policy" in told.text else None)
        page.goto(f"{address}/index.html")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("({...document.body.dataset})") == {}
        assert page.locator("#styled").evaluate("it => getComputedStyle(it).position") == "static"
        assert page.evaluate("getComputedStyle(document.body).position") == "static"
        assert page.evaluate("document.baseURI").startswith(address)
        assert [url for url in answered if ":9/" in url] == []
        assert len(refused) >= 10
        assert has_style(page)


@ways()
def test_the_site_s_own_script_runs(browser: Browser, tmp_path: Path, way: str) -> None:
    """Data that is no sample counts its days from the reader's own day."""
    text = (SAMPLE / "data/organization.yml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("dữ liệu minh họa đến ngày")]
    root = lay(tmp_path, {"data/organization.yml": "\n".join(lines) + "\n"})
    assert build(root, None, False, None) == 0
    with shown(root / "site", way) as address, browser.new_context() as context:
        page = context.new_page()
        page.clock.set_fixed_time("2099-05-05T09:00:00+07:00")
        page.goto(f"{address}/viec/index.html")
        expect(page.locator("#age")).to_contain_text("Trang đã cũ")


def test_a_page_that_mkdocs_serves_while_editing_reloads_itself(browser: Browser, tmp_path: Path) -> None:
    """MkDocs' script stands in the page, which the policy of a published page would not run."""
    root = own_root(tmp_path, base=SAMPLE)
    unit, name = root / "data/units/doan-so-a.yml", "Đoàn cơ sở Sở A"
    with serving(root, by_mkdocs=True) as url, browser.new_context() as context:
        fetched(f"{url}don-vi/doan-so-a.html", name)
        page, said = context.new_page(), list[str]()
        page.on("console", lambda told: said.append(told.text))
        page.goto(f"{url}don-vi/doan-so-a.html")
        page.wait_for_timeout(1000)  # the watch begins after the first build
        text = unit.read_text(encoding="utf-8")
        unit.write_text(text.replace(f"tên: {name}", f"tên: {name} mới"), encoding="utf-8")
        page.get_by_text(f"{name} mới").first.wait_for(timeout=PATIENCE * 1000)
        assert "Enabled live reload" in said
        assert [text for text in said if "Content Security Policy" in text] == []
