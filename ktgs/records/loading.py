"""From a file's bytes to a record, or to the mark that a broken file leaves."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from typing import Any

from pydantic import ValidationError

import ktgs.records
from ktgs.language.diagnostics import Diagnostic, Place
from ktgs.language.vocabulary import read_word
from ktgs.machine.collector import paused_collector
from ktgs.records.base import FileRecord, key_in_path, path_pattern
from ktgs.records.codes import WRONG_FOLDER, WRONG_REPORT_FOLDER
from ktgs.records.errors import explain
from ktgs.records.lines import broken_lines
from ktgs.records.names import refused_names
from ktgs.records.organization import Organization
from ktgs.records.report import Report, ReportKind
from ktgs.records.sub_units import Words, read_words, taken_words
from ktgs.source.discovery import SourceFile
from ktgs.source.kept import ReadTree, read_file
from ktgs.source.tree import PLACES, Places, Tree


@dataclass(frozen=True)
class Broken:
    """A file from which nothing is taken: what kind it is and what its path says. It never makes anyone late."""

    kind: type[FileRecord]
    file: str
    parts: Mapping[str, str]

    @property
    def record_kind(self) -> str:
        """The English name of its kind."""
        return self.kind.record_kind

    @property
    def key(self) -> Any:
        """What the record would be about, None where the path does not say."""
        return key_in_path(self.kind, dict(self.parts))

    @property
    def id(self) -> str:
        """The id that the record would have."""
        return self.parts.get("id", self.record_kind)

    @property
    def place(self) -> Place:
        """The file as a whole."""
        return Place(self.file, 0, 0)


@cache
def record_kinds() -> tuple[type[FileRecord], ...]:
    """Return every kind of record that is a file, found by scanning this folder, sorted by path."""
    for module in sorted(info.name for info in pkgutil.iter_modules(ktgs.records.__path__)):
        import_module(f"ktgs.records.{module}")
    return tuple(sorted(_file_kinds(FileRecord), key=lambda kind: kind.path))


def _file_kinds(base: type[FileRecord]) -> Iterator[type[FileRecord]]:
    for kind in base.__subclasses__():
        if "path" in kind.__dict__:
            yield kind
        yield from _file_kinds(kind)


def kind_of(file: str) -> tuple[type[FileRecord], dict[str, str]] | None:
    """Return the kind of record that lies at a path, with the path's named parts; None where none may lie."""
    for kind, lies_at in _patterns():
        if matched := lies_at(file):
            return kind, matched.groupdict()
    return None


@cache
def _patterns() -> tuple[tuple[type[FileRecord], Callable[[str], re.Match[str] | None]], ...]:
    return tuple((kind, path_pattern(kind).fullmatch) for kind in record_kinds())


def load(
    files: Iterable[SourceFile], before: Remembered | None = None, read_tree: ReadTree = read_file
) -> tuple[tuple[FileRecord | Broken, ...], tuple[Diagnostic, ...]]:
    """Return a record or a mark for each file that lies where a record may, and what is wrong with them all.

    What is remembered of files whose bytes are as they were `before` is not made again.
    """
    make = before.record if before else partial(_record, read_tree=read_tree)
    loaded: list[FileRecord | Broken] = []
    refused: list[Broken] = []
    diagnostics: list[Diagnostic] = []
    listed = tuple(files)
    with paused_collector():
        words = sub_unit_words(listed)
        for file in listed:
            value, problems = load_one(file, words, make)
            diagnostics.extend(problems)
            if isinstance(value, Broken) and file.is_refused:
                refused.append(value)
            elif value is not None:
                loaded.append(value)
    return (*loaded, *_without_original(refused, loaded)), tuple(diagnostics)


def sub_unit_words(files: Iterable[SourceFile]) -> Words:
    """Return what the organization calls sub-units; None where its file is not there or cannot be read."""
    own = next((file for file in files if file.meant == f"data/{Organization.path}" and not file.is_refused), None)
    read = load_one(own, ())[0] if own else None
    return read.sub_unit_words if isinstance(read, Organization) else None


def _without_original(refused: Iterable[Broken], loaded: Iterable[FileRecord | Broken]) -> Iterator[Broken]:
    """Yield the marks of files with refused names, save copies of a file that is there."""
    there = {(record.record_kind, *record.parts.values()) for record in loaded} if refused else set()
    for mark in refused:
        if (name := (mark.record_kind, *mark.parts.values())) not in there:
            there.add(name)
            yield mark


def load_one(
    file: SourceFile, words: Words, make: Make | None = None
) -> tuple[FileRecord | Broken | None, tuple[Diagnostic, ...]]:
    """Return the record in the file, the mark that it leaves, or None where no record may lie, with its diagnostics."""
    located = kind_of(file.meant)
    if located is None:
        return None, () if file.is_refused else (_wrong_folder(file.file),)
    kind, parts = located
    broken = Broken(kind, file.file, parts)
    data, problems = file.read()
    if data is None:
        return broken, problems
    return (make or _record)(broken, data, words)


