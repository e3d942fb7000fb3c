"""Which records came, went and changed between two versions, file by file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.comparing.fields import FieldChange, field_changes
from ktgs.comparing.names import record_name
from ktgs.comparing.sides import Side
from ktgs.language.vocabulary import Word
from ktgs.records.base import FileRecord


class FileChangeKind(Word):
    """What happened to a file."""

    added = "thêm"
    changed = "sửa"
    reworded = "chỉ sửa cách viết"
    unread = "có lỗi nên không lấy được gì"
    mended = "đã đọc được"
    removed = "xóa"


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that differs: what its record is called, and what differs in it."""

    kind: FileChangeKind
    file: str
    name: str
    fields: tuple[FieldChange, ...] = ()

    @property
    def removes_dates(self) -> bool:
        """Whether a day that was written down is no longer there."""
        return any(field.removes_date for field in self.fields)


def file_changes(base: Side, head: Side) -> tuple[FileChange, ...]:
    """Return every file that differs, in order of path.

    For the public: only files whose public half differs, and the names of those that could not be read.
    """
    names = sorted({*base.files, *head.files}) if head.facts.is_internal else sorted(_public_files(base, head))
    return tuple(change for name in names if (change := _change(base, head, name)))


def _public_files(base: Side, head: Side) -> Iterator[str]:
    for side in (base, head):
        yield from side.facts.repository.by_file
        yield from side.unread


def _change(base: Side, head: Side, file: str) -> FileChange | None:
    before, after = base.facts.repository.by_file.get(file), head.facts.repository.by_file.get(file)
    kind = _kind(base, head, file, before, after)
    if kind is None:
        return None
    side, record = (head, after) if after else (base, before)
    name = record_name(side.facts.repository, record) if record else ""
    fields = field_changes(before, after) if before and after and kind is FileChangeKind.changed else ()
    return FileChange(kind, file, name, tuple(fields))


def _kind(
    base: Side, head: Side, file: str, before: FileRecord | None, after: FileRecord | None
) -> FileChangeKind | None:
    is_same = base.files.get(file) == head.files.get(file)
    if file not in head.files:
        return FileChangeKind.removed
    if file in head.unread:
        return None if is_same and file in base.unread else FileChangeKind.unread
    if file not in base.files:
        return FileChangeKind.added
    if file in base.unread:
        return FileChangeKind.mended
    if before != after:
        return FileChangeKind.changed
    return None if is_same or not head.facts.is_internal else FileChangeKind.reworded
