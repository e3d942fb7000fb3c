"""A term of a plan in words: how its due date is counted."""

from __future__ import annotations

from ktgs.language.days import Direction, Measure, OnDayOff
from ktgs.records.plan import Anchor, LateAddition, Term

_ANCHORS = {
    Anchor.round_start: "ngày đầu đợt",
    Anchor.round_end: "ngày cuối đợt",
    Anchor.meeting: "ngày sinh hoạt",
    Anchor.month_end: "ngày cuối tháng",
    Anchor.session: "ngày làm việc với đơn vị",
    Anchor.plan_end: "ngày cuối của kế hoạch",
    Anchor.notice_due: "ngày hết hạn thông báo",
    Anchor.team_request: "ngày do đoàn kiểm tra yêu cầu",
}


def term_words(term: Term) -> str:
    """Return how the term counts, as one line: "chậm nhất 05 ngày làm việc trước ngày đầu đợt, tính cả ngày gửi"."""
    return "; ".join((_rule(term), *_exceptions(term)))


def _rule(term: Term) -> str:
    anchor = _ANCHORS[term.anchor] if term.anchor else ""
    if term.day_of_month:
        return f"{term.day_kind} ngày {term.day_of_month:02} hằng tháng, lịch của {term.schedule_month}"
    if not term.number:
        return f"{term.day_kind} {anchor}"
    if term.anchor is Anchor.meeting and term.direction is Direction.before:
        anchor = "buổi sinh hoạt đầu tiên có phân công trong tháng"
    words = f"chậm nhất {term.number:02} {term.measure} {term.direction} {anchor}"
    by_sending = term.measure is Measure.working_days and term.direction is Direction.before
    return f"{words}, {term.counting}" if by_sending else words


def _exceptions(term: Term) -> tuple[str, ...]:
    exceptions = []
    if term.late_addition is LateAddition.before_session:
        exceptions.append(f"đơn vị chọn bổ sung {term.late_addition}")
    if term.on_day_off is OnDayOff.next_working_day:
        exceptions.append(f"gặp ngày nghỉ thì {term.on_day_off}")
    return tuple(exceptions)
