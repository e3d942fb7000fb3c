"""Values as a file gives them: the text of a date, a word, a reference; quoted only where YAML asks for it."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from datetime import date, time
from enum import Enum

from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.records.base import FileRecord
from ktgs.records.keys import Key
from ktgs.records.values import DocumentNumber, YesNo

_UNSAFE = re.compile(
    r"""[-?:,\[\]{}#&*!|>'"%@`~\s]|\.\.\.|.*(?:: |:$| #|[\x00-\x1f\x7f\x85\u2028\u2029]|\s$)""", re.DOTALL
)


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


def scalar(text: str) -> str:
    """Return the text as YAML: plain where that is read as the same text, else in double quotes on one line."""
    return json.dumps(text, ensure_ascii=False) if not text or _UNSAFE.match(text) else text
