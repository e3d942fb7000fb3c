"""The text of what names an obligation: ids in feeds, JSON and addresses, which never change."""

from __future__ import annotations

import pytest

from ktgs.language.months import Month
from ktgs.obligations.key import ObligationKey, Occasion
from ktgs.records.keys import (
    ActivityKey,
    ActivityTopicKey,
    EngagementKey,
    FindingKey,
    MeetingKey,
    RoundTeamKey,
    RoundUnitKey,
    SessionDocumentKey,
    SessionKey,
)
from ktgs.repository.parties import PartyKey, WhoKind

SESSION = SessionKey("p", "dot-1", "doan-so-a")
AGAIN = SessionKey("p", "dot-1", "doan-so-a", EngagementKey("p", "dot-1-doan-2", "c3"))


@pytest.mark.parametrize(
    ("occasion", "text"),
    [
        (Month(2020, 5), "p/viec/2020-05/who"),
        (ActivityKey("p", "dot-1"), "p/viec/dot-1"),
        (RoundUnitKey("p", "dot-1", "doan-so-a"), "p/viec/dot-1/doan-so-a"),
        (RoundTeamKey("p", "dot-1", "dot-1-doan-1"), "p/viec/dot-1/dot-1-doan-1"),
        (SESSION, "p/viec/dot-1/doan-so-a"),
        (AGAIN, "p/viec/dot-1/doan-so-a/dot-1-doan-2-c3"),
        (SessionDocumentKey(SESSION, "so"), "p/viec/dot-1/doan-so-a/so"),
        (SessionDocumentKey(AGAIN, "so"), "p/viec/dot-1/doan-so-a/dot-1-doan-2-c3/so"),
        (MeetingKey("p", Month(2020, 4), "doan-so-a", "b1"), "p/viec/2020-04/doan-so-a/b1/who"),
        (ActivityTopicKey("p", "giam-sat", "nghi-quyet"), "p/viec/giam-sat/nghi-quyet"),
        (FindingKey("2020-06-02-bc", "kn1"), "p/viec/2020-06-02-bc/kn1"),
    ],
)
def test_text(occasion: Occasion, text: str) -> None:
    key = ObligationKey("p", "viec", occasion, PartyKey(WhoKind.person, "who"))
    assert str(key) == text
    assert "/".join(("p", "viec", *key.path)) == text
