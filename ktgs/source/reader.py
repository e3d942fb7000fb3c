"""YAML bytes to a text tree with places, in one pass over libyaml's events; what could change meaning is refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from sys import intern
from typing import Any, NoReturn

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ktgs.language.diagnostics import Code, Diagnostic, Place
from ktgs.language.text import fold, nfc
from ktgs.source import codes
from ktgs.source.characters import decode, forbidden_characters, is_suspect
from ktgs.source.conflicts import conflicts
from ktgs.source.doubts import cut_values, old_encoding
from ktgs.source.lookalikes import unlike_colon, unlike_dash
from ktgs.source.marks import DEEPEST, refused_marks
from ktgs.source.repeats import Repeats
from ktgs.source.syntax import explain, no_key
from ktgs.source.tree import PLACES, Break, Entry, Node, Places, Tree, layout

_REMEMBERED = 10_000  # spellings of keys

_LEFTOVERS = (codes.EMPTY_ITEM, codes.KEY_NOT_TEXT)  # what an anchor or the like may leave of an item or a key
_new = tuple.__new__  # an Entry without the cost of its own __new__
_KEYS: dict[str, str] = {}  # spelling → folded key; a spelling that may not be a key never enters


def read_yaml(data: bytes, file: str) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """Return the file's tree, or None; and what is wrong or doubtful. `file` is the path that places name."""
    text, problems = decode(data, file)
    if text is None:
        return None, problems
    if unsettled := conflicts(text, file):  # whatever the parser said of such text would only mislead
        return None, unsettled
    return read_text(text, file)


def read_text(text: str, file: str, first_line: int = 1) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """Return the tree of YAML text that starts on `first_line` of the file, or None; and what is wrong or doubtful."""
    problems: list[Diagnostic] = []
    doubts: tuple[Diagnostic, ...] = ()
    if is_suspect(text):
        problems = forbidden_characters(text, file, first_line, is_yaml=True)
        if problems:  # whatever the parser said of such text would only repeat this
            return None, tuple(problems)
        problems = refused_marks(text, file, first_line)
        doubts = tuple(old_encoding(text, file, first_line))
    tree = _Builder(text, file, first_line, problems).document()
    if problems:
        return None, tuple(problems)
    if " #" in text or "\t#" in text:
        doubts += tuple(cut_values(text, file, first_line))
    return tree, doubts


def _causes(known: Diagnostic, problem: Diagnostic) -> bool:
    """Return whether a syntax error only follows from what is known of its line, or the end of the line above it."""
    lines = problem.place.line - known.place.line
    return lines == 0 or (lines == 1 and known.code is not codes.DUPLICATE_KEY)


class _Stop(Exception):
    """The rest of the file would not be understood; the reason is among the problems already."""


