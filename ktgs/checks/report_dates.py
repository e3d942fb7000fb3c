"""A report is sent after what it reports; what follows from a finding happens after the report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, islice

from ktgs.checks._order import Dated, dated, out_of_order
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.records.finding import Petition, Recommendation
from ktgs.records.report import FlashReport, Observation, Report, ResultReport, Summary
from ktgs.records.values import day_of
from ktgs.repository.linked import Visit
from ktgs.repository.repository import Repository
from ktgs.source.codes import about

SENT_FIRST = Code(
    "D206",
    "Báo cáo gửi trước khi việc diễn ra",
    about=about(
        "Báo cáo không thể được lập, ban hành, gửi trước ngày của việc được báo cáo: ngày của buổi, ngày giám sát, ngày"
        " làm việc đầu tiên của đoàn kiểm tra, ngày cuối của tháng.",
        "ngày tiến hành: 08/04/2020\nngày gửi: 07/04/2020",
        "ngày tiến hành: 08/04/2020\nngày gửi: 09/04/2020",
        cure="Sửa ngày gửi; nếu buổi diễn ra sớm hơn lịch thì ghi “ngày tiến hành”.",
    ),
)
FOLLOWED_FIRST = Code(
    "D207",
    "Diễn biến trước việc được báo cáo",
    about=about(
        "Khắc phục, phúc tra, trả lời … chỉ có sau khi báo cáo nêu kiến nghị được ban hành, hạn của kiến nghị cũng vậy;"
        " hạn mới ở sau ngày gia hạn. Mô hình hay chỉ được nhân rộng từ ngày đã thấy nó.",
        "diễn biến:\n  - ngày: 01/05/2020   # báo cáo gửi ngày 02/06/2020\n    việc: đã khắc phục",
        "diễn biến:\n  - ngày: 15/06/2020   # báo cáo gửi ngày 02/06/2020\n    việc: đã khắc phục",
        cure="Sửa ngày của diễn biến.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each day that lies before the one it follows."""
    repository = facts.repository
    for visit in repository.visits:
        cure = "Sửa ngày gửi; nếu buổi diễn ra sớm hơn lịch thì ghi “ngày tiến hành”."
        yield from _too_early(_day(visit), visit.report, cure)
    for observation in repository.reports_of(Observation):
        observed = dated(observation, "observed_on", observation.observed_on)
        yield from _too_early(observed, observation, "Sửa ngày ghi sai.")
    monthly: tuple[FlashReport | Summary, ...] = (*repository.reports_of(FlashReport), *repository.reports_of(Summary))
    for paper in monthly:
        over = Dated(paper, "month", paper.month.last, "ngày cuối của tháng")
        yield from _too_early(over, paper, "Sửa ngày, hoặc sửa “tháng”.")
    for result in repository.reports_of(ResultReport):
        if first := _first_session(repository, result):
            yield from _too_early(first, result, "Sửa ngày ghi sai; báo cáo lập sau khi đoàn bắt đầu làm việc.")
    for reported in repository.findings.values():
        report = reported.report
        field = "sent_on" if day_of(report.sent_on) else "issued_on"
        told = dated(report, field, day_of(report.sent_on) or report.issued_on)
        for event in reported.events:
            happened = dated(event, "on", event.on)
            yield from out_of_order(FOLLOWED_FIRST, told, happened)
            yield from out_of_order(FOLLOWED_FIRST, happened, dated(event, "new_due", event.new_due))
        if isinstance(reported.finding, Recommendation | Petition):
            yield from out_of_order(FOLLOWED_FIRST, told, dated(reported.finding, "due", reported.finding.due))


def _too_early(day: Dated, report: Report, cure: str) -> Iterator[Diagnostic]:
    """Yield an error at the first step of a report that lies before the day that it speaks of, else at what spread."""
    steps = (name for name in ("compiled_on", "confirmed_on", "issued_on", "sent_on") if hasattr(report, name))
    early = (out_of_order(SENT_FIRST, day, dated(report, name, getattr(report, name)), cure=cure) for name in steps)
    yield from tuple(islice(chain.from_iterable(early), 1)) or _spread_first(day, report)


def _spread_first(day: Dated, report: Report) -> Iterator[Diagnostic]:
    """Yield an error at each day on which a good practice was passed on before it was seen."""
    for practice in report.good_practices:
        for spread in practice.spread:
            yield from out_of_order(FOLLOWED_FIRST, day, dated(spread, "on", spread.on))


def _first_session(repository: Repository, report: ResultReport) -> Dated | None:
    """Return the first day on which the report's team worked with a unit; None while none is known."""
    team = repository.teams.get(report.team)
    sessions = team.engagements if team else ()
    days = [Dated(item, "held_on", day_of(item.held_on), "ngày làm việc đầu tiên") for item in sessions]
    return min((day for day in days if day.on), key=lambda day: day.on or date.max, default=None)


def _day(visit: Visit) -> Dated:
    """Return the day of the meeting, as the report gives it, else as the schedule last announces it."""
    report = visit.report
    if report.held_on or visit.meeting is None:
        return dated(report, "held_on" if report.held_on else "on", visit.on)
    return Dated(*visit.meeting.meeting.announcing, visit.on, "ngày của buổi")
