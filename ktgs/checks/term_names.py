"""The terms of a plan name duties that exist, and anchors that those duties know."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._terms import duties_with_term, terms
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.text import nearest, perhaps
from ktgs.obligations.obligation import Duty
from ktgs.records.plan import Term
from ktgs.source.codes import about

NO_DUTY = Code(
    "R301",
    "Không có việc mang tên này",
    about=about(
        "“việc” trong “thời hạn” gọi tên một việc mà phần mềm biết tính. Chữ hoa, chữ thường và cách đặt dấu thanh"
        " không ảnh hưởng.",
        "thời hạn:\n  - việc: gửi lịch sinh họat",
        "thời hạn:\n  - việc: gửi lịch sinh hoạt",
        cure="Dùng một trong các tên nêu trong thông báo.",
    ),
)
ANCHOR = Code(
    "R302",
    "Mốc không dùng được cho việc này",
    about=about(
        "Mỗi việc chỉ tính được từ một số mốc: báo cáo kết quả tính từ cuối đợt hoặc buổi làm việc, không từ cuối"
        " tháng.",
        "việc: báo cáo kết quả\nmốc: cuối tháng",
        "việc: báo cáo kết quả\nmốc: cuối đợt",
        cure="Dùng một trong các mốc nêu trong thông báo.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each name of no duty and each anchor that its duty cannot use."""
    names = [duty.name for duty in duties_with_term()]
    for term, duty in terms(facts.repository):
        if duty is None:
            yield _no_duty(term, names)
        else:
            yield from _anchor(term, duty)


def _no_duty(term: Term, names: list[str]) -> Diagnostic:
    near = nearest(term.duty, names)
    return NO_DUTY.at(
        term.where("duty"),
        f"Không có việc nào tên “{term.duty}”.",
        expected=f"Dùng: {', '.join(names)}.",
        cure=perhaps(near, "Sửa tên, hoặc xóa mục này."),
    )


def _anchor(term: Term, duty: Duty) -> Iterator[Diagnostic]:
    if term.anchor and term.anchor not in duty.anchors:
        allowed = ", ".join(str(anchor) for anchor in duty.anchors)
        expected = f"Dùng: {allowed}." if allowed else "Việc này tính theo “ngày trong tháng”."
        found = f"“{duty.name}” không tính từ mốc “{term.anchor}”."
        yield ANCHOR.at(
            term.where("anchor"), found, expected=expected, cure="Sửa “mốc”." if duty.anchors else "Xóa “mốc”."
        )
