"""What each kind of page of the shipped data costs: to make, to carry, and to show on a slow phone with a slow line."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser

from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.site.building import collect, render
from ktgs.site.rendering import environment
from ktgs.site.site import Site
from tests.chromium import launched
from tests.repo import facts

ROOT = Path(__file__).parents[1]
SLOWER = 4  # times than this machine's processor
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}  # slow 4G
SHOWN = ("overview.html", "unit.html", "calendar_month.html")  # what people open first, in front of the rest
MOST_PAINT, MOST_SHIFT = 2500, 0.1  # ms and share that web.dev calls good, of the largest paint and of the layout
WATCH = """
window.ktgsShift = 0; window.ktgsLargest = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => {
  if (!entry.hadRecentInput) { window.ktgsShift += entry.value; }
})).observe({type: "layout-shift", buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.ktgsLargest = entry.startTime; }))
  .observe({type: "largest-contentful-paint", buffered: true});
"""
TOLD = """() => [performance.getEntriesByName("first-contentful-paint")[0].startTime, window.ktgsLargest,
  window.ktgsShift]"""


@dataclass(frozen=True, slots=True)
class Made:
    """The pages of a template: how many, the address and bytes of the longest, milliseconds to make one."""

    pages: int
    longest: str
    most_bytes: int
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Paint:
    """What a reader waits for: milliseconds to the first and the largest paint, shift of the layout, script's ms."""

    first: float
    largest: float
    shift: float
    script: float


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Give the address of a site while it is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def made(found: Facts) -> dict[str, Made]:
    """Return what the pages of each template cost to make; views are made before, templates filled under the clock."""
    kinds: dict[str, list[tuple[int, str, float]]] = {}
    kept = collect(found)
    site, templates = (
        Site("", found, frozenset(item.page.url for item in kept)),
        environment([f"{ROOT}/site_templates"]),
    )
    for item in kept:
        started = time.perf_counter()
        ((url, content),) = render(templates, site, (item,))
        if url.endswith(".html"):
            spent = (time.perf_counter() - started) * 1000
            kinds.setdefault(item.template, []).append((len(content), url, spent))
    return {
        template: Made(len(pages), max(pages)[1], max(pages)[0], sum(spent for *_, spent in pages) / len(pages))
        for template, pages in kinds.items()
    }


def painted(browser: Browser, address: str) -> Paint:
    """Return how a page comes to a slow phone that has never been there."""
    with browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True) as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(address, wait_until="networkidle")
        first, largest, shift = page.evaluate(TOLD)
        metrics = session.send("Performance.getMetrics")["metrics"]
        script = next(one["value"] for one in metrics if one["name"] == "ScriptDuration")
    return Paint(first, largest, shift, script * 1000)


def table(kinds: dict[str, Made], paints: dict[str, Paint]) -> str:
    """Return both as a table, what people open first in front."""
    rows = ["kind of page          pages  longest B  make ms  paint ms  largest ms  shift  script ms"]
    for name in (*SHOWN, *sorted(kinds.keys() - set(SHOWN))):
        kind, paint = kinds[name], paints[name]
        rows.append(
            f"{name.removesuffix('.html'):20s} {kind.pages:6d} {kind.most_bytes:10,d} {kind.milliseconds:8.1f}"
            f" {paint.first:9.0f} {paint.largest:11.0f} {paint.shift:6.3f} {paint.script:10.0f}"
        )
    return "\n".join(rows)


def main() -> None:
    """Print the table of the shipped data's public site: the longest page of each kind, as it comes the first time."""
    found = publish(facts(ROOT))
    kinds = made(found)
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        command = (sys.executable, "-m", "ktgs", "build", "--root", ROOT, "--site", f"{folder}/site")
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with served(Path(folder) / "site") as address:
            paints = {name: painted(browser, f"{address}/{kind.longest}") for name, kind in kinds.items()}
    print(f"each kind of page, the longest one on a phone {SLOWER} times slower than this machine, 1.6 Mbit/s, 150 ms:")
    print(table(kinds, paints))
    print(f"wanted: largest paint at most {MOST_PAINT} ms, shift at most {MOST_SHIFT}")


if __name__ == "__main__":
    main()
