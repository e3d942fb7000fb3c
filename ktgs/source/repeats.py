"""Keys that stand twice in a mapping: each is told, or, of several one after the other, the dash that an item lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from ktgs.language.diagnostics import Diagnostic, Place, Related
from ktgs.source import codes, syntax_codes
from ktgs.source.characters import shown
from ktgs.source.tree import Entry


class _Run(NamedTuple):
    """Keys that repeat one after the other in a mapping: up to which position, from which key, told where."""

    mapping: int
    last: int
    key: str
    text: str
    told: int


class Repeats:
    """Tells the repeated keys of one file, in the order met, among the file's `problems`."""

    def __init__(self, problems: list[Diagnostic]) -> None:
        self._problems = problems
        self._run = _Run(0, 0, "", "", 0)

    def tell(self, key: str, text: str, place: Place, entries: Mapping[str, Entry], *, is_inner: bool) -> None:
        """Tell that a key, written as `text`, is in the mapping already; `is_inner`: not the file's own mapping."""
        run, position = self._run, len(entries)
        if is_inner and (run.mapping, run.last) == (id(entries), position - 1) and key != run.key:
            self._run = run._replace(last=position)
            if self._problems[run.told].code is codes.DUPLICATE_KEY:
                self._problems[run.told] = _missing_dash(self._problems[run.told], run.text)
            return
        self._run = _Run(id(entries), position, key, text, len(self._problems))
        first = entries[key]
        begins_item = is_inner and first is next(iter(entries.values())) and first.key_line < place.line
        cure = f"Giữ lại dòng đúng, xóa dòng kia{'; nếu là một mục mới thì thêm dấu gạch' if begins_item else ''}."
        related = Related(Place(place.file, first.key_line, first.key_column), "lần đầu")
        found = f"Tên dòng {shown(text)} đã có ở dòng {first.key_line}."
        self._problems.append(codes.DUPLICATE_KEY.at(place, found, cure=cure, related=(related,)))


def _missing_dash(duplicate: Diagnostic, key: str) -> Diagnostic:
    """Return what the first of several keys that repeat one after the other means."""
    found = "Từ đây các tên dòng của mục ở trên lặp lại: một mục mới đã bắt đầu mà thiếu dấu gạch."
    cure = f"Viết “- ” trước {shown(key)}; nếu vẫn là mục ở trên thì xóa các dòng lặp lại."
    return replace(duplicate, code=syntax_codes.MISSING_DASH, found=found, cure=cure)
