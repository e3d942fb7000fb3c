"""What an obligation is called in a list, and where it stands alone."""

from __future__ import annotations

from typing import Any

import pytest

from ktgs.obligations.naming import called, label
from ktgs.obligations.obligation import State
from ktgs.repository.parties import Who, WhoKind
from tests.obligations.owing import judged
from tests.opened import sample

PERSON = Who(WhoKind.person, "tran-thi-b", "Trần Thị B")
BODY = Who(WhoKind.body, "van-phong", "Văn phòng")


@pytest.mark.parametrize(
    ("changes", "alone", "in_list"),
    [
        ({"who": Who(WhoKind.unit, "doan-so-a", "A")}, "thông báo, T, A", "T"),
        ({"who": BODY, "about_unit": "doan-so-a"}, "thông báo, T, Đoàn cơ sở Sở A", "T, Đoàn cơ sở Sở A"),
        ({"who": BODY}, "thông báo, T", "T"),
        ({"who": PERSON, "about_unit": "doan-so-a"}, "thông báo, T, Đoàn cơ sở Sở A, Trần Thị B", "T, Đoàn cơ sở Sở A"),
        (
            {"who": PERSON, "about_unit": "doan-so-a", "title": "buổi b1, Đoàn cơ sở Sở A"},
            "thông báo, buổi b1, Đoàn cơ sở Sở A, Trần Thị B",
            "buổi b1, Đoàn cơ sở Sở A",
        ),
        (
            {"who": BODY, "about_unit": "doan-so-a", "title": "của Đoàn cơ sở Sở A cả"},
            "thông báo, của Đoàn cơ sở Sở A cả, Đoàn cơ sở Sở A",
            "của Đoàn cơ sở Sở A cả, Đoàn cơ sở Sở A",
        ),
    ],
)
def test_what_an_obligation_is_called(changes: dict[str, Any], alone: str, in_list: str) -> None:
    obligation = judged(State.upcoming, **{"title": "T", **changes})
    assert (called(sample(), obligation), label(sample(), obligation)) == (alone, in_list)
