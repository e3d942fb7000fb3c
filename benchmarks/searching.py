"""Search in a real Chromium, from disk: how long the first use takes and each key after it, by number of documents."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from ktgs.addresses.documents import DocumentKind, documents
from ktgs.examining.pipeline import examine
from ktgs.examining.publishing import publish
from ktgs.language.today import choose
from ktgs.site.searching import IndexRow, index_of
from ktgs.source.shipped import TEMPLATES

SIZES = (1_000, 20_000)
UNITS = 500
ASKED = "doan so b thang"  # typed key by key
PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tìm kiếm</title>
<script src="assets/vietnamese.js" defer></script><script src="assets/search.js" defer></script>
<div class="search" data-search></div></html>"""
_FIRST = """async () => {
  const field = document.querySelector(".search input"), status = document.querySelector(".search [role=status]");
  const started = performance.now();
  field.value = "doan";
  field.dispatchEvent(new Event("input"));
  while (!/^[0-9]+ kết quả\\.$/.test(status.textContent)) await new Promise(done => setTimeout(done, 1));
  return performance.now() - started;
}"""
_KEYS = """asked => Array.from(asked).map((_, end) => {
  const field = document.querySelector(".search input"), started = performance.now();
  field.value = asked.slice(0, end + 1);
  field.dispatchEvent(new Event("input"));
  return performance.now() - started;
})"""


def rows(root: Path) -> Iterator[tuple[DocumentKind, IndexRow]]:
    """Yield the documents of a generated repository, again and again, so that there are enough."""
    facts = publish(examine(root, lambda sample: choose(None, None, sample, date.today)))
    found = [(document.kind, IndexRow(document.title, "index.html", document.text)) for document in documents(facts)]
    return (
        (kind, row._replace(address=f"{row.address}?{number}"))
        for number, (kind, row) in enumerate(cycle(found[:: max(len(found) // 1_000, 1)] + found))
    )


def write(folder: Path, taken: list[tuple[DocumentKind, IndexRow]]) -> int:
    """Write a page of search with an index of the rows; return the index's bytes."""
    shutil.copytree(TEMPLATES / "assets", folder / "assets")
    (folder / "tim-kiem").mkdir()
    (folder / "tim-kiem.html").write_text(PAGE, encoding="utf-8")
    size = 0
    for path, content in index_of(taken):
        (folder / path).write_bytes(content)
        size += len(content)
    return size


def measure(page: Page, folder: Path) -> tuple[float, list[float]]:
    """Return milliseconds from the first letter until all is found, and of each key after."""
    page.goto((folder / "tim-kiem.html").as_uri())
    first: float = page.evaluate(_FIRST)
    keys: list[float] = page.evaluate(_KEYS, ASKED)
    return first, keys


def main() -> None:
    """Print a line for each size."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("Search was not measured: there is no Chromium.")
        return
    with tempfile.TemporaryDirectory(prefix="ktgs-bench-") as name, sync_playwright() as started:
        folder = Path(name)
        generator = (sys.executable, "-m", "benchmarks.generator", folder / "data", "--units", str(UNITS))
        subprocess.run(generator, check=True, stdout=subprocess.DEVNULL)
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        print("Search in Chromium from disk; first use: from the first letter until every piece is searched, in ms:")
        print("documents  index MB  first use  key, median  key, worst")
        for size in SIZES:
            site = folder / str(size)
            site.mkdir()
            bytes_of = write(site, list(islice(rows(folder / "data"), size)))
            first, keys = measure(browser.new_page(), site)
            middle, worst = statistics.median(keys), max(keys)
            print(f"{size:9,d} {bytes_of / 1e6:9.2f} {first:10.0f} {middle:12.1f} {worst:11.1f}")
        browser.close()


if __name__ == "__main__":
    main()