def read_record(file: str, data: bytes, words: Words) -> tuple[FileRecord | Broken | None, tuple[Diagnostic, ...]]:
    """Return what `load_one` would, were these the bytes of a file that lies there."""
    located = kind_of(file)
    return _record(Broken(located[0], file, located[1]), data, words) if located else (None, (_wrong_folder(file),))


Made = tuple[FileRecord | Broken, tuple[Diagnostic, ...]]
Make = Callable[[Broken, bytes, Words], Made]


def _record(broken: Broken, data: bytes, words: Words, read_tree: ReadTree = read_file) -> Made:
    if misnamed := refused_names(broken.file, broken.parts):
        return broken, misnamed
    tree, problems = read_tree(data, broken.file)
    if tree is None:
        return broken, problems
    record, refused = validate(broken.kind, tree, words)
    refused += tuple(broken_lines(_places(tree), refused))
    if isinstance(record, Organization):
        refused += tuple(taken_words(record, record_kinds()))
    return (broken, problems + refused) if refused or record is None else (record, problems)


class Remembered:
    """What the bytes of each file gave when they were read last, for a process that reads the same folder often."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[tuple[type[FileRecord], bytes, Words], Made]] = {}

    def record(self, broken: Broken, data: bytes, words: Words) -> Made:
        """Return what the file gives, the same objects as before where neither its bytes nor the words changed."""
        asked = (broken.kind, data, words)
        before, made = self._made.get(broken.file, (None, None))
        if made is None or before != asked:
            made = _record(broken, data, words)
            self._made[broken.file] = asked, made
        return made


def validate(kind: type[FileRecord], tree: Tree, words: Words) -> tuple[FileRecord | None, tuple[Diagnostic, ...]]:
    """Return the record that the tree holds, or None and why not; `words` are what sub-units are called."""
    read_words(kind, tree, words)
    told = _told(tree) if issubclass(kind, Report) else None
    if told is not None and told.name != kind.record_kind:
        return None, (_wrong_report_folder(kind, told, tree),)
    try:
        return kind.model_validate(tree), ()
    except ValidationError as error:
        elsewhere = _fitting(kind, tree, words) if error.error_count() <= _MISPLACED else None
        return None, tuple(explain(error, kind, tree)) if elsewhere is None else (_misplaced(kind, elsewhere, tree),)


_MISPLACED = 200  # mistakes that a file of another kind may have here; with more it is not tried as one


def _told(tree: Tree) -> ReportKind | None:
    """Return the kind of report that the file says it is, None where it says none."""
    text = tree.get("loại")
    return read_word(ReportKind, text) if isinstance(text, str) else None


def _fitting(kind: type[FileRecord], tree: Tree, words: Words) -> type[FileRecord] | None:
    """Return the other kind whose file a refused tree would be without any mistake, None where there is none."""
    if not any(key for key in tree if not key.startswith(PLACES)):  # it says nothing of any kind
        return None
    for other in record_kinds():
        if other is kind or ((told := _told(tree)) is not None and told.name != other.record_kind):
            continue
        read_words(other, tree, words)
        try:
            other.model_validate(tree)
        except ValidationError:
            continue
        return other
    return None


def _places(tree: Mapping[str, Any]) -> Places:
    places: Places = tree[PLACES]
    return places


_PARTS = {"year": "<năm>", "plan": "<mã kế hoạch>", "month": "<năm-tháng>", "id": "<mã>"}


def _folder(kind: type[FileRecord], file: str) -> str:
    """Return the folder of a kind of record, for people, with what the path of a misplaced file says of it."""
    located = kind_of(file)
    path = kind.path.format(**{**_PARTS, **(located[1] if located else {}), "id": _PARTS["id"]})
    return f"data/{path.rpartition('/')[0]}/"


def _wrong_report_folder(kind: type[FileRecord], told: ReportKind, tree: Tree) -> Diagnostic:
    right = next(other for other in record_kinds() if other.record_kind == told.name)
    found = f"Báo cáo ghi loại “{told}” nhưng nằm trong thư mục của loại “{ReportKind[kind.record_kind]}”."
    cure = f"Chuyển tệp vào {_folder(right, _places(tree).file)}, hoặc sửa dòng “loại”."
    return WRONG_REPORT_FOLDER.at(_places(tree).value("loại"), found, cure=cure)


def _misplaced(kind: type[FileRecord], right: type[FileRecord], tree: Tree) -> Diagnostic:
    found = f"Nội dung tệp là của loại “{right.record_title}”, nhưng đây là chỗ của loại “{kind.record_title}”."
    return WRONG_FOLDER.at(_places(tree).key(), found, cure=f"Chuyển tệp vào {_folder(right, _places(tree).file)}.")


def _wrong_folder(file: str) -> Diagnostic:
    kinds = [kind for kind in record_kinds() if kind.path.endswith(file[-3:])]
    allowed = ", ".join(f"data/{kind.path.format(**_PARTS)}" for kind in kinds)
    return WRONG_FOLDER.at(
        Place(file),
        "Không loại tệp nào nằm ở đây, nên tệp không được đọc.",
        expected=f"Chỗ đúng: {allowed}.",
        cure="Chuyển tệp vào đúng thư mục.",
    )
