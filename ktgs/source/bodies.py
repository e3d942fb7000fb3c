"""A body's Markdown as events with their places. What is no Markdown stays the text that it is; nothing is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pyromark import Markdown, Options

DEEPEST = 20  # lists and quotations inside one another
MOST = 200_000  # pieces of Markdown in one body: more than a megabyte of ordinary text has
SCHEMES = ("http", "https", "mailto", "tel")

# Stand-ins of one byte, so that places stay true; neither can stand in a file. Without a `<` there is no HTML, which
# would swallow words; without a `]` before a colon no line defines a link's address, which would not be shown.
_LESS, _CLOSING = "\x01", "\x02"
_NO_MARKDOWN = re.compile(r"\\[\\<\]]|<(?:https?://|mailto:)[^\s<>]*>|\[\^[^\[\]\n]+\]:|<|\](?=:)")
_STAND_INS = {"<": _LESS, "]": _CLOSING}
_REAL = {ord(stand_in): real for real, stand_in in _STAND_INS.items()}

# Every level needs a sign or a blank of its own at its line's start, and every piece a byte.
_MAY_BE_DEEP = re.compile(rf"^[ \t>*+\-\d.)]{{{DEEPEST},}}", re.MULTILINE)
_DEEPENS = frozenset({"List", "BlockQuote"})
_PARSER = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES)
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_IGNORED = re.compile(r"[\t\n\r]|^[\x00-\x20]+")  # what browsers leave out of an address
_HOST = re.compile(r"[/\\]{2}")


class MarkdownEvent(NamedTuple):
    """A piece of Markdown: `kind` is Start, End or that of a leaf, `tag` what begins or ends; offsets are in bytes."""

    kind: str
    tag: str
    value: Any
    start: int
    end: int


def events(text: str) -> Iterator[MarkdownEvent]:
    """Yield the text's Markdown piece by piece, in time that grows with its length alone."""
    for event, span in _PARSER.events_with_range(_NO_MARKDOWN.sub(_stand_in, text)):
        kind, value = _parted(event)
        tag, value = _parted(value) if kind in ("Start", "End") else ("", value)
        yield MarkdownEvent(
            kind=kind,
            tag=tag,
            value=value,
            start=span["start"],
            end=span["end"],
        )


_WITHIN_LINES = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})
_BREAKS = frozenset({"SoftBreak", "HardBreak"})


def read_texts(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each paragraph, heading, item and cell as it is read on the page: start and end in bytes, and its words."""
    start, words = 0, list[str]()
    for event in events(text):
        if event.kind in _BREAKS:
            words.append(" ")
        elif event.kind in ("Start", "End") and event.tag not in _WITHIN_LINES:
            if words:
                yield start, event.start if event.kind == "Start" else event.end, "".join(words)
            start, words = event.start, []
        elif isinstance(event.value, str):
            words.append(real(event.value))


class Limit(NamedTuple):
    """Where, in bytes, a text is too deep to be shown as Markdown, or else has too many pieces."""

    offset: int
    is_depth: bool


def limit(text: str) -> Limit | None:
    """Return where the text passes what is read of Markdown, None where it does not: beyond, it is shown as written."""
    if 2 * len(text) < MOST and not _MAY_BE_DEEP.search(text):
        return None
    depth = 0
    for number, event in enumerate(events(text)):
        if event.tag in _DEEPENS:
            depth += 1 if event.kind == "Start" else -1
        if depth > DEEPEST or number >= MOST:
            return Limit(event.start, depth > DEEPEST)
    return None


def _parted(event: Any) -> tuple[str, Any]:
    """Return the name and the content of what the parser gives: a name alone, or one name with its content."""
    return (event, None) if isinstance(event, str) else next(iter(event.items()))


def _stand_in(match: re.Match[str]) -> str:
    return _STAND_INS.get(match[0], match[0])


def real(text: str) -> str:
    """Return the text of an event as it is written in the body."""
    return text.translate(_REAL)


def is_followed(address: str) -> bool:
    """Return whether a link to the address is made: web, mail, telephone, or a place on this site."""
    scheme = _SCHEME.match(_IGNORED.sub("", address))
    return scheme is None or scheme[1].lower() in SCHEMES


def is_elsewhere(address: str) -> bool:
    """Return whether the address is on another host, whence no picture is loaded."""
    address = _IGNORED.sub("", address)
    return _SCHEME.match(address) is not None or _HOST.match(address) is not None
