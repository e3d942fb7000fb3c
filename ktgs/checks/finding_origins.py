"""A recommendation names a shortcoming of its own report."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.text import nearest_id, perhaps
from ktgs.records.finding import Recommendation
from ktgs.records.report import Report
from ktgs.source.codes import about

NO_SHORTCOMING = Code(
    "R501",
    "Không có tồn tại mang mã này",
    about=about(
        "“từ tồn tại” là mã của một mục trong “tồn tại, hạn chế” của chính báo cáo đó.",
        "kiến nghị:\n  - mã: kn1\n    từ tồn tại: tt9",
        "kiến nghị:\n  - mã: kn1\n    từ tồn tại: tt1",
        cure="Sửa mã, hoặc xóa “từ tồn tại”.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each shortcoming that the report does not have."""
    for report in facts.repository.reports.values():
        for recommendation in report.recommendations:
            yield from _origin(report, recommendation)


def _origin(report: Report, recommendation: Recommendation) -> Iterator[Diagnostic]:
    known = [shortcoming.id for shortcoming in report.shortcomings]
    if recommendation.from_finding and recommendation.from_finding not in known:
        there = f"Hiện có: {', '.join(known)}. " if known else ""
        near = nearest_id(recommendation.from_finding, known)
        yield NO_SHORTCOMING.at(
            recommendation.where("from_finding"),
            f"Báo cáo không có tồn tại, hạn chế nào mang mã “{recommendation.from_finding}”.",
            cure=perhaps(near, f"{there}Sửa mã, hoặc xóa “từ tồn tại”."),
        )
