"""The numbers of a term suffice to count its days."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._terms import terms
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.obligations.obligation import Duty
from ktgs.records.plan import Term
from ktgs.source.codes import about

NUMBER = Code(
    "R303",
    "Số ngày chưa đủ để tính hạn",
    about=about(
        "“số” ít nhất là 1, và cần “đơn vị tính” (ngày làm việc hay ngày) và “chiều” (trước hay sau mốc). Việc có ngày"
        " cố định hằng tháng thì không có “số”.",
        "số: 5\nmốc: đầu đợt",
        "số: 5\nđơn vị tính: ngày làm việc\nchiều: trước\nmốc: đầu đợt",
        cure="Thêm dòng còn thiếu.",
    ),
)
MONTH_DAY = Code(
    "R304",
    "Thừa hoặc thiếu ngày trong tháng",
    about=about(
        "Việc làm hằng tháng vào một ngày cố định cần “ngày trong tháng”; tháng không có ngày đó thì tính ngày cuối"
        " tháng. Việc tính từ một mốc thì không có dòng này.",
        "việc: gửi lịch sinh hoạt\nkiểu: trước",
        "việc: gửi lịch sinh hoạt\nngày trong tháng: 20\nkiểu: trước",
        cure="Thêm hoặc xóa “ngày trong tháng”.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each number without unit or direction, and each day of the month lacking or too many."""
    for term, duty in terms(facts.repository):
        if duty:
            yield from _number(term, duty)
            yield from _month_day(term, duty)


def _number(term: Term, duty: Duty) -> Iterator[Diagnostic]:
    if term.number is None:
        return
    place = term.where("number")
    if not duty.anchors:
        found, expected = f"“{duty.name}” không dùng “số”.", "Việc này tính theo “ngày trong tháng”."
        yield NUMBER.at(place, found, expected=expected, cure="Xóa “số”.")
    elif term.number == 0:
        cure = "Sửa số ngày; hạn là chính ngày của mốc thì bỏ “số”, “đơn vị tính”, “chiều”, nếu việc cho phép."
        yield NUMBER.at(place, "số: 0, nhưng phải ít nhất là 1.", cure=cure)
    elif lacking := [term.key_of(field) for field in ("measure", "direction") if not term.gives(field)]:
        found = f"số: {term.number}, nhưng không có “{lacking[0]}”."
        yield NUMBER.at(place, found, cure=f"Thêm dòng “{lacking[0]}: …”.")


def _month_day(term: Term, duty: Duty) -> Iterator[Diagnostic]:
    day = term.day_of_month
    if duty.anchors and day is not None:
        found = f"“{duty.name}” tính từ “mốc”, không theo “ngày trong tháng”."
        yield MONTH_DAY.at(term.where("day_of_month"), found, cure="Xóa “ngày trong tháng”.")
    elif not duty.anchors and day is None:
        found = f"“{duty.name}” cần “ngày trong tháng”."
        yield MONTH_DAY.at(term.where("duty"), found, cure="Thêm dòng “ngày trong tháng: …”.")
