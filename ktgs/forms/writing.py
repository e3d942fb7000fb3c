"""Values as a file gives them: the text of a date, a word, a reference."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time
from enum import Enum

from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.records.base import FileRecord
from ktgs.records.keys import Key
from ktgs.records.values import DocumentNumber, YesNo


def is_inside_plan(root: type[FileRecord]) -> bool:
    """Return whether files of the kind lie in the folder of a plan, where references need not name it."""
    return "{plan}" in root.path


def text_of(value: object, root: type[FileRecord]) -> str:
    """Return the text that stands for a value in a file of a kind; refuses (TypeError) what is no single value."""
    match value:
        case bool():
            return str(YesNo.yes if value else YesNo.no)
        case str() | int() | DocumentNumber():
            return str(value)
        case Enum():
            return str(value.value)
        case date():
            return vi_date(value)
        case time():
            return f"{value.hour}:{value.minute:02}"
        case Month():
            return value.label
        case Key():
            return _reference(value, root)
    raise TypeError(f"not a single value: {value!r}")


def _reference(key: Key, root: type[FileRecord]) -> str:
    """Return a key as its plan or its unit knows it; in full from outside the plan's folder."""
    is_of_unit = fields(key)[0].name == "unit"
    return key.own if is_of_unit or is_inside_plan(root) else str(key)
