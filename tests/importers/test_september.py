"""The shipped data's 63 schedules of September as one workbook, put as people put things, make the same records."""

from __future__ import annotations

import random
import shutil
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ktgs.language.months import Month
from ktgs.language.text import bare, vi_date
from ktgs.records.schedule import Meeting, Schedule
from ktgs.records.values import day_of
from ktgs.repository.repository import Repository
from tests.importers.tables import repository_in, run, saved, shipped, told

SEPTEMBER = Month(2020, 9)
FOLDER = "data/plans/2020/46-kh-dtn/schedules/2020-09"
HEADERS = [
    "STT",
    "NGÀY SINH HOẠT",
    "Tên đơn vị",
    "Chi  đoàn",
    "Địa điểm ",
    "Gio",
    "Nội Dung",
    "Ngày nhận",
    "Có số liên hệ",
]
MORE = [
    "Dời sang ngày",
    "Ngày báo dời",
    "Lý do dời",
    "Trạng thái",
    "Ngày báo",
    "Đã diễn ra",
    "Không sinh hoạt",
    "Lý do",
]


def _written_clock(at: time, chance: random.Random) -> object:
    whole = [f"{at.hour} giờ", f"{at.hour}h"] if not at.minute else []
    fraction = (at.hour * 60 + at.minute) / 1440
    ways: list[object] = [f"{at.hour}h{at.minute:02}", f"{at.hour}g{at.minute:02}", f"{at:%H:%M}", at, fraction]
    return chance.choice([*ways, *whole])


def _written_day(on: date, chance: random.Random) -> object:
    serial = (on - date(1899, 12, 30)).days
    return chance.choice(
        [vi_date(on), f"{on.day}/{on.month}", f"ngày {on.day}", on, serial, f"{on.day}-{on.month}-2020"]
    )


def _yes(value: bool | None) -> str | None:
    return None if value is None else "có" if value else "không"


def _row(repository: Repository, schedule: Schedule, meeting: Meeting, chance: random.Random) -> list[object]:
    unit = repository.units[schedule.unit]
    branch = unit.branch(meeting.branch.branch) if meeting.branch else None
    move = meeting.moves[0] if meeting.moves else None
    names = [unit.name, unit.name.upper(), bare(unit.name), f"  {unit.name} "]
    return [
        chance.randrange(99),
        _written_day(meeting.on, chance),
        chance.choice(names),
        chance.choice([branch.name, bare(branch.name), branch.name.lower()]) if branch else None,
        meeting.place,
        _written_clock(meeting.at, chance),
        meeting.content,
        vi_date(received) if (received := day_of(schedule.received_on)) else "chưa rõ",
        _yes(schedule.contact_given),
        *([vi_date(move.to), move.reported_on, move.reason] if move else [None] * 3),
        str(meeting.status) if meeting.status else None,
        meeting.reported_on,
        _yes(meeting.took_place),
    ]


def _mixed_up(repository: Repository, chance: random.Random) -> bytes:
    """Return all of September on two sheets, under a title, unit by unit, the units and the meetings in any order."""
    book = openpyxl.Workbook()
    sheets: list[Worksheet] = [book.worksheets[0], book.create_sheet("Khối đoàn cơ sở")]
    for sheet in sheets:
        sheet.append(["LỊCH SINH HOẠT THÁNG 9/2020"])
        sheet.merge_cells("A1:H1")
        sheet.append([])
        sheet.append([*HEADERS, *MORE])
    schedules = [one for key, one in repository.schedules.items() if key.month == SEPTEMBER]
    assert len(schedules) == 63
    chance.shuffle(schedules)
    for schedule in schedules:
        _add_unit(chance.choice(sheets), repository, schedule, chance)
    return saved(book)


def _add_unit(sheet: Worksheet, repository: Repository, schedule: Schedule, chance: random.Random) -> None:
    unit, first = repository.units[schedule.unit], sheet.max_row + 1
    rows = [_row(repository, schedule, meeting, chance) for meeting in schedule.meetings]
    chance.shuffle(rows)
    received = day_of(schedule.received_on)
    start = [None, None, unit.name, None, None, None, None, received, _yes(schedule.contact_given), *[None] * 6]
    for none in schedule.no_meeting:
        branch = unit.branch(none.branch.branch)
        assert branch
        rows.append([*start[:3], branch.name, *start[4:], "x", none.reason])
    if not rows:
        rows.append([*start, "có"])
    for row in rows:
        sheet.append(row)
    if len(rows) > 1 and chance.random() < 0.7:  # the unit's name stands once, in a cell over all its rows
        sheet.merge_cells(start_row=first, end_row=sheet.max_row, start_column=3, end_column=3)


@pytest.mark.parametrize("seed", range(3))
def test_a_month_by_table_makes_the_same_records(tmp_path: Path, seed: int) -> None:
    root = shipped(tmp_path)
    before = repository_in(root)
    data = _mixed_up(before, random.Random(seed))
    amended = {key for key, one in before.schedules.items() if key.month == SEPTEMBER and one.amendments}
    shutil.rmtree(root / FOLDER)
    result = run(root, data)
    assert told(result) == []
    assert len(result.made) == 63
    after = repository_in(root)
    for key, schedule in before.schedules.items():
        expected = schedule.replace(amendments=()) if key in amended else schedule
        assert after.schedules[key] == expected, key
