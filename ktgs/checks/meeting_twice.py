"""One unit or sub-unit does not meet twice at the same hour."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import vi_date
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.meetings import is_off
from ktgs.source.codes import about

CODE = Code(
    "M405",
    "Một buổi ghi hai lần",
    about=about(
        "Một chi đoàn (hay cả đơn vị) không thể có hai buổi cùng ngày, cùng giờ. Thường do chép thừa, hoặc quên sửa"
        " chi đoàn, ngày, giờ của mục sau. Buổi đã dời được tính theo ngày, giờ mới.",
        "buổi:\n  - mã: b1\n    ngày: 08/04/2020\n    giờ: 8:00\n    chi đoàn: chi-doan-1\n"
        "  - mã: b2\n    ngày: 08/04/2020\n    giờ: 8:00\n    chi đoàn: chi-doan-1",
        "buổi:\n"
        "  - mã: b1\n"
        "    ngày: 08/04/2020\n"
        "    giờ: 8:00\n"
        "    chi đoàn: chi-doan-1\n"
        "  - mã: b2\n"
        "    ngày: 08/04/2020\n"
        "    giờ: 8:00\n"
        "    chi đoàn: chi-doan-2",
        cure="Xóa một mục, hoặc sửa chi đoàn, ngày, giờ.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each meeting at the place in time of an earlier one; those called off are held at none."""
    first: dict[object, ScheduledMeeting] = {}
    for scheduled in facts.repository.meetings.values():
        if is_off(scheduled.meeting):
            continue
        day, at, _ = scheduled.meeting.announced
        before = first.setdefault((scheduled.key.unit, scheduled.branch, day, at), scheduled)
        if before is not scheduled:
            yield CODE.at(
                scheduled.meeting.where("id"),
                f"Buổi “{scheduled.meeting.id}” cùng ngày {vi_date(day)}, cùng giờ {at:%H:%M} với buổi"
                f" “{before.meeting.id}” của cùng nơi sinh hoạt.",
                cure="Xóa một mục, hoặc sửa ngày, giờ, nơi sinh hoạt.",
                related=[Related(before.meeting.where("id"), "buổi kia")],
            )
