"""Keys: the text of each, and what the parts of a reference mean inside a plan's folder and outside it."""

from __future__ import annotations

import pytest

from ktgs.language.months import Month
from ktgs.records.keys import (
    ActivityKey,
    ActivityTopicKey,
    AdjustmentKey,
    AssignmentKey,
    BranchKey,
    Context,
    DocumentKey,
    EngagementKey,
    FindingKey,
    FollowUpKey,
    Key,
    MeetingKey,
    NoticeKey,
    RoundTeamKey,
    RoundUnitKey,
    ScheduleKey,
    SessionDocumentKey,
    SessionKey,
    TeamKey,
    TopicKey,
    Written,
    beside,
)

MARCH = Month(2020, 3)
INSIDE = Context(plan="p", month=MARCH, is_inside=True)
OUTSIDE = Context(plan="p")
MEETING = MeetingKey("p", MARCH, "doan-so-a", "b1")
SESSION = SessionKey("p", "dot-1", "doan-so-a")
AGAIN = SessionKey("p", "dot-1", "doan-so-a", EngagementKey("p", "d2", "c3"))


@pytest.mark.parametrize(
    ("key", "text", "own", "scope"),
    [
        (ActivityKey("p", "dot-1"), "p/dot-1", "dot-1", ("p",)),
        (TopicKey("p", "t"), "p/t", "t", ("p",)),
        (TeamKey("p", "d"), "p/d", "d", ("p",)),
        (EngagementKey("p", "d", "c"), "p/d/c", "d/c", ("p",)),
        (DocumentKey("p", "d", "c", "so"), "p/d/c/so", "d/c/so", ("p",)),
        (NoticeKey("p", "n"), "p/n", "n", ("p",)),
        (AdjustmentKey("p", "a"), "p/a", "a", ("p",)),
        (AssignmentKey("p", MARCH), "p/2020-03", "2020-03", ("p",)),
        (ScheduleKey("p", MARCH, "u"), "p/2020-03/u", "u", ("p", "2020-03")),
        (MEETING, "p/2020-03/doan-so-a/b1", "doan-so-a/b1", ("p", "2020-03")),
        (BranchKey("u", "b"), "u/b", "b", ("u",)),
        (FindingKey("r", "kn1"), "r#kn1", "kn1", ("r",)),
        (FollowUpKey("2020", "f"), "2020/f", "f", ("2020",)),
        (RoundUnitKey("p", "a", "u"), "p/a/u", "u", ("p", "a")),
        (RoundTeamKey("p", "a", "t"), "p/a/t", "t", ("p", "a")),
        (ActivityTopicKey("p", "a", "t"), "p/a/t", "t", ("p", "a")),
        (SESSION, "p/dot-1/doan-so-a", "doan-so-a", ("p", "dot-1")),
        (AGAIN, "p/dot-1/doan-so-a/d2-c3", "d2-c3", ("p", "dot-1", "doan-so-a")),
        (SessionDocumentKey(AGAIN, "so"), "p/dot-1/doan-so-a/d2-c3/so", "so", ("p", "dot-1", "doan-so-a", "d2-c3")),
    ],
)
def test_text(key: Key, text: str, own: str, scope: tuple[str, ...]) -> None:
    assert (str(key), key.own, key.scope) == (text, own, scope)


@pytest.mark.parametrize(
    ("kind", "written", "context", "key"),
    [
        (TeamKey, "d", INSIDE, TeamKey("p", "d")),
        (TeamKey, "q/d", INSIDE, None),  # long references are refused in a plan's own folder
        (TeamKey, "d", OUTSIDE, TeamKey("p", "d")),
        (TeamKey, "q/d", OUTSIDE, TeamKey("q", "d")),
        (TeamKey, "q/d/c", OUTSIDE, None),
        (EngagementKey, "d/c", INSIDE, EngagementKey("p", "d", "c")),
        (EngagementKey, "q/d/c", OUTSIDE, EngagementKey("q", "d", "c")),
        (EngagementKey, "d", OUTSIDE, None),
        (MeetingKey, "doan-so-a/b1", INSIDE, MEETING),
        (MeetingKey, "p/2020-03/doan-so-a/b1", INSIDE, None),
        (MeetingKey, "b1", INSIDE, None),
        (MeetingKey, "doan-so-a/b1", Context(plan="p", is_inside=True), None),
        (MeetingKey, "p/2020-03/doan-so-a/b1", OUTSIDE, MEETING),
        (MeetingKey, "p/2020-13/doan-so-a/b1", OUTSIDE, None),
        (MeetingKey, "doan-so-a/b1", Context(plan="p", month=MARCH), None),
        (BranchKey, "b", Context(unit="u", is_inside=True), BranchKey("u", "b")),
        (BranchKey, "u/b", Context(unit="u"), None),
        (FindingKey, "r#kn1", OUTSIDE, FindingKey("r", "kn1")),
        (FindingKey, "r/kn1", INSIDE, FindingKey("r", "kn1")),
        (FindingKey, "kn1", OUTSIDE, None),
    ],
)
def test_what_a_reference_means(kind: type[Key], written: str, context: Context, key: Key | None) -> None:
    reference = Written(written)
    assert kind.complete(reference.parts, context) == key
    assert str(reference) == written


@pytest.mark.parametrize(
    ("kind", "parts", "key"),
    [
        (TeamKey, {"year": "2020", "plan": "p", "id": "d"}, TeamKey("p", "d")),
        (AssignmentKey, {"plan": "p", "id": "2020-03"}, AssignmentKey("p", MARCH)),
        (AssignmentKey, {"plan": "p", "id": "thang-3"}, None),
        (ScheduleKey, {"plan": "p", "month": "2020-03", "id": "u"}, ScheduleKey("p", MARCH, "u")),
        (ScheduleKey, {"plan": "p", "month": "thang-3", "id": "u"}, None),
        (FollowUpKey, {"year": "2020", "id": "f"}, FollowUpKey("2020", "f")),
    ],
)
def test_what_a_path_means(kind: type[Key], parts: dict[str, str], key: Key | None) -> None:
    assert kind.of_path(parts) == key


def test_what_a_key_belongs_to() -> None:
    assert MEETING.schedule_key == ScheduleKey("p", MARCH, "doan-so-a")
    assert EngagementKey("p", "d", "c").team_key == TeamKey("p", "d")


def test_what_stands_beside_an_id() -> None:
    known = ("a/b1", "a/b2", "a/c/b3", "b/b4", "r#kn1", "c1")
    assert beside("a/b9", known) == ("a", ("b1", "b2"))
    assert beside("r#x", known) == ("r", ("kn1",))
    assert beside("c9", known) == ("", ("c1",))
    assert beside("z/b1", known) == ("z", ())
