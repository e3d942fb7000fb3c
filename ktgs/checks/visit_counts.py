"""The numbers of a visit report are possible, and two reports on one meeting agree."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.records.report import VisitReport
from ktgs.repository.meetings import visits_that_count
from ktgs.source.codes import about

TOO_MANY = Code(
    "M503",
    "Số có mặt lớn hơn tổng số",
    about=about(
        "Số đoàn viên có mặt không thể lớn hơn tổng số đoàn viên. Khách dự ghi ở “thành phần”, không tính vào “số"
        " có mặt”.",
        "số có mặt: 25\ntổng số đoàn viên: 22",
        "số có mặt: 20\ntổng số đoàn viên: 22",
        cure="Sửa một trong hai số.",
    ),
)
DIFFERENT = Code(
    "M504",
    "Hai báo cáo về một buổi khác số có mặt",
    Severity.warning,
    about=about(
        "Nhiều người dự một buổi có thể mỗi người một báo cáo, hoặc chung một báo cáo; buổi chỉ được tính một lần."
        " Số có mặt phải như nhau, nếu không thì không biết số nào đúng.",
        "số có mặt: 20   # báo cáo kia về cùng buổi ghi 21",
        "số có mặt: 21   # báo cáo kia về cùng buổi cũng ghi 21",
        cure="Hỏi lại người dự rồi sửa báo cáo ghi sai.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for more present than members, a warning for a report that differs from the one that counts."""
    for report in facts.repository.reports_of(VisitReport):
        if report.present > report.total_members:
            yield TOO_MANY.at(
                report.where("present"),
                f"số có mặt: {report.present} lớn hơn “tổng số đoàn viên: {report.total_members}”.",
                cure="Sửa một trong hai số; khách dự ghi ở “thành phần”.",
                related=[Related(report.where("total_members"), "tổng số đoàn viên")],
            )
    visits = facts.repository.visits
    counting = {visit.occasion: visit.report for visit in visits_that_count(visits)}
    for visit in sorted(visits, key=lambda visit: visit.report.id):
        before, report = counting[visit.occasion], visit.report
        if before.present != report.present:
            yield DIFFERENT.at(
                report.where("present"),
                f"số có mặt: {report.present}, nhưng báo cáo “{before.id}” về cùng buổi ghi {before.present}.",
                cure="Hỏi lại người dự rồi sửa báo cáo ghi sai.",
                related=[Related(before.where("present"), "báo cáo kia")],
            )
