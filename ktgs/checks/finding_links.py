"""A finding names its unit, and a recommendation the shortcoming that it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.diagnostics import Code, Diagnostic
from ktgs.facts import Facts
from ktgs.records.finding import Recommendation
from ktgs.records.report import VisitReport
from ktgs.repository.index import Found
from ktgs.source.codes import about
from ktgs.text import nearest

NO_UNIT = Code(
    "R501",
    "Không rõ nội dung về đơn vị nào",
    about=about(
        "Mỗi ưu điểm, tồn tại, kiến nghị … nêu “đơn vị”, vì một báo cáo có thể nói về nhiều đơn vị. Báo cáo về"
        " buổi sinh"
        " hoạt hoặc về một đơn vị thì không cần.",
        "tồn tại, hạn chế:\n  - mã: tt1\n    nội dung: Sổ chi đoàn ghi chưa đầy đủ",
        "tồn tại, hạn chế:\n  - mã: tt1\n    nội dung: Sổ chi đoàn ghi chưa đầy đủ\n    đơn vị: doan-so-b",
        cure="Thêm “đơn vị”.",
    ),
)
NO_SHORTCOMING = Code(
    "R502",
    "Không có tồn tại mang mã này",
    about=about(
        "“từ tồn tại” là mã của một mục trong “tồn tại, hạn chế” của chính báo cáo đó.",
        "kiến nghị:\n  - mã: kn1\n    từ tồn tại: tt9",
        "kiến nghị:\n  - mã: kn1\n    từ tồn tại: tt1",
        cure="Sửa mã, hoặc xóa “từ tồn tại”.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each finding about no known unit, and each shortcoming that the report does not have."""
    for found in facts.repository.findings:
        if found.unit is None and not isinstance(found.report, VisitReport):
            words = f"Nội dung “{found.finding.id}” không nêu “đơn vị”."
            yield NO_UNIT.at(found.finding.where(), words, cure="Thêm dòng “đơn vị: …”.")
        if isinstance(found.finding, Recommendation) and found.finding.from_finding:
            yield from _origin(found, found.finding)


def _origin(found: Found, recommendation: Recommendation) -> Iterator[Diagnostic]:
    known = [shortcoming.id for shortcoming in found.report.shortcomings]
    if recommendation.from_finding and recommendation.from_finding not in known:
        near = nearest(recommendation.from_finding, known)
        yield NO_SHORTCOMING.at(
            recommendation.where("từ tồn tại"),
            f"Báo cáo không có tồn tại, hạn chế nào mang mã “{recommendation.from_finding}”.",
            cure=f"Gần nhất: {near}." if near else "Sửa mã, hoặc xóa “từ tồn tại”.",
        )
