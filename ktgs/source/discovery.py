"""What lies under `data/`: the files to read in a fixed order, and everything that should not be there."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from ktgs.language.diagnostics import Code, Diagnostic, Place, in_order
from ktgs.language.text import nfc, slug
from ktgs.source import file_codes
from ktgs.source.characters import LARGEST, shown

FOLDER = "data"

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FILE_NAME = re.compile(rf"{SLUG.pattern}\.(?:yml|md)")
_BACKUP = re.compile(
    r"~$|^#(?=.*#$)|(?<=.)#$|\.(?:bak|backup|old|orig|rej|tmp|swp)$"  # editors and merges
    r"|(?: ?\(\d+\)|[ _-]+(?:copy|bản sao)(?: \(?\d+\)?)?)(?=(?:\.\w+)?$)|^(?:copy of|bản sao của) ",  # systems
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SourceFile:
    """One file under `data/`. One that discovery refused is kept, to leave a Broken mark, but is never read."""

    file: str  # path from the repository's root, with `/`
    path: Path
    is_refused: bool = False

    @property
    def meant(self) -> str:
        """The path that the file has, or of a refused one what it means: no copy, in the characters allowed."""
        if not self.is_refused:
            return self.file
        *folders, name = nfc(self.file).split("/")
        stem, extension = os.path.splitext(_BACKUP.sub("", name))
        return "/".join((*map(slug, folders), slug(stem) + extension.lower()))

    def read(self) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
        """Return the bytes, or None with the reason; None alone for a refused file, whose reason discovery gave.

        Of a file that is too large no more is read than shows it.
        """
        if self.is_refused:
            return None, ()
        try:
            with self.path.open("rb") as stream:
                return stream.read(LARGEST + 1), ()
        except OSError as error:
            return None, (unreadable(self.file, error),)


def discover(root: Path) -> tuple[tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    """Return the files under `root/data`, sorted by the parts of their paths, and what should not be there."""
    walk = _Walk([], [], [])
    if (root / FOLDER).is_symlink():
        walk.say(file_codes.LINK, FOLDER, *LINK_WORDS)
    elif not (root / FOLDER).is_dir():
        cure = "Chạy lệnh ở thư mục gốc của kho dữ liệu, hoặc chỉ ra thư mục ấy bằng --root."
        walk.say(file_codes.NO_DATA_FOLDER, FOLDER, "Không có thư mục “data” ở đây.", cure)
    else:
        walk.folders.append((root / FOLDER, FOLDER, False))
    while walk.folders:
        walk.list_folder(*walk.folders.pop())
    return tuple(sorted(walk.files, key=lambda found: nfc(found.file).split("/"))), in_order(walk.problems)


# What is found, wherever such a thing lies, and the cure.
LINK_WORDS = (
    "Đây là một liên kết, không phải tệp hay thư mục thật.",
    "Thay bằng chính tệp hoặc thư mục mà nó dẫn đến.",
)
SPECIAL_WORDS = (
    "Đây không phải là tệp thường cũng không phải là thư mục.",
    "Xóa nó, hoặc thay bằng tệp thường.",
)


@dataclass(frozen=True)
class _Walk:
    """What one walk has found, and the folders still to list: path, name for people, whether its name was refused."""

    folders: list[tuple[Path, str, bool]]
    files: list[SourceFile]
    problems: list[Diagnostic]

    def say(self, code: Code, file: str, found: str, cure: str) -> None:
        """Add a diagnostic about a file or folder."""
        self.problems.append(code.at(Place(file), found, cure=cure))

    def list_folder(self, folder: Path, file: str, is_refused: bool) -> None:
        """Add what lies in a folder; a folder that cannot be listed is a diagnostic."""
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    self._enter(entry, f"{file}/{printable(entry.name)}", is_refused)
        except OSError as error:
            self.problems.append(unreadable(file, error))

    def _enter(self, entry: os.DirEntry[str], file: str, is_refused: bool) -> None:
        if entry.name.startswith("."):
            if entry.name != ".gitkeep":
                self.say(
                    file_codes.HIDDEN_FILE, file, "Tệp ẩn không được đọc.", "Xóa tệp, và thêm tên đó vào .gitignore."
                )
        elif entry.is_symlink():
            self.say(file_codes.LINK, file, *LINK_WORDS)
        elif entry.is_dir():
            is_sound = SLUG.fullmatch(entry.name) is not None
            if not is_sound:
                self._refuse_name(file, entry.name, "", "Tên thư mục")
            self.folders.append((Path(entry.path), file, is_refused or not is_sound))
        elif entry.is_file():
            is_sound = _FILE_NAME.fullmatch(entry.name) is not None
            if not is_sound:
                self._refuse_file(file, entry.name)
            self.files.append(SourceFile(file, Path(entry.path), is_refused or not is_sound))
        else:
            self.say(file_codes.SPECIAL_FILE, file, *SPECIAL_WORDS)

    def _refuse_file(self, file: str, name: str) -> None:
        stem, extension = os.path.splitext(nfc(name))
        if _BACKUP.search(nfc(name)):
            found = f"{shown(file.rpartition('/')[2])} giống tên một bản sao; bản sao không được đọc."
            self.say(file_codes.BACKUP, file, found, "Giữ lại nội dung đúng trong tệp chính, rồi xóa bản sao.")
        elif extension.lower() in (".yml", ".md"):
            self._refuse_name(file, stem, extension.lower(), "Tên tệp")
        else:
            is_yaml = extension.lower() == ".yaml"
            cure = "Đổi phần mở rộng thành .yml." if is_yaml else "Chuyển tệp ra ngoài thư mục data."
            found = f"Tệp loại {shown(extension)} không được đọc." if extension else "Tệp không có phần mở rộng."
            self.say(file_codes.UNKNOWN_EXTENSION, file, f"{found} Chỉ có .yml và .md.", cure)

    def _refuse_name(self, file: str, stem: str, extension: str, what: str) -> None:
        self.say(file_codes.FILE_NAME, file, *cure_of_name(what, file.rpartition("/")[2], stem, extension))


def cure_of_name(what: str, name: str, stem: str, extension: str) -> tuple[str, str]:
    """Return what is wrong with a name that is no slug, and the name to take instead."""
    found = f"{what} {shown(name)} phải gồm chữ thường không dấu, chữ số và dấu gạch nối."
    better = slug(stem)
    return found, f"Đổi thành {shown(better + extension)}." if better else "Đặt lại tên."


def printable(name: str) -> str:
    """Return the name as a message may print it: bytes that are not text and control characters as escapes."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def unreadable(file: str, error: OSError) -> Diagnostic:
    reason = "không có quyền đọc" if isinstance(error, PermissionError) else error.strerror or type(error).__name__
    cure = "Sửa quyền đọc, hoặc chép lại từ kho git."
    return file_codes.UNREADABLE.at(Place(file), f"Không đọc được: {reason}.", cure=cure)
