"""One state of the repository, from its facts to the bytes of each file of its site, made as they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import NamedTuple

from ktgs.examining.pipeline import Derived, checks, has_privacy_errors, in_all
from ktgs.examining.reporters import as_text
from ktgs.facts.facts import Facts, NotChecked
from ktgs.language.diagnostics import Diagnostic, Severity
from ktgs.language.scanning import modules
from ktgs.mkdocs_plugin.served import Handbook, Served
from ktgs.mkdocs_plugin.shared import errors_in
from ktgs.site.building import Kept, add_pages, collect_from, exported, manifest, rendered, sitemap
from ktgs.site.searching import FOLDER as SEARCH
from ktgs.site.searching import search_index
from ktgs.site.shell import NOT_FOUND
from ktgs.site.site import Site
from ktgs.site.staging import write_file

_NOT_PUBLIC = "Dữ liệu có điều không được công khai nên không xem được trang công khai."
_MORE = "Chạy ktgs check để xem từng lỗi ở đúng dòng."


class NotYet(Exception):
    """What was asked for needs more of the state than is made so far."""


class _Pages:
    """The pages of a module, made no further than they are asked for."""

    def __init__(self, source: Iterator[Kept]) -> None:
        self._source, self._made = source, list[Kept]()

    def find(self, url: str) -> Kept | None:
        """Return the page of an address, None where there is none."""
        return next((kept for kept in chain(self._made, self.more()) if kept.page.url == url), None)

    def more(self) -> Iterator[Kept]:
        """Yield the pages that nobody has asked for so far."""
        for kept in self._source:
            self._made.append(kept)
            yield kept

    def every(self) -> tuple[Kept, ...]:
        """Return all, in order."""
        self._made.extend(self._source)
        return tuple(self._made)


class StateBefore(NamedTuple):
    """What the state before a change leaves to the next: titles and templates of its data pages, by address."""

    titles: Mapping[str, str]
    templates: Mapping[str, str]


class RepositoryState:
    """The repository as it was when it was read. `go_on` makes it whole; until then `quick` gives what can be had.

    `errors`: what stops a build, as `ktgs check` prints it, empty as long as nothing is known of any.
    """

    def __init__(self, served: Served, derived: Derived, before: StateBefore | None) -> None:
        self.served = served
        self.is_whole = False
        self.problems: tuple[Diagnostic, ...] = ()
        self.errors = _told(derived.problems) if served.is_internal else ""
        self._derived, self._before = derived, before
        self._checked: Facts | None = None
        self._collected: dict[str, _Pages] = {}
        self._kept: dict[str, Kept] = {}
        self._made: dict[str, bytes | None] = {}
        self._steps = self._to_whole()

    def go_on(self) -> bool:
        """Do the next step; return whether there was one. Refuses (BuildFailure) pages that cannot be made."""
        for _ in self._steps:
            return True
        return False

    def _to_whole(self) -> Iterator[None]:
        found: list[tuple[Diagnostic, ...]] = []
        for check in checks(self._derived.facts):
            found.append(check())
            yield
        every = self._derived.found(in_all(found))
        facts = self._derived.facts.finding(lambda: every)
        self._checked = self.served.shown(facts)
        self.problems = self._checked.diagnostics
        self.errors = self._errors_of(facts)
        yield
        for module in modules("ktgs.pages"):
            yield from self._grown(module)
            add_pages(self._kept, self._whole(module))
            yield
        if self.served.beside is None:
            self.served.handbook(frozenset(self._kept))
        self.is_whole = True

    def _errors_of(self, facts: Facts) -> str:
        text = _told(self.problems)
        if not self.served.is_internal and has_privacy_errors(facts.diagnostics):
            return f"{text}{_NOT_PUBLIC} {_MORE}\n"
        return f"{text}{_MORE}\n" if text and self.problems != facts.diagnostics else text

    @property
    def may_be_shown(self) -> bool:
        """Whether those may see its pages for whom the site is."""
        return self.served.is_internal or _NOT_PUBLIC not in self.errors

    @cached_property
    def standing(self) -> StateBefore:
        """What the next state may begin with."""
        return StateBefore(self._titles, {url: kept.template for url, kept in self._kept.items()})

    def quick(self, path: str) -> bytes:
        """Return a data page with the new facts, and the links to other pages that the state before had.

        Refuses (NotYet) what needs more: whatever looks at what the checks find, and all that the public is shown.
        """
        template = self._before.templates.get(path) if self._before and self.served.is_internal else None
        if self._quick_site is None or template is None:
            raise NotYet
        module = next(module for module in modules("ktgs.pages") if f"{_name(module)}.html" == template)
        try:
            kept = self._pages_of(module).find(path)
            if kept is None:
                raise NotYet
            return rendered(self._beside.environment, self._quick_site, kept)[0]
        except NotChecked:
            self._collected.pop(_name(module), None)  # what has failed once goes no further
            raise NotYet from None

    def asset(self, path: str) -> bytes | None:
        """Return a style, script or picture, which no data changes; None where none of that path is known."""
        return self.served.beside.files.get(path) if self.served.beside else None

    def file(self, path: str) -> bytes | None:
        """Return a file of the site of a whole state, None where there is none. Refuses (BuildFailure) what fails."""
        if path not in self._made:
            self._made[path] = self._make(path)
        return self._made[path]

    def not_found(self) -> bytes:
        """Return the page for addresses that are not there, with links that hold wherever this server shows it."""
        return self._handbook.render(replace(self._site, site_url=""), NOT_FOUND)

    def _make(self, path: str) -> bytes | None:
        if path in self._kept:
            return rendered(self._beside.environment, self._site, self._kept[path])[0]
        if path in self._beside.pages:
            return self._handbook.render(self._site, path)
        if path.startswith(f"{SEARCH}/"):
            return self._search.get(path)
        if path == "sitemap.xml" and self._site.site_url and not self.served.is_internal:
            return sitemap(self._site)
        if path == "manifest.webmanifest" and self._site.site_url:
            return manifest(self._site)
        return self._exported(path) or self._beside.files.get(path)

    def _exported(self, path: str) -> bytes | None:
        """Return an export, making no more of them than come before it."""
        if path not in self._beside.files:
            for name, content in self._exports:
                self._made[name] = content
                if name == path:
                    return content
        return None

    @cached_property
    def _exports(self) -> Iterator[tuple[str, bytes]]:
        return chain.from_iterable(exported(self._facts, module) for module in modules("ktgs.exports"))

    @cached_property
    def _search(self) -> Mapping[str, bytes]:
        with TemporaryDirectory(prefix="ktgs-") as made:
            for path in self._handbook.pages:
                write_file(Path(made), path, self.file(path) or b"")
            return dict(search_index(self._site, Path(made)))

    def _pages_of(self, module: ModuleType) -> _Pages:
        """Return the pages of a module, of facts that the checks need not have seen."""
        if (name := _name(module)) not in self._collected:
            self._collected[name] = _Pages(collect_from(module, self._derived.facts))
        return self._collected[name]

    def _grown(self, module: ModuleType) -> Iterator[None]:
        """Make the pages of a module one by one, so that nobody waits for all of them."""
        if self.served.is_internal:
            with suppress(NotChecked):
                yield from (None for _ in self._pages_of(module).more())
                return
            self._collected.pop(_name(module), None)

    def _whole(self, module: ModuleType) -> Iterable[Kept]:
        """Return the pages of a module; those of the public have facts of their own."""
        if not self.served.is_internal:
            return collect_from(module, self._facts)
        try:
            return self._pages_of(module).every()
        except NotChecked:
            return collect_from(module, self._facts)

    @property
    def _facts(self) -> Facts:
        if self._checked is None:
            raise NotChecked
        return self._checked

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {url: kept.page.title for url, kept in self._kept.items()}

    @cached_property
    def _site(self) -> Site:
        return self.served.site(self._facts, self._titles, errors_in(self.problems), self._beside.addresses)

    @cached_property
    def _quick_site(self) -> Site | None:
        if self._before is None or self.served.beside is None:
            return None
        return self.served.site(self._derived.facts, self._before.titles, 0, self._beside.addresses)

    @property
    def _beside(self) -> Handbook:
        return self.served.beside or self._handbook

    @property
    def _handbook(self) -> Handbook:
        return self.served.handbook(frozenset(self._kept))


def _told(problems: tuple[Diagnostic, ...]) -> str:
    errors = [item for item in problems if item.severity is Severity.error]
    return as_text(errors) if errors else ""


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]
