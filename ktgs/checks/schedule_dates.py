"""What is recorded of a schedule after its first sending follows in order of time: amendments, moves of a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._order import dated, out_of_order
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.source.codes import about

CODE = Code(
    "D205",
    "Các lần bổ sung hoặc dời lịch sai thứ tự",
    about=about(
        "Lần bổ sung, tin dời, hoãn, hủy đến sau lần gửi đầu; các lần dời ghi theo thứ tự được báo, vì lần cuối cùng là"
        " lần có hiệu lực.",
        "dời:\n  - sang ngày: 22/04/2020\n    ngày báo: 14/04/2020\n  - sang ngày: 15/04/2020\n"
        "    ngày báo: 07/04/2020",
        "dời:\n  - sang ngày: 15/04/2020\n    ngày báo: 07/04/2020\n  - sang ngày: 22/04/2020\n"
        "    ngày báo: 14/04/2020",
        cure="Xếp lại các lần theo ngày, hoặc sửa ngày ghi sai.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each amendment or move that is dated before the one in front of it, or before all was sent."""
    for schedule in facts.repository.schedules.values():
        received = dated(schedule, "received_on", schedule.received_on)
        amendments = (dated(item, "received_on", item.received_on) for item in schedule.amendments)
        yield from out_of_order(CODE, received, *amendments)
        for meeting in schedule.meetings:
            moves = [dated(move, "reported_on", move.reported_on) for move in meeting.moves]
            yield from out_of_order(CODE, *moves)
            for news in (*moves[:1], dated(meeting, "reported_on", meeting.reported_on)):
                yield from out_of_order(CODE, received, news)
