"""What lies under `docs/` and `site_templates/`, all of which is published: everything that may not be there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from ktgs.language.diagnostics import Code, Diagnostic, Place, in_order
from ktgs.language.text import nfc
from ktgs.source import file_codes
from ktgs.source.characters import shown
from ktgs.source.discovery import LINK_WORDS, SPECIAL_WORDS, name_words, printable, unreadable
from ktgs.source.file_names import is_sound_folder, sound

SETTINGS = "mkdocs.yml"  # without it a repository has neither folder: those that come with ktgs are taken
HANDBOOK = "docs"
TEMPLATES = "site_templates"

_LINK_WORDS = (LINK_WORDS[0], "Xóa liên kết; nội dung nào được công khai thì chép chính tệp ấy vào đây.")
_OWN = "huong-dan"  # where the handbook lies; no other page of the site has an address below it
_MOVE = f"Sổ tay nằm trong {HANDBOOK}/{_OWN}: chuyển vào đó, hoặc ra ngoài {HANDBOOK}."
_KINDS = (".md", ".png", ".jpg", ".jpeg", ".gif", ".webp")  # .svg can carry script


def site_problems(root: Path) -> tuple[Diagnostic, ...]:
    """Return what may not lie in the two folders of a repository that has settings for its site."""
    if not (root / SETTINGS).is_file():
        return ()
    return in_order((*handbook_problems(root / HANDBOOK), *template_problems(root / TEMPLATES)))


def handbook_problems(folder: Path, name: str = HANDBOOK) -> tuple[Diagnostic, ...]:
    """Return what may not lie in the handbook's folder: all but pages and pictures below `huong-dan`."""
    return _walked(folder, name, is_handbook=True)


def template_problems(folder: Path, name: str = TEMPLATES) -> tuple[Diagnostic, ...]:
    """Return what may not lie in a folder of templates and assets: links and what is no file."""
    return _walked(folder, name, is_handbook=False)


def _walked(folder: Path, name: str, *, is_handbook: bool) -> tuple[Diagnostic, ...]:
    walk = _Walk([], [], is_handbook)
    if folder.is_symlink():
        walk.say(file_codes.LINK, name, *_LINK_WORDS)
    elif folder.is_dir():
        walk.folders.append((folder, name, 0))
    while walk.folders:
        walk.list_folder(*walk.folders.pop())
    return in_order(walk.problems)


@dataclass(frozen=True)
class _Walk:
    """What one walk has found, and the folders still to list: path, name for people, depth."""

    folders: list[tuple[Path, str, int]]
    problems: list[Diagnostic]
    is_handbook: bool

    def say(self, code: Code, file: str, found: str, cure: str) -> None:
        """Add a diagnostic about a file or folder."""
        self.problems.append(code.at(Place(file), found, cure=cure))

    def list_folder(self, folder: Path, file: str, depth: int) -> None:
        """Add what lies in a folder; a folder that cannot be listed is a diagnostic."""
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    self._enter(entry, f"{file}/{printable(entry.name)}", depth)
        except OSError as error:
            self.problems.append(unreadable(file, error))

    def _enter(self, entry: os.DirEntry[str], file: str, depth: int) -> None:
        is_hidden = entry.name.startswith(".")
        if entry.is_symlink():
            if not is_hidden or os.path.isdir(entry.path):  # editors leave hidden links to no file
                self.say(file_codes.LINK, file, *_LINK_WORDS)
        elif entry.is_dir():
            self._enter_folder(entry, file, depth)
        elif is_hidden:
            pass  # never published
        elif not entry.is_file():
            self.say(file_codes.SPECIAL_FILE, file, *SPECIAL_WORDS)
        elif self.is_handbook:
            self._enter_file(entry.name, file, depth)

    def _enter_folder(self, entry: os.DirEntry[str], file: str, depth: int) -> None:
        if not self.is_handbook:
            self.folders.append((Path(entry.path), file, depth + 1))
        elif depth == 0 and entry.name != _OWN:
            self.say(file_codes.OUTSIDE_HANDBOOK, file, "Thư mục ở đây có thể thay mất một trang.", _MOVE)
        elif depth and not is_sound_folder(entry.name):
            self._refuse_name(file, "Tên thư mục", entry.name, sound(entry.name, is_folder=True))
        else:
            self.folders.append((Path(entry.path), file, depth + 1))

    def _enter_file(self, name: str, file: str, depth: int) -> None:
        stem, extension = os.path.splitext(nfc(name))
        if extension.lower() not in _KINDS:
            found = f"Sổ tay chỉ có trang .md và ảnh {', '.join(_KINDS[1:])}; đây là {shown(name)}."
            cure = "Viết lại thành trang .md, đổi ảnh sang .png, hoặc chuyển tệp ra ngoài docs."
            self.say(file_codes.NOT_OF_HANDBOOK, file, found, cure)
        elif depth == 0:
            self.say(file_codes.OUTSIDE_HANDBOOK, file, "Tệp ở đây có thể thay mất một trang.", _MOVE)
        elif not is_sound_folder(stem) or extension != extension.lower():
            self._refuse_name(file, "Tên tệp", name, sound(name))

    def _refuse_name(self, file: str, what: str, name: str, better: str) -> None:
        cure = f"Đổi thành {shown(better)}." if better else "Đặt lại tên."
        self.say(file_codes.FILE_NAME, file, name_words(what, name), cure)
