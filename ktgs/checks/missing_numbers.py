"""A paper that left the office has a number."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._papers import papers
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.source.codes import about

CODE = Code(
    "N103",
    "Văn bản đã gửi mà chưa có số",
    Severity.warning,
    about=about(
        "Văn bản đã gửi (quyết định, phân công: đã ban hành) mà không có “số ký hiệu”. Hạn chỉ xét theo ngày nên"
        " không bị ảnh hưởng. Báo cáo dự sinh hoạt và báo cáo giám sát thường xuyên không cần số.",
        "ngày ban hành: 29/04/2020\ngửi đến:\n  - đơn vị: doan-so-a\n    ngày gửi: 29/04/2020",
        "số ký hiệu: 15-TB/ĐTN\nngày ban hành: 29/04/2020",
        cure="Thêm “số ký hiệu”.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning at the day that shows the paper to be no draft."""
    for paper in papers(facts.repository):
        if paper.number is None and paper.lacks:
            found = "Văn bản đã gửi hoặc ban hành nhưng chưa có số."
            yield CODE.at(paper.lacks, found, cure="Thêm dòng “số ký hiệu: …”.")
