"""What all pages of a site share, from the settings and the facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ktgs.addresses.hosts import host_of
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Diagnostic, Severity
from ktgs.site.site import Site


def is_ours_alone(config: MkDocsConfig) -> bool:
    """Return whether nothing but our plugin takes part, so that what is made follows from what we know of."""
    return list(config.plugins) == ["ktgs"] and not config.hooks


def site_for(
    config: MkDocsConfig,
    root: Path,
    shown: Facts,
    *,
    addresses: frozenset[str],
    titles: Mapping[str, str],
    errors: int,
    policy: str,
    is_of_its_day: bool,
) -> Site:
    """Return what all pages share, by the settings and what is shown of the data under `root`."""
    here = root.resolve() == Path(config.config_file_path).parent.resolve()  # else the host's repository is another
    return Site(
        name=config.site_name,
        facts=shown,
        addresses=addresses,
        host=host_of(config.repo_url or "", config.edit_uri or "") if here else None,
        site_url=config.site_url or "",
        errors=errors,
        policy=policy,
        titles=titles,
        is_of_its_day=is_of_its_day,
    )


def errors_in(problems: Iterable[Diagnostic]) -> int:
    """Return how many errors there are among problems."""
    return sum(item.stands_for for item in problems if item.severity is Severity.error)
