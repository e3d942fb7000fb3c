"""The files that an import writes: their text before and after, a readable difference, and the writing itself."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ktgs.intake.outcome import ImportOutcome, WrittenFile
from ktgs.records.base import FileRecord
from ktgs.records.loading import read_record
from ktgs.records.sub_units import Words
from ktgs.tables.cells import Spot
from ktgs.tables.values import CellProblem
from ktgs.writing.composing import compose
from ktgs.writing.editing import edit

_CONTEXT = 2  # unchanged lines around changed ones
_NEW_MODE = 0o644


@dataclass(frozen=True)
class Text:
    """A record's file before (None where it is not there) and after."""

    record: WrittenFile
    path: Path
    before: str | None
    after: str

    def difference(self) -> Iterator[str]:
        """Yield the lines that are added and taken away, with a few around them."""
        before, after = (self.before or "").splitlines(), self.after.splitlines()
        for line in difflib.unified_diff(before, after, n=_CONTEXT, lineterm=""):
            if not line.startswith(("---", "+++", "@@")):
                yield f"{line[:1]} {line[1:]}".rstrip()
            elif line.startswith("@@") and self.before:
                yield "  …"


def texts(root: Path, outcome: ImportOutcome, words: Words) -> tuple[tuple[Text, ...], tuple[CellProblem, ...]]:
    """Return what each record's file would hold, and why some cannot be written; `words` are those for sub-units."""
    made: list[Text] = []
    problems: list[CellProblem] = []
    for record in outcome.records:
        text = _text(root, record, words)
        if isinstance(text, CellProblem):
            problems.append(text)
        else:
            made.append(text)
    return tuple(made), tuple(problems)


def _text(root: Path, record: WrittenFile, words: Words) -> Text | CellProblem:
    path = root / record.file
    if _leads_elsewhere(root, path):
        return _problem(record, "thư mục hoặc tệp là một liên kết.", "Thay bằng thư mục thật.")
    if record.is_new:
        if path.exists():
            return _problem(record, "tệp đã có nhưng không đọc được hoặc nói việc khác.", "Sửa hoặc xóa tệp ấy trước.")
        text = Text(record, path, None, compose(record.kind, record.values, record.body, words))
    else:
        before = path.read_bytes().decode()
        text = Text(record, path, before, edit(record.kind, before, record.changes, words))
    read, refused = read_record(record.file, text.after.encode(), words)
    if not isinstance(read, FileRecord):
        why = "; ".join(dict.fromkeys(item.message for item in refused))
        return _problem(record, why, "Sửa bảng rồi nhập lại.")
    return text


def _problem(record: WrittenFile, why: str, cure: str) -> CellProblem:
    return CellProblem(Spot(), f"{record.title} ({record.file}) chưa ghi được: {why}", cure)


def _leads_elsewhere(root: Path, path: Path) -> bool:
    inside = [path, *path.parents][: len(path.relative_to(root).parts)]
    return any(part.is_symlink() for part in inside)


def write(made: Iterable[Text]) -> None:
    """Write the files, each in whole."""
    for text in made:
        text.path.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(prefix=".", dir=text.path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.after.encode())
            os.chmod(fresh, _NEW_MODE if text.before is None else text.path.stat().st_mode & 0o777)
            os.replace(fresh, text.path)
        except BaseException:
            os.unlink(fresh)
            raise
