"""Files of the sample with a reference changed, and what is said of them, exactly where."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Diagnostic
from tests.opened import SAMPLE, Files, lay, opened
from tests.repository.writing import PLAN as PLANS

ASSIGNMENT_4 = f"{PLANS}/assignments/2020-04.yml"
FOLLOW_UP = "data/reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml"
MARK = "▸"
NOTICE = f"{PLANS}/notices/dot-1-1.yml"
OBSERVATION = "data/reports/2020/giam-sat-thuong-xuyen/2020-03-26-thang-thanh-nien.md"
PLAN = f"{PLANS}/plan.md"
RESULT = "data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md"
SCHEDULE_A4 = f"{PLANS}/schedules/2020-04/doan-so-a.yml"
SCHEDULE_B4 = f"{PLANS}/schedules/2020-04/doan-so-b.yml"
TEAM = f"{PLANS}/teams/dot-1-doan-1.yml"
VISIT_A = "data/reports/2020/du-sinh-hoat/2020-04-08-doan-so-a-chi-doan-1.md"
Change = tuple[str, str]
UNIT_A = "data/units/doan-so-a.yml"
PERSON = "data/people/le-van-c.yml"
MEETINGS = (  # of the sample
    "46-kh-dtn/2020-04/chi-doan-so-d/b1, 46-kh-dtn/2020-04/doan-so-a/b1, 46-kh-dtn/2020-04/doan-so-a/b2,"
    " 46-kh-dtn/2020-04/doan-so-b/b1, 46-kh-dtn/2020-05/doan-so-a/b1, 46-kh-dtn/2020-05/doan-so-a/b2"
)
UNITS = "Mã các đơn vị: xem trang “Đơn vị”, thư mục data/units/. Sửa mã, hoặc tạo tệp cho mã này."
MOVE = f"{PLANS}/adjustments/2020-03-16-gs-thang-3.yml"


def edited(file: str, *changes: Change) -> str:
    """Return a file of the sample with texts in it replaced."""
    text = (SAMPLE / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{file} holds {text.count(old)} times {old!r}"
        text = text.replace(old, new)
    return text


def said(root: Path, files: Files) -> list[Diagnostic]:
    """Return what reading and linking say of the sample with files laid over it."""
    return opened(lay(root, files))[1]


def fires(root: Path, file: str, change: Change, *messages: str) -> list[Diagnostic]:
    """Return what is said of a changed file: these messages alone, and exactly at the mark."""
    text = edited(file, change)
    marks = [(n, line.index(MARK) + 1) for n, line in enumerate(text.split("\n"), 1) if MARK in line]
    problems = said(root, {file: text.replace(MARK, "")})
    assert [(problem.place.file, *problem.place[1:]) for problem in problems] == [(file, *mark) for mark in marks]
    assert tuple(problem.message for problem in problems) == messages
    return problems
