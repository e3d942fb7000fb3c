"""From facts to the files of the site: data pages through the templates, exports, the list of addresses for search engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from jinja2 import Environment, TemplateError
from markupsafe import escape

from ktgs.facts import Facts
from ktgs.scanning import modules
from ktgs.site.shell import Shell, Site

Progress = Callable[[int, int], None]  # pages done, pages in all


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
    """Return every data page of public facts. Refuses (BuildFailure) a module that crashes and an address used twice."""
    found: dict[str, Kept] = {}
    for module in modules("ktgs.pages"):
        name = module.__name__.rpartition(".")[2]
        try:
            for page in module.pages(facts):
                if page.url in found:
                    raise BuildFailure(f"Hai trang cùng địa chỉ {page.url}: {found[page.url].template} và {name}.html.")
                found[page.url] = Kept(f"{name}.html", page)
        except (BuildFailure, OSError):
            raise
        except Exception as error:
            raise BuildFailure(f"Không lập được các trang “{name}”: {type(error).__name__}: {error}.") from error
    return tuple(found.values())


def render(environment: Environment, site: Site, kept: tuple[Kept, ...], progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every data page. Refuses (BuildFailure) a template that fails, with its line."""
    for number, item in enumerate(kept, start=1):
        page = item.page
        try:
            text = environment.get_template(item.template).render(page=page, shell=Shell(site, page.url, page.title))
        except TemplateError as error:
            raise BuildFailure(f"Mẫu {item.template} hỏng ở trang {page.url}: {_where(error)}.") from error
        except Exception as error:
            words = f"Mẫu {item.template} hỏng ở trang {page.url}: {type(error).__name__}: {error}."
            raise BuildFailure(words) from error
        yield page.url, text.encode()
        progress(number, len(kept))


def _where(error: TemplateError) -> str:
    line = getattr(error, "lineno", None)
    traceback = error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename.endswith(".html"):
            line = traceback.tb_lineno
            name = traceback.tb_frame.f_code.co_filename.rpartition("/")[2]
        traceback = traceback.tb_next
    return f"{type(error).__name__}: {error.message}" + (f" (dòng {line})" if line else "")


def export(facts: Facts, taken: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every export. Refuses (BuildFailure) one that crashes and a path that is taken."""
    seen = set(taken)
    for module in modules("ktgs.exports"):
        name = module.__name__.rpartition(".")[2]
        try:
            for path, content in module.files(facts):
                if path in seen:
                    raise BuildFailure(f"Hai tệp cùng địa chỉ {path}; tệp sau do “{name}” xuất.")
                seen.add(path)
                yield path, content
        except (BuildFailure, OSError):
            raise
        except Exception as error:
            raise BuildFailure(f"Không xuất được “{name}”: {type(error).__name__}: {error}.") from error


def sitemap(site: Site) -> bytes:
    """Return the list of all pages for search engines; without dates, so that it changes only when a page comes or goes."""
    pages = sorted(address for address in site.addresses if address.endswith(".html"))
    rows = "".join(f"<url><loc>{escape(site.site_url + address)}</loc></url>\n" for address in pages)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n".encode()
