"""From a folder to a linked repository as known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ktgs.language.diagnostics import Code, Diagnostic, Related, in_order
from ktgs.language.today import Today
from ktgs.records.base import FileRecord, family
from ktgs.records.loading import Broken, Remembered, kind_of, load
from ktgs.records.organization import Organization
from ktgs.repository.knowing import future_facts, known
from ktgs.repository.linked_before import LinkedBefore
from ktgs.repository.linking import linked
from ktgs.repository.missing import missing
from ktgs.repository.names import Names
from ktgs.repository.repository import Repository
from ktgs.repository.untimely import untimely_facts, without_untimely
from ktgs.reuse.store import Store
from ktgs.source.discovery import discover
from ktgs.source.kept import kept_trees

TWO_FILES_ONE_ID = Code(
    "R102",
    "Hai tệp cùng một mã",
    about="""Mã của kế hoạch và của báo cáo là duy nhất trong toàn bộ kho dữ liệu; mỗi đơn vị có một lịch mỗi tháng, mỗi
tháng có một bản phân công.

Sai: `data/plans/2020/46-kh-dtn/plan.md` và `data/plans/2021/46-kh-dtn/plan.md`

Đổi tên một trong hai tệp hoặc thư mục, ví dụ `46-kh-dtn-2021`, hoặc thêm `-2`; nếu là một việc thì gộp làm một tệp.

Đúng: `data/plans/2020/46-kh-dtn/plan.md` và `data/plans/2021/46-kh-dtn-2021/plan.md`""",
)


@dataclass(frozen=True)
class Loaded:
    """Everything read from `data/`, not yet linked."""

    records: tuple[FileRecord, ...]
    broken: tuple[Broken, ...]

    @property
    def sample_as_of(self) -> date | None:
        """The sample's own day, None where the data is no sample."""
        return next((r.sample_as_of for r in self.records if isinstance(r, Organization)), None)


@dataclass(frozen=True)
class Before:
    """What is kept of a folder by a process that opens it often: nothing that did not change is made again."""

    read: Remembered = field(default_factory=Remembered)
    linked: LinkedBefore = field(default_factory=LinkedBefore)
    _known: dict[str, tuple[FileRecord, date, FileRecord | None]] = field(default_factory=dict)

    def known(self, record: FileRecord, today: date) -> FileRecord | None:
        """Return the record as known on a day, None where it is not known."""
        of, day, seen = self._known.get(record.file, (None, None, None))
        if of is not record or day != today:
            seen = known(record, today)
            self._known[record.file] = record, today, seen
        return seen


def read(root: Path, before: Before | None = None, store: Store | None = None) -> tuple[Loaded, tuple[Diagnostic, ...]]:
    """Return what lies under `root`/data and what is wrong with the files one by one.

    `before`: to take over from; `store`: where what files say is kept for the next process.
    """
    files, problems = discover(root)
    with kept_trees(store) as read_tree:
        loaded, refused = load(files, before.read if before else None, read_tree)
    lost = tuple(missing(loaded)) if loaded or not problems else ()  # without a folder nothing else is said
    records = tuple(item for item in loaded if isinstance(item, FileRecord))
    broken = (*(item for item in loaded if isinstance(item, Broken)), *(mark for mark, _ in lost))
    return Loaded(records, broken), (*problems, *refused, *(problem for _, problem in lost))


def read_only(root: Path, kinds: tuple[type[FileRecord], ...]) -> Loaded:
    """Return what lies under `root`/data of some kinds of records, and of the organization, which all reading needs."""
    wanted: tuple[type[FileRecord], ...] = (*kinds, Organization)
    files = (file for file in discover(root)[0] if (located := kind_of(file.meant)) and issubclass(located[0], wanted))
    loaded, _ = load(files)
    records = tuple(item for item in loaded if isinstance(item, FileRecord))
    return Loaded(records, tuple(item for item in loaded if isinstance(item, Broken)))


Records = Mapping[type[FileRecord], Mapping[Any, FileRecord]]


def link(loaded: Loaded, today: Today, before: Before | None = None) -> tuple[Repository, tuple[Diagnostic, ...]]:
    """Return the repository as known on the day, and what is wrong between the files.

    Nothing is taken from a file with a reference that names nothing: it leaves the mark of a broken one.
    """
    records, problems = _by_key(loaded.records)
    first = [record for group in records.values() for record in group.values()]
    whole = Repository(today.on, records)
    organization = None if any(mark.kind is Organization for mark in loaded.broken) else whole.organization
    before = before or Before()
    names = Names(first, loaded.broken)
    sound, dangling, lost = linked(first, names, whole.plans, organization, before.linked)
    diagnostics = [*problems, *lost]
    if not today.is_given:
        diagnostics.extend(problem for record in loaded.records for problem in future_facts(record, today.on))
    seen = (record for item in sound if (record := before.known(item, today.on)) is not None)
    broken = (*loaded.broken, *(Broken(type(record), record.file, record.parts) for record in dangling))
    repository = Repository(today.on, _by_key(seen)[0], broken)
    if not today.is_given:
        diagnostics.extend(untimely_facts(repository))
    return without_untimely(repository), in_order(diagnostics)


def _by_key(records: Iterable[FileRecord]) -> tuple[Records, tuple[Diagnostic, ...]]:
    """Return the records by family and key, and an error for each file whose key another has."""
    by_key: dict[type[FileRecord], dict[Any, FileRecord]] = {}
    problems: list[Diagnostic] = []
    for record in records:
        first = by_key.setdefault(family(type(record)), {}).setdefault(record.key, record)
        if first is not record:
            problems.append(_two_files(first, record))
    return by_key, tuple(problems)


def _two_files(first: FileRecord, second: FileRecord) -> Diagnostic:
    return TWO_FILES_ONE_ID.at(
        second.where(),
        f"{second.subject} đã có trong {first.file}.",
        cure="Sửa hoặc đổi tên một trong hai tệp.",
        related=[Related(first.where(), "tệp thứ nhất")],
    )
