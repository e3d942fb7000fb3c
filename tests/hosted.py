"""A data repository that lies at a host: its own settings beside the data, the rest as it ships."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from ktgs.facts.audience import Audience
from ktgs.mkdocs_plugin import build
from tests.conftest import REPOSITORY

NAME = "to-chuc/du-lieu"


def hosted(
    root: Path,
    base: Path,
    host: str,
    edit_uri: str = "edit/main/docs/",
    site_url: str = "",
    *,
    has_whole_handbook: bool = True,
) -> Path:
    """Return `root` with a copy of `base`/data and settings that name its repository at a host, and its address.

    The handbook is as it ships, or one page, which builds faster where many sites are compared.
    """
    shutil.copytree(base / "data", root / "data")
    settings = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    if has_whole_handbook:
        settings = settings.replace("docs_dir: docs", f"docs_dir: {REPOSITORY / 'docs'}")
    else:
        settings = re.sub(r"^nav:\n(?: .*\n)+", "", settings, flags=re.MULTILINE)
        (root / "docs/huong-dan").mkdir(parents=True)
        (root / "docs/huong-dan/index.md").write_text("# Sổ tay\n", encoding="utf-8")
    settings = settings.replace("custom_dir: site_templates", f"custom_dir: {REPOSITORY / 'site_templates'}")
    settings += f"\nrepo_url: {host}/{NAME}\nedit_uri: {edit_uri}\n"
    settings += f"site_url: {site_url}\n" if site_url else ""
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root


def site_of(root: Path, audience: Audience) -> Path:
    """Return the folder of the site built of a repository."""
    site = root / f"site-{audience.name}"
    assert build(root, site, False, None, audience=audience) == 0
    return site


def links(site: Path) -> dict[str, set[str]]:
    """Return the addresses at the host that pages lead to, by what they do there: edit, commits, new."""
    found: dict[str, set[str]] = {"edit": set(), "commits": set(), "new": set()}
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for address, verb in re.findall(rf'href="([^"]*/{NAME}/(edit|commits|new)/main[^"]*)"', text):
            found[verb].add(address.replace("&amp;", "&"))
    return found


def begun(addresses: set[str]) -> set[tuple[str, str]]:
    """Return path and content of the files that new-file addresses begin, of those that hold both."""
    queries = (parse_qs(urlsplit(address).query, keep_blank_values=True) for address in addresses)
    return {(query["filename"][0], query["value"][0]) for query in queries if "value" in query}


def named(address: str) -> str:
    """Return the file that an address of the editor or of the history is about."""
    return unquote(urlsplit(address).path).partition("/main/")[2]
