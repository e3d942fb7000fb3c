"""The MkDocs plugin: data pages and exports around the handbook, whole or not at all."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from pydantic_core import PydanticCustomError

from ktgs.examining import reporters
from ktgs.examining.pipeline import derive, has_errors, has_privacy_errors
from ktgs.examining.publishing import facts_for
from ktgs.facts.audience import Audience
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Diagnostic, Severity
from ktgs.language.today import VARIABLE, ZONE, Today, choose
from ktgs.machine.collector import paused_collector
from ktgs.machine.sharing import Meanwhile
from ktgs.mkdocs_plugin.handbook import refuse_what_may_not_be_published, tidy
from ktgs.mkdocs_plugin.shared import errors_in, site_for
from ktgs.records.values import read_day
from ktgs.reuse.made import Made, MadeFiles
from ktgs.reuse.store import Store
from ktgs.site.building import BuildFailure, Kept, collect, write_exports, write_site
from ktgs.site.compiled import compile_all
from ktgs.site.disk import reason
from ktgs.site.links import HANDBOOK
from ktgs.site.mkdocs_log import OWN
from ktgs.site.ownership import Refused, refuse_inside
from ktgs.site.page_keys import frame
from ktgs.site.policy import PUBLISHED, SERVED_BY_MKDOCS
from ktgs.site.rendering import environment, heading_id, sanitize
from ktgs.site.shell import NOT_FOUND, Shell
from ktgs.site.site import Site
from ktgs.site.staging import Staging, move_file
from ktgs.source.shipped import TEMPLATES

CODE = Path(__file__).parents[1]
_THEME_OF_MKDOCS = "mkdocs"  # which it takes where the settings name none: then ours is meant
log = logging.getLogger(OWN)

MadeT = TypeVar("MadeT")


@dataclass(frozen=True)
class Run:
    """What a command asks for; by default the data lies beside mkdocs.yml. `at_swap` is called before sites change.

    `reuses`: what was made before from the same need not be made anew; MkDocs has nothing else to take into account.
    """

    root: Path | None = None
    today: date | None = None
    keep_going: bool = False
    audience: Audience = Audience.public
    at_swap: Callable[[], None] = lambda: None
    reuses: bool = False


@dataclass(frozen=True)
class Prepared:
    """What is known once the data is read: the site and its pages, not yet rendered."""

    site: Site
    pages: tuple[Kept, ...]
    exports: Callable[[], tuple[Made, ...]]


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options in mkdocs.yml."""


class KtgsPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Builds the data pages around the handbook; `build` replaces the site in whole, `serve` shows what there is."""

    def __init__(self) -> None:
        self.run = Run()
        self.is_serving = False
        self._staging: Staging | None = None
        self._config: MkDocsConfig | None = None
        self._prepared: Prepared | None = None
        self._environment: Environment | None = None
        self._begun: Meanwhile[tuple[Made, ...]] | None = None
        self._is_whole = False
        self._code = 0

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command: MkDocs keeps one plugin for all builds of a process."""
        self.is_serving = command == "serve"
        self._is_whole = False

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have everything written beside the site; make anchors with đ as d; offer our own templates, too.

        Refuses what may not be published before MkDocs walks through it: it would follow links, round in loops too.
        """
        # In place of MkDocs' own templates, which hold nothing but a sitemap that changes with the day.
        own = config.theme.dirs[:-1] if config.theme.name != _THEME_OF_MKDOCS or config.theme.custom_dir else []
        config.theme.dirs = list(dict.fromkeys([*own, str(TEMPLATES)]))
        config.theme.static_templates.discard("sitemap.xml")
        config.theme.static_templates.add(NOT_FOUND)
        refuse_what_may_not_be_published(config)
        if self.is_serving:
            self._restart_on_new_code(config)
        else:
            target = Path(config.site_dir)
            _made(lambda: refuse_inside(target, (self._root(config) / "data", *map(Path, config.theme.dirs))))
            self._staging = _made(lambda: Staging(target, self.run.audience))
            self._config, config.site_dir = config, str(self._staging.folder)
        config.use_directory_urls = False
        config.mdx_configs.setdefault("toc", {})["slugify"] = heading_id
        return config

    @paused_collector()
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Read the data, stop at its errors where the site is published, and make the data pages known to links."""
        root = self._root(config)
        facts = derive(root, self.choose_day, store=self._store(config)).checked(is_ahead=True)
        shown = facts_for(self.run.audience, facts, is_ahead=True)
        exports = self._exports(shown, Path(config.site_dir))
        find = facts.find
        del facts  # the private half is not kept longer than needed
        try:
            pages = _made(lambda: collect(shown))
        except PluginError:
            self._tell(find().diagnostics, shown.diagnostics)  # errors in the data first: it may come of them
            raise
        self._tell(find().diagnostics, shown.diagnostics)
        for kept in pages:
            files.append(File.generated(config, kept.page.url, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        site = site_for(
            config,
            root,
            shown,
            addresses=frozenset(file.url for file in files),
            titles={kept.page.url: kept.page.title for kept in pages},
            errors=errors_in(shown.diagnostics),
            policy=SERVED_BY_MKDOCS if self.is_serving else PUBLISHED,
            is_of_its_day=self.is_of_its_day(shown),
        )
        self._prepared = Prepared(site, pages, exports)
        return files

    def _exports(self, shown: Facts, folder: Path) -> Callable[[], tuple[Made, ...]]:
        """Return what gives the exports as files in a folder; those of a site that is published are begun at once."""
        if (staging := self._staging) is None:
            return partial(write_exports, shown, folder, None)
        self._begun = begun = Meanwhile(partial(write_exports, shown, staging.aside, staging.target))

        def moved() -> tuple[Made, ...]:
            made = begun()
            for file in made:
                move_file(staging.aside, file.path, staging.folder)
            return made

        return moved

    def _root(self, config: MkDocsConfig) -> Path:
        return self.run.root or Path(config.config_file_path).parent

    def _store(self, config: MkDocsConfig) -> Store | None:
        return Store(self._root(config)) if self.run.reuses else None

    def choose_day(self, sample_as_of: date | None) -> Today:
        """Return the day that everything speaks of. Refuses (PluginError) one of the environment that is none."""
        return choose(self.run.today, _day_of_environment(), sample_as_of, today_here)

    def is_of_its_day(self, shown: Facts) -> bool:
        """Return whether the clock's day is taken, not one asked for nor the sample's."""
        is_asked = self.run.today or _day_of_environment()
        return is_asked is None and shown.repository.organization.sample_as_of is None

    def _tell(self, every: tuple[Diagnostic, ...], problems: tuple[Diagnostic, ...]) -> None:
        """Log the problems that those may read for whom the site is; any error among every one stops a build.

        Warnings are INFO: --strict is about the site. What may not be published stops one that goes on over errors, and
        one that is shown to the public, too.
        """
        told = [item for item in problems if item.severity is not Severity.note]
        text = reporters.as_text(told) if told else ""
        stopped = ""
        if has_errors(every) and not (self.is_serving or self.run.keep_going):
            stopped = "Dữ liệu có lỗi nên không tạo được trang."
        elif has_privacy_errors(every) and not (self.is_serving and self.run.audience is Audience.internal):
            stopped = "Dữ liệu có điều không được công khai nên không tạo được trang."
        if stopped:
            more = "" if problems == every else " Chạy ktgs check để xem từng lỗi ở đúng dòng."
            raise PluginError(f"{text}{stopped}{more}")
        for line in text.splitlines():
            log.info(line)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Return the one environment of both kinds of pages; links know the data pages by now, MkDocs writes none."""
        for kept in self._ready.pages:
            if file := files.get_file_from_path(kept.page.url):
                files.remove(file)
        self._environment = environment(config.theme.dirs)
        compile_all(self._environment, self._store(config))
        return self._environment

    @property
    def _ready(self) -> Prepared:
        if self._prepared is None:
            raise PluginError("MkDocs đã bỏ qua bước đọc dữ liệu.")
        return self._prepared

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Return the handbook page's HTML without anything that could run; make its title plain text."""
        tidy(page)
        return str(sanitize(html))

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Return the context of a handbook page with its shell."""
        title = page.title if page.url == HANDBOOK else f"Sổ tay: {page.title}"
        return self._with_shell(context, page.url, title or "")

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Return the context of the page of addresses that are not found, with its shell."""
        return self._with_shell(context, template_name, "Không tìm thấy trang")

    def _with_shell(self, context: TemplateContext, url: str, title: str) -> TemplateContext:
        context["shell"] = Shell(self._ready.site, url, title)  # type: ignore[typeddict-unknown-key]
        return context

    @paused_collector()
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the data pages and the exports beside what MkDocs has written."""
        if self._environment is None:
            raise PluginError("MkDocs đã bỏ qua bước chuẩn bị mẫu.")
        ready, templates = self._ready, self._environment
        old = self._staging.target if self._staging else None
        before = self._before(ready.site, config, old) if old and self.run.reuses else None
        folder = Path(config.site_dir)
        _made(lambda: write_site(ready.site, ready.pages, templates, folder, old, ready.exports(), before))
        self._is_whole = True

    def _before(self, site: Site, config: MkDocsConfig, target: Path) -> MadeFiles:
        return MadeFiles(self._root(config), target, frame(site, map(Path, config.theme.dirs)))

    def on_build_error(self, error: Exception) -> None:
        """Remember that something failed: a strict build is stopped only after everything is written."""
        self._is_whole = False

    def on_shutdown(self) -> None:
        """Put the new site in the old one's place if it is whole and nothing, not even Ctrl+C, came since."""
        is_whole = self._is_whole and sys.exc_info()[0] is None
        staging, run, self.run = self._staging, self.run, Run()
        self._staging = self._prepared = self._environment = None
        if self._begun:
            self._begun.stop()
            self._begun = None
        if staging is None:
            return
        if self._config is not None:
            self._config.site_dir = str(staging.target)  # gh-deploy reads it after this
        try:
            if is_whole:
                run.at_swap()
                staging.publish()
            else:
                staging.close()
        except Refused as error:
            raise Abort(str(error)) from error
        except OSError as error:
            raise Abort(disk_words(error)) from error
        for left in staging.unremoved:
            log.warning("Chưa xóa được thư mục tạm của lần tạo trang: %s. Trang không bị ảnh hưởng.", reason(left))

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch the data, the templates and the code."""
        root = self._root(config)
        for folder in (root / "data", *map(Path, config.theme.dirs), CODE):
            server.watch(str(folder))
        return server

    def _restart_on_new_code(self, config: MkDocsConfig) -> None:
        """Start the whole server anew when the code has changed since its start: Python would go on with the old."""
        stamp = max(file.stat().st_mtime_ns for file in sorted(CODE.rglob("*.py")))
        if self._code and stamp != self._code:
            shutil.rmtree(config.site_dir, ignore_errors=True)
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
        self._code = stamp


def today_here() -> date:
    """Return the present day in Viet Nam."""
    return datetime.now(ZONE).date()


def _day_of_environment() -> date | None:
    text = os.environ.get(VARIABLE)
    try:
        return read_day(text) if text else None
    except PydanticCustomError:
        raise PluginError(f"Biến {VARIABLE} không phải là một ngày: “{text}”. Viết như 05/05/2020.") from None


def _made(make: Callable[[], MadeT]) -> MadeT:
    """Return what `make` makes; what stops it becomes an error that MkDocs prints without a traceback."""
    try:
        return make()
    except (BuildFailure, Refused) as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        raise PluginError(disk_words(error)) from error


def disk_words(error: OSError) -> str:
    """Return why the site could not be written, in Vietnamese."""
    return f"Không ghi được trang vì {reason(error)}. Trang cũ còn nguyên."
