"""Two plans with something open, and one whose year is closed."""

from __future__ import annotations

from pathlib import Path

from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import State
from ktgs.pages import compliance, overview, plan, tasks, tasks_state, tasks_state_duty
from tests.repo import SAMPLE, facts, lay

PLAN = "data/plans/2020/46-kh-dtn/plan.md"
NEXT = "data/plans/2021/12-kh-dtn/plan.md"


def known(root: Path, today: str) -> Facts:
    """Return what is public with a plan of 2021 beside that of 2020, which is closed on 01/02/2021."""
    text = (SAMPLE / PLAN).read_text(encoding="utf-8")
    closed = text.replace("ngày ban hành:", "ngày khóa sổ: 01/02/2021\nngày ban hành:", 1)
    later = text.replace("46-KH/ĐTN", "12-KH/ĐTN", 1).replace("/2020", "/2021").replace("20/02/2021", "20/12/2020", 1)
    calendar = (SAMPLE / "data/calendar/2020.yml").read_text(encoding="utf-8").split("làm bù:")[0]
    files = {PLAN: closed, NEXT: later, "data/calendar/2021.yml": calendar.replace("/2020", "/2021")}
    return publish(facts(lay(root, {**files}), today))


def test_numbers_of_each_plan_stand_apart(tmp_path: Path) -> None:
    (page,) = overview.pages(known(tmp_path, "2021-01-10"))
    assert page.by_plan
    assert [row.subject.name for row in page.by_plan.rows] == ["46-KH/ĐTN", "12-KH/ĐTN"]
    overdue = [row.cells[0].value for row in page.by_plan.rows]
    assert sum(int(count) for count in overdue) == page.overdue_count
    assert page.by_plan.rows[1].cells[-1].value == "–"  # nothing of it was due yet


def test_one_plan_needs_no_such_table() -> None:
    (page,) = overview.pages(publish(facts(SAMPLE)))
    assert page.by_plan is None


def test_what_belongs_to_a_closed_year_is_not_open(tmp_path: Path) -> None:
    found = known(tmp_path, "2021-02-15")
    assert {item.plan.id for item in found.open} == {"12-kh-dtn"}
    assert any(item.plan.id == "46-kh-dtn" for item in found.by_state[State.unknown])  # it stays unknown
    (page,) = overview.pages(found)
    assert page.missed_count == page.awaiting_count == 0


def test_open_recommendations_are_carried_over(tmp_path: Path) -> None:
    known(tmp_path, "2021-02-15")
    (tmp_path / "data/reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml").unlink()
    found = publish(facts(tmp_path, "2021-02-15"))
    pages = {page.plan.id: page for page in plan.pages(found)}
    assert [line.item.duty.name for line in pages["12-kh-dtn"].carried_over] == ["kiến nghị"]
    assert pages["46-kh-dtn"].carried_over == ()
    assert {item.plan.id for item in found.open} == {"12-kh-dtn", "46-kh-dtn"}


def test_the_rates_of_a_closed_plan_have_a_page_of_their_own(tmp_path: Path) -> None:
    now, before = compliance.pages(known(tmp_path, "2021-02-15"))
    assert [rates.plan.name for rates in now.plans] == ["Kế hoạch 12-KH/ĐTN"]
    assert [(link.name, link.address) for link in now.others] == [("Kế hoạch 46-KH/ĐTN", before.url)]
    assert [rates.plan.name for rates in before.plans] == ["Kế hoạch 46-KH/ĐTN"]
    assert before.url == "thuc-hien/46-kh-dtn/index.html"
    (both,) = compliance.pages(known(tmp_path, "2021-01-10"))
    assert [rates.plan.name for rates in both.plans] == ["Kế hoạch 12-KH/ĐTN", "Kế hoạch 46-KH/ĐTN"]


def test_lists_by_state_hold_closed_years_apart(tmp_path: Path) -> None:
    found = known(tmp_path, "2021-02-15")
    unknown = next(page for page in tasks_state.pages(found) if page.state is State.unknown)
    closed = [item for item in found.by_state[State.unknown] if item.plan.id == "46-kh-dtn"]
    assert closed and unknown.count + len(closed) == len(found.by_state[State.unknown])
    assert sum(section.count for section in unknown.closed) == len(closed)
    assert unknown.closed_words == f"Ngoài ra có {len(closed)} việc của năm đã khóa sổ, xếp riêng."
    assert {line.item.plan.id for section in unknown.sections for line in section.lines} == {"12-kh-dtn"}
    late = next(page for page in tasks_state_duty.pages(found) if page.url == "viec/tre-han/gui-lich-sinh-hoat.html")
    assert late.count == 0 and late.periods == ()
    assert [period.name for period in late.closed] == [
        "tháng 04/2020 (kế hoạch 46-KH/ĐTN)",
        "tháng 05/2020 (kế hoạch 46-KH/ĐTN)",
    ]
    (index,) = tasks.pages(found)
    assert index.total == sum(link.count for link in index.states)
    assert "việc của năm đã khóa sổ, xếp riêng." in index.unlisted


def test_what_is_open_of_a_closed_year_stands_with_the_rest(tmp_path: Path) -> None:
    known(tmp_path, "2021-02-15")
    (tmp_path / "data/reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml").unlink()
    overdue = next(
        page for page in tasks_state.pages(publish(facts(tmp_path, "2021-02-15"))) if page.state is State.overdue
    )
    (of,) = (section for section in overdue.sections if section.name == "kiến nghị")
    assert [line.item.plan.id for line in of.lines] == ["46-kh-dtn"]
