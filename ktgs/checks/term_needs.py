"""A term gives what its duty needs, and counts to the side to which the duty counts."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._terms import terms
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.obligations.obligation import Duty
from ktgs.records.plan import Term
from ktgs.source.codes import about

LACKING = Code(
    "R305",
    "Thời hạn thiếu điều mà việc cần",
    about=about(
        "Mỗi việc cần một số dòng mới tính được hạn, nêu trong bảng ở trang “Kế hoạch” của sổ tay: thông báo cần “mốc”,"
        " “số”, “đơn vị tính”, “chiều” và “cách đếm”; quyết định thành lập đoàn tính từ đầu đợt thì cần thêm “số”,"
        " “đơn vị tính”, “chiều”. Phần mềm không tự đoán điều còn thiếu.",
        "việc: thông báo\nmốc: đầu đợt\nsố: 5\nđơn vị tính: ngày làm việc\nchiều: trước",
        "việc: thông báo\nmốc: đầu đợt\nsố: 5\nđơn vị tính: ngày làm việc\nchiều: trước\ncách đếm: tính cả ngày gửi",
        cure="Thêm dòng còn thiếu.",
    ),
)
WRONG_SIDE = Code(
    "R306",
    "Chiều đếm không hợp với việc",
    about=about(
        "Thông báo, phân công, quyết định thành lập đoàn phải xong trước mốc nên đếm “trước”; báo cáo viết sau khi việc"
        " diễn ra nên đếm “sau”.",
        "việc: thông báo\nsố: 5\nđơn vị tính: ngày làm việc\nchiều: sau\nmốc: đầu đợt",
        "việc: thông báo\nsố: 5\nđơn vị tính: ngày làm việc\nchiều: trước\nmốc: đầu đợt",
        cure="Sửa “chiều”.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each field that a term lacks, unless its days tell it (R303, R304), and each wrong side."""
    for term, duty in terms(facts.repository):
        if duty:
            yield from _lacking(term, duty)
            yield from _side(term, duty)


def _lacking(term: Term, duty: Duty) -> Iterator[Diagnostic]:
    told = {"day_of_month", *(("measure", "direction") if term.gives("number") else ())}
    for field in duty.needed(term):
        if field not in told and not term.gives(field):
            key = term.key_of(field)
            yield LACKING.at(term.where("duty"), f"“{duty.name}” cần “{key}”.", cure=f"Thêm dòng “{key}: …”.")


def _side(term: Term, duty: Duty) -> Iterator[Diagnostic]:
    if duty.direction and term.gives("direction") and term.direction is not duty.direction:
        yield WRONG_SIDE.at(
            term.where("direction"),
            f"“{duty.name}” không đếm {term.direction} mốc.",
            expected=f"Việc này đếm {duty.direction} mốc.",
            cure=f"Sửa thành “chiều: {duty.direction}”.",
        )
