"""A paper is issued before it is sent; a result report is compiled, confirmed and sent in that order."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._order import dated, out_of_order
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.records.report import ResultReport
from ktgs.source.codes import about

SENT_FIRST = Code(
    "D202",
    "Ngày gửi trước ngày ban hành",
    about=about(
        "Văn bản ban hành rồi mới gửi; có thể trong cùng một ngày.",
        "ngày ban hành: 29/04/2020\nngày gửi: 28/04/2020",
        "ngày ban hành: 28/04/2020\nngày gửi: 29/04/2020",
        cure="Kiểm tra hai ngày trên văn bản và trong sổ công văn đi.",
    ),
)
STEPS = Code(
    "D203",
    "Các bước của báo cáo kết quả sai thứ tự",
    about=about(
        "Thư ký tổng hợp, Trưởng đoàn xác nhận, rồi báo cáo được gửi; hai bước có thể trong cùng một ngày.",
        "ngày tổng hợp: 29/05/2020\nngày xác nhận: 28/05/2020",
        "ngày tổng hợp: 28/05/2020\nngày xác nhận: 29/05/2020",
        cure="Sửa ngày ghi sai.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each day that lies before the one it follows."""
    repository = facts.repository
    for plan in repository.plans.values():
        issued = dated(plan, "issued_on", plan.issued_on)
        yield from out_of_order(SENT_FIRST, issued, dated(plan, "sent_on", plan.sent_on))
    for notice in repository.notices.values():
        issued = dated(notice, "issued_on", notice.issued_on)
        for sending in notice.sent_to:
            yield from out_of_order(SENT_FIRST, issued, dated(sending, "sent_on", sending.sent_on))
    for report in repository.reports.values():
        sent = dated(report, "sent_on", report.sent_on)
        yield from out_of_order(SENT_FIRST, dated(report, "issued_on", report.issued_on), sent)
        if isinstance(report, ResultReport):
            compiled = dated(report, "compiled_on", report.compiled_on)
            yield from out_of_order(STEPS, compiled, dated(report, "confirmed_on", report.confirmed_on), sent)
