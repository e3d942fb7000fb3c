"""No paper is issued and no session is held on a day when nobody works; meetings and sendings may fall on any day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Place, Severity
from ktgs.language.text import vi_date, vi_weekday
from ktgs.records.schema import schema
from ktgs.repository.repository import Repository
from ktgs.repository.sessions import is_called_off
from ktgs.source.codes import about

CODE = Code(
    "D403",
    "Ban hành văn bản hoặc làm việc vào ngày nghỉ",
    Severity.warning,
    about=about(
        "Văn bản được ban hành, đoàn kiểm tra làm việc với đơn vị vào ngày làm việc. Thứ Bảy, Chủ nhật và ngày nghỉ"
        " trong lịch thường là ngày gõ nhầm. Buổi sinh hoạt, ngày gửi, ngày nhận thì có thể vào bất cứ ngày nào.",
        "ngày ban hành: 03/05/2020   # Chủ nhật",
        "ngày ban hành: 04/05/2020",
        cure="Kiểm tra lại ngày; đúng là làm vào ngày nghỉ thì chấp nhận cảnh báo trong data/accepted.yml.",
    ),
)
_ISSUED = "issued_on"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each paper issued, and each session that is held or planned, on a day off."""
    repository = facts.repository
    for kind, papers in repository.by_class.items():
        for paper in papers if _ISSUED in schema(kind).fields else ():
            if issued_on := getattr(paper, _ISSUED):
                yield from _off(repository, "ban hành", issued_on, paper.where(_ISSUED))
    for engaged in repository.engagements.values():
        engagement = engaged.engagement
        on = engagement.session_on
        if on and not is_called_off(engagement):
            field = "held_on" if engagement.held_on == on else "planned_on"
            yield from _off(repository, "làm việc", on, engagement.where(field))


def _off(repository: Repository, what: str, on: date, place: Place) -> Iterator[Diagnostic]:
    if reason := repository.calendar.reason_off(on):
        also = "" if reason == vi_weekday(on) else f" ({reason})"
        found = f"Ngày {what} {vi_date(on)} là {vi_weekday(on)}{also}, ngày nghỉ."
        yield CODE.at(place, found, cure="Kiểm tra lại ngày, hoặc lịch ngày nghỉ của năm.")
