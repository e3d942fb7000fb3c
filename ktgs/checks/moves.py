"""A move changes something, and a meeting that was cancelled is not moved any more."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import vi_date
from ktgs.records.schedule import Meeting
from ktgs.records.team import Status
from ktgs.source.codes import about

NOTHING = Code(
    "M406",
    "Dời mà không đổi gì",
    about=about(
        "Mỗi lần dời đổi ngày, giờ hoặc địa điểm so với lần báo trước đó.",
        "ngày: 08/04/2020\ndời:\n  - sang ngày: 08/04/2020",
        "ngày: 08/04/2020\ndời:\n  - sang ngày: 15/04/2020",
        cure="Sửa ngày mới, hoặc xóa lần dời.",
    ),
)
CANCELLED = Code(
    "M407",
    "Dời buổi đã hủy",
    about=about(
        "Buổi đã hủy thì không dời nữa. Buổi hoãn rồi có ngày mới thì ghi `trạng thái: hoãn` và “dời”, hoặc chỉ ghi"
        " “dời”. Buổi đã dời rồi mới hủy thì ngày báo hủy ở sau ngày báo dời.",
        "trạng thái: hủy\nngày báo: 06/04/2020\ndời:\n  - sang ngày: 15/04/2020\n    ngày báo: 07/04/2020",
        "dời:\n  - sang ngày: 15/04/2020\n    ngày báo: 07/04/2020",
        cure="Xóa “trạng thái”, hoặc xóa lần dời.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each move to what was announced before, and each reported after the cancellation."""
    for schedule in facts.repository.schedules.values():
        for meeting in schedule.meetings:
            if meeting.moves:
                yield from _to_the_same(meeting)
                yield from _after_cancellation(meeting)


def _to_the_same(meeting: Meeting) -> Iterator[Diagnostic]:
    before, place = (meeting.on, meeting.at, meeting.place), meeting.where("on")
    for move in meeting.moves:
        after = (move.to, move.at or before[1], move.place or before[2])
        if after == before:
            found = f"Dời sang ngày {vi_date(move.to)}, là ngày đã báo, mà giờ và địa điểm cũng không đổi."
            cure = "Sửa ngày mới, hoặc xóa lần dời."
            yield NOTHING.at(move.where("to"), found, cure=cure, related=[Related(place, "ngày báo trước đó")])
        before, place = after, move.where("to")


def _after_cancellation(meeting: Meeting) -> Iterator[Diagnostic]:
    if meeting.status is not Status.cancelled or meeting.reported_on is None:
        return
    for move in meeting.moves:
        if move.reported_on and meeting.reported_on < move.reported_on:
            yield CANCELLED.at(
                move.where("reported_on"),
                f"Báo dời ngày {vi_date(move.reported_on)}, sau khi đã báo hủy ngày {vi_date(meeting.reported_on)}.",
                cure="Xóa “trạng thái” nếu buổi vẫn diễn ra, hoặc xóa lần dời.",
                related=[Related(meeting.where("reported_on"), "ngày báo hủy")],
            )
