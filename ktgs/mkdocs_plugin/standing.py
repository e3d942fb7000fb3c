"""When a build has nothing to do: the site stands as it was built, and nothing that it is made of has changed."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from ktgs.facts.audience import Audience
from ktgs.language.today import VARIABLE
from ktgs.mkdocs_plugin.plugin import Run, today_here
from ktgs.mkdocs_plugin.shared import is_ours_alone
from ktgs.reuse.sites import BuiltSite, Said
from ktgs.site.ownership import Refused
from ktgs.site.staging import Staging
from ktgs.source.shipped import SETTINGS, TEMPLATES


def built_site(config: MkDocsConfig, run: Run) -> BuiltSite | None:
    """Return what the site is made of; None where MkDocs was told to take more into account than is looked at here."""
    settings = Path(config.config_file_path).read_text(encoding="utf-8", errors="replace")
    if not is_ours_alone(config) or "!ENV" in settings or "INHERIT" in settings:
        return None
    root = (run.root or Path()).resolve()
    days = (run.today, os.environ.get(VARIABLE), None if run.today else today_here())
    sources = (root / "data", Path(config.docs_dir), *map(Path, config.theme.dirs), TEMPLATES, SETTINGS)
    question = repr((settings, config.docs_dir, days, run.audience.name, run.keep_going))
    return BuiltSite(root, Path(config.site_dir), sources, question)


def standing(built: BuiltSite, key: bytes, audience: Audience) -> tuple[Said, ...] | None:
    """Return what was said of a site that needs no change, once what a killed build may have left is cleaned up.

    `key`: the fingerprint of what it is made of now. Refuses (Abort) what a build would refuse.
    """
    try:
        staging = Staging(built.target, audience)
    except Refused as error:
        raise Abort(str(error)) from error
    staging.close()
    return None if staging.unremoved else built.standing(key)
