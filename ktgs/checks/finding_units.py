"""A result report speaks of units that its team worked with."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.records.report import ResultReport
from ktgs.repository.sessions import is_cancelled
from ktgs.source.codes import about

CODE = Code(
    "M308",
    "Báo cáo kết quả nói về đơn vị mà đoàn không làm việc",
    about=about(
        "Ưu điểm, tồn tại, kiến nghị … trong báo cáo kết quả là của những đơn vị mà đoàn đã làm việc.",
        "đoàn kiểm tra: 46-kh-dtn/dot-1-doan-1   # không có cuộc nào với doan-so-z\ntồn tại, hạn chế:\n"
        "  - mã: tt1\n    đơn vị: doan-so-z",
        "đoàn kiểm tra: 46-kh-dtn/dot-1-doan-1   # có cuộc c1 với doan-so-a\n"
        "tồn tại, hạn chế:\n"
        "  - mã: tt1\n"
        "    đơn vị: doan-so-a",
        cure="Sửa mã đơn vị, hoặc thêm cuộc vào tệp của đoàn.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each finding about a unit with which the report's team has no engagement, cancelled apart."""
    repository = facts.repository
    for report in repository.reports_of(ResultReport):
        team = repository.teams.get(report.team)
        known = {item.unit for item in team.engagements if not is_cancelled(item)} if team else set()
        for finding in report.findings if team else ():
            if team and finding.unit not in known:
                yield CODE.at(
                    finding.where("unit"),
                    f"Đoàn “{team.id}” không có cuộc làm việc nào với “{finding.unit}”.",
                    cure="Sửa mã đơn vị, hoặc thêm cuộc vào tệp của đoàn.",
                    related=[Related(team.where("engagements"), "các cuộc của đoàn")],
                )
