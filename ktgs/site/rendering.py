"""The one template environment of data pages and handbook pages; HTML made safe; how days are printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ktgs.language.months import Month
from ktgs.language.text import first_upper, slug, vi_date, vi_number, vi_weekday
from ktgs.site.compiled import COMPILED
from ktgs.site.markdown import render_markdown
from ktgs.site.straight import StraightEnvironment
from ktgs.source.bodies import SCHEMES

_TAGS = nh3.ALLOWED_TAGS | {"details", "section", "summary"}
_ATTRIBUTES = {**nh3.ALLOWED_ATTRIBUTES, "*": {"class", "id"}}


def sanitize(html: str) -> Markup:
    """Return the handbook's HTML without anything that could run or leave the page; relative links stay."""
    clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None, url_schemes=set(SCHEMES))
    return Markup(clean.replace("<pre>", '<pre tabindex="0">'))  # so that the keyboard can scroll a wide one


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
    """Return words with a capital first letter, as they begin a sentence, a title or a cell; HTML stays HTML."""
    return first_upper(value if isinstance(value, Markup) else str(value))


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
    made = StraightEnvironment(
        loader=FileSystemLoader(tuple(folders)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    made.filters.update(FILTERS)
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return made
