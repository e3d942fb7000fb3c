"""A record's text as nodes: every scalar, comment and blank line that means something, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True)
class TextSpan:
    """From the first character of something to just behind its last one, in the text that was parsed."""

    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Scalar:
    """A value that is no group: its text as YAML reads it. `is_text`: it stays text where it looks like a number."""

    text: str
    span: TextSpan = field(default_factory=TextSpan)
    is_text: bool = False


@dataclass(slots=True)
class KeyValue:
    """A key with its value, or an item of a list, whose key is empty; with the comments that belong to it.

    Of the lines `above` and `below` an empty one is a blank line; `below` stands deeper than the entry itself.
    """

    key: str
    value: Node
    above: list[str] = field(default_factory=list)
    beside: str = ""
    below: list[str] = field(default_factory=list)
    column: int = 0
    span: TextSpan = field(default_factory=TextSpan)
    tail: int = 0  # just behind the lines below it, 0 where there are none


@dataclass(slots=True)
class Values:
    """The entries of a mapping or of a list. `is_flow`: written between brackets."""

    is_list: bool
    entries: list[KeyValue] = field(default_factory=list)
    is_flow: bool = False
    span: TextSpan = field(default_factory=TextSpan)


@dataclass(slots=True)
class Layout:
    """A record's YAML: its group, the comment that heads the file, and the lines behind the last entry."""

    root: Values
    head: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)


Node: TypeAlias = Scalar | Values
