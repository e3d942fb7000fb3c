"""What a schedule says of one meeting fits together: its month, its status, whether it took place."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.records.schedule import Meeting, Schedule
from ktgs.repository.meetings import is_off
from ktgs.source.codes import about

OUTSIDE = Code(
    "M403",
    "Buổi sinh hoạt ngoài tháng của lịch",
    Severity.warning,
    about=about(
        "Ngày báo lần đầu của buổi không nằm trong tháng của lịch. Buổi được dời sang tháng khác thì vẫn giữ trong"
        " lịch cũ, với ngày báo lần đầu và mục “dời”.",
        "tháng: 04/2020\nbuổi:\n  - mã: b1\n    ngày: 08/05/2020",
        "tháng: 04/2020\nbuổi:\n  - mã: b1\n    ngày: 08/04/2020\n    dời:\n      - sang ngày: 08/05/2020",
        cure="Sửa ngày, hoặc chuyển buổi sang lịch của tháng kia.",
    ),
)
CONTRADICTION = Code(
    "M404",
    "Buổi vừa hoãn, hủy vừa đã diễn ra",
    about=about(
        "Buổi bị hủy, hoặc hoãn mà chưa có ngày mới, thì chưa diễn ra.",
        "trạng thái: hoãn\nđã diễn ra: có",
        "dời:\n  - sang ngày: 15/04/2020\nđã diễn ra: có",
        cure="Buổi hoãn đã có ngày mới thì ghi “dời” thay cho “trạng thái”; nếu không thì xóa “đã diễn ra”.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for a meeting first announced outside its month, an error for one called off that took place."""
    for schedule in facts.repository.schedules.values():
        for meeting in schedule.meetings:
            if Month.of(meeting.on) not in (schedule.key.month, schedule.month) and not meeting.moves:
                yield _outside(schedule, meeting)
            if meeting.took_place and is_off(meeting):
                yield CONTRADICTION.at(
                    meeting.where("took_place"),
                    f"Buổi “{meeting.id}” có “trạng thái: {meeting.status}” nhưng “đã diễn ra: có”.",
                    cure="Đã có ngày mới thì ghi “dời” thay cho “trạng thái”; nếu không thì xóa “đã diễn ra”.",
                    related=[Related(meeting.where("status"), "trạng thái")],
                )


def _outside(schedule: Schedule, meeting: Meeting) -> Diagnostic:
    return OUTSIDE.at(
        meeting.where("on"),
        f"Buổi “{meeting.id}” ngày {vi_date(meeting.on)} nằm ngoài tháng {schedule.month.label} của lịch.",
        cure="Sửa ngày, hoặc chuyển buổi sang lịch của tháng kia.",
        related=[Related(schedule.where("month"), "tháng của lịch")],
    )
