"""Where the register is said to be complete, the body's own numbers leave none out."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._papers import NamedPaper, Series, papers
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import fold
from ktgs.source.codes import about

CODE = Code(
    "N102",
    "Sổ văn bản thiếu số",
    Severity.warning,
    about=about(
        "Khi tệp của tổ chức ghi `sổ văn bản đầy đủ: có`, mọi số của mỗi loại văn bản trong năm phải có trong dữ"
        " liệu. Mặc định là không, vì văn phòng còn ban hành nhiều văn bản khác.",
        "số ký hiệu: 17-TB/ĐTN   # sau 15-TB/ĐTN, không có 16-TB/ĐTN",
        "số ký hiệu: 16-TB/ĐTN   # liền sau 15-TB/ĐTN",
        cure="Thêm văn bản còn thiếu, hoặc bỏ “sổ văn bản đầy đủ”.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning at the paper after each gap; numbers of other bodies do not count."""
    organization = facts.repository.organization
    if not organization.full_register:
        return
    own = {fold(symbol) for symbol in (organization.symbol, *(body.symbol for body in organization.bodies)) if symbol}
    series: dict[Series, dict[int, NamedPaper]] = {}
    for paper in papers(facts.repository):
        if paper.number and paper.series and paper.series[2] in own:
            series.setdefault(paper.series, {}).setdefault(paper.number.number, paper)
    for numbers in series.values():
        last = 0
        for number, paper in sorted(numbers.items()):
            if number > last + 1:
                yield _gap(paper, last + 1, number - 1)
            last = number


def _gap(paper: NamedPaper, first: int, last: int) -> Diagnostic:
    missing = f"{first:02}" if first == last else f"{first:02} đến {last:02}"
    return CODE.at(
        paper.place,
        f"Trước “{paper.number}” thiếu số {missing} của năm {paper.series[0] if paper.series else ''}.",
        expected="Tệp của tổ chức ghi “sổ văn bản đầy đủ: có”.",
        cure="Thêm văn bản còn thiếu, hoặc bỏ “sổ văn bản đầy đủ”.",
    )
