"""Where the links of pages lead, page by page: a large site is not held whole."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from ktgs.site.shell import NOT_FOUND

ABSOLUTE = (NOT_FOUND,)  # shown at any address


@dataclass(frozen=True, slots=True)
class Leads:
    """A page's anchors, and its links that stay in the site."""

    ids: tuple[str, ...]
    links: tuple[str, ...]


def leads(path: str, page: html.HtmlElement) -> Leads:
    """Return the anchors and the links of a page."""
    found = (element.get("href") or element.get("src") for element in page.iter("a", "link", "script", "img"))
    links = () if path in ABSOLUTE else (link for link in found if link is not None and not urlsplit(link).scheme)
    return Leads(tuple(page.xpath("//@id")), tuple(links))


def leads_of(site: Path) -> dict[str, Leads]:
    """Return those of every page of a site, by address."""
    pages = ((file.relative_to(site).as_posix(), file) for file in sorted(site.rglob("*.html")))
    return {path: leads(path, html.fromstring(file.read_text(encoding="utf-8"))) for path, file in pages}


def resolved(path: str, target: str) -> tuple[str, str]:
    """Return the file and the anchor that a link on a page leads to."""
    address, _, anchor = target.partition("#")
    address = address.partition("?")[0]  # what a page is asked to show of itself
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address))) if address else path
    return found, unquote(anchor)


def lost(site: Path, pages: Mapping[str, Leads]) -> Iterator[str]:
    """Yield each link that leads to no file of the site, or to no anchor of its page."""
    ids = {path: set(page.ids) for path, page in pages.items()}
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    for path, page in pages.items():
        for target in page.links:
            found, anchor = resolved(path, target)
            if found not in files or (anchor and anchor not in ids.get(found, set())):
                yield f"{path}: {target}"


def unreached(pages: Mapping[str, Leads], start: str) -> list[str]:
    """Return the pages that no way of links leads to from one of them."""
    reached, waiting = {start}, [start]
    while waiting:
        path = waiting.pop()
        new = {resolved(path, target)[0] for target in pages[path].links} & pages.keys() - reached
        reached |= new
        waiting += new
    return sorted(pages.keys() - reached - {NOT_FOUND})
