"""Drafts completed as a person in the office would: a sensible answer at each blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, cycle
from pathlib import Path

from ktgs.facts.facts import Facts
from ktgs.forms.templates import Draft, draft
from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.obligations.meeting import would_extend, would_meet
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.wanted import Wanted

_NUMBERS = count(900)  # of papers, each once
_TYPES = {"teams": "QĐ", "notices": "TB"}
_BLANK = re.compile(r"( *)(- )?([^#\s][^#]*?): ")
_NAMED = re.compile(r"\d{4}-\d{2}-\d{2}")


def wanted(facts: Facts) -> Iterator[tuple[Obligation, Draft]]:
    """Yield each open obligation that a new file would meet, with its draft."""
    for item in facts.obligations:
        if isinstance(found := would_meet(facts.repository, item), Wanted):
            yield item, draft(facts.repository, found)


def extensions(facts: Facts) -> Iterator[tuple[Obligation, Draft]]:
    """Yield each open obligation that a decision can extend, with its draft."""
    for item in facts.obligations:
        if found := would_extend(facts.repository, item):
            yield item, draft(facts.repository, found)


def completed(form: Draft, today: date) -> str:
    """Return the text of a draft with every blank filled in; an assignment is made for its first meeting alone."""
    named = _NAMED.search(Path(form.path).stem)
    on = max(today, date.fromisoformat(named.group())) if named else today
    answers = _Answers(form.path, on)
    lines = []
    for line in form.text.splitlines():
        blank = _BLANK.fullmatch(line)
        lines.append(line + answers.to(blank[3]) if blank else line)
    if "/assignments/" in form.path:
        items = [index for index, line in enumerate(lines) if line.startswith("  - ")]
        del lines[(items[1:] or [len(lines)])[0] :]
    return "\n".join(lines) + "\n"


class _Answers:
    """What the office knows. Units and people are those that both the sample and the shipped data have."""

    def __init__(self, path: str, on: date) -> None:
        self._path, self._on = path, on
        self._people = cycle(("nguyen-van-a", "tran-thi-b"))

    def to(self, key: str) -> str:
        match key:
            case "số ký hiệu":
                kind = next((short for folder, short in _TYPES.items() if f"/{folder}/" in self._path), "BC")
                return f"{next(_NUMBERS)}-{kind}/ĐTN"
            case "ngày" if "/schedules/" in self._path:
                month = Month.read(self._path.split("/")[-2])
                assert month
                return vi_date(month.first + timedelta(days=9))
            case "hạn mới":
                return vi_date(self._on + timedelta(days=400))
            case "giờ":
                return "8h30"
            case "cán bộ":
                return next(self._people)
            case "người lập":
                return "nguyen-van-a"
            case "đơn vị":
                return "doan-so-a"
            case "số có mặt":
                return "5"
            case "tổng số đoàn viên":
                return "22"
        return vi_date(self._on) if key.startswith("ngày") else "Điền khi thử"
