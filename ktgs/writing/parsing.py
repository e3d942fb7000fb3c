"""Sound YAML text to nodes, by the parser that the reader uses: what one takes for a value the other does."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from yaml._yaml import CParser
from yaml.events import NodeEvent, ScalarEvent, SequenceStartEvent

from ktgs.language.text import nfc
from ktgs.writing.nodes import KeyValue, Layout, Node, Scalar, TextSpan, Values

_LINE = re.compile(r"([^\n#]*)(#[^\n]*)?(\n|$)")
_OF_WHAT_COMES = -1  # the column of a remark that is below nothing
_BLOCK_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\n]*)")


def parse(text: str) -> Layout:
    """Return the nodes of YAML text that the reader has read without error; line ends are \\n."""
    return _Parser(text).document()


class _Remark(NamedTuple):
    """A comment that has a line of its own, or a blank line, which has no text."""

    column: int
    text: str
    end: int  # just behind its line, from the start of the gap


class _Parser:
    """Parses one text. Between two tokens stand only signs, blanks and comments: that is where comments are found."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next_event: Any = CParser(text).get_event
        self.position = 0  # just behind the last token
        self.latest: KeyValue | None = None  # the entry whose key or value stands last
        self.ended: list[KeyValue] = []  # those that ended with the last token, the innermost first
        self.remarks: list[str] = []  # lines that wait for the entry below them

    def document(self) -> Layout:
        self.next_event()  # the stream's start
        self.next_event()  # the document's
        root = self._group(self.next_event())
        self._look(len(self.text))
        document = Layout(root, foot=self.remarks)
        if root.entries and "" in (above := root.entries[0].above)[1:]:
            cut = len(above) - above[::-1].index("")
            document.head, root.entries[0].above = above[: cut - 1], above[cut:]
        return document

    def _group(self, start: Any) -> Values:
        is_list = isinstance(start, SequenceStartEvent)
        group = Values(is_list, is_flow=bool(start.flow_style), span=TextSpan(start.start_mark.index))
        self._look(start.start_mark.index)
        if group.is_flow:
            self.position = start.end_mark.index
        column = start.start_mark.column
        while True:
            event: Any = self.next_event()
            if not isinstance(event, NodeEvent):
                break
            entry = self._item(event, column) if is_list else self._pair(event)
            entry.span.end = _end(entry)
            self.ended.append(entry)
            group.entries.append(entry)
        if group.is_flow:
            self._look(event.start_mark.index)
            self.position = event.end_mark.index
        group.span.end = self.position
        return group

    def _item(self, event: Any, column: int) -> KeyValue:
        gap = self.text[self.position : event.start_mark.index]
        self._look(event.start_mark.index)
        dash = event.start_mark.index - len(gap) + _last_dash(gap)
        entry = KeyValue("", Scalar(""), self._taken(), column=column, span=TextSpan(dash))
        entry.value = self._value(event, entry)
        return entry

    def _pair(self, key: Any) -> KeyValue:
        self._look(key.start_mark.index)
        span = TextSpan(key.start_mark.index)
        entry = KeyValue(nfc(key.value), Scalar(""), self._taken(), column=key.start_mark.column, span=span)
        self.latest, self.position = entry, key.end_mark.index
        entry.value = self._value(self.next_event(), entry)
        return entry

    def _value(self, event: Any, entry: KeyValue) -> Node:
        if not isinstance(event, ScalarEvent):
            return self._group(event)
        marks: Any = (event.start_mark, event.end_mark)
        start, end = (mark.index for mark in marks)
        if event.style in ("", None) and not event.value:  # nothing is written, so nothing can stand before it
            return Scalar("", TextSpan(self.position, self.position))
        self._look(start)
        entry.above += [line for line in self._taken() if line]
        if event.style in ("|", ">"):
            lines = self.text[start:end]
            end = start + len(lines.removesuffix("\n") if "+" in lines.partition("\n")[0] else lines.rstrip(" \n"))
            if comment := _BLOCK_COMMENT.match(self.text, start):
                entry.above.append(comment[1].rstrip())
        self.latest, self.position = entry, end
        return Scalar(nfc(event.value), TextSpan(start, end))

    def _taken(self) -> list[str]:
        taken, self.remarks = self.remarks, []
        return taken

    def _look(self, until: int) -> None:
        """Hand out the comments between the last token and the next: beside and below what ended, above what comes."""
        beside, remarks = _remarks(self.text[self.position : until], self.position > 0)
        if beside and self.latest:
            if self.latest.beside:
                self.latest.above.append(beside)
            else:
                self.latest.beside = beside
        ended = iter(self.ended)
        above = next(ended, None)
        for remark in remarks:
            while above is not None and remark.column <= above.column:
                above = next(ended, None)
            if above is None:
                self.remarks.append(remark.text)
            else:
                above.below.append(remark.text)
                above.tail = self.position + remark.end
        if until > self.position:
            self.ended = []
        self.position = max(self.position, until)


def _end(entry: KeyValue) -> int:
    """Return where the value's last token ends."""
    value = entry.value
    if isinstance(value, Values) and value.entries and not value.is_flow:
        return value.entries[-1].span.end
    return value.span.end


def _remarks(gap: str, is_behind: bool) -> tuple[str, list[_Remark]]:
    """Return the comment on the line of the token before the gap, then the comments and blank lines below it."""
    beside, is_below = "", True
    found: list[_Remark] = []
    for line in _LINE.finditer(gap):
        before, comment = line[1], (line[2] or "").rstrip()
        if is_behind and line.start() == 0:
            beside = comment
            continue
        is_below = is_below and not before.strip()  # from the dash of what comes on, nothing is about what ended
        if comment or (line[3] and not before.strip()):
            found.append(_Remark(len(before) if comment and is_below else _OF_WHAT_COMES, comment, line.end()))
    for index in range(len(found) - 2, -1, -1):
        if not found[index].text:  # a blank line belongs to what stands below it
            found[index] = found[index]._replace(column=found[index + 1].column)
    return beside, found


def _last_dash(gap: str) -> int:
    """Return where the last dash of a gap stands that is in no comment, its start where there is none."""
    return max(re.sub(r"#[^\n]*", lambda comment: " " * len(comment[0]), gap).rfind("-"), 0)
