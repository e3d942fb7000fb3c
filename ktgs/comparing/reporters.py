"""A comparison as text for a terminal, Markdown for a job's summary and a comment, and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from ktgs.comparing.comparison import Comparison
from ktgs.comparing.decisions import DecisionChange
from ktgs.comparing.files import FileChange
from ktgs.comparing.words import MARK, ToldLine, opening, sections
from ktgs.examining.reporters import diagnostic_json, plain
from ktgs.language.text import vi_number
from ktgs.obligations.obligation import Obligation
from ktgs.repository.linked import ScheduledMeeting

_LINES = 25  # of a section that Markdown shows
_BELOW = 8  # and of those below one line
_LETTERS = 60_000  # of the whole: a comment at GitHub holds 65,536


def as_text(comparison: Comparison, base: str) -> str:
    """Return all that differs, a section a paragraph."""
    lines = [opening(comparison, base)]
    for section in sections(comparison):
        lines += ["", section.title]
        for line in section.lines:
            lines += [f"- {_marked(line)}", *(f"    {words}" for words in line.below)]
    return "\n".join(lines) + "\n"


def as_markdown(comparison: Comparison) -> str:
    """Return what differs as Markdown, of long lists the first lines and how many are left.

    Who reads it on a proposal knows what it is compared with, and not the name that git has for it.
    """
    lines = ["## Thay đổi của dữ liệu", "", plain(opening(comparison, "bản gốc"))]
    for section in sections(comparison):
        lines += ["", f"### {plain(section.title)}", ""]
        for line in section.lines[:_LINES]:
            lines.append(f"- {plain(_marked(line))}")
            lines += [f"  - {plain(words)}" for words in line.below[:_BELOW]]
            lines += _left(len(line.below) - _BELOW, "  ")
        lines += _left(len(section.lines) - _LINES, "")
    return "\n".join(_fitting(lines)) + "\n"


def _fitting(lines: list[str]) -> Iterator[str]:
    """Yield the lines that one comment holds."""
    left = _LETTERS
    for line in lines:
        left -= len(line) + 1
        if left < 0:
            yield from ("", "Còn nữa; xem đủ bằng ktgs diff.")
            return
        yield line


def _marked(line: ToldLine) -> str:
    return f"{MARK} {line.text}" if line.is_marked else line.text


def _left(count: int, indent: str) -> Iterator[str]:
    if count > 0:
        yield f"{indent}- … và {vi_number(count)} dòng nữa; xem đủ bằng ktgs diff."


def as_json(comparison: Comparison, base: str) -> str:
    """Return all that differs as an object with the English identifiers."""
    value = {
        "base": base,
        "today": comparison.head.facts.today.isoformat(),
        "files": [_file(change) for change in comparison.files],
        "meetings": [
            {"kind": one.kind.name, "meeting": str(one.one.key), "before": _on(one.before), "after": _on(one.after)}
            for one in comparison.meetings
        ],
        "decisions": [_decision(change) for change in comparison.decisions],
        "obligations": [
            {"id": one.one.id, "duty": one.one.duty.name, "before": _state(one.before), "after": _state(one.after)}
            for one in comparison.obligations
        ],
        "new_problems": [diagnostic_json(item) for item in comparison.new_problems],
        "gone_problems": [diagnostic_json(item) for item in comparison.gone_problems],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _file(change: FileChange) -> dict[str, object]:
    fields = [
        {"path": list(one.path), "before": one.before, "after": one.after, "removes_date": one.removes_date}
        for one in change.fields
    ]
    return {"kind": change.kind.name, "file": change.file, "name": change.name, "fields": fields}


def _decision(change: DecisionChange) -> dict[str, object]:
    return {
        "file": change.adjustment.file,
        "is_removed": change.is_removed,
        "reached": [item.obligation.id for item in change.effects.reached],
        "unreached": [{"id": item.obligation.id, "why": item.why_not} for item in change.effects.unreached],
        "missing_scopes": list(change.missing),
    }


def _on(scheduled: ScheduledMeeting | None) -> str | None:
    return scheduled.on.isoformat() if scheduled else None


def _state(item: Obligation | None) -> dict[str, object] | None:
    return {"state": item.state.name, "due_on": _iso(item.due_on)} if item else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
