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
        sent = dated(visit.report, "sent_on", visit.report.sent_on)
        yield from out_of_order(SENT_FIRST, _day(visit), sent, cure=cure)
    for observation in repository.reports_of(Observation):
        observed = dated(observation, "observed_on", observation.observed_on)
        yield from out_of_order(SENT_FIRST, observed, dated(observation, "sent_on", observation.sent_on))
    for reported in repository.findings.values():
        report = reported.report
        field = "sent_on" if day_of(report.sent_on) else "issued_on"
        told = dated(report, field, day_of(report.sent_on) or report.issued_on)
        for event in reported.events:
            happened = dated(event, "on", event.on)
            yield from out_of_order(FOLLOWED_FIRST, told, happened)
            yield from out_of_order(FOLLOWED_FIRST, happened, dated(event, "new_due", event.new_due))


def _day(visit: Visit) -> Dated:
    """Return the day of the meeting, as the report gives it, else as the schedule last announces it."""
    report = visit.report
    if report.held_on or visit.meeting is None:
        return dated(report, "held_on" if report.held_on else "on", visit.on)
    return Dated("ngày của buổi", visit.meeting.meeting.where_announced(), visit.on)