class _Builder:
    """Builds one file's tree; `problems` grows on the way."""

    __slots__ = (
        "breaks",
        "file",
        "first_line",
        "is_composed",
        "next_event",
        "problems",
        "refused_lines",
        "repeats",
        "spares",
        "text",
    )

    def __init__(self, text: str, file: str, first_line: int, problems: list[Diagnostic]) -> None:
        self.text = text
        self.file = file
        self.first_line = first_line
        self.problems = problems
        self.breaks: list[Break] = []
        self.repeats = Repeats(problems)
        self.spares = 0
        self.refused_lines = {problem.place.line for problem in problems}
        self.is_composed = unicodedata.is_normalized("NFC", text) and "\\" not in text  # escapes can spell letters
        self.next_event: Callable[[], Any] = CParser(text).get_event

    def document(self) -> Tree | None:
        """Return the tree of the only document; None, with the problems said, where there is none."""
        try:
            return self._document()
        except _Stop:
            return None
        except YAMLError as error:
            problem = explain(error, self.text, self.file, self.first_line)
            if not any(_causes(known, problem) for known in self.problems):
                self.problems.append(problem)
            return None

    def _document(self) -> Tree | None:
        self.next_event()  # the stream's start
        start = self.next_event()
        root = self.next_event()
        if root is None or (isinstance(root, ScalarEvent) and not (root.value or self.problems)):
            place, cure = Place(self.file, self.first_line), "Điền nội dung, hoặc xóa tệp."
            self.problems.append(codes.EMPTY_FILE.at(place, "Không có dòng nào dạng “tên dòng: giá trị”.", cure=cure))
            return None
        if start.version or start.tags:
            self._say(codes.DIRECTIVE, start, "Dòng bắt đầu bằng “%” không được dùng.", "Xóa dòng đó.")
        if not isinstance(root, MappingStartEvent):
            self._refuse_root(root)
        tree = self._mapping(root, 1)
        if self.breaks and isinstance(places := tree[PLACES], Places):
            places.layout = replace(places.layout, breaks=tuple(self.breaks))
        self.next_event()  # the document's end
        if isinstance(following := self.next_event(), DocumentStartEvent):
            found = "Từ đây là một tài liệu khác; mỗi tệp là một bản ghi."
            self._say(codes.MANY_DOCUMENTS, following, found, "Xóa dòng “---”, hoặc chuyển phần sau sang tệp riêng.")
        return tree

    def _mapping(self, start: Any, depth: int) -> Tree:
        if depth > DEEPEST:
            self._refuse_depth(start)
        next_event, first_line, is_composed = self.next_event, self.first_line, self.is_composed
        tree: Tree = {}
        entries: dict[str, Entry] = {}
        empty: list[str] = []
        while True:
            event = next_event()
            if event.__class__ is not ScalarEvent:  # quicker than isinstance, and these classes have no subclasses
                if event.__class__ is MappingEndEvent:
                    mark = start.start_mark
                    tree[PLACES] = Places(self.file, layout(mark.line + first_line, mark.column + 1, entries, empty))
                    return tree
                self._refuse_key(event)
            key = _KEYS.get(event.value) or self._key(event)
            if key in entries:
                self.repeats.tell(key, event.value, self._at(event), entries, is_inner=depth > 1)
                key = self._spare()
            key_mark: Any = event.start_mark
            event = next_event()
            mark = event.start_mark
            items: tuple[tuple[int, int], ...] = ()
            if event.__class__ is ScalarEvent:
                text = event.value
                if not text or text.isspace():
                    empty.append(key)
                else:
                    tree[key] = intern(text if is_composed else nfc(text))
                    if "\n" in text:
                        self.breaks.append(Break(key, mark.line + first_line, mark.column + 1))
            elif event.__class__ is SequenceStartEvent:
                tree[key], items = self._sequence(event, depth + 1, key)
            elif event.__class__ is MappingStartEvent:
                tree[key] = self._mapping(event, depth + 1)
            place = (key_mark.line + first_line, key_mark.column + 1, mark.line + first_line, mark.column + 1, items)
            entries[key] = _new(Entry, place)

    def _sequence(self, start: Any, depth: int, key: str) -> tuple[list[Node], tuple[tuple[int, int], ...]]:
        if depth > DEEPEST:
            self._refuse_depth(start)
        next_event, first_line = self.next_event, self.first_line
        nodes: list[Node] = []
        items: list[tuple[int, int]] = []
        while True:
            event = next_event()
            mark = event.start_mark
            if event.__class__ is SequenceEndEvent:
                return nodes, tuple(items)
            items.append((mark.line + first_line, mark.column + 1))
            if event.__class__ is MappingStartEvent:
                nodes.append(self._mapping(event, depth + 1))
            elif event.__class__ is ScalarEvent:
                text = event.value
                if not text or text.isspace():
                    self._refuse_item(event)
                nodes.append(text if self.is_composed else nfc(text))
                if "\n" in text:
                    self.breaks.append(Break(key, *items[-1]))
            elif event.__class__ is SequenceStartEvent:
                nodes.append(self._sequence(event, depth + 1, key)[0])

    def _key(self, event: Any) -> str:
        """Return the folded key; where it may not be a key, say so and return one that no file can hold."""
        key = fold(event.value)
        if key == "<<":
            self._say(codes.MERGE_KEY, event, "Tên dòng “<<” không được dùng.", "Viết các dòng ra đầy đủ.")
        elif not key:
            self._say(
                codes.KEY_NOT_TEXT, event, "Trước dấu hai chấm không có tên dòng.", "Viết tên dòng trước dấu hai chấm."
            )
        elif unlike := unlike_dash(f"{event.value}:", self._at(event)) or unlike_colon(event.value, self._at(event)):
            self.problems.append(unlike)
        else:
            if len(_KEYS) < _REMEMBERED:
                _KEYS[event.value] = key
            return key
        return self._spare()

    def _at(self, event: Any, back: int = 0) -> Place:
        return Place(self.file, event.start_mark.line + self.first_line, event.start_mark.column + 1 - back)

    def _spare(self) -> str:
        self.spares += 1
        return f"{PLACES}{self.spares}"

    def _refuse_item(self, event: Any) -> None:
        after_dash = event.style == "" and event.start_mark.column > 0  # a plain empty item stands just after its dash
        cure = "Điền nội dung của mục, hoặc xóa dấu gạch đầu dòng."
        self._say(codes.EMPTY_ITEM, event, "Mục này của danh sách để trống.", cure, back=int(after_dash))

    def _refuse_root(self, root: Any) -> NoReturn:
        mark = root.start_mark
        if isinstance(root, SequenceStartEvent):
            found = "Tệp bắt đầu bằng một danh sách, không phải bằng tên dòng."
            self._say(codes.ROOT_NOT_MAPPING, root, found, "Đặt danh sách dưới tên dòng của nó.")
        elif not self.problems:  # an alias or a tag there says it all
            self.problems.append(no_key(self.text, self.file, self.first_line, (mark.line, mark.column)))
        raise _Stop

    def _refuse_key(self, event: Any) -> NoReturn:
        if isinstance(event, CollectionStartEvent):
            cure = "Viết tên dòng trước dấu hai chấm; nếu là giá trị thì đặt cả giá trị trong ngoặc kép."
            found = "Tên dòng này là một danh sách hoặc một nhóm, không phải là chữ."
            self._say(codes.KEY_NOT_TEXT, event, found, cure)
        raise _Stop  # an alias is among the problems already

    def _refuse_depth(self, event: Any) -> NoReturn:
        found = f"Đến đây dữ liệu lồng quá {DEEPEST} mức."
        self._say(codes.TOO_DEEP, event, found, "Bỏ bớt dấu ngoặc hoặc mức thụt dòng thừa.")
        raise _Stop

    def _say(self, code: Code, event: Any, found: str, cure: str, back: int = 0) -> None:
        place = self._at(event, back)
        if code not in _LEFTOVERS or place.line not in self.refused_lines:
            self.problems.append(code.at(place, found, cure=cure))
