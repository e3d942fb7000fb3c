"""A report is sent after what it reports; what follows from a finding happens after the report."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._order import Dated, dated, out_of_order
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.records.report import Observation
from ktgs.records.values import day_of
from ktgs.repository.linked import Visit
from ktgs.source.codes import about

SENT_FIRST = Code(
    "D206",
    "Báo cáo gửi trước khi việc diễn ra",
    about=about(
        "Báo cáo dự sinh hoạt hay giám sát không thể được gửi trước ngày của buổi hay của việc được báo cáo.",
        "ngày tiến hành: 08/04/2020\nngày gửi: 07/04/2020",
        "ngày tiến hành: 08/04/2020\nngày gửi: 09/04/2020",
        cure="Sửa ngày gửi; nếu buổi diễn ra sớm hơn lịch thì ghi “ngày tiến hành”.",
    ),
)
FOLLOWED_FIRST = Code(
    "D207",
    "Diễn biến trước báo cáo",
    about=about(
        "Khắc phục, phúc tra, trả lời … chỉ có sau khi báo cáo nêu kiến nghị được ban hành; hạn mới ở sau ngày gia"
        " hạn.",
        "diễn biến:\n  - ngày: 01/05/2020   # báo cáo gửi ngày 02/06/2020\n    việc: đã khắc phục",
        cure="Sửa ngày của diễn biến.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each day that lies before the one it follows."""
    repository = facts.repository
    for visit in repository.visits:
        cure = "Sửa ngày gửi; nếu buổi diễn ra sớm hơn lịch thì ghi “ngày tiến hành”."
        sent = dated(visit.report, "ngày gửi", visit.report.sent_on)
        yield from out_of_order(SENT_FIRST, _held(visit), sent, cure=cure)
    for report in repository.reports_of(Observation):
        observed = dated(report, "ngày", report.observed_on)
        yield from out_of_order(SENT_FIRST, observed, dated(report, "ngày gửi", report.sent_on))
    for found in repository.findings:
        key = "ngày gửi" if day_of(found.report.sent_on) else "ngày ban hành"
        reported = dated(found.report, key, day_of(found.report.sent_on) or found.report.issued_on)
        for event in found.events:
            yield from out_of_order(FOLLOWED_FIRST, reported, dated(event, "ngày", event.on))
            yield from out_of_order(
                FOLLOWED_FIRST, dated(event, "ngày", event.on), dated(event, "hạn mới", event.new_due)
            )


def _held(visit: Visit) -> Dated:
    report, meeting = visit.report, visit.meeting.meeting if visit.meeting else None
    if report.held_on or meeting is None:
        return dated(report, "ngày tiến hành" if report.held_on else "ngày", visit.on)
    return Dated(
        "ngày của buổi", (meeting.moves[-1].where("to") if meeting.moves else meeting.where("on")), visit.on
    )
