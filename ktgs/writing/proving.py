"""A file in its one layout, with the proof that it says what it said: both texts are read, and the records compared."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Formatted:
    """What a file holds and what it would hold; the same where it is left alone. `is_read`: it has no error."""

    file: SourceFile
    before: bytes
    after: bytes
    is_read: bool


def formatted(file: SourceFile, words: Words) -> Formatted:
    """Return the file in its one layout; one that is no sound record, or that would change its meaning, as it is."""
    before = file.read()[0] or b""
    record = _record(file, words)
    if record is None:
        return Formatted(file, before, before, False)
    after = canonical(type(record), before.decode(), words).encode()
    again = _record(Rewritten(file.file, file.path, data=after), words)
    return Formatted(file, before, after, True) if again == record else Formatted(file, before, before, False)


def _record(file: SourceFile, words: Words) -> FileRecord | None:
    """Return the record in a file but for the line where its text starts, None where there is none."""
    record = load_one(file, words)[0]
    if isinstance(record, MarkdownRecord):
        record = record.replace(body_line=0)
    return record if isinstance(record, FileRecord) else None
