"""Who is to be where and when, and what clashes."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from ktgs.repository.presence import CLOSE_MINUTES, Clash, clashes, presences
from ktgs.repository.repository import Repository
from tests.opened import repository_of
from tests.repository.writing import BROKEN, PLAN, assignment, schedule, team

EMPTY = {  # what the sample itself expects of people
    f"{PLAN}/assignments/2020-04.yml": None,
    f"{PLAN}/assignments/2020-05.yml": None,
    f"{PLAN}/teams/dot-1-doan-1.yml": None,
}
LEAD = "cán bộ: nguyen-van-a, vai trò: trưởng đoàn"
ON_10 = "ngày: 10/06/2020"


def only(root: Path, *files: dict[str, str], day: str = "2020-07-01") -> Repository:
    """Return the sample's units and people with these files for all that they are expected at."""
    removed = {} if (root / "data").exists() else EMPTY
    return repository_of(root, {**removed, **{name: text for group in files for name, text in group.items()}}, day)


def meetings(at: str, *more: str, month: str = "2020-06") -> dict[str, str]:
    """Return a meeting of Sở A on 10/06 at an hour."""
    return schedule("doan-so-a", month, ", ".join((f"mã: b1, {ON_10}, giờ: {at}", *more)))


def assigned(*more: str, person: str = "nguyen-van-a", month: str = "2020-06") -> dict[str, str]:
    return assignment(month, ", ".join((f"buổi: doan-so-a/b1, cán bộ: {person}", *more)))


def session(
    unit: str, at: str, *more: str, name: str = "dot-1-doan-2", members: tuple[str, ...] = (LEAD,)
) -> dict[str, str]:
    """Return a team's session at a unit on 10/06 at an hour."""
    hour = f"giờ: {at}" if at else "hình thức: trực tiếp"
    return team(name, "dot-1", ", ".join((f"mã: c1, đơn vị: {unit}, {ON_10}", hour, *more)), members=members)


def expected(root: Path, *files: dict[str, str], day: str = "2020-07-01") -> list[str]:
    """Return everyone expected anywhere, as person, unit, day, hour, place, `private` where only the office knows."""
    return [
        f"{met.person} {met.occasion.unit} {met.occasion.on:%d/%m} {met.occasion.at or '?'} "
        + f"{met.place.line}:{met.place.column}"
        + (" private" if met.is_private else "")
        for met in presences(only(root, *files, day=day))
    ]


def clashing(root: Path, *files: dict[str, str]) -> list[str]:
    """Return the clashes as person, both keys in short, minutes between."""
    return [
        f"{c.first.person} {c.first.occasion.key.own} {c.second.occasion.key.own} {c.minutes}"
        for c in clashes(only(root, *files))
    ]


def test_assignees_are_expected_at_their_meetings(tmp_path: Path) -> None:
    assert expected(tmp_path, meetings("8:00"), assigned()) == ["nguyen-van-a doan-so-a 10/06 08:00:00 4:34"]
    moved = meetings("8:00", "dời: [{sang ngày: 12/06/2020, giờ: 9:30}]")
    assert expected(tmp_path, moved, assigned()) == ["nguyen-van-a doan-so-a 12/06 09:30:00 4:34"]


@pytest.mark.parametrize("status", ["trạng thái: hủy", "trạng thái: hoãn", "đã diễn ra: không"])
def test_nobody_is_expected_at_what_is_called_off(tmp_path: Path, status: str) -> None:
    assert expected(tmp_path, meetings("8:00", status), assigned()) == []


def test_a_meeting_postponed_and_then_moved_is_held(tmp_path: Path) -> None:
    moved = "trạng thái: hoãn, ngày báo: 04/06/2020, dời: [{sang ngày: 12/06/2020, ngày báo: 05/06/2020}]"
    assert expected(tmp_path, meetings("8:00", moved), assigned()) == ["nguyen-van-a doan-so-a 12/06 08:00:00 4:34"]


def test_the_absent_are_not_expected_and_the_replacement_is(tmp_path: Path) -> None:
    assert expected(tmp_path, meetings("8:00"), assigned("vắng: có lý do")) == []
    replaced = assigned("dự thay: le-van-c")
    assert expected(tmp_path, meetings("8:00"), replaced) == ["le-van-c doan-so-a 10/06 08:00:00 4:57 private"]


def test_nobody_is_expected_where_the_schedule_cannot_be_read(tmp_path: Path) -> None:
    assert expected(tmp_path, {f"{PLAN}/schedules/2020-06/doan-so-a.yml": BROKEN}, assigned()) == []


def test_members_are_expected_at_the_sessions_while_they_are_members(tmp_path: Path) -> None:
    members = (
        LEAD,
        "cán bộ: le-van-c, vai trò: thành viên, đến: 09/06/2020",
        "cán bộ: vo-thi-g, vai trò: thư ký, từ: 10/06/2020",
    )
    assert expected(tmp_path, session("doan-so-b", "8:00", members=members)) == [
        "nguyen-van-a doan-so-b 10/06 08:00:00 9:56",
        "vo-thi-g doan-so-b 10/06 08:00:00 9:56",
    ]
    held = session("doan-so-b", "", "ngày tiến hành: 11/06/2020")
    assert expected(tmp_path, held) == ["nguyen-van-a doan-so-b 11/06 ? 7:22"]


@pytest.mark.parametrize("status", ["trạng thái: hủy", "trạng thái: hoãn"])
def test_nobody_is_expected_at_a_session_called_off(tmp_path: Path, status: str) -> None:
    assert expected(tmp_path, session("doan-so-b", "8:00", status)) == []


