"""Ids as files write them: an item's own id, and references to other records by theirs."""

from __future__ import annotations

import re
from typing import Annotated

from ktgs.language.text import slug
from ktgs.language.vocabulary import Reference
from ktgs.records.names import why_no_name
from ktgs.records.values import Reader, refuse
from ktgs.source.characters import shown

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REFERENCE = re.compile(rf"{_ID.pattern}(?:[/#]{_ID.pattern})*")


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
