"""A written summary says the numbers that the data says, where it says them under the names of the draft report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ktgs.facts.facts import Facts
from ktgs.figures.months import FIGURE, changes, known_by, lines
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import fold, vi_number
from ktgs.records.report import Summary
from ktgs.records.values import day_of
from ktgs.repository.marks import broken_in_month
from ktgs.source.codes import about

OTHER_NUMBER = Code(
    "M506",
    "Báo cáo tổng hợp ghi số khác dữ liệu",
    Severity.warning,
    about=about(
        "Trong lời văn của báo cáo tổng hợp, dòng `tên số liệu: số` mang đúng tên một số liệu của bản thảo báo cáo"
        " tháng thì phải ghi cùng một số: số theo các báo cáo đã có vào ngày gửi, hoặc số hiện nay. Câu chữ khác không"
        " bị xét; tháng có tệp chưa đọc được cũng không.",
        "- Số buổi có cán bộ về dự: 17   # dữ liệu có 16 buổi",
        "- Số buổi có cán bộ về dự: 16",
        cure="Báo cáo chưa gửi thì sửa số. Báo cáo đã gửi thì ghi vào dữ liệu những gì còn thiếu; nếu báo cáo sai, chấp"
        " nhận cảnh báo trong data/accepted.yml và nêu lý do.",
    ),
)
_BEFORE_NAME = re.compile(r"[\s>*_+–-]*(?:\d+[.)]\s+)?[*_]*")
_NUMBER = re.compile(r"[\s*_]*(\d{1,3}(?:\.\d{3})+|\d+)(?![\d/%]|[.,]\d|\s*%)")  # whole: no share, part or day


class _Known(NamedTuple):
    """A number as the reports told it when the summary was sent, and as it is now."""

    then: int
    now: int


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each number of a summary that is not its month's, where the month is of one plan alone."""
    for report in facts.repository.reports_of(Summary):
        plans = [plan for plan in facts.repository.plans.values() if report.month in plan.months()]
        if len(plans) == 1 and not broken_in_month(facts.repository, report.month):
            yield from _in_body(report, _numbers(facts, report))


def _numbers(facts: Facts, report: Summary) -> Mapping[str, _Known]:
    """Return the numbers of the report's month by their folded names, without those that are not known."""
    months = facts.figure(FIGURE)
    numbers = months.by_month.get(report.month) if months else None
    if months is None or numbers is None:
        return {}
    told = known_by(numbers, _sent_on(report) or facts.today)
    then, now = (lines(facts.repository, of, of_meetings=months.has_meetings) for of in (told, numbers))
    pairs = changes(then, now)
    return {fold(pair.name): _Known(pair.before, pair.now) for pair in pairs}


def _sent_on(report: Summary) -> date | None:
    return day_of(report.sent_on) or report.issued_on


def _in_body(report: Summary, numbers: Mapping[str, _Known]) -> Iterator[Diagnostic]:
    for row, line in enumerate(report.body.split("\n")):
        before, colon, rest = line.partition(":")
        name = _BEFORE_NAME.sub("", before, count=1).rstrip(" *_")
        known = numbers.get(fold(name)) if colon else None
        written = _NUMBER.match(rest) if known else None
        if known and written and int(written[1].replace(".", "")) not in known:
            then = f" (đến ngày gửi báo cáo có {vi_number(known.then)})" if known.then != known.now else ""
            yield OTHER_NUMBER.at(
                report.where_body(row, len(before) + len(colon) + written.start(1) + 1),
                f"{name}: {written[1]}, nhưng dữ liệu có {vi_number(known.now)}{then}.",
                cure="Sửa số nếu báo cáo chưa gửi, nếu không thì ghi bổ sung dữ liệu còn thiếu, hoặc chấp nhận cảnh báo"
                " và nêu lý do.",
            )
