"""Diagnostics as text for people, JSON, annotations for GitHub Actions, and Markdown for a job's summary."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

from ktgs.language.diagnostics import Code, Diagnostic, Severity

Explained = Callable[[Code], str]  # where a code is explained on the web, empty where no site is known

_COMMANDS = {Severity.error: "error", Severity.warning: "warning", Severity.note: "notice"}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~&])")


def as_text(diagnostics: Sequence[Diagnostic]) -> str:
    """Return one clickable line a diagnostic, its related places indented below it, and a closing line of totals."""
    lines: list[str] = []
    for item in diagnostics:
        lines.append(one_line(item))
        lines.extend(_related(item))
    return "\n".join([*lines, summary(diagnostics)]) + "\n"


def one_line(item: Diagnostic) -> str:
    """Return a diagnostic with its place, code and severity on one line."""
    return f"{item.place}: {item.code.id} {item.severity.value}: {_words(item)}"


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Return a JSON list of objects with the English identifiers."""
    return json.dumps([diagnostic_json(item) for item in diagnostics], ensure_ascii=False, indent=2) + "\n"


def nowhere(_: Code) -> str:
    """Return nothing: no site is known that explains codes."""
    return ""


def as_github(diagnostics: Sequence[Diagnostic], explained: Explained = nowhere) -> str:
    """Return one workflow command a diagnostic, which GitHub shows at its line, and the line of totals."""
    lines = [_annotation(item, explained(item.code)) for item in diagnostics]
    return "\n".join([*lines, summary(diagnostics)]) + "\n"


def as_markdown(diagnostics: Sequence[Diagnostic], explained: Explained = nowhere) -> str:
    """Return the whole list as Markdown: GitHub shows only ten annotations, the job's summary shows all."""
    lines = ["## Kiểm tra dữ liệu", "", summary(diagnostics), ""]
    if diagnostics:
        rows = (_row(item, explained(item.code)) for item in diagnostics)
        lines += ["| Mức | Mã | Chỗ | Nội dung |", "|---|---|---|---|", *rows, ""]
    return "\n".join(lines)


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many problems of each severity there are and in how many files, as one sentence."""
    counts = {
        severity: sum(item.stands_for for item in diagnostics if item.severity is severity) for severity in Severity
    }
    told = ", ".join(f"{count} {severity.value}" for severity, count in counts.items() if count)
    files = len({item.place.file for item in diagnostics})
    if not diagnostics:
        return "Không có lỗi."
    sound = "" if counts[Severity.error] else "Không có lỗi; "
    return f"{sound}{told} trong {files} tệp."


def _words(item: Diagnostic) -> str:
    return _one_line(f"{item.message} {item.cure}")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _related(item: Diagnostic) -> list[str]:
    return [f"    {related.place}: {_one_line(related.note)}" for related in item.related]


def diagnostic_json(item: Diagnostic) -> dict[str, object]:
    """Return the diagnostic with the English identifiers."""
    return {
        "code": item.code.id,
        "severity": item.severity.name,
        **item.place._asdict(),
        "message": item.message,
        "cure": item.cure,
        "related": [{**related.place._asdict(), "note": related.note} for related in item.related],
    }


def _annotation(item: Diagnostic, url: str) -> str:
    """Return the workflow command; the escapes are those of GitHub's own toolkit (`@actions/core`, command.ts)."""
    file, line, column = item.place
    title = _property(f"{item.code.id} {item.code.title}")
    message = "\n".join([_words(item), *map(str.strip, _related(item)), *([f"Xem: {url}"] if url else [])])
    place = f"file={_property(file)}" + (f",line={line},col={column}" if line else "")
    return f"::{_COMMANDS[item.severity]} {place},title={title}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _row(item: Diagnostic, url: str) -> str:
    code = f"[{item.code.id}]({url})" if url else item.code.id
    place, words = plain(str(item.place)), plain("; ".join([_words(item), *_related(item)]))
    return f"| {item.severity.value} | {code} | {place} | {words} |"


def plain(text: str) -> str:
    """Return the text on one line with every character escaped that Markdown or HTML would take for its own.

    A name after @ calls nobody.
    """
    return _MARKDOWN.sub(r"\\\1", _one_line(text)).replace("@", "@<!-- -->")
