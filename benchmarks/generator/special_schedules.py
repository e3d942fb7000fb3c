"""Schedules that show one rule each, put in the place of what chance made."""

from datetime import date

from benchmarks.generator.dates import YEAR
from benchmarks.generator.model import Branch, Meeting, Schedule, World
from benchmarks.generator.phrases import ONLINE, contents
from benchmarks.generator.schedules import due_on, make_meeting, move


def set_special_schedules(world: World) -> None:
    """Set the schedules of the story, each with the rule that it shows."""
    _sendings(world)
    _gaps(world)
    _moves(world)
    _meetings_of_the_story(world)
    for schedule in world.schedules.values():
        schedule.number_meetings()


def _plain(world: World, month: int, unit_id: str, received_on: date) -> Schedule:
    """Put a schedule with one plain meeting a branch, so that only what the caller changes is out of the ordinary."""
    unit = world.unit(unit_id)
    schedule = Schedule(unit, month, received_on)
    first = date(YEAR, month, 1)
    branches: list[Branch | None] = [branch for branch in unit.branches if branch.holds_in(first, first)]
    for branch in branches or [None]:
        meeting = make_meeting(world, unit, month, branch)
        if month == 4:
            _into_days(meeting, (24, 27, 28))
        schedule.meetings.append(meeting)
    world.schedules[month, unit_id] = schedule
    return schedule


def _into_days(meeting: Meeting, days: tuple[int, ...]) -> None:
    meeting.on = date(YEAR, meeting.month, days[meeting.on.day % len(days)])


def _sendings(world: World) -> None:
    """Late by a day, never sent, amended, incomplete, of a day that nobody wrote down."""
    _plain(world, 4, "doan-so-b", date(2020, 3, 20))
    for month, unit_id in (
        (4, "doan-truong-c"),
        (5, "doan-truong-a"),
        (6, "doan-trung-tam-b"),
        (9, "doan-trung-tam-c"),
    ):
        world.schedules.pop((month, unit_id), None)
    amended = _plain(world, 4, "chi-doan-hoi-a", date(2020, 3, 17))
    amended.amendments = [{"ngày nhận": "24/03/2020", "nội dung": "Đổi giờ sinh hoạt"}]
    completed = _plain(world, 4, "doan-so-c", date(2020, 3, 17))
    completed.incomplete = True
    completed.amendments = [{"ngày nhận": "24/03/2020", "nội dung": "Bổ sung lịch Chi đoàn 3", "đủ": "có"}]
    never_completed = _plain(world, 5, "doan-ban-b", date(2020, 4, 17))
    never_completed.incomplete = True
    never_completed.amendments = [{"ngày nhận": "22/04/2020", "nội dung": "Bổ sung địa điểm, còn thiếu một chi đoàn"}]
    never_completed.meetings.pop()
    _plain(world, 5, "chi-doan-chi-cuc-a", date(2020, 4, 20))
    _plain(world, 7, "doan-so-k", due_on(7)).received_is_known = False
    _plain(world, 7, "doan-so-e", date(2020, 6, 18))
    _plain(world, 5, "doan-trung-tam-b", date(2020, 4, 16))
    _plain(world, 5, "doan-truong-c", date(2020, 4, 23))
    _plain(world, 5, "doan-truong-e", date(2020, 4, 27))


def _gaps(world: World) -> None:
    """A branch that meets with another, one that is not mentioned, a month without any meeting."""
    gap = _plain(world, 4, "doan-so-d", date(2020, 3, 18))
    left_out = gap.meetings.pop()
    assert left_out.branch
    gap.no_meeting = [(left_out.branch, "Đoàn viên đi công tác cơ sở gần hết")]
    empty = _plain(world, 5, "chi-doan-ban-a", date(2020, 4, 17))
    empty.meetings = []
    _plain(world, 6, "doan-vien-a", due_on(6)).meetings.pop()  # a branch in neither list, on purpose
    together = _plain(world, 7, "doan-so-c", date(2020, 6, 17))
    first, second = together.meetings[:2]
    assert first.branch and second.branch
    together.no_meeting = [(first.branch, "Sinh hoạt ghép"), (second.branch, "Sinh hoạt ghép")]
    together.meetings.remove(second)
    first.branch = None
    _set(together, 0, date(2020, 7, 15), 990, "ky_nghi_hong")
    first.content = "Sinh hoạt ghép Chi đoàn 1 và Chi đoàn 2: sơ kết 6 tháng, bàn đội hình Kỳ nghỉ hồng"


def _moves(world: World) -> None:
    """A meeting moved twice and held, one moved and then cancelled, one moved past the end of a position."""
    schedule = _plain(world, 4, "doan-truong-b", date(2020, 3, 18))
    twice = _set(schedule, 0, date(2020, 4, 8), 840, ONLINE)
    move(twice, date(2020, 4, 15), date(2020, 4, 3), "Thực hiện giãn cách xã hội")
    move(twice, date(2020, 4, 22), date(2020, 4, 13), "Giãn cách kéo dài, chuyển sang họp trực tuyến", "Họp trực tuyến")
    schedule = _plain(world, 4, "doan-so-g", date(2020, 3, 19))
    dropped = _set(schedule, 0, date(2020, 4, 7), 480)
    move(dropped, date(2020, 4, 21), date(2020, 4, 3), "Thực hiện giãn cách xã hội")
    dropped.status, dropped.status_on = "hủy", date(2020, 4, 20)
    schedule = _plain(world, 5, "doan-vien-a", date(2020, 4, 17))
    moved = _set(schedule, 0, date(2020, 5, 28), 900)
    move(moved, date(2020, 6, 4), date(2020, 5, 26), "Trùng họp đột xuất của cơ quan")


def _meetings_of_the_story(world: World) -> None:
    """Meetings that reports and teams of the story speak of."""
    schedule = _plain(world, 3, "doan-so-a", date(2020, 2, 25))
    _set(schedule, 0, date(2020, 3, 25), 870, "ket_nap_doan_vien")
    schedule = _plain(world, 5, "doan-so-b", date(2020, 4, 16))
    _set(schedule, 0, date(2020, 5, 14), 900, "giao_duc_truyen_thong")
    schedule = _plain(world, 5, "doan-so-c", date(2020, 4, 16))
    _set(schedule, 0, date(2020, 5, 6), 480, "hoc_tap_nghi_quyet")
    schedule = _plain(world, 6, "doan-so-d", date(2020, 5, 18))
    _set(schedule, 0, date(2020, 6, 3), 960, "so_ket_xep_loai")
    for unit_id, minutes in (("doan-so-h", 840), ("doan-so-i", 915)):
        found = world.schedules.get((9, unit_id))
        schedule = found if found and found.meetings else _plain(world, 9, unit_id, date(2020, 8, 18))
        _set(schedule, 0, date(2020, 9, 16), minutes)


def _set(schedule: Schedule, index: int, on: date, minutes: int, theme: str = "") -> Meeting:
    """Give a meeting its day, hour and theme, and undo what chance did to it."""
    meeting = schedule.meetings[index]
    meeting.on, meeting.minutes = on, minutes
    meeting.moves, meeting.moved_to, meeting.status, meeting.status_on = [], None, "", None
    meeting.took_place = False
    if theme:
        meeting.theme = theme
    if announced := contents(theme, schedule.month) if theme and theme != ONLINE else ():
        meeting.content = announced[0]
    return meeting
