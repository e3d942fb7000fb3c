"""The one template environment of data pages and handbook pages; Markdown made safe; how days are printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from ktgs.language.months import Month
from ktgs.language.text import first_upper, slug, vi_date, vi_number, vi_weekday

_TAGS = nh3.ALLOWED_TAGS | {"details", "section", "summary"}
_ATTRIBUTES = {**nh3.ALLOWED_ATTRIBUTES, "*": {"class", "id"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_EXTENSIONS = ("tables", "fenced_code", "footnotes", "sane_lists", "attr_list", "toc")
_DEEPEST = 6  # levels of headings in HTML
_HEADINGS = {f"h{level}" for level in range(1, _DEEPEST + 1)}


def sanitize(html: str) -> Markup:
    """Return the HTML without anything that could run or leave the page; relative links stay."""
    clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None, url_schemes=_SCHEMES)
    return Markup(clean.replace("<pre>", '<pre tabindex="0">'))  # so that the keyboard can scroll a wide one


class _Deeper(Treeprocessor):
    """Moves headings, so that the highest of a text inside a page is just below the heading that it stands under."""

    levels = 0

    def run(self, root: Element) -> None:
        found = [element for element in root.iter() if element.tag in _HEADINGS]
        highest = min((int(element.tag[1]) for element in found), default=1)
        for element in found:
            element.tag = f"h{min(int(element.tag[1]) - highest + 1 + self.levels, _DEEPEST)}"


class _HeadingsMoved(Extension):
    def __init__(self, levels: int) -> None:
        super().__init__()
        self._levels = levels

    def extendMarkdown(self, md: Markdown) -> None:
        deeper = _Deeper(md)
        deeper.levels = self._levels
        md.treeprocessors.register(deeper, "deeper", 1)


@cache
def _markdown(levels: int) -> Markdown:
    settings: dict[str, dict[str, Any]] = {
        "toc": {"slugify": heading_id},
        "tables": {"use_align_attribute": True},
    }  # nh3 drops styles
    return Markdown(extensions=[*_EXTENSIONS, _HeadingsMoved(levels)], extension_configs=settings)


def render_markdown(text: str, levels: int = 1) -> Markup:
    """Return Markdown as safe HTML; its highest headings come `levels` below h1: by 1 they are h2."""
    return sanitize(_markdown(levels).reset().convert(text))


def heading_id(text: str, _separator: str = "-") -> str:
    """Return the anchor of a heading: Markdown's own way drops đ."""
    return slug(text)


def day(value: object) -> Markup:
    """Return a day as `<time>` with dd/mm/yyyy; whatever is no day is "chưa rõ"."""
    return _day(value) if isinstance(value, date) else Markup("chưa rõ")


@cache
def _day(value: date) -> Markup:
    return Markup(f'<time datetime="{value.isoformat()}">{vi_date(value)}</time>')


def month(value: Month) -> Markup:
    """Return a month as `<time>` with mm/yyyy."""
    return Markup(f'<time datetime="{value}">{value.label}</time>')


def sentence(value: object) -> str:
    """Return words with a capital first letter, as they begin a sentence, a title or a cell."""
    return first_upper(str(value))


FILTERS = {
    "day": day,
    "markdown": render_markdown,
    "month": month,
    "number": vi_number,
    "sentence": sentence,
    "weekday": vi_weekday,
}


def environment(folders: Iterable[str]) -> Environment:
    """Return the environment with the templates of the folders, the earlier ones first; unknown names are errors."""
    found = Environment(
        loader=FileSystemLoader(tuple(folders)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    found.filters.update(FILTERS)
    return found
