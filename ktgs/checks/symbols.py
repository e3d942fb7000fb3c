"""A paper of the body or its committees carries one of their symbols."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.text import fold, nearest, perhaps
from ktgs.records.assignment import Assignment
from ktgs.records.notice import Notice
from ktgs.records.organization import Organization
from ktgs.records.plan import Plan
from ktgs.records.report import FlashReport, Summary
from ktgs.records.team import Decision
from ktgs.source.codes import about

CODE = Code(
    "N104",
    "Ký hiệu không phải của tổ chức",
    Severity.warning,
    about=about(
        "Kế hoạch, quyết định, thông báo, phân công, báo cáo nhanh và báo cáo tổng hợp mang ký hiệu của tổ chức hoặc"
        " của một cơ quan của tổ chức, như ghi ở “ký hiệu” trong data/organization.yml.",
        "số ký hiệu: 16-PC/ĐT",
        "số ký hiệu: 16-PC/ĐTN",
        cure="Sửa ký hiệu ghi sai; ký hiệu mới thì thêm vào data/organization.yml.",
    ),
)
_OWN = (Plan, Decision, Notice, Assignment, FlashReport, Summary)  # teams and visitors may have symbols of their own


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each number of the body's own papers whose symbol is none of the body's."""
    if not facts.repository.of(Organization):
        return  # its file cannot be read, which is told
    organization = facts.repository.organization
    symbols = [organization.symbol, *(body.symbol for body in organization.bodies if body.symbol)]
    known = {fold(symbol) for symbol in symbols}
    for paper in chain.from_iterable(facts.repository.by_class.get(kind, ()) for kind in _OWN):
        number = paper.document_number if isinstance(paper, _OWN) else None
        if number and fold(number.symbol) not in known:
            yield CODE.at(
                paper.where("document_number"),
                f"“{number}”: “{number.symbol}” không phải là ký hiệu của tổ chức.",
                expected=f"Ký hiệu của tổ chức: {', '.join(dict.fromkeys(symbols))}.",
                cure=perhaps(nearest(number.symbol, symbols), "Sửa ký hiệu ghi sai."),
                related=[Related(organization.where("symbol"), "ký hiệu của tổ chức")],
            )
