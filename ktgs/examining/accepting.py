"""Warnings that are accepted by name, with a reason; an acceptance that nothing needs any more is itself an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ktgs.facts.accepted import AcceptedWarning
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import fold, join_words
from ktgs.records.accepted import Acceptance, Accepted
from ktgs.records.base import FileRecord
from ktgs.records.spots import spots
from ktgs.repository.repository import Repository
from ktgs.source.codes import about

NOT_NEEDED = Code(
    "F301",
    "Chấp nhận một cảnh báo không có",
    about=about(
        "Mỗi mục trong data/accepted.yml chấp nhận đúng một cảnh báo: cùng mã, cùng tệp, và “chỗ” là tên dòng hoặc mã"
        " đứng ở chỗ có cảnh báo. Không còn cảnh báo ấy thì mục phải được xóa, để về sau không che một cảnh báo khác."
        " Lỗi thì không chấp nhận được.",
        "chấp nhận:\n  - mã: D202   # là lỗi, không phải cảnh báo\n    tệp: data/plans/2020/46-kh-dtn/plan.md\n"
        "    chỗ: ngày gửi\n    lý do: Chưa kịp sửa\n    ai: Văn phòng\n    ngày: 15/10/2020",
        "chấp nhận:\n  - mã: N103\n    tệp: data/plans/2020/46-kh-dtn/assignments/2020-08.yml\n"
        "    chỗ: ngày ban hành\n    lý do: Văn bản gốc không có số\n    ai: Văn phòng\n    ngày: 15/10/2020",
        cure="Xóa mục, hoặc sửa “mã”, “tệp”, “chỗ” cho đúng cảnh báo cần chấp nhận.",
    ),
)


class Accepting(NamedTuple):
    """What is still told, what is accepted, and the acceptances that nothing needs."""

    told: tuple[Diagnostic, ...]
    accepted: tuple[AcceptedWarning, ...]
    unneeded: tuple[Acceptance, ...]


def entries(repository: Repository) -> tuple[Acceptance, ...]:
    """Return every acceptance, in order of file."""
    return tuple(entry for listed in repository.of(Accepted).values() for entry in listed.entries)


def accept(repository: Repository, listed: Iterable[Acceptance], diagnostics: Iterable[Diagnostic]) -> Accepting:
    """Return the diagnostics without the warnings that an acceptance names; each one names one, the first that fits."""
    records = {record.file: record for record in repository.every_record()}
    left = list(diagnostics)
    accepted: list[AcceptedWarning] = []
    unneeded: list[Acceptance] = []
    for entry in listed:
        warning = next((item for item in left if _fits(entry, item, records.get(item.place.file))), None)
        if warning is None:
            unneeded.append(entry)
        else:
            left.remove(warning)
            accepted.append(AcceptedWarning(warning, entry))
    return Accepting(tuple(left), tuple(accepted), tuple(unneeded))


def _fits(entry: Acceptance, item: Diagnostic, record: FileRecord | None) -> bool:
    """Return whether an acceptance names a warning; in the public half, which has no lines, code and file must do."""
    return (
        (item.code.id, item.place.file) == (entry.code.upper(), entry.file)
        and item.severity is Severity.warning
        and (not item.place.line or fold(entry.spot) in map(fold, spots(record, item.place)))
    )


def told_unneeded(repository: Repository, outcome: Accepting, *, is_given: bool) -> Iterator[Diagnostic]:
    """Yield an error for each acceptance that nothing needs.

    Nothing is told of another day than the data's own, nor while errors keep warnings from being found.
    """
    errors = {item.code.id for item in outcome.told if item.severity is Severity.error}
    records = {record.file: record for record in repository.every_record()}
    for entry in outcome.unneeded:
        if entry.code.upper() in errors:
            found = f"“{entry.code}” là lỗi; chỉ cảnh báo mới được chấp nhận."
            yield NOT_NEEDED.at(entry.where("code"), found, cure="Sửa lỗi, rồi xóa mục này.")
        elif not errors and not is_given:
            near = [item for item in outcome.told if (item.code.id, item.place.file) == (entry.code, entry.file)]
            yield NOT_NEEDED.at(
                entry.where("code"),
                f"Không có cảnh báo {entry.code} nào ở “{entry.spot}” trong {entry.file}.",
                cure=_cure([spots(records.get(item.place.file), item.place)[0] for item in near]),
            )


def _cure(names: list[str]) -> str:
    if not names:
        return "Xóa mục này, hoặc sửa “mã”, “tệp”."
    return f"Cảnh báo ấy trong tệp đứng ở {join_words([f'“{name}”' for name in dict.fromkeys(names)])}: sửa “chỗ”."
