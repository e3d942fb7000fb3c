"""The lines that git leaves where two edits of one place were not brought together."""

from __future__ import annotations

import re

from ktgs.language.diagnostics import Diagnostic, Place, Related
from ktgs.language.text import join_words
from ktgs.source import syntax_codes

_MARK = re.compile(r"^(?:[<>|]{7}(?= |\r?$)|={7}(?=\r?$))", re.MULTILINE)
_ORDER = "<|=>"
_CURE = "Giữ bản đúng, hoặc cả hai khi không trái nhau, rồi xóa các dòng đánh dấu."


def conflicts(text: str, file: str, body_line: int | None = None) -> tuple[Diagnostic, ...]:
    """Return one diagnostic for each conflict in a file's text, at its first mark.

    A mark that was left over alone is one, too: the text beside it may be of either edit. Only `=======` alone is
    none in a Markdown body, which begins on `body_line`: there it makes a heading of the line above.
    """
    if not any(mark * 7 in text for mark in _ORDER):  # quicker than the pattern, and nearly always so
        return ()
    groups: list[list[tuple[int, str]]] = []
    line, before = 1, 0
    for match in _MARK.finditer(text):
        line, before = line + text.count("\n", before, match.start()), match.start()
        mark = match.group()[0]
        if not groups or mark == "<" or _ORDER.index(mark) <= _ORDER.index(groups[-1][-1][1]):
            groups.append([])
        groups[-1].append((line, mark))
    return tuple(_told(file, marks) for marks in groups if not _is_heading(marks, body_line))


def _is_heading(marks: list[tuple[int, str]], body_line: int | None) -> bool:
    (line, mark), *more = marks
    return mark == "=" and not more and body_line is not None and line >= body_line


def _told(file: str, marks: list[tuple[int, str]]) -> Diagnostic:
    left = join_words([f"dòng {line} ({mark * 7})" for line, mark in marks])
    words = f"Hai bản sửa cùng một chỗ chưa được gộp, còn {left}."
    lines = {mark: line for line, mark in marks}
    halves = [
        Related(Place(file, lines[start] + 1), name)
        for start, end, name in (("<", "=", "bản đang có"), ("=", ">", "bản được gộp vào"))
        if start in lines and end in lines
    ]
    return syntax_codes.CONFLICT.at(Place(file, marks[0][0]), words, cure=_CURE, related=halves)
