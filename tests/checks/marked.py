"""Checks told by example: the small sample with a few changes, and ▸ wherever a diagnostic must stand."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path

from ktgs.language.diagnostics import Diagnostic, Place, in_order
from tests.repo import SAMPLE, facts, lay, only

MARK = "▸"
Change = (
    str | tuple[str, str] | list[tuple[str, str]]
)  # a whole file, or texts of the sample's file and what replaces them

ORGANIZATION = "data/organization.yml"
PLANS = "data/plans/2020/46-kh-dtn"
PLAN = f"{PLANS}/plan.md"
TEAM = f"{PLANS}/teams/dot-1-doan-1.yml"
NOTICE = f"{PLANS}/notices/dot-1-1.yml"
MOVE = f"{PLANS}/adjustments/2020-03-16-gs-thang-3.yml"
SCHEDULE_A4 = f"{PLANS}/schedules/2020-04/doan-so-a.yml"
SCHEDULE_B4 = f"{PLANS}/schedules/2020-04/doan-so-b.yml"
SCHEDULE_A5 = f"{PLANS}/schedules/2020-05/doan-so-a.yml"
ASSIGNMENT_4 = f"{PLANS}/assignments/2020-04.yml"
ASSIGNMENT_5 = f"{PLANS}/assignments/2020-05.yml"
VISIT_A = "data/reports/2020/du-sinh-hoat/2020-04-08-doan-so-a-chi-doan-1.md"
VISIT_B = "data/reports/2020/du-sinh-hoat/2020-04-09-doan-so-b-chi-doan-1.md"
RESULT = "data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md"
OBSERVATION = "data/reports/2020/giam-sat-thuong-xuyen/2020-03-26-thang-thanh-nien.md"
FOLLOW_UP = "data/reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml"
PETITION = "data/reports/2020/follow-ups/2020-04-08-doan-so-a-chi-doan-1-dx1.yml"


def fires(
    root: Path, changes: Mapping[str, Change], code: str, *messages: str, today: str | None = None
) -> list[Diagnostic]:
    """Return the diagnostics of the code; they must stand exactly at the marks, and say these messages, by place."""
    files, marks = changed(changes)
    found = list(in_order(only(facts(lay(root, files), today), code)))
    assert sorted({item.place for item in found}) == marks
    assert tuple(item.message for item in found) == messages
    assert all(item.cure for item in found)
    return found


def silent(root: Path, changes: Mapping[str, Change], *codes: str, today: str | None = None) -> None:
    """Require that the changed sample has no diagnostic of the codes, and reads without any of another family."""
    files, marks = changed(changes)
    assert not marks
    found = facts(lay(root, files), today).diagnostics
    assert [str(item.place) for item in found if item.code.id in codes] == []
    assert [item.message for item in found if item.code.id[0] in "SY" or item.code.id == "F903"] == []


def alone(root: Path, changes: Mapping[str, Change], code: str, today: str | None = None) -> Diagnostic:
    """Return the only diagnostic that the changed sample has beside its own; it is of the code, at the only mark."""
    files, (mark,) = changed(changes)
    before = facts(SAMPLE, today).diagnostics
    known = {(item.code, item.place.file, item.message) for item in before}
    found = facts(lay(root, files), today).diagnostics
    new = [item for item in found if (item.code, item.place.file, item.message) not in known]
    assert [(item.code.id, item.place) for item in new] == [(code, mark)], [f"{i.place} {i.message}" for i in new]
    assert new[0].cure
    return new[0]


def changed(changes: Mapping[str, Change]) -> tuple[dict[str, str], list[Place]]:
    files, marks = {}, []
    for file, change in changes.items():
        text = _text(file, change)
        for number, line in enumerate(text.split("\n"), 1):
            if MARK in line:
                marks.append(Place(file, number, line.index(MARK) + 1))
        files[file] = text.replace(MARK, "")
    return files, sorted(marks)


def _text(file: str, change: Change) -> str:
    if isinstance(change, str):
        return textwrap.dedent(change).lstrip("\n")
    text = (SAMPLE / file).read_text(encoding="utf-8")
    for old, new in [change] if isinstance(change, tuple) else change:
        assert text.count(old) == 1, f"{file} holds {text.count(old)} times {old!r}"
        text = text.replace(old, new)
    return text
