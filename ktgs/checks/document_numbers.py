"""One number belongs to one paper of its year, type and symbol."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._papers import NamedPaper, papers
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.source.codes import about

CODE = Code(
    "N101",
    "Hai văn bản cùng số, ký hiệu",
    about=about(
        "Trong một năm, mỗi số của một loại và ký hiệu chỉ thuộc một văn bản. Một thông báo gửi nhiều đơn vị là một"
        " văn bản; một quyết định thành lập nhiều đoàn, cùng số và cùng ngày, cũng vậy.",
        "số ký hiệu: 15-TB/ĐTN   # đã dùng cho một thông báo khác trong năm",
        "số ký hiệu: 16-TB/ĐTN   # số 15-TB/ĐTN là của thông báo khác",
        cure="Xem lại sổ công văn rồi sửa số ghi sai.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each paper with the number of an earlier one."""
    first: dict[object, NamedPaper] = {}
    for paper in papers(facts.repository):
        if paper.series is None or paper.number is None:
            continue
        before = first.setdefault((paper.series, paper.number.number, paper.number.suffix), paper)
        is_same = before.is_shared and paper.is_shared and before.on == paper.on
        if before is not paper and not is_same:
            yield CODE.at(
                paper.place,
                f"Số “{paper.number}” năm {paper.series[0]} đã dùng cho {before.name}.",
                expected="Mỗi số chỉ thuộc một văn bản.",
                cure="Xem lại sổ công văn rồi sửa số ghi sai.",
                related=[Related(before.place, "văn bản thứ nhất")],
            )
