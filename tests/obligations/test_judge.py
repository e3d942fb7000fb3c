"""The table "States" of the specification, row by row: the first that applies wins."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ktgs.language.days import Deadline
from ktgs.obligations.judging import AsOf, Judgement, judge
from ktgs.obligations.obligation import OPEN, Expected, State
from ktgs.obligations.settling import Settled
from ktgs.records.adjustment import Adjustment
from tests.obligations.owing import DUE, done, due, expected
from tests.repository.writing import made

BROKEN = "tệp a.yml có lỗi"
SOON = 7


def waiver(*lines: str) -> Adjustment:
    head = ("loại: miễn", "việc: thông báo", "ngày quyết định: 01/03/2020", "người quyết định: BTV", "lý do: Mẫu")
    return made(Adjustment, *head, *lines)


def on(days: int) -> date:
    """Return the day so many days after the due day."""
    return DUE + timedelta(days=days)


def seen(
    owed: Expected,
    *,
    days: int = 0,
    deadline: Deadline | None = None,
    mark: str = "",
    waived: Adjustment | None = None,
    lapses: int | None = None,
    closed: int | None = None,
) -> Judgement:
    """Return the judgement so many days after the due day; it lapses and the year is closed so many days after, too."""
    in_force = deadline or due()
    settled = Settled(in_force, in_force.on, waiver=waived)
    as_of = AsOf(on(days), SOON, None if closed is None else on(closed))
    return judge(owed, settled, None if lapses is None else on(lapses), mark, as_of)


def missed(day: str) -> Judgement:
    return Judgement(State.missed, f"Không thực hiện: có thể làm đến hết ngày {day}")


ON_TIME = Judgement(State.on_time, "Hoàn thành đúng hạn")
UNREAD = Judgement(State.unknown, f"Chưa rõ: {BROKEN}")
LATE_6 = Judgement(State.late, "Hoàn thành trễ hạn 6 ngày", 6)
WAIVED = Judgement(State.waived, "Được miễn, theo quyết định ngày 01/03/2020")
OVER_3 = "Chưa hoàn thành, quá hạn 3 ngày"
NO_DUTY = "Không phát sinh nghĩa vụ"
ROWS: list[tuple[str, dict[str, Any], dict[str, Any], Judgement]] = [
    (
        "does not arise, whatever else",
        {"arises": False, "why": "cuộc làm việc đã hủy", "evidence": done(on(1))},
        {"days": 5, "mark": BROKEN, "waived": waiver()},
        Judgement(State.not_applicable, "Không phát sinh nghĩa vụ: cuộc làm việc đã hủy"),
    ),
    (
        "does not arise, without a why",
        {"arises": False},
        {},
        Judgement(State.not_applicable, "Không phát sinh nghĩa vụ"),
    ),
    ("done before", {"evidence": done(on(-1))}, {}, ON_TIME),
    ("done on the day", {"evidence": done(on(0))}, {}, ON_TIME),
    (
        "done on time, whoever doubts",
        {"evidence": done(on(0), BROKEN)},
        {},
        ON_TIME,
    ),
    ("done a day late", {"evidence": done(on(1))}, {"days": 1}, Judgement(State.late, "Hoàn thành trễ hạn 1 ngày", 1)),
    (
        "done late and waived all the same",
        {"evidence": done(on(9))},
        {"days": 9, "waived": waiver()},
        Judgement(State.late, "Hoàn thành trễ hạn 9 ngày", 9),
    ),
    (
        "done late where a broken file may hold an earlier one",
        {"evidence": done(on(1), BROKEN)},
        {"days": 1},
        Judgement(State.unknown, f"Chưa rõ: đã làm ngày 05/05/2020; {BROKEN}"),
    ),
    (
        "done late where a broken decision may have moved it",
        {"evidence": done(on(1))},
        {"days": 1, "mark": BROKEN},
        Judgement(State.unknown, f"Chưa rõ: đã làm ngày 05/05/2020; {BROKEN}"),
    ),
    (
        "done, due not known",
        {"evidence": done(on(0))},
        {"deadline": due(None, "chưa ấn định ngày")},
        Judgement(State.unknown, "Chưa rõ: đã làm ngày 04/05/2020; chưa ấn định ngày"),
    ),
    (
        "done, not known whether it arises",
        {"evidence": done(on(0)), "arises": None, "why": "còn phân công chưa báo cáo"},
        {},
        ON_TIME,
    ),
    (
        "not done and waived",
        {},
        {"waived": waiver()},
        Judgement(State.waived, "Được miễn, theo quyết định ngày 01/03/2020"),
    ),
    (
        "not done and waived, with a basis",
        {"arises": None, "why": "x"},
        {"days": 9, "mark": BROKEN, "waived": waiver("căn cứ: Công văn 5")},
        Judgement(State.waived, "Được miễn, theo Công văn 5"),
    ),
    (
        "evidence without a date",
        {"evidence": done(None, "chưa rõ ngày nhận")},
        {"days": 9},
        Judgement(State.unknown, "Chưa rõ ngày nhận"),
    ),
    (
        "a broken file before what the evidence lacks",
        {"evidence": done(None, "chưa rõ ngày nhận")},
        {"mark": BROKEN},
        UNREAD,
    ),
    (
        "not known whether it arises",
        {"arises": None, "why": "còn phân công chưa báo cáo"},
        {"days": 9},
        Judgement(State.unknown, "Chưa rõ: còn phân công chưa báo cáo"),
    ),
    (
        "not known whether it arises, and a broken file",
        {"arises": None, "why": "còn phân công chưa báo cáo"},
        {"days": 9, "mark": BROKEN},
        UNREAD,
    ),
    ("on the last day on which it makes sense", {}, {"days": 3, "lapses": 3}, Judgement(State.overdue, OVER_3, 3)),
    ("a day after it made sense", {}, {"days": 4, "lapses": 3}, missed("07/05/2020")),
    ("it makes sense no longer before it is due", {}, {"days": -1, "lapses": -2}, missed("02/05/2020")),
    ("the day before the year is closed", {}, {"days": 3, "closed": 4}, Judgement(State.overdue, OVER_3, 3)),
    ("the day on which the year is closed", {}, {"days": 4, "closed": 4}, missed("07/05/2020")),
    ("closed before it is due", {}, {"days": -20, "closed": -20}, missed("13/04/2020")),
    ("it lapsed before the year was closed", {}, {"days": 9, "lapses": 3, "closed": 6}, missed("07/05/2020")),
    ("the year was closed before it lapsed", {}, {"days": 9, "lapses": 6, "closed": 3}, missed("06/05/2020")),
    ("done after all", {"evidence": done(on(6))}, {"days": 9, "lapses": 3, "closed": 4}, LATE_6),
    ("waived before it lapsed", {}, {"days": 9, "lapses": 3, "waived": waiver()}, WAIVED),
    (
        "unknown stays unknown",
        {},
        {"days": 9, "lapses": 3, "mark": BROKEN},
        UNREAD,
    ),
    (
        "due not known",
        {},
        {"deadline": due(None, "chưa có lịch ngày nghỉ của năm 2022")},
        Judgement(State.unknown, "Chưa rõ: chưa có lịch ngày nghỉ của năm 2022"),
    ),
    ("due not known, nobody knows why", {}, {"deadline": due(None)}, Judgement(State.unknown, "Chưa rõ")),
    ("a day over", {}, {"days": 1}, Judgement(State.overdue, "Chưa hoàn thành, quá hạn 1 ngày", 1)),
    ("forty days over", {}, {"days": 40}, Judgement(State.overdue, "Chưa hoàn thành, quá hạn 40 ngày", 40)),
    ("today", {}, {"days": 0}, Judgement(State.due_soon, "Chưa hoàn thành, hôm nay là hạn", 0)),
    ("tomorrow", {}, {"days": -1}, Judgement(State.due_soon, "Chưa hoàn thành, còn 1 ngày", 1)),
    ("in seven days", {}, {"days": -7}, Judgement(State.due_soon, "Chưa hoàn thành, còn 7 ngày", 7)),
    ("in eight days", {}, {"days": -8}, Judgement(State.upcoming, "Chưa hoàn thành, còn trong hạn", 8)),
    ("done tomorrow", {"evidence": done(on(1))}, {}, Judgement(State.due_soon, "Chưa hoàn thành, hôm nay là hạn", 0)),
    ("a broken decision", {}, {"days": 9, "mark": BROKEN}, UNREAD),
]


@pytest.mark.parametrize(("owed", "asked", "judgement"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_row(owed: dict[str, Any], asked: dict[str, Any], judgement: Judgement) -> None:
    assert seen(expected(**owed), **asked) == judgement


def test_every_state_has_a_row() -> None:
    assert {row[3].state for row in ROWS} == set(State)


def test_what_may_still_have_to_be_done() -> None:
    assert (State.overdue, State.unknown, State.due_soon, State.upcoming) == OPEN
