"""Names under `data/`: which are sound, which programs left behind, and what a refused one means."""

from __future__ import annotations

import os
import re

from ktgs.language.text import nfc, slug

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FILE_NAME = re.compile(rf"{_SLUG.pattern}\.(?:yml|md)")
_END = r"(?=(?:\.\w+)?$)"  # before the ending, if there is one
_COPY = re.compile(
    "|".join(
        (
            rf"~[\w-]*{_END}|^~\$|^#(?=.*#$)|(?<=.)#$",  # editors; git, beside a folder of that name
            r"\.(?:bak|backup|old|orig|rej|tmp|temp|swp|swo|save|mine|theirs|part|crdownload|r\d+)(?:\.\d+)?$",
            r"(?<=\.yml)\.\d+$|(?<=\.md)\.\d+$",  # downloads
            rf"[._](?:base|local|remote|backup)[._]\d+{_END}",  # git mergetool
            rf"[._](?:sync-)?conflict-\d[\w-]*{_END}",  # Syncthing, ownCloud
            rf"-(?:desktop|laptop)-\w{{7}}{_END}",  # OneDrive
            rf" ?\((?:\d+|[^()]*(?:copy|conflict|bản sao|xung đột)[^()]*)\){_END}",  # browsers, Dropbox, Nextcloud
            rf"[ _-]+(?:copy|bản sao)(?: \(?\d+\)?)?{_END}|^(?:copy of|bản sao của) ",  # systems
        )
    ),
    re.IGNORECASE,
)
_SYSTEM = re.compile(
    r"(?:thumbs|ehthumbs|ehthumbs_vista)\.db|desktop\.ini|icon\r|\.ds_store|\.directory|\._.*", re.IGNORECASE
)
_README = re.compile(r"readme(?:\.\w+)?", re.IGNORECASE)
_NUMBERED = re.compile(r"(.*\S) \d+(\.\w+)")  # as macOS numbers a copy


def is_sound_file(name: str) -> bool:
    """Return whether a file may have the name: a slug with the ending .yml or .md."""
    return _FILE_NAME.fullmatch(name) is not None


def is_sound_folder(name: str) -> bool:
    """Return whether a folder may have the name: a slug."""
    return _SLUG.fullmatch(name) is not None


def is_of_system(name: str) -> bool:
    """Return whether the operating system makes files of that name by itself."""
    return _SYSTEM.fullmatch(name) is not None


def is_readme(name: str) -> bool:
    """Return whether a file of that name speaks to whoever opens the folder."""
    return _README.fullmatch(name) is not None


def original(name: str, beside: frozenset[str]) -> str | None:
    """Return the name that a program's copy was made of, None for a name that no program gives a copy.

    `beside` are the names in the folder: a blank and a number mark a copy only of what is there.
    """
    plain = nfc(name)
    if _COPY.search(plain):
        return _COPY.sub("", plain).strip()
    numbered = _NUMBERED.fullmatch(plain)
    wanted = numbered[1] + numbered[2] if numbered else ""
    return wanted if wanted in beside else None


def sound(name: str, *, is_folder: bool = False) -> str:
    """Return the sound name that a refused one means; of a folder's name, or without any letter, it may be empty."""
    stem, extension = (name, "") if is_folder else os.path.splitext(nfc(name))
    extension = extension.lower()
    plain = slug(stem)
    return plain + (".yml" if extension == ".yaml" else extension) if plain else ""


def meant_path(file: str) -> str:
    """Return the path that a refused file means: no copy, in the characters allowed."""
    *folders, name = nfc(file).split("/")
    stem, extension = os.path.splitext(_COPY.sub("", name))
    return "/".join((*map(slug, folders), slug(stem) + extension.lower()))
