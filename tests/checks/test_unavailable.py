"""M209: nobody is assigned for a day on which the person is not to be assigned; the warning is internal."""

from __future__ import annotations

from pathlib import Path

from ktgs.examining.publishing import publish
from ktgs.language.diagnostics import Place, Severity
from tests.checks.marked import ASSIGNMENT_5, TEAM, fires, silent
from tests.repo import facts, only

PERSON = "data/people/le-van-c.yml"
MEETING_DAY = {PERSON: ("từ: 01/08/2020\n    đến: 15/08/2020", "từ: 14/05/2020\n    đến: 14/05/2020")}
MARKED = {ASSIGNMENT_5: ("cán bộ: le-van-c", "cán bộ: ▸le-van-c"), **MEETING_DAY}


def test_a_meeting_on_such_a_day(tmp_path: Path) -> None:
    (found,) = fires(tmp_path, MARKED, "M209", "Ngày 14/05/2020 không phân công “le-van-c” (Lê Văn C).")
    assert found.severity is Severity.warning and found.is_internal
    assert [item.place for item in found.related] == [Place(PERSON, 15, 5)]


def test_a_session_on_such_a_day(tmp_path: Path) -> None:
    person = {"data/people/vo-thi-g.yml": ("chức vụ:", "không phân công:\n  - đến: 17/05/2020\nchức vụ:")}
    mark = {TEAM: ("giờ: 8:00", "giờ: ▸8:00")}
    fires(tmp_path, {**person, **mark}, "M209", "Ngày 14/05/2020 không phân công “vo-thi-g” (Võ Thị G).")


def test_it_never_reaches_the_public(tmp_path: Path) -> None:
    fires(tmp_path, MARKED, "M209", "Ngày 14/05/2020 không phân công “le-van-c” (Lê Văn C).")
    assert only(publish(facts(tmp_path)), "M209") == []


def test_somebody_replaced_or_absent(tmp_path: Path) -> None:
    for number, words in enumerate(("dự thay: tran-thi-b", "vắng: có lý do")):
        change = ("cán bộ: le-van-c", f"cán bộ: le-van-c\n    {words}")
        silent(tmp_path / str(number), {ASSIGNMENT_5: change, **MEETING_DAY}, "M209")
