"""Ids as files write them: an item's own id, and references to other records by theirs."""

from __future__ import annotations

import re
from typing import Annotated

from ktgs.language.text import slug
from ktgs.language.vocabulary import Reference
from ktgs.records.values import Reader, refuse
from ktgs.source.characters import shown

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REFERENCE = re.compile(rf"{_ID.pattern}(?:[/#]{_ID.pattern})*")
LONGEST = 100  # an id names files, whose names hold 255 bytes on most systems and 143 on some, and parts of paths
# Windows has devices of these names, whatever the ending; `index` names the list that stands beside the pages.
_TAKEN = re.compile(r"index|con|prn|aux|nul|(?:com|lpt)[0-9]")


def why_no_name(text: str) -> str:
    """Return why files and pages cannot have the id as their name, empty where they can."""
    if len(text) > LONGEST:
        return f"{shown(text)} dài {len(text)} ký tự, quá {LONGEST}."
    if _TAKEN.fullmatch(text):
        whose = "trang danh mục" if text == "index" else "một thiết bị của Windows"
        return f"{shown(text)} là tên dành cho {whose}."
    return ""


def read_id(text: str) -> str:
    """Return an item's own id as written: lower-case letters a–z and digits, parted by single hyphens.

    Refuses one that no file can have as its name.
    """
    if not _ID.fullmatch(text):
        raise refuse("S209", f"{shown(text)} không phải là một mã.", cure=_cure(text))
    if why := why_no_name(text):
        raise refuse("S209", why, cure="Đặt mã khác, ngắn và nói rõ nội dung.")
    return text


def read_reference(text: str) -> str:
    """Return the id that another record is named by; longer references join ids with `/` and `#`."""
    if not _REFERENCE.fullmatch(text):
        raise refuse("S209", f"{shown(text)} không phải là một mã.", cure=_cure(text))
    return text


def _cure(text: str) -> str:
    example = slug(text)
    words = "Mã gồm chữ thường không dấu, chữ số và dấu gạch nối"
    return f"{words}, ví dụ {example}." if example else f"{words}."


_REFERENCE_READER = Reader(read_reference)
Id = Annotated[str, Reader(read_id)]
UnitId = Annotated[str, _REFERENCE_READER, Reference("unit")]
PersonId = Annotated[str, _REFERENCE_READER, Reference("person")]
PlanId = Annotated[str, _REFERENCE_READER, Reference("plan")]
BodyId = Annotated[str, _REFERENCE_READER, Reference("body")]
ActivityId = Annotated[str, _REFERENCE_READER, Reference("activity")]
TeamId = Annotated[str, _REFERENCE_READER, Reference("team")]
NoticeId = Annotated[str, _REFERENCE_READER, Reference("notice")]
BranchId = Annotated[str, _REFERENCE_READER, Reference("branch")]
MeetingId = Annotated[str, _REFERENCE_READER, Reference("meeting")]
TopicId = Annotated[str, _REFERENCE_READER, Reference("topic")]
FindingId = Annotated[str, _REFERENCE_READER, Reference("finding")]
