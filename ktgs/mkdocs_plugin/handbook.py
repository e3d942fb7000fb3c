"""The handbook as MkDocs hands it over: what may not be published, and titles that are text."""

from __future__ import annotations

import logging
from html import unescape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from ktgs.examining import reporters
from ktgs.language.diagnostics import Severity
from ktgs.site.mkdocs_log import OWN
from ktgs.source.site_folders import handbook_problems, template_problems

_TITLE = "title"
log = logging.getLogger(OWN)


def refuse_what_may_not_be_published(config: MkDocsConfig) -> None:
    """Refuse (PluginError) a handbook or templates with links, files of other kinds, and what is no file."""
    problems = list(handbook_problems(Path(config.docs_dir), _name(config, config.docs_dir)))
    for folder in config.theme.dirs:
        problems += template_problems(Path(folder), _name(config, folder))
    if any(item.severity is Severity.error for item in problems):
        raise PluginError(f"{reporters.as_text(problems).rstrip()}\nTrang không được tạo.")


def _name(config: MkDocsConfig, folder: str) -> str:
    """Return how people call a folder: by its path from the settings, where it lies beside them."""
    path, root = Path(folder), Path(config.config_file_path).parent
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def tidy(page: Page) -> None:
    """Make the page's title one line of text, which templates escape, and drop all else that stands at its head.

    MkDocs escapes a title that it takes from a heading, and leaves as it is one that the page's head gives.
    """
    others = [str(key) for key in page.meta if key != _TITLE]
    if others:
        words = ", ".join(f"“{key}”" for key in others)
        log.warning("docs/%s: đầu trang chỉ có dòng “%s” được dùng; bỏ %s.", page.file.src_uri, _TITLE, words)
    given, title = page.meta.get(_TITLE), page.title
    text = str(given) if given is not None and title == given else unescape(title or "")
    page.title = " ".join(text.split()) or page.file.name
    page.meta = {}
