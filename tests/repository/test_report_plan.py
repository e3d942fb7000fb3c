"""Which plan a report is about: the one that it names, its reference names, or the only one that holds its day."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.repository.repository import Repository
from tests.opened import SAMPLE, Files, repository_of
from tests.repository.writing import (
    BROKEN_REPORT,
    monthly,
    observation,
    result_report,
    visit_report,
)

NEXT = "data/plans/2020/50-kh-dtn/plan.md"
TOPIC = "46-kh-dtn/nghi-quyet-bch"


def second_plan(issued: str, ends: str) -> dict[str, str]:
    """Return another plan, with the topics of the first."""
    text = (SAMPLE / "data/plans/2020/46-kh-dtn/plan.md").read_text(encoding="utf-8")
    issued_on, ends_on = "ngày ban hành: 20/02/2020", "đến: 31/12/2020\ncăn cứ"
    assert text.count(issued_on) == text.count(ends_on) == 1
    return {NEXT: text.replace(issued_on, f"ngày ban hành: {issued}").replace(ends_on, f"đến: {ends}\ncăn cứ")}


def plan_of(root: Path, *files: Files) -> str | None:
    """Return the plan of the first report of the files."""
    laid = {name: text for group in files for name, text in group.items()}
    repository: Repository = repository_of(root, laid, "2022-01-01")
    report = next(report for report in repository.reports.values() if report.file == next(iter(files[0])))
    return report.plan


def test_the_plan_that_it_names(tmp_path: Path) -> None:
    second = second_plan("01/06/2020", "31/12/2020")
    assert plan_of(tmp_path, monthly("nhanh", "2020-07-10-a", "06/2020", "kế hoạch: 50-kh-dtn"), second) == "50-kh-dtn"
    assert plan_of(tmp_path, monthly("nhanh", "2020-07-10-a", "06/2020")) is None  # two hold the month


@pytest.mark.parametrize(
    ("month", "plan"),
    [
        ("01/2020", None),
        ("02/2020", "46-kh-dtn"),  # that of its issue
        ("05/2020", "46-kh-dtn"),
        ("06/2020", None),  # both
        ("12/2020", None),
        ("01/2021", "50-kh-dtn"),
        ("03/2021", "50-kh-dtn"),  # that of its end
        ("04/2021", None),
    ],
)
def test_the_only_plan_whose_months_hold_its_month(tmp_path: Path, month: str, plan: str | None) -> None:
    second = second_plan("30/06/2020", "01/03/2021")
    for kind in ("nhanh", "tổng hợp"):
        report = monthly(kind, f"2021-07-10-{len(kind)}", month)
        assert plan_of(tmp_path, report, second) == plan


def test_its_day_is_that_of_the_observation_else_sent_else_issued(tmp_path: Path) -> None:
    second = second_plan("01/01/2021", "31/12/2021")

    def named(day: str) -> str | None:
        return plan_of(tmp_path, observation("2020-12-31-a", "nghi-quyet-bch", day), second)

    assert (named("31/12/2020"), named("01/01/2021")) == ("46-kh-dtn", "50-kh-dtn")


def test_a_reference_names_the_plan(tmp_path: Path) -> None:
    second = second_plan("01/06/2020", "31/12/2020")
    assert plan_of(tmp_path, observation("2020-06-11-a", TOPIC, "11/06/2020"), second) == "46-kh-dtn"
    assert plan_of(tmp_path, result_report("2020-06-11-b", "46-kh-dtn/dot-1-doan-1")) == "46-kh-dtn"
    visit = visit_report("2020-04-08-a", "buổi: 46-kh-dtn/2020-04/doan-so-a/b1")
    assert plan_of(tmp_path, visit) == "46-kh-dtn"


def test_so_does_a_reference_into_a_plan_that_cannot_be_read(tmp_path: Path) -> None:
    report = observation("2020-06-11-a", TOPIC, "11/06/2020")
    broken = {"data/plans/2020/46-kh-dtn/plan.md": BROKEN_REPORT}
    assert plan_of(tmp_path, report, broken) == "46-kh-dtn"


def test_a_topic_of_an_unknown_plan_is_told_where_the_plan_is_named(tmp_path: Path) -> None:
    report = observation("2020-02-11-a", "nghi-quyet-bch", "11/01/2020")  # before any plan
    repository = repository_of(tmp_path, report)
    assert [record.plan for record in repository.reports.values() if record.id == "2020-02-11-a"] == [None]
    assert repository.broken == ()


def test_a_visit_of_no_schedule_goes_by_the_day_on_which_it_was(tmp_path: Path) -> None:
    second = second_plan("01/06/2020", "31/12/2020")
    first = visit_report("2020-05-31-a", "đơn vị: doan-so-a", "ngày: 31/05/2020", "ngày tiến hành: 30/05/2020")
    assert plan_of(tmp_path, first, second) == "46-kh-dtn"
    later = visit_report("2021-01-02-a", "đơn vị: doan-so-a", "ngày: 31/05/2020", "ngày tiến hành: 02/01/2021")
    assert plan_of(tmp_path, later, second) is None  # after both


def test_of_several_plans_the_only_one_in_which_most_is_there(tmp_path: Path) -> None:
    second = second_plan("01/06/2020", "31/12/2020")
    second = {name: text.replace("mã: nghi-quyet-bch", "mã: chu-de-khac") for name, text in second.items()}
    assert plan_of(tmp_path, observation("2020-06-11-a", "nghi-quyet-bch", "11/06/2020"), second) == "46-kh-dtn"
    assert plan_of(tmp_path, observation("2020-06-11-b", "chu-de-khac", "11/06/2020"), second) == "50-kh-dtn"
    assert plan_of(tmp_path, observation("2020-06-11-c", "thang-thanh-nien", "11/06/2020"), second) is None
