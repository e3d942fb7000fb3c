"""A file in its one layout, with the proof that it says what it said: both texts are read, and the records compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ktgs.language.diagnostics import Diagnostic
from ktgs.records.base import FileRecord, MarkdownRecord
from ktgs.records.loading import load_one
from ktgs.records.sub_units import Words
from ktgs.source.discovery import SourceFile
from ktgs.writing.canonical import canonical


@dataclass(frozen=True)
class Rewritten(SourceFile):
    """A file with other bytes than those on the disk."""

    data: bytes = b""

    def read(self) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
        """Return the bytes that the file would have."""
        return self.data, ()


class Untouched(Enum):
    """Why a file is left as it is though it may not have the one layout."""

    has_errors = "tệp có lỗi"
    would_differ = "sửa cách trình bày sẽ làm đổi nội dung"


@dataclass(frozen=True)
class Formatted:
    """What a file holds and what it would hold: the same where it is left alone, for `why` or for having the layout."""

    file: SourceFile
    before: bytes
    after: bytes
    why: Untouched | None = None

    @property
    def is_changed(self) -> bool:
        """Whether there is something to write."""
        return self.before != self.after


def formatted(file: SourceFile, words: Words) -> Formatted:
    """Return the file in its one layout; one that is no sound record, or would mean something else, as it is."""
    before = file.read()[0] or b""
    record = _record(file, words)
    if record is None:
        return Formatted(file, before, before, Untouched.has_errors)
    after = canonical(type(record), before.decode(), words).encode()
    if _record(Rewritten(file.file, file.path, data=after), words) != record:
        return Formatted(file, before, before, Untouched.would_differ)
    return Formatted(file, before, after)


def _record(file: SourceFile, words: Words) -> FileRecord | None:
    """Return the record in a file but for the line where its text starts, None where there is none."""
    record = load_one(file, words)[0]
    if isinstance(record, MarkdownRecord):
        record = record.replace(body_line=0)
    return record if isinstance(record, FileRecord) else None
