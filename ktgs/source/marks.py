"""Anchors, aliases, tags and escapes that spell forbidden characters: looked for only in text that may hold them."""

from __future__ import annotations

from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent, ScalarEvent

from ktgs.language.diagnostics import Code, Diagnostic, Place
from ktgs.source import codes
from ktgs.source.characters import forbidden_in_value, quote_it, shown

DEEPEST = 20  # levels

_WAYS = {
    codes.ANCHOR: "là tên đặt cho giá trị",
    codes.ALIAS: "là giá trị lấy từ nơi khác",
    codes.TAG: "là kiểu của giá trị",
}


def refused_marks(text: str, file: str, first_line: int) -> list[Diagnostic]:
    """Return the anchors, aliases, tags and forbidden escapes up to the first syntax error or too deep a level."""
    problems: list[Diagnostic] = []
    lines = text.split("\n")
    next_event = CParser(text).get_event
    depth = 0
    try:
        while depth <= DEEPEST and (event := next_event()) is not None:
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if isinstance(event, NodeEvent):
                problem = _refused(event, lines, file, first_line)
                if problem is not None:
                    problems.append(problem)
    except YAMLError:
        pass  # the reader meets the same error and explains it
    return problems


def _refused(event: Any, lines: list[str], file: str, first_line: int) -> Diagnostic | None:
    mark = event.start_mark
    place = Place(file, mark.line + first_line, mark.column + 1)
    if isinstance(event, AliasEvent) or event.anchor is not None or event.tag is not None:
        code = codes.ALIAS if isinstance(event, AliasEvent) else codes.ANCHOR if event.anchor is not None else codes.TAG
        return refuse(code, lines[mark.line][mark.column :], place)
    if isinstance(event, ScalarEvent) and event.style == '"':
        return forbidden_in_value(event.value, place)
    return None


def refuse(code: Code, rest: str, place: Place) -> Diagnostic:
    """Return the refusal of a value that starts with `&`, `*` or `!`; `rest` is its line from there on."""
    cure = f"Viết giá trị ra đầy đủ; nếu đó là chữ cần viết thì {quote_it(rest)}"
    return code.at(place, f"{shown(rest.partition(' ')[0])} {_WAYS[code]} trong YAML, không được dùng.", cure=cure)
