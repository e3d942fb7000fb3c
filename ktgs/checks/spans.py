"""What holds from a day to a day ends no earlier than it begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import vi_date
from ktgs.records.base import Record
from ktgs.records.schema import schema, walk
from ktgs.source.codes import about

CODE = Code(
    "D201",
    "Ngày kết thúc trước ngày bắt đầu",
    about=about(
        "“đến” là ngày cuối cùng còn tính, nên không thể trước “từ”; hai ngày có thể trùng nhau.",
        "từ: 22/05/2020\nđến: 11/05/2020",
        "từ: 11/05/2020\nđến: 22/05/2020",
        cure="Đổi chỗ hai ngày, hoặc sửa năm.",
    ),
)
_SPANS = (("valid_from", "valid_to"), ("starts_on", "ends_on"), ("new_start", "new_end"))


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each end that lies before its start."""
    for record in chain.from_iterable(map(walk, facts.repository.every_record())):
        fields = schema(type(record)).fields
        for first, last in _SPANS:
            if first in fields and last in fields:
                yield from _ends_first(record, first, last)


def _ends_first(record: Record, first: str, last: str) -> Iterator[Diagnostic]:
    start, end = getattr(record, first), getattr(record, last)
    if start and end and end < start:
        yield CODE.at(
            record.where(last),
            f"{record.key_of(last)}: {vi_date(end)} trước “{record.key_of(first)}: {vi_date(start)}”.",
            cure="Sửa một trong hai ngày.",
            related=[Related(record.where(first), "ngày bắt đầu")],
        )
