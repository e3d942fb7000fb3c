"""The commands that run MkDocs with the plugin, and tell in Vietnamese what it says."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.utils.yaml import yaml_load
from yaml import YAMLError

from ktgs.facts.audience import Audience
from ktgs.mkdocs_plugin.plugin import KtgsPlugin, Run, disk_words
from ktgs.mkdocs_plugin.standing import built_site, standing
from ktgs.site.mkdocs_log import OWN, VietnameseLog, translated
from ktgs.source import shipped

SETTINGS = "mkdocs.yml"
_SHARED = ("use_directory_urls", "strict", "markdown_extensions", "validation")  # ours, where the own file says nothing
INTERNAL_SITE = "site-internal"
INTERRUPTED = 130  # as shells give it
log = logging.getLogger(OWN)


def config_of(root: Path, **settings: Any) -> MkDocsConfig:
    """Return the settings of the repository's own mkdocs.yml, else of the one that comes with ktgs.

    What the repository's own leaves out is as in ours; a repository without a handbook has ours.
    """
    own = root / SETTINGS
    if own.is_file():
        return load_config(str(own), **_defaults(own), **settings)
    return load_config(str(shipped.SETTINGS), **{"site_dir": str(root.resolve() / "site"), **settings})


def _defaults(own: Path) -> dict[str, Any]:
    """Return our settings that a repository's own file does not give, but for those that name folders of ours."""
    given, ours = (_read(path) for path in (own, shipped.SETTINGS))
    defaults = {key: value for key, value in ours.items() if key not in given and key in _SHARED}
    if "docs_dir" not in given and not (own.parent / "docs").is_dir():
        defaults |= {"docs_dir": str(shipped.HANDBOOK), "nav": ours["nav"]}
    return defaults


def _read(path: Path) -> dict[str, Any]:
    """Return the settings in a file, nothing for one that MkDocs will refuse."""
    try:
        with path.open(encoding="utf-8") as stream:
            return yaml_load(stream)
    except (YAMLError, OSError, UnicodeDecodeError):
        return {}


def build(
    root: Path,
    site: Path | None,
    keep_going: bool,
    today: date | None,
    at_swap: Callable[[], None] = lambda: None,
    audience: Audience = Audience.public,
    *,
    is_anew: bool = True,
) -> int:
    """Build the site of the data under `root` for an audience; return 0 if it was published.

    Else 1, or 130 where Ctrl+C came first. It goes into `site`; without that, the public one goes where mkdocs.yml says
    and the internal one beside. `at_swap` is called just before the new site takes the old one's place. Unless it
    shall be made anew, a site that is as it would be made is left as it is.
    """
    if site is None and audience is Audience.internal:
        site = root / INTERNAL_SITE
    with VietnameseLog() as log_:
        try:
            config = config_of(root, **({"site_dir": str(site.absolute())} if site else {}))
            target = Path(config.site_dir)
            run = Run(root=root, today=today, keep_going=keep_going, audience=audience, at_swap=at_swap)
            built = None if is_anew else built_site(config, run)
            plugin_of(config).run = replace(run, reuses=built is not None)
            before = built.key if built else b""
            if built and (said := standing(built, before, audience)) is not None:
                log_.say_again(said)
                log.info("Không có gì thay đổi; trang vẫn là %s.", target / "index.html")
                return 0
            config.plugins.on_startup(command="build", dirty=False)
            try:
                mkdocs_build.build(config)
            finally:
                config.plugins.on_shutdown()
        except STOPPED as error:
            explain(error)
            return 1
        except KeyboardInterrupt:
            log.error("Đã dừng. Trang cũ còn nguyên.")
            return INTERRUPTED
        if built:
            built.keep(before, log_.said)
        log.info("Đã tạo trang: mở %s để xem.", target / "index.html")
    return 0


def serve_by_mkdocs(root: Path, today: date | None, address: str, audience: Audience) -> None:
    """Have MkDocs' own server show the site of the data under `root` at `address` until interrupted.

    Refuses (`STOPPED`) what cannot be started.
    """
    own = root / SETTINGS
    plugin = plugin_of(config_of(root))  # which MkDocs keeps for all builds of the process
    plugin.run = Run(root, today, audience=audience)
    path, defaults = (own, _defaults(own)) if own.is_file() else (shipped.SETTINGS, {})
    mkdocs_serve.serve(str(path), dev_addr=address, **defaults)


STOPPED = (Abort, ConfigurationError, OSError, TemplateError)


def plugin_of(config: MkDocsConfig) -> KtgsPlugin:
    """Return our plugin among those that the settings name. Refuses (ConfigurationError) settings without it."""
    plugin = config.plugins.get("ktgs")
    if not isinstance(plugin, KtgsPlugin):
        raise ConfigurationError(f"{config.config_file_path}: mục “plugins” thiếu “ktgs”.")
    return plugin


def explain(error: Abort | ConfigurationError | OSError | TemplateError) -> None:
    """Log why nothing was built, unless that was logged already."""
    if isinstance(error, OSError):
        log.error(disk_words(error))
    elif isinstance(error, TemplateError):
        log.error("Mẫu trang hỏng: %s: %s.", type(error).__name__, error.message)
    elif text := translated(str(error.message)):
        log.error(text)
