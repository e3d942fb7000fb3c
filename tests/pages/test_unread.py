"""Pages over broken files: what could change with them is unknown, never missing, late or nothing."""

from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.pages import calendar_month, month_summary, person, round, rounds, unit
from tests.repo import facts, lay

PLAN = "data/plans/2020/46-kh-dtn"
BROKEN = "]["


def broken(root: Path, file: str) -> Facts:
    """Return what is public of the sample with one file broken."""
    return publish(facts(lay(root, {file: BROKEN})))


@pytest.mark.parametrize("file", [f"{PLAN}/schedules/2020-05/doan-so-a.yml", f"{PLAN}/assignments/2020-05.yml"])
def test_months_name_the_files_that_could_be_of_them(tmp_path: Path, file: str) -> None:
    known = broken(tmp_path, file)
    for pages in (calendar_month.pages(known), month_summary.pages(known)):
        assert {str(page.month): [place.file for place in page.unread] for page in pages if page.unread} == {
            "2020-05": [file]
        }


def test_a_month_whose_assignment_is_broken_has_not_assigned_nobody(tmp_path: Path) -> None:
    known = broken(tmp_path, f"{PLAN}/assignments/2020-05.yml")
    page = next(found for found in month_summary.pages(known) if str(found.month) == "2020-05")
    values = {row.subject.name: row.cells[0].value for row in page.numbers.rows}
    assert (values["Số buổi có phân công"], values["Số lượt phân công"]) == ("chưa rõ", "chưa rõ")
    results = next(passage.lines for passage in page.draft.passages if passage.heading == "I. KẾT QUẢ")
    assert results[0] == "Số liệu có thể thiếu, vì còn tệp dữ liệu chưa đọc được."
    assert "Số lượt phân công: chưa rõ." in results


def test_a_meeting_whose_report_is_broken_has_no_missing_report(tmp_path: Path) -> None:
    known = broken(tmp_path, "data/reports/2020/du-sinh-hoat/2020-04-09-doan-so-b-chi-doan-1.md")
    page = next(found for found in person.pages(known) if found.url == "can-bo/tran-thi-b.html")
    assert [row.on.isoformat() for row in page.missing] == ["2020-05-06"]
    (row,) = (row for row in page.past if row.on.isoformat() == "2020-04-09")
    assert row.notes == ("báo cáo chưa rõ: tệp có lỗi",)
    about = {found.url: len(found.unread) for found in unit.pages(known)}
    assert (about["don-vi/doan-so-b.html"], about["don-vi/doan-so-a.html"]) == (1, 0)


def test_a_round_with_a_broken_team_does_not_say_that_no_unit_is_chosen(tmp_path: Path) -> None:
    known = broken(tmp_path, f"{PLAN}/teams/dot-1-doan-1.yml")
    boards = {page.round.activity.id: page.unread for page in round.pages(known)}
    assert len(boards["dot-1"]) == 1 and not boards["dot-2"]
    (index,) = rounds.pages(known)
    assert [len(row.unread) for row in index.plans[0].rounds if row.round.activity.id == "dot-1"] == [1]
