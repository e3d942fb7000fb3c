"""What lies under `data/`: the files to read in a fixed order, and everything that should not be there."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ktgs.language.diagnostics import Code, Diagnostic, Place, in_order
from ktgs.language.text import nfc
from ktgs.source import file_codes
from ktgs.source.characters import LARGEST, shown
from ktgs.source.file_names import (
    is_of_system,
    is_readme,
    is_sound_file,
    is_sound_folder,
    meant_path,
    original,
    sound,
)

FOLDER = "data"
_USUAL = 65_536  # bytes; more than nearly every file has


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
        return meant_path(self.file)

    def read(self) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
        """Return the bytes, or None with the reason; None alone for a refused file, whose reason discovery gave.

        Of a file that is too large no more is read than shows it.
        """
        if self.is_refused:
            return None, ()
        try:
            with self.path.open("rb") as stream:
                start = stream.read(
                    _USUAL
                )  # the memory for the largest, asked for a file each, costs more than reading
                return start if len(start) < _USUAL else start + stream.read(LARGEST + 1 - _USUAL), ()
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
    return tuple(sorted(walk.files, key=lambda listed: nfc(listed.file).split("/"))), in_order(walk.problems)


# What is found, wherever such a thing lies, and the cure.
LINK_WORDS = (
    "Đây là một liên kết, không phải tệp hay thư mục thật.",
    "Thay bằng chính tệp hoặc thư mục mà nó dẫn đến.",
)
SPECIAL_WORDS = (
    "Đây không phải là tệp thường cũng không phải là thư mục.",
    "Xóa nó, hoặc thay bằng tệp thường.",
)
_SYSTEM_WORDS = ("Hệ điều hành tự tạo tệp này; phần mềm bỏ qua nó.", "Xóa tệp, và thêm tên đó vào .gitignore.")
_README_WORDS = ("Tệp dành cho người mở thư mục, không phải một bản ghi; phần mềm bỏ qua nó.", "Có thể để ở đây.")


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
            with os.scandir(folder) as listed:
                entries = list(listed)
        except OSError as error:
            self.problems.append(unreadable(file, error))
            return
        names = frozenset(entry.name for entry in entries)
        wanted = Counter(_wanted(entry) for entry in entries)
        for entry in entries:
            self._enter(entry, f"{file}/{printable(entry.name)}", is_refused, names, wanted)

    def _enter(
        self, entry: os.DirEntry[str], file: str, is_refused: bool, names: frozenset[str], wanted: Counter[str]
    ) -> None:
        name = entry.name
        if entry.is_symlink():
            self.say(file_codes.LINK, file, *LINK_WORDS)
        elif entry.is_file() and (is_of_system(name) or is_readme(name)):
            self.say(file_codes.NO_DATA, file, *(_SYSTEM_WORDS if is_of_system(name) else _README_WORDS))
        elif name.startswith("."):
            if name != ".gitkeep":
                cure = "Xóa tệp, và thêm tên đó vào .gitignore."
                self.say(file_codes.HIDDEN_FILE, file, "Tệp ẩn không được đọc.", cure)
        elif entry.is_dir():
            if not is_sound_folder(name):
                self._refuse_name(file, _wanted(entry), wanted, "Tên thư mục")
            self.folders.append((Path(entry.path), file, is_refused or not is_sound_folder(name)))
        elif entry.is_file():
            if not is_sound_file(name):
                self._refuse_file(file, name, names, wanted)
            self.files.append(SourceFile(file, Path(entry.path), is_refused or not is_sound_file(name)))
        else:
            self.say(file_codes.SPECIAL_FILE, file, *SPECIAL_WORDS)

    def _refuse_file(self, file: str, name: str, names: frozenset[str], wanted: Counter[str]) -> None:
        extension = os.path.splitext(name)[1].lower()
        told = shown(file.rpartition("/")[2])
        if (copied := original(name, names)) is not None:
            main = shown(copied) if is_sound_file(copied) else "tệp chính"
            cure = f"So với {main}, giữ nội dung đúng trong tệp ấy, rồi xóa bản sao; không đổi tên bản sao."
            self.say(file_codes.BACKUP, file, f"{told} là bản sao do một chương trình để lại, không được đọc.", cure)
        elif extension in (".yml", ".md"):
            self._refuse_name(file, sound(name), wanted, "Tên tệp")
        else:
            found = f"Tệp loại {shown(extension)} không được đọc." if extension else "Tệp không có phần mở rộng."
            self.say(file_codes.UNKNOWN_EXTENSION, file, f"{found} Chỉ có .yml và .md.", _of_other_kind(name, wanted))

    def _refuse_name(self, file: str, name: str, wanted: Counter[str], what: str) -> None:
        self.say(file_codes.FILE_NAME, file, name_words(what, file.rpartition("/")[2]), _renamed(name, wanted))


def name_words(what: str, name: str) -> str:
    """Return what is wrong with a refused name of a file or folder."""
    return f"{what} {shown(name)} phải gồm chữ thường không dấu, chữ số và dấu gạch nối."


def _wanted(entry: os.DirEntry[str]) -> str:
    """Return the name that an entry has, or should have."""
    return sound(entry.name, is_folder=entry.is_dir(follow_symlinks=False))


def _renamed(name: str, wanted: Counter[str]) -> str:
    """Return the cure for a refused name; where another has or needs the right one, not to rename."""
    if not name:
        return "Đặt lại tên."
    if wanted[name] == 1:
        return f"Đổi thành {shown(name)}."
    if "." in name:
        return f"Không đổi tên: {shown(name)} đã có. So hai tệp, giữ nội dung đúng trong một tệp, rồi xóa tệp kia."
    return f"Không đổi tên: {shown(name)} đã có. Chuyển các tệp sang thư mục ấy, rồi xóa thư mục này."


def _of_other_kind(name: str, wanted: Counter[str]) -> str:
    stem, extension = os.path.splitext(nfc(name))
    if extension.lower() == ".yaml":
        return "Đổi phần mở rộng thành .yml." if wanted[sound(name)] == 1 else _renamed(sound(name), wanted)
    if extension.lower() == ".txt" and is_sound_file(stem):  # as simple editors save it
        return f"Đổi tên thành {shown(stem)}, nếu tệp ấy chưa có."
    return "Chuyển tệp ra ngoài thư mục data."


def printable(name: str) -> str:
    """Return the name as a message may print it: bytes that are not text and control characters as escapes."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def unreadable(file: str, error: OSError) -> Diagnostic:
    reason = "không có quyền đọc" if isinstance(error, PermissionError) else error.strerror or type(error).__name__
    cure = "Sửa quyền đọc, hoặc chép lại từ kho git."
    return file_codes.UNREADABLE.at(Place(file), f"Không đọc được: {reason}.", cure=cure)
