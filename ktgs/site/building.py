"""From facts to the files of the site: data pages through the templates, exports, the sitemap."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from traceback import extract_tb
from types import ModuleType
from typing import Protocol

from jinja2 import Environment
from markupsafe import escape

from ktgs.facts.facts import Facts, NotChecked
from ktgs.language.scanning import modules
from ktgs.machine.sharing import shared_out
from ktgs.reuse.fingerprints import digest
from ktgs.reuse.made import Made, MadeFiles
from ktgs.site.page_keys import PageKeys
from ktgs.site.searching import search_index
from ktgs.site.shell import Shell
from ktgs.site.site import Site
from ktgs.site.sources import once_a_block
from ktgs.site.staging import link_file, write_file


class Page(Protocol):
    """What a page module yields."""

    @property
    def url(self) -> str: ...

    @property
    def title(self) -> str: ...


class BuildFailure(Exception):
    """A page or an export could not be made; the text says which and why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that waits for its template."""

    template: str
    page: Page


def collect(facts: Facts) -> tuple[Kept, ...]:
    """Return every data page of public facts. Refuses (BuildFailure) a module that crashes, an address used twice."""
    kept: dict[str, Kept] = {}
    for module in modules("ktgs.pages"):
        add_pages(kept, collect_from(module, facts))
    return tuple(kept.values())


def add_pages(kept: dict[str, Kept], pages: Iterable[Kept]) -> None:
    """Add pages to others by address. Refuses (BuildFailure) an address used twice."""
    for item in pages:
        if (url := item.page.url) in kept:
            raise BuildFailure(f"Hai trang cùng địa chỉ {url}: {kept[url].template} và {item.template}.")
        kept[url] = item


def collect_from(module: ModuleType, facts: Facts) -> Iterator[Kept]:
    """Yield the pages of one module. Refuses (BuildFailure) one that crashes, (NotChecked) one that needs checks."""
    name = module.__name__.rpartition(".")[2]
    try:
        for page in module.pages(facts):
            yield Kept(f"{name}.html", page)
    except (BuildFailure, NotChecked, OSError):
        raise
    except Exception as error:
        raise BuildFailure(f"Không lập được các trang “{name}”: {type(error).__name__}: {error}.") from error


def render(environment: Environment, site: Site, kept: tuple[Kept, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every data page. Refuses (BuildFailure) a template that fails, with its line."""
    for item in kept:
        yield item.page.url, rendered(environment, site, item)[0]


def rendered(environment: Environment, site: Site, item: Kept) -> tuple[bytes, Shell]:
    """Return the bytes of a page, and the shell that its template asked. Refuses (BuildFailure) as `render` does."""
    page = item.page
    shell = Shell(site, page.url, page.title)
    try:
        text = environment.get_template(item.template).render(page=page, shell=shell)
    except NotChecked:
        raise
    except Exception as error:
        raise BuildFailure(f"Mẫu {item.template} hỏng ở trang {page.url}: {_where(error)}") from error
    return (text if site.tells_lines else once_a_block(text)).encode(), shell


def _where(error: Exception) -> str:
    """Return what went wrong and the template's file and line, which Jinja puts into the traceback."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    line = getattr(error, "lineno", None)
    place = (
        f" ({Path(frames[-1].filename).name}, dòng {frames[-1].lineno})"
        if frames
        else f" (dòng {line})"
        if line
        else ""
    )
    return f"{type(error).__name__}: {error}{place}."


def exported(facts: Facts, module: ModuleType) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file of one export. Refuses (BuildFailure) one that crashes."""
    try:
        yield from module.files(facts)
    except (BuildFailure, OSError):
        raise
    except Exception as error:
        name = module.__name__.rpartition(".")[2]
        raise BuildFailure(f"Không xuất được “{name}”: {type(error).__name__}: {error}.") from error


def sitemap(site: Site) -> bytes:
    """Return the list of all pages for search engines, without dates: it changes only when a page comes or goes."""
    pages = sorted(address for address in site.addresses if address.endswith(".html"))
    rows = "".join(f"<url><loc>{escape(site.site_url + address)}</loc></url>\n" for address in pages)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n".encode()


def manifest(site: Site) -> bytes:
    """Return what a phone needs to keep the site among its programs."""
    told = {
        "name": site.name,
        "lang": "vi",
        "start_url": "index.html",
        "scope": "./",
        "display": "browser",
        "icons": [{"src": "assets/emblem.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def write_exports(facts: Facts, folder: Path, old: Path | None) -> tuple[Made, ...]:
    """Write every export into a folder, and take over from the `old` site what did not change; return what was written.

    Refuses (BuildFailure) an export that crashes.
    """
    files = chain.from_iterable(exported(facts, module) for module in modules("ktgs.exports"))
    return tuple(_written(folder, old, path, content) for path, content in files)


def _written(folder: Path, old: Path | None, path: str, content: bytes, key: bytes = b"") -> Made:
    write_file(folder, path, content, old)
    return Made(path, key, digest(content))


@dataclass(frozen=True)
class Work:
    """The pieces of work that a site's files come from, each of which needs none of the others: the index, the pages.

    `old`: the site before, from which is taken over what did not change; `before`: what its files were made of, without
    which each page is made anew.
    """

    site: Site
    kept: tuple[Kept, ...]
    environment: Environment
    folder: Path
    old: Path | None
    before: MadeFiles | None

    def __len__(self) -> int:
        return 1 + len(self.kept)

    def do(self, number: int) -> tuple[Made, ...]:
        """Write the files of a piece and return them, without a key where they are made anew each time."""
        if number == 0:
            pieces = search_index(self.site, self.folder)
            return tuple(_written(self.folder, self.old, path, content) for path, content in pieces)
        return (self._page(self.kept[number - 1]),)

    @cached_property
    def _keys(self) -> PageKeys:
        return PageKeys(self.site)

    def _page(self, item: Kept) -> Made:
        path, key = item.page.url, self._keys.of(item.template, item.page) if self.before else None
        content = self.before.content(path, key.digest) if self.before and key else None
        if key and content and self.old and link_file(self.folder, path, self.old, content):
            return Made(path, key.digest, content)
        text, shell = rendered(self.environment, self.site, item)
        covering = key.digest if key and key.covers(shell.asked) else b""
        return _written(self.folder, self.old, path, text, covering)


def write_site(
    site: Site,
    kept: tuple[Kept, ...],
    environment: Environment,
    folder: Path,
    old: Path | None,
    exports: Iterable[Made],
    before: MadeFiles | None = None,
) -> None:
    """Write data pages, search index and sitemap into `folder`, and take over from `old` what did not change.

    That holds for what lies in the folder already, too: the handbook and the assets. The `exports` are there already.
    Refuses (BuildFailure) a template that fails, and two files of one path.
    """
    lying = [file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*")) if file.is_file()] if old else []
    work = Work(site, kept, environment, folder, old, before)
    made = [*exports, *chain.from_iterable(shared_out(work.do, len(work)))]
    written = Counter(file.path for file in made)
    if twice := [path for path, count in written.items() if count > 1]:
        raise BuildFailure(f"Hai tệp cùng địa chỉ {twice[0]}.")
    if before:
        before.keep(file for file in made if file.key)
    if site.site_url and not site.facts.is_internal:
        write_file(folder, "sitemap.xml", sitemap(site), old)
    if site.site_url:
        write_file(folder, "manifest.webmanifest", manifest(site), old)
    for path in lying:
        if path not in written:
            write_file(folder, path, (folder / path).read_bytes(), old)
