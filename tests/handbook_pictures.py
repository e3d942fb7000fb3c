"""Takes the handbook's pictures anew from the product's own pages: `python -m tests.handbook_pictures`.

The pages are those of the shipped data at a host: of the public site as it is, and of the internal one with what the
handbook's own examples and its own mistake make of it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from ktgs.facts.audience import Audience
from ktgs.mkdocs_plugin import build
from tests.handbook import FOLDER, SHIPPED, HandbookPage
from tests.hosted import hosted
from tests.repo import lay

PICTURES = FOLDER / "anh"
LARGEST = 60_000  # bytes of one
HOST = "https://github.com"
WIDTH, TALLEST, MARGIN = 720, 460, 6
UNIT = "don-vi/doan-so-b.html"
MONTH = "tháng 11/2020"
ROW = "[id='2020-11.{}']"  # of a unit among those that owe the month's schedule
MARKED = "element => { element.style.outline = '3px solid #c2410c'; element.style.outlineOffset = '3px'; }"


@dataclass(frozen=True)
class Picture:
    """A picture to take: of the site `before` or `after` the examples, from one part of a page to another.

    `marked` is framed; `opened` is a fold that is opened first. All are selectors of Playwright.
    """

    name: str
    site: str
    address: str
    first: str
    last: str
    marked: str = ""
    opened: str = ""


TAKEN = (
    Picture(
        "tong-quan",
        "before",
        "index.html",
        "h1",
        "main section li >> nth=0",
        marked="button:has-text('đơn vị của tôi')",
    ),
    Picture(
        "can-lam",
        "before",
        UNIT,
        "#can-gui",
        f".to-do > li:has-text('{MONTH}')",
        marked=f".to-do > li:has-text('{MONTH}') a.write >> nth=0",
    ),
    Picture(
        "da-gui",
        "after",
        "viec/46-kh-dtn/gui-lich-sinh-hoat/2020-11.html",
        ROW.format("doan-ban-n"),
        ROW.format("doan-so-c"),
        marked=f"{ROW.format('doan-so-b')} .state",
    ),
    Picture(
        "tep-nguon",
        "before",
        UNIT,
        "details.files",
        "details.files li >> nth=3",
        marked="details.files li >> nth=0 >> a >> nth=0",
        opened="details.files",
    ),
    Picture("tinh-trang", "after", "du-lieu.html", "h1", "main section li >> nth=0", marked="main .edit a >> nth=0"),
    Picture("ma-loi", "after", "cach-tinh/loi/s202.html", "h1", "main pre >> nth=1"),
)


def page_of(name: str) -> HandbookPage:
    """Return a page of the handbook."""
    return HandbookPage(name, (FOLDER / name).read_text(encoding="utf-8"))


def sites(root: Path) -> dict[str, Path]:
    """Build and return the sites: of the shipped data, and with the examples of the two pages that show pictures."""
    first, red = page_of("sua-lan-dau.md"), page_of("kiem-tra-do.md")
    (mistake,) = red.mistakes
    changes = {**first.examples, **mistake.made(red.examples)}
    built = {}
    for name, files, audience in (("before", {}, Audience.public), ("after", changes, Audience.internal)):
        (root / name).mkdir()
        repository = lay(hosted(root / name, SHIPPED, HOST), files)
        built[name] = repository / "site"
        assert build(repository, built[name], True, None, audience=audience) == 0, name
    return built


def take(browser: Browser, built: dict[str, Path], folder: Path) -> list[Path]:
    """Write each picture into the folder and return the files; refuses (AssertionError) one that is too large."""
    folder.mkdir(exist_ok=True)
    return [_take(browser, picture, built[picture.site], folder) for picture in TAKEN]


def _take(browser: Browser, picture: Picture, site: Path, folder: Path) -> Path:
    with _page(browser) as page:
        page.goto((site / picture.address).as_uri())
        if picture.opened:
            page.locator(picture.opened).evaluate("element => { element.open = true; }")
        if picture.marked:
            page.locator(picture.marked).first.evaluate(MARKED)
        top, _ = _span(page.locator(picture.first))
        _, bottom = _span(page.locator(picture.last))
        file = folder / f"{picture.name}.png"
        height = min(bottom - top + 2 * MARGIN, TALLEST)
        page.screenshot(path=file, full_page=True, clip={"x": 0, "y": top - MARGIN, "width": WIDTH, "height": height})
    assert file.stat().st_size < LARGEST, f"{file.name}: {file.stat().st_size} bytes"
    return file


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": WIDTH, "height": 900}, locale="vi-VN", color_scheme="light")
    try:
        yield page
    finally:
        page.close()


def _span(part: Locator) -> tuple[float, float]:
    """Return where the first match of a part of a page begins and ends, from the page's top."""
    box = part.first.bounding_box()
    assert box, part
    return box["y"], box["y"] + box["height"]


def main() -> None:
    """Take all pictures anew."""
    with tempfile.TemporaryDirectory() as root, sync_playwright() as started:
        chromium = shutil.which("chromium")
        switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = started.chromium.launch(executable_path=chromium, args=switches)
        for file in take(browser, sites(Path(root)), PICTURES):
            print(f"{file.relative_to(SHIPPED)}: {file.stat().st_size} bytes")
        browser.close()


if __name__ == "__main__":
    main()
