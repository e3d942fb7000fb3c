"""A document is asked for, then arrives, then is complete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.checks._order import dated, out_of_order
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.records.team import Document
from ktgs.source.codes import about

CODE = Code(
    "D204",
    "Các ngày của tài liệu sai thứ tự",
    about=about(
        "Đoàn kiểm tra yêu cầu tài liệu, đơn vị gửi một hay nhiều lần, rồi mới đủ; hạn không thể trước ngày yêu cầu.",
        "ngày yêu cầu: 29/04/2020\nhạn: 08/04/2020",
        "ngày yêu cầu: 29/04/2020\nhạn: 08/05/2020",
        cure="Sửa ngày ghi sai.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each day of a document that lies before the one it follows."""
    for engaged in facts.repository.engagements.values():
        for document in engaged.engagement.documents:
            yield from _of(document)


def _of(document: Document) -> Iterator[Diagnostic]:
    requested = dated(document, "requested_on", document.requested_on)
    yield from out_of_order(CODE, requested, dated(document, "due", document.due))
    arrivals = [dated(part, "on", part.on) for part in document.received]
    for arrival in arrivals:
        yield from out_of_order(CODE, requested, arrival)
    last = max(arrivals, key=lambda arrival: arrival.on or date.min, default=requested)
    yield from out_of_order(CODE, last, dated(document, "completed_on", document.completed_on))