def test_a_session_without_a_day_expects_nobody(tmp_path: Path) -> None:
    assert (
        expected(tmp_path, team("dot-1-doan-2", "dot-1", "mã: c1, đơn vị: doan-so-b, giờ: 8:00", members=(LEAD,))) == []
    )


def test_where_a_session_stands_is_its_hour_else_its_unit(tmp_path: Path) -> None:
    laid = (session("doan-so-b", "8:00"), session("doan-so-y", "", name="dot-1-doan-3"))
    columns = [met.place.column for met in presences(only(tmp_path, *laid))]
    line = next(iter(session("doan-so-b", "8:00").values())).splitlines()[6]
    other = next(iter(session("doan-so-y", "").values())).splitlines()[6]
    assert columns == [line.index("8:00") + 1, other.index("doan-so-y") + 1]


@pytest.mark.parametrize(
    ("first", "second", "minutes"),
    [("8:00", "8:00", 0), ("8:00", "9:29", 89), ("8:00", "9:30", None), ("9:29", "8:00", 89), ("9:00", "10:15", 75)],
)
def test_less_than_90_minutes_apart_at_two_units(tmp_path: Path, first: str, second: str, minutes: int | None) -> None:
    found = clashing(tmp_path, meetings(first), assigned(), session("doan-so-b", second))
    meeting, other = "doan-so-a/b1", "dot-1-doan-2/c1"
    keys = f"{other} {meeting}" if len(first) == len(second) and first > second else f"{meeting} {other}"
    assert found == ([] if minutes is None else [f"nguyen-van-a {keys} {minutes}"])
    assert CLOSE_MINUTES == 90


def test_what_never_clashes(tmp_path: Path) -> None:
    at_8 = (meetings("8:00"), assigned())
    assert clashing(tmp_path, *at_8, session("doan-so-a", "8:00")) == []  # the same unit
    assert clashing(tmp_path, *at_8, session("doan-so-b", "")) == []  # no hour
    assert clashing(tmp_path, *at_8, session("doan-so-b", "8:00", "trạng thái: hủy")) == []
    assert clashing(tmp_path, *at_8, session("doan-so-b", "8:00", "ngày tiến hành: 11/06/2020")) == []  # another day
    assert clashing(tmp_path, meetings("8:00"), assigned(person="le-van-c"), session("doan-so-b", "8:00")) == []
    assert clashing(tmp_path, meetings("8:00", "trạng thái: hoãn"), assigned(), session("doan-so-b", "8:00")) == []
    assert clashing(tmp_path, meetings("8:00"), assigned("vắng: có lý do"), session("doan-so-b", "8:00")) == []


def test_a_replacement_clashes_in_the_place_of_whom_it_replaces(tmp_path: Path) -> None:
    laid = (meetings("8:00"), assigned("dự thay: nguyen-van-a", person="le-van-c"), session("doan-so-b", "8:00"))
    (clash,) = clashes(only(tmp_path, *laid))
    assert (clash.first.person, clash.first.is_private, clash.second.is_private) == ("nguyen-van-a", True, False)


def both(mode: str, second_team: str = "dot-1-doan-2") -> tuple[dict[str, str], ...]:
    """Return two sessions on 10/06 at 8:00, at two units, of one team or of two."""
    first = f"mã: c1, đơn vị: doan-so-a, {ON_10}, giờ: 8:00, hình thức: {mode}"
    second = f"mã: c2, đơn vị: doan-so-b, {ON_10}, giờ: 8:00, hình thức: {mode}"
    if second_team == "dot-1-doan-2":
        return (team(second_team, "dot-1", first, second, members=(LEAD,)),)
    return team("dot-1-doan-2", "dot-1", first, members=(LEAD,)), team(second_team, "dot-1", second, members=(LEAD,))


@pytest.mark.parametrize("mode", ["tập trung", "qua báo cáo", "trực tuyến"])
def test_one_team_that_does_not_travel_holds_one_session(tmp_path: Path, mode: str) -> None:
    assert clashing(tmp_path / "one", *both(mode)) == []
    found = clashing(tmp_path / "two", *both(mode, "dot-1-doan-3"))
    assert found == ["nguyen-van-a dot-1-doan-2/c1 dot-1-doan-3/c2 0"]


def test_one_team_on_site_at_two_units_clashes(tmp_path: Path) -> None:
    assert clashing(tmp_path, *both("trực tiếp")) == ["nguyen-van-a dot-1-doan-2/c1 dot-1-doan-2/c2 0"]


def test_of_three_each_two_that_are_close_clash(tmp_path: Path) -> None:
    later = session("doan-so-y", "9:45", name="dot-1-doan-3")
    found = clashing(tmp_path, meetings("8:00"), assigned(), session("doan-so-b", "9:00"), later)
    assert found == [
        "nguyen-van-a doan-so-a/b1 dot-1-doan-2/c1 60",
        "nguyen-van-a dot-1-doan-2/c1 dot-1-doan-3/c1 45",
    ]


def test_at_one_hour_the_earlier_place_comes_first(tmp_path: Path) -> None:
    (clash,) = clashes(only(tmp_path, meetings("8:00"), assigned(), session("doan-so-b", "8:00")))
    assert isinstance(clash, Clash)
    assert clash.first.place < clash.second.place
    assert (clash.first.occasion.on, clash.first.occasion.at) == (date(2020, 6, 10), time(8))
