"""The text of a new record, from plain values under Vietnamese keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ktgs.language.text import nfc
from ktgs.records.base import FileRecord, MarkdownRecord, Record
from ktgs.records.sub_units import Words
from ktgs.writing.forms import arrange, field_of, written
from ktgs.writing.nodes import KeyValue, Layout, Node, Scalar, Values
from ktgs.writing.printing import document_text


def compose(kind: type[FileRecord], values: Mapping[str, Any], body: str = "", words: Words = None) -> str:
    """Return the canonical text of a record; what is empty is left out, a paper's number stays as it is given.

    Values are texts, days, times, months, numbers, booleans, words, lists and mappings. `body` is a Markdown record's
    text; `words` are what sub-units are called: without them an unknown key passes for such a word.
    Refuses (ValueError) a key that the record does not have, and a body where there can be none.
    """
    root = node(values)
    if not isinstance(root, Values) or not root.entries:
        raise ValueError("a record without values")
    require_known_keys(root, kind, words)
    arrange(root, kind, words)
    text = document_text(Layout(root))
    if issubclass(kind, MarkdownRecord):
        return f"---\n{text}---\n" + (f"\n{nfc(body).strip()}\n" if body.strip() else "")
    if body:
        raise ValueError(f"{kind.record_kind} has no body")
    return text


def node(value: Any) -> Node:
    """Return the node of a plain value; keys and items without a value are left out of it."""
    if isinstance(value, Mapping):
        return Values(False, [KeyValue(nfc(key), node(item)) for key, item in value.items() if not _is_empty(item)])
    if isinstance(value, (list, tuple)):
        return Values(True, [KeyValue("", node(item)) for item in value if not _is_empty(item)])
    return Scalar(nfc(written(value)))


def _is_empty(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(_is_empty(item) for item in value.values())
    if isinstance(value, (list, tuple)):
        return all(_is_empty(item) for item in value)
    return value is None or (isinstance(value, str) and not value.strip())


def require_known_keys(group: Values, kind: type[Record], words: Words = None) -> None:
    """Refuse (ValueError) a key that the record, or one inside it, does not have."""
    for entry in group.entries:
        field = field_of(kind, entry.key, words)
        if field is None:
            raise ValueError(f"{kind.__name__} has no {entry.key!r}")
        if field.child is None or not isinstance(entry.value, Values):
            continue
        for held in [item.value for item in entry.value.entries] if entry.value.is_list else [entry.value]:
            if isinstance(held, Values):
                require_known_keys(held, field.child, words)
