"""The JSON shape and the spreadsheet's row of an obligation."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import Evidence, State
from ktgs.obligations.shapes import OBLIGATION_HEADERS, csv_text, obligation_json, obligation_row
from ktgs.records.values import DocumentNumber
from ktgs.repository.papers import Paper
from tests.obligations.owing import judged
from tests.repo import SAMPLE, by_id, facts, lay

SCHEDULES = "data/plans/2020/46-kh-dtn/schedules"
LATE = "46-kh-dtn/gui-lich-sinh-hoat/2020-05/doan-so-b"
CLOSED = "46-kh-dtn/gui-lich-sinh-hoat/2020-06/doan-so-x"


def move_days_off(root: Path) -> None:
    """Let schedules due on a day off be due on the next working day."""
    plan = root / "data/plans/2020/46-kh-dtn/plan.md"
    text = plan.read_text("utf-8")
    assert text.count("gặp ngày nghỉ: giữ nguyên") == 1
    plan.write_text(text.replace("giữ nguyên", "sang ngày làm việc sau"), "utf-8")


def test_an_obligation_that_was_done() -> None:
    assert obligation_json(by_id(facts(SAMPLE, "2020-05-05"))[LATE]) == {
        "id": LATE,
        "duty": "gui-lich-sinh-hoat",
        "clause": "II.3",
        "who": {"kind": "unit", "id": "doan-so-b", "name": "Đoàn cơ sở Sở B"},
        "about_unit": "doan-so-b",
        "due_on": "2020-04-19",
        "original_due_on": "2020-04-19",
        "safe_on": "2020-04-17",
        "done_on": "2020-04-20",
        "state": "late",
        "reason": "Hoàn thành trễ hạn 1 ngày",
        "flags": [],
        "working": {"from": "2020-04-20", "direction": "before", "days": 1, "counted": ["2020-04-19"], "skipped": []},
        "evidence": {"file": f"{SCHEDULES}/2020-05/doan-so-b.yml", "line": 3, "paper": None},
        "parts": [],
        "lapses_on": "2020-05-31",
        "awaits": None,
    }


def test_an_obligation_still_open_has_null_where_nothing_is_known() -> None:
    found = obligation_json(by_id(facts(SAMPLE, "2020-07-01"))[CLOSED])
    assert (found["state"], found["done_on"], found["evidence"]) == ("missed", None, None)
    assert (found["flags"], found["lapses_on"]) == (["unit_closed"], "2020-06-30")


def test_what_awaits_the_office_says_so(tmp_path: Path) -> None:
    schedule = "đơn vị: doan-so-b\ntháng: 05/2020\nngày nhận: chưa rõ\n"
    found = obligation_json(by_id(facts(lay(tmp_path, {f"{SCHEDULES}/2020-05/doan-so-b.yml": schedule})))[LATE])
    assert (found["state"], found["awaits"]) == ("unknown", "office")


def test_skipped_days_carry_their_reason(tmp_path: Path) -> None:
    root = lay(tmp_path, {})
    move_days_off(root)
    found = obligation_json(by_id(facts(root, "2020-05-05"))[LATE])
    assert (found["due_on"], found["safe_on"], found["state"]) == ("2020-04-20", "2020-04-20", "on_time")
    assert found["working"]["skipped"] == [{"date": "2020-04-19", "reason": "Chủ nhật"}]


def test_a_due_day_that_is_not_known_is_null_with_its_working(tmp_path: Path) -> None:
    root = lay(tmp_path, {"data/calendar/2020.yml": None})
    move_days_off(root)
    found = obligation_json(by_id(facts(root, "2020-05-05"))[LATE])
    assert (found["due_on"], found["safe_on"], found["working"], found["state"]) == (None, None, None, "unknown")


def test_a_row_has_a_cell_for_each_header() -> None:
    found = facts(SAMPLE, "2020-05-05")
    row = dict(zip(OBLIGATION_HEADERS, obligation_row(by_id(found)[LATE]), strict=True))
    assert (row["việc"], row["hạn"], row["nên xong trước hoặc trong ngày"]) == (
        "gửi lịch sinh hoạt",
        "19/04/2020",
        "17/04/2020",
    )
    assert (row["trạng thái"], row["dòng"]) == ("Trễ hạn", "3")
    assert all(len(obligation_row(item)) == len(OBLIGATION_HEADERS) for item in found.obligations)


def test_csv_has_a_mark_and_no_formula() -> None:
    text = csv_text(("tên", "số"), [("=1+1", "-5"), ("@a", 'Sở "A", B\nC'), ("\t=1", "5")])
    assert text.startswith("\ufefftên,số\r\n")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[1:] == [["'=1+1", "'-5"], ["'@a", 'Sở "A", B\nC'], ["'\t=1", "5"]]


@pytest.mark.parametrize(
    ("paper", "shown"),
    [
        (
            Paper(DocumentNumber(31, "", "BC", "ĐTN"), date(2020, 5, 12)),
            {"number": "31-BC/ĐTN", "issued_on": "2020-05-12"},
        ),
        (Paper(None, date(2020, 5, 12)), {"number": None, "issued_on": "2020-05-12"}),
        (Paper(DocumentNumber(31, "", "BC", "ĐTN"), None), {"number": "31-BC/ĐTN", "issued_on": None}),
        (None, None),
    ],
)
def test_evidence_tells_the_paper_and_no_line_where_there_is_none(
    paper: Paper | None, shown: dict[str, str | None] | None
) -> None:
    evidence = Evidence(Place("data/a.yml", 0, 0), None, "tệp có lỗi", paper)
    told = judged(State.unknown, evidence=evidence)
    assert obligation_json(told)["evidence"] == {"file": "data/a.yml", "line": None, "paper": shown}
    assert obligation_row(told)[-2:] == ("data/a.yml", "")
    assert obligation_row(judged(State.unknown))[-2:] == ("", "")
