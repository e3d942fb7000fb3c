"""N104: a paper of the body or its committees carries one of their symbols."""

from __future__ import annotations

from pathlib import Path

from tests.checks.marked import ASSIGNMENT_4, ORGANIZATION, PETITION, RESULT, alone, silent


def test_a_symbol_of_nobody(tmp_path: Path) -> None:
    told = alone(tmp_path, {ASSIGNMENT_4: ("12-PC/ĐTN", "▸12-PC/ĐT")}, "N104")
    assert told.found == "“12-PC/ĐT”: “ĐT” không phải là ký hiệu của tổ chức."
    assert told.cure == "Có phải: ĐTN."


def test_a_symbol_of_a_committee(tmp_path: Path) -> None:
    committee = (ORGANIZATION, ("viết tắt: BCH", "viết tắt: BCH\n    ký hiệu: ĐTN-BCH"))
    silent(tmp_path, {ASSIGNMENT_4: ("12-PC/ĐTN", "12-PC/ĐTN-BCH"), committee[0]: committee[1]}, "N104")


def test_papers_of_others(tmp_path: Path) -> None:
    silent(tmp_path, {RESULT: ("08-BC/ĐKT", "08-BC/ĐKT1"), PETITION: ("25-CV/ĐTN", "25-CV/TĐTN")}, "N104")
