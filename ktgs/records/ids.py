"""Ids as files write them: an item's own id, and references to other records by theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from ktgs.language.months import Month
from ktgs.language.text import slug
from ktgs.language.vocabulary import Form, Reference
from ktgs.records.keys import (
    ActivityKey,
    BranchKey,
    DocumentKey,
    FindingKey,
    Key,
    MeetingKey,
    NoticeKey,
    TeamKey,
    TopicKey,
    Written,
)
from ktgs.records.names import why_no_name
from ktgs.records.values import Reader, month_in, refuse
from ktgs.records.written import lacks_year
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


def read_written(text: str) -> Written:
    """Return a reference that linking completes."""
    return Written(read_reference(text))


def read_period(text: str) -> Month | Written:
    """Return the month that a text gives in any form, else a reference to an activity."""
    if not _REFERENCE.fullmatch(text) and lacks_year(text):
        found = f"{shown(text)} không phải là một kỳ: thiếu năm."
        raise refuse("S209", found, cure="Ghi cả năm của tháng, ví dụ 11/2020.")
    return month_in(text) or read_written(text)


_ID_PATTERN = rf"^\s*{_ID.pattern}\s*$"
_REFERENCE_PATTERN = rf"^\s*{_REFERENCE.pattern}\s*$"
_ID_READER = Reader(read_reference, Form(pattern=_REFERENCE_PATTERN))
_KEY_READER = Reader(read_written, Form(pattern=_REFERENCE_PATTERN))
Id = Annotated[str, Reader(read_id, Form("b1", pattern=_ID_PATTERN))]
UnitId = Annotated[str, _ID_READER, Reference("unit")]
PersonId = Annotated[str, _ID_READER, Reference("person")]
PlanId = Annotated[str, _ID_READER, Reference("plan")]
BodyId = Annotated[str, _ID_READER, Reference("body")]
# Read as `Written`; linking puts the key in its place before anyone asks.
ActivityRef = Annotated[ActivityKey, _KEY_READER, Reference("activity", ActivityKey)]
TeamRef = Annotated[TeamKey, _KEY_READER, Reference("team", TeamKey)]
NoticeRef = Annotated[NoticeKey, _KEY_READER, Reference("notice", NoticeKey)]
BranchRef = Annotated[BranchKey, _KEY_READER, Reference("branch", BranchKey)]
MeetingRef = Annotated[MeetingKey, _KEY_READER, Reference("meeting", MeetingKey)]
DocumentRef = Annotated[DocumentKey, _KEY_READER, Reference("document", DocumentKey)]
TopicRef = Annotated[TopicKey, _KEY_READER, Reference("topic", TopicKey)]
FindingRef = Annotated[FindingKey, _KEY_READER, Reference("finding", FindingKey)]
PeriodRef = Annotated[Month | ActivityKey, Reader(read_period, Form("03/2020")), Reference("activity", ActivityKey)]

# What a reference may look like, by the kind of what it refers to; a key is written short inside its plan.
EXAMPLES: Mapping[str, str | Key] = {
    "unit": "doan-so-a",
    "person": "nguyen-van-a",
    "plan": "46-kh-dtn",
    "body": "btv",
    "activity": ActivityKey("46-kh-dtn", "dot-1"),
    "team": TeamKey("46-kh-dtn", "dot-1-doan-1"),
    "notice": NoticeKey("46-kh-dtn", "dot-1-1"),
    "branch": BranchKey("doan-so-a", "chi-doan-1"),
    "meeting": MeetingKey("46-kh-dtn", Month(2020, 3), "doan-so-a", "b1"),
    "document": DocumentKey("46-kh-dtn", "dot-1-doan-1", "c1", "bao-cao"),
    "topic": TopicKey("46-kh-dtn", "ren-luyen-can-bo"),
    "finding": FindingKey("2020-06-02-dot-1-doan-1", "kn1"),
}
