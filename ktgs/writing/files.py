"""A record's file as text: its mark, its line ends, its YAML and, of Markdown, what stands around the YAML."""

from __future__ import annotations

import re
from collections.abc import Callable

from ktgs.records.base import FileRecord, MarkdownRecord

_BOM = "\ufeff"
_FRONT_MATTER = re.compile(r"(---[ \t]*\n)(.*?)(^---[ \t]*$.*)", re.MULTILINE | re.DOTALL)


def with_yaml(kind: type[FileRecord], text: str, change: Callable[[str], str]) -> str:
    """Return a sound file's text with its YAML changed; a byte order mark stays, as do the line ends that prevail.

    `change` is given and gives text whose line ends are \\n. The text below the front matter is left alone.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    end = "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"
    plain = text.removeprefix(_BOM).replace("\r\n", "\n")
    if issubclass(kind, MarkdownRecord):
        parts = _FRONT_MATTER.match(plain)
        if parts is None:
            raise ValueError("no front matter")
        changed = f"---\n{change(parts[2])}{parts[3]}"
    else:
        changed = change(plain)
    return mark + changed.replace("\n", end)
