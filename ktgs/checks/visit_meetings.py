"""A visit report says which meeting it is about, in one way, and the meeting was not called off."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.records.report import VisitReport
from ktgs.records.schedule import Meeting
from ktgs.repository.meetings import is_off, is_postponed
from ktgs.source.codes import about

TWO_WAYS = Code(
    "M501",
    "Báo cáo nêu buổi theo hai cách",
    about=about(
        "Báo cáo dự sinh hoạt nêu “buổi” khi buổi có trong lịch; chỉ khi không có trong lịch mới nêu “đơn vị”, “chi"
        " đoàn”, “ngày”, “giờ”. Buổi diễn ra khác ngày đã báo thì nêu “ngày tiến hành”.",
        "buổi: 46-kh-dtn/2020-04/doan-so-a/b1\nngày: 09/04/2020",
        "buổi: 46-kh-dtn/2020-04/doan-so-a/b1\nngày tiến hành: 09/04/2020",
        cure="Giữ một trong hai cách.",
    ),
)
POSTPONED = Code(
    "M502",
    "Báo cáo về buổi đã hoãn",
    Severity.warning,
    about=about(
        "Lịch ghi buổi bị hoãn, chưa có ngày mới, nhưng lại có báo cáo dự buổi đó.",
        "buổi: 46-kh-dtn/2020-04/doan-so-a/b1   # lịch ghi trạng thái: hoãn",
        "# trong lịch, ở buổi b1 đã hoãn rồi diễn ra ngày 22/04/2020\ndời:\n  - sang ngày: 22/04/2020",
        cure="Sửa lịch (bỏ trạng thái, hoặc ghi “dời”), hoặc sửa “buổi” của báo cáo.",
    ),
)
NOT_HELD = Code(
    "M505",
    "Báo cáo về buổi không diễn ra",
    about=about(
        "Lịch ghi buổi bị hủy hoặc không diễn ra, nên không thể có báo cáo dự buổi đó.",
        "buổi: 46-kh-dtn/2020-04/doan-so-a/b1   # lịch ghi trạng thái: hủy, hoặc đã diễn ra: không",
        "buổi: 46-kh-dtn/2020-04/doan-so-a/b2   # buổi đã diễn ra",
        cure="Sửa lịch (bỏ trạng thái, hoặc ghi “dời”), hoặc sửa “buổi” của báo cáo.",
    ),
)
_UNSCHEDULED = ("unit", "branch", "on", "at")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for a report whose meeting is named in two ways or was not held, a warning where it waits."""
    repository = facts.repository
    for report in repository.reports_of(VisitReport):
        yield from _two_ways(report)
        scheduled = repository.meetings.get(report.meeting) if report.meeting else None
        if scheduled and (words := _called_off(scheduled.meeting)):
            place = scheduled.meeting.where("status" if scheduled.meeting.status else "took_place")
            yield (POSTPONED if is_postponed(scheduled.meeting) else NOT_HELD).at(
                report.where("meeting"),
                f"Lịch ghi buổi “{report.meeting}” {words}, nhưng có báo cáo dự buổi này.",
                cure="Sửa lịch (bỏ trạng thái, hoặc ghi “dời”), hoặc sửa “buổi”.",
                related=[Related(place, "lịch sinh hoạt")],
            )


def _two_ways(report: VisitReport) -> Iterator[Diagnostic]:
    given = next((field for field in _UNSCHEDULED if report.gives(field)), None)
    if report.meeting and given:
        key = report.key_of(given)
        found = f"Báo cáo đã nêu “buổi” nên không nêu “{key}”."
        cure = f"Xóa “{key}”; ngày diễn ra khác lịch thì ghi “ngày tiến hành”."
        related = [Related(report.where("meeting"), "buổi")]
        yield TWO_WAYS.at(report.where_key(given), found, cure=cure, related=related)


def _called_off(meeting: Meeting) -> str:
    if not is_off(meeting):
        return ""
    return f"bị {meeting.status}" if meeting.status else "không diễn ra"
