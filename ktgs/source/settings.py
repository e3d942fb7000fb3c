"""What a repository's settings for MkDocs say that is asked for without MkDocs."""

from __future__ import annotations

from pathlib import Path

import yaml

from ktgs.source.site_folders import SETTINGS

_TEXT = "tag:yaml.org,2002:str"


def site_url(root: Path) -> str:
    """Return where the site of a repository is published, ending in `/`.

    Empty where the settings do not give it as plain text, or cannot be read: MkDocs tells what is wrong with them.
    """
    try:
        found = yaml.compose((root / SETTINGS).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""
    entries = found.value if isinstance(found, yaml.MappingNode) else []
    given = next((value for key, value in entries if key.value == "site_url" and value.tag == _TEXT), None)
    return f"{str(given.value).rstrip('/')}/" if given else ""
