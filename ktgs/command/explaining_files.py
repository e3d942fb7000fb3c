"""What `ktgs explain FILE` prints: what a file is, what is wrong with it, and the obligations that it touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from os.path import abspath
from pathlib import Path, PurePosixPath

import click

from ktgs.command.usage import quoted
from ktgs.examining import reporters
from ktgs.facts.facts import Facts
from ktgs.facts.resting import resting_on
from ktgs.language.text import first_upper, nearest_id, perhaps, vi_date, vi_number
from ktgs.obligations.effects import Reached, change_words, how_many
from ktgs.obligations.naming import called
from ktgs.obligations.obligation import Obligation, Outcome
from ktgs.records.adjustment import ALL, Adjustment
from ktgs.records.base import FileRecord
from ktgs.records.loading import kind_of
from ktgs.records.report import Report
from ktgs.repository.naming import report_name

_ENDINGS = (".yml", ".yaml", ".md")
_LISTED = 40  # obligations that are listed one by one; of more only how many are in which state
_SCOPES = ("units", "teams", "people", "periods", "documents")


def looks_like_a_file(asked: str) -> bool:
    """Return whether what is asked for can only be a file: it has a folder or an ending of ours."""
    return "/" in asked or "\\" in asked or asked.endswith(_ENDINGS)


def find_file(root: Path, asked: str) -> str:
    """Return the path from the root of a file under `data/`, given from there or from here; refuse any other."""
    written, home = asked.replace("\\", "/"), Path(abspath(root))
    for path in (Path(abspath(root / written)), Path(abspath(written))):
        if path.is_file() and path.is_relative_to(home / "data"):
            return path.relative_to(home).as_posix()
    files = (path.relative_to(root).as_posix() for path in (root / "data").rglob("*") if path.suffix in _ENDINGS)
    near = nearest_id(PurePosixPath(written).name, sorted(PurePosixPath(file).name for file in files))
    hint = perhaps(near, "Ghi đường dẫn từ thư mục gốc, ví dụ data/organization.yml.")
    raise click.UsageError(f"Không có tệp {quoted([asked])} trong data/. {hint}")


def file_text(facts: Facts, file: str) -> str:
    """Return what a file under `data/` is and does, as of today."""
    record = next((record for record in facts.repository.every_record() if record.file == file), None)
    lines = [file, _what(facts, file, record)]
    if told := tuple(item for item in facts.diagnostics if item.place.file == file):
        lines += ["", reporters.as_text(told).rstrip()]
    lines.append("")
    if isinstance(record, Adjustment):
        lines += _adjustment(facts, record)
    else:
        lines += _resting(facts, resting_on(facts, file, record))
    return "\n".join(lines) + "\n"


def _what(facts: Facts, file: str, record: FileRecord | None) -> str:
    """Return the kind of file with its name; or why nothing is taken from it."""
    kind = kind_of(file)
    title = kind[0].record_title if kind else "Tệp"
    if record is not None:
        name = report_name(facts.repository, record) if isinstance(record, Report) else f"{title} “{record.id}”"
        return f"{name}, tính đến ngày {vi_date(facts.today)}"
    if any(mark.file == file for mark in facts.repository.broken):
        return f"{title}: tệp có lỗi nên không lấy được gì; việc có thể nằm trong tệp thành “Chưa rõ”"
    return f"{title}: tính đến ngày {vi_date(facts.today)} chưa có gì trong tệp được biết"


def _adjustment(facts: Facts, adjustment: Adjustment) -> Iterator[str]:
    about = adjustment.duty or (adjustment.activity.activity if adjustment.activity else "")
    yield ": ".join(filter(None, (f"{first_upper(str(adjustment.kind))} {about}", change_words(adjustment))))
    yield from (f"- {adjustment.key_of(scope)}: {_named(adjustment, scope)}" for scope in _given(adjustment))
    basis = f" (căn cứ: {adjustment.basis})" if adjustment.basis else ""
    decided = f"Quyết định ngày {vi_date(adjustment.decided_on)}, {adjustment.decided_by}"
    yield f"{decided}: {adjustment.reason}{basis}"
    effects = facts.effects_by(adjustment)
    yield ""
    yield f"Đụng đến {how_many(item.obligation for item in effects.concerned)}."
    for title, items in (("Có tác dụng với", effects.reached), ("Không có tác dụng với", effects.unreached)):
        if items:
            yield f"{title} {how_many(item.obligation for item in items)}:"
            yield from (f"- {_effect(facts, item)}" for item in items)


def _given(adjustment: Adjustment) -> Iterator[str]:
    return (scope for scope in _SCOPES if adjustment.gives(scope))


def _named(adjustment: Adjustment, scope: str) -> str:
    named = getattr(adjustment, scope)
    return str(ALL[0]) if named == ALL else ", ".join(getattr(item, "own", None) or str(item) for item in named)


def _effect(facts: Facts, reached: Reached) -> str:
    name, effect = called(facts.repository, reached.obligation), reached.effect
    if reached.why_not:
        return f"{name}: {reached.why_not}"
    if effect.outcome is Outcome.waived:
        return f"{name}: {reached.obligation.reason}"
    before, after = (vi_date(day) if day else "chưa rõ" for day in (effect.before, effect.after))
    return f"{name}: hạn {before} → {after}. {reached.obligation.reason}"


def _resting(facts: Facts, items: tuple[Obligation, ...]) -> Iterator[str]:
    if not items:
        yield "Không việc phải làm nào dựa vào tệp này."
        return
    yield f"Dựa vào tệp này có {how_many(items)}:"
    if len(items) <= _LISTED:
        for item in items:
            due = f"hạn {vi_date(item.due_on)}" if item.due_on else "chưa rõ hạn"
            yield f"- {called(facts.repository, item)}: {due}. {item.reason}"
    else:
        yield from _counts(items)


def _counts(items: Iterable[Obligation]) -> Iterator[str]:
    """Yield a line for each duty: how many of its obligations are in which state."""
    by_duty: dict[str, Counter[str]] = {}
    for item in items:
        by_duty.setdefault(item.duty.name, Counter())[str(item.state)] += 1
    for duty, states in by_duty.items():
        told = ", ".join(f"{state} {vi_number(number)}" for state, number in states.most_common())
        yield f"- {duty}: {vi_number(states.total())} việc ({told})"
