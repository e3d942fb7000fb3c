"""Pictures of every kind of page on one sheet, and README's: `python -m tests.contact_sheet SHEET.png [--readme]`.

Each kind is shown as a phone shows its first screen in light, and a desktop in dark; with `--paper` as its first sheet
of A4 instead. README's pictures are taken anew into `.github/pictures`.
"""

from __future__ import annotations

import argparse
import html
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from ktgs.examining.publishing import publish
from ktgs.mkdocs_plugin import build
from tests.chromium import launched
from tests.kinds import Kinds, typical_of
from tests.repo import facts

REPOSITORY = Path(__file__).parent.parent
PICTURES = REPOSITORY / ".github/pictures"
LARGEST = 80_000  # bytes of one of README's


@dataclass(frozen=True)
class Look:
    """How a page is looked at: the screen, and the reader's setting."""

    width: int
    height: int
    scheme: Literal["light", "dark"]
    medium: Literal["screen", "print"] = "screen"


PHONE, DESKTOP = Look(390, 844, "light"), Look(1280, 844, "dark")
PAPER = Look(794, 1123, "light", "print")  # A4 at 96 dots an inch
README = {
    "tong-quan": ("index.html", Look(390, 700, "light")),
    "tinh-hinh": ("thuc-hien/index.html", Look(760, 460, "light")),
    "don-vi": ("don-vi/doan-so-b.html", Look(390, 700, "dark")),
}


def photograph(browser: Browser, page_file: Path, look: Look, picture: Path) -> Path:
    """Write what a reader sees of a page before scrolling, and return the picture."""
    size = {"width": look.width, "height": look.height}
    with browser.new_context(viewport=size, color_scheme=look.scheme, locale="vi-VN") as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.emulate_media(media=look.medium)
        page.goto(page_file.as_uri())
        page.screenshot(path=picture)
    return picture


def sheet(browser: Browser, kinds: Kinds, looks: tuple[Look, ...], folder: Path, picture: Path) -> None:
    """Write one picture with every kind of page in every look; `folder` takes what it is made of."""
    figures = []
    for name, file in sorted(kinds.items()):
        shots = ""
        for number, look in enumerate(looks):
            shot = photograph(browser, file, look, folder / f"{name}-{number}.png")
            shots += f'<img src="{shot.as_uri()}" height="281" alt="">'
        figures.append(f"<figure><figcaption>{html.escape(name)}</figcaption>{shots}</figure>")
    style = (
        "body{display:flex;flex-wrap:wrap;gap:16px;font:13px sans-serif;background:#888;width:1800px}figure{margin:0}"
    )
    page_file = folder / "sheet.html"
    page_file.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(figures)}", "utf-8")
    with browser.new_context(viewport={"width": 1830, "height": 900}) as context:
        page = context.new_page()
        page.goto(page_file.as_uri())
        page.screenshot(path=picture, full_page=True)


def readme(browser: Browser, site: Path) -> list[Path]:
    """Write README's pictures and return them; refuses (AssertionError) one that is too large."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    found = [photograph(browser, site / url, look, PICTURES / f"{name}.png") for name, (url, look) in README.items()]
    for picture in found:
        assert picture.stat().st_size < LARGEST, f"{picture.name}: {picture.stat().st_size} bytes"
    return found


def main() -> None:
    """Build the shipped data's public site and take the pictures that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sheet", type=Path)
    parser.add_argument("--readme", action="store_true", help="take README's pictures anew, too")
    parser.add_argument("--paper", action="store_true", help="show pages as they are printed")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as root, launched() as browser:
        site = Path(root) / "site"
        if build(REPOSITORY, site, False, None):
            raise SystemExit(1)
        kinds = {**typical_of(site, publish(facts(REPOSITORY))), "404": site / "404.html"}
        sheet(browser, kinds, (PAPER,) if asked.paper else (PHONE, DESKTOP), Path(root), asked.sheet)
        for picture in readme(browser, site) if asked.readme else ():
            print(f"{picture.relative_to(REPOSITORY)}: {picture.stat().st_size} bytes")


if __name__ == "__main__":
    main()
