"""What a server that stays asks of MkDocs: the settings, what pages share, the handbook page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, cast

from jinja2 import Environment, FunctionLoader
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils.templates import TemplateContext

from ktgs.examining.pipeline import Derived, derive
from ktgs.examining.publishing import facts_for
from ktgs.facts.audience import Audience
from ktgs.facts.facts import Facts
from ktgs.mkdocs_plugin.commands import STOPPED, config_of, explain, plugin_of
from ktgs.mkdocs_plugin.plugin import CODE, KtgsPlugin, Run
from ktgs.mkdocs_plugin.shared import is_ours_alone, site_for
from ktgs.repository.opening import Before
from ktgs.reuse.fingerprints import digest
from ktgs.site.building import BuildFailure
from ktgs.site.mkdocs_log import VietnameseLog
from ktgs.site.policy import SERVED
from ktgs.site.rendering import environment
from ktgs.site.shell import Shell
from ktgs.site.site import Site
from ktgs.source.shipped import TEMPLATES

_PAGE = "main.html"


class _Waiting(NamedTuple):
    """A page of MkDocs that waits for its shell."""

    template: str
    title: str
    context: Mapping[str, Any]


@dataclass(frozen=True)
class Handbook:
    """What MkDocs makes beside the data pages: assets and pictures as they are, and the handbook's pages."""

    files: Mapping[str, bytes]
    pages: Mapping[str, _Waiting]
    environment: Environment

    @cached_property
    def around(self) -> bytes:
        """What tells its assets from others: a page looks otherwise where they change."""
        return digest(b"".join(digest(path.encode()) + digest(self.files[path]) for path in sorted(self.files)))

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of everything that the handbook's folder and the theme give."""
        return frozenset((*self.files, *self.pages))

    def render(self, site: Site, url: str) -> bytes:
        """Return the bytes of a page of the handbook. Refuses (BuildFailure) a template that fails."""
        template, title, context = self.pages[url]
        page = context.get("page")
        try:
            if page is not None:
                page.active = True  # as MkDocs does while it renders one
            made = self.environment.get_template(template).render({**context, "shell": Shell(site, url, title)})
        except Exception as error:
            raise BuildFailure(f"Mẫu {template} hỏng ở trang {url}: {type(error).__name__}: {error}.") from error
        finally:
            if page is not None:
                page.active = False
        return made.encode("utf-8", errors="xmlcharrefreplace")


class Stopped(BuildFailure):
    """MkDocs or its settings stopped it, which it has logged."""


@contextmanager
def _refused(log: VietnameseLog) -> Iterator[None]:
    """Turn what stops MkDocs into a Stopped with the lines that were logged of it."""
    before = len(log.said)
    try:
        yield
    except STOPPED as error:
        explain(error)
        raise Stopped("\n".join(text for is_error, text in log.said[before:] if is_error)) from error


class Served:
    """A repository and its mkdocs.yml as it is read now, for a server. Refuses (Stopped) settings that are wrong."""

    def __init__(self, root: Path, run: Run, log: VietnameseLog) -> None:
        self.root, self.run, self._log = root, run, log
        self._plugin = KtgsPlugin()
        self._plugin.run = run
        with _refused(log):
            self._config = config_of(root)
            plugin_of(self._config)
        self._handbook: tuple[frozenset[str], Handbook] | None = None

    @property
    def is_ours_alone(self) -> bool:
        """Whether nothing but our plugin takes part, so that pages can be made without MkDocs."""
        return is_ours_alone(self._config)

    @property
    def is_internal(self) -> bool:
        """Whether the site is for those alone who may read the repository."""
        return self.run.audience is Audience.internal

    @property
    def data(self) -> Path:
        """The folder of the data."""
        return self.root / "data"

    @property
    def own(self) -> tuple[Path, ...]:
        """The handbook's folder, those of templates and assets, and the settings."""
        config = self._config
        return Path(config.docs_dir), *map(Path, config.theme.dirs), TEMPLATES, Path(config.config_file_path)

    @property
    def code(self) -> Path:
        """The folder of the program."""
        return CODE

    def derive(self, before: Before) -> Derived:
        """Return what follows from the data as it is now; unchanged files are not read again."""
        return derive(self.root, self._plugin.choose_day, before)

    def shown(self, facts: Facts) -> Facts:
        """Return what those may know for whom the site is."""
        return facts_for(self.run.audience, facts)

    def site(self, shown: Facts, pages: Mapping[str, str], errors: int, beside: frozenset[str]) -> Site:
        """Return what all pages share; `pages`: titles of data pages by address, `beside`: the other addresses."""
        return site_for(
            self._config,
            self.root,
            shown,
            addresses=beside.union(pages),
            titles=pages,
            errors=errors,
            policy=SERVED,
            is_of_its_day=self._plugin.is_of_its_day(shown),
        )

    @property
    def beside(self) -> Handbook | None:
        """What lies beside the data pages, of whichever data pages the handbook was last told; None before that."""
        return self._handbook[1] if self._handbook else None

    def handbook(self, pages: frozenset[str]) -> Handbook:
        """Return the handbook, its links told of data pages of these addresses. Refuses (Stopped) a wrong one."""
        if self._handbook is None or self._handbook[0] != pages:
            with _refused(self._log):
                self._handbook = pages, _built(config_of(self.root), self.run, pages)
        return self._handbook[1]


class _HandbookAlone(KtgsPlugin):  # type: ignore[no-untyped-call]
    """Lets MkDocs read and convert the handbook, and keeps what it would render."""

    def __init__(self, run: Run, data_pages: frozenset[str], static: set[str]) -> None:
        super().__init__()
        self.run, self.is_serving = run, True
        self.pages: dict[str, _Waiting] = {}
        self._data_pages, self._static = sorted(data_pages), static

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Make the data pages known to links."""
        for url in self._data_pages:
            files.append(File.generated(config, url, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Return templates that take no time: what they make is not looked at."""
        for url in self._data_pages:
            if file := files.get_file_from_path(url):
                files.remove(file)
        return Environment(loader=FunctionLoader(lambda _: "-"), autoescape=True)

    def _with_shell(self, context: TemplateContext, url: str, title: str) -> TemplateContext:
        template = url if url in self._static else _PAGE
        self.pages[url] = _Waiting(template, title, cast("Mapping[str, Any]", dict(context)))
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write nothing."""


def _built(config: MkDocsConfig, run: Run, data_pages: frozenset[str]) -> Handbook:
    plugin = _HandbookAlone(run, data_pages, config.theme.static_templates)
    config.plugins = PluginCollection()
    config.plugins["ktgs"] = plugin
    with TemporaryDirectory(prefix="ktgs-") as made:
        folder = Path(made)
        config.site_dir = made
        mkdocs_build.build(config)
        files = {
            path: file.read_bytes()
            for file in sorted(folder.rglob("*"))
            if file.is_file() and (path := file.relative_to(folder).as_posix()) not in plugin.pages
        }
    return Handbook(files, plugin.pages, environment(config.theme.dirs))
