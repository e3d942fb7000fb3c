"""R401: it is known which plan a report belongs to."""

from __future__ import annotations

from pathlib import Path

from tests.checks.marked import MARK, OBSERVATION, PLAN, RESULT, VISIT_A, Change, fires, silent
from tests.repo import SAMPLE

FLASH = "data/reports/2020/nhanh/2020-05-12-thang-4.md"
SUMMARY = "data/reports/2020/tong-hop/2020-05-14-thang-4.md"
SECOND = PLAN.replace("46-kh-dtn", "47-kh-dtn")


def _second_plan() -> dict[str, Change]:
    text = (SAMPLE / PLAN).read_text(encoding="utf-8")
    return {SECOND: text.replace("số ký hiệu: 46-KH/ĐTN", "số ký hiệu: 47-KH/ĐTN")}


def test_two_plans_in_force(tmp_path: Path) -> None:
    message = "Có 2 kế hoạch đang thực hiện: 46-kh-dtn và 47-kh-dtn. Báo cáo phải nêu kế hoạch."
    marks = {path: ("loại:", f"{MARK}loại:") for path in (FLASH, SUMMARY)}
    observed = {OBSERVATION: ("chủ đề: thang", "chủ đề: 46-kh-dtn/thang")}  # the topic says which plan is meant
    found = fires(tmp_path, {**_second_plan(), **marks, **observed}, "R401", message, message)
    assert found[0].cure == "Thêm dòng “kế hoạch: …”."


def test_a_short_team_that_only_one_plan_has_says_which_plan_is_meant(tmp_path: Path) -> None:
    named = {path: ("loại:", "kế hoạch: 46-kh-dtn\nloại:") for path in (FLASH, SUMMARY, OBSERVATION)}
    short = {RESULT: ("đoàn kiểm tra: 46-kh-dtn/", "đoàn kiểm tra: ")}
    silent(tmp_path, {**_second_plan(), **named, **short}, "R401", "R101")


def test_a_short_topic_with_two_plans_in_force(tmp_path: Path) -> None:
    marks = {path: ("loại:", f"{MARK}loại:") for path in (OBSERVATION, FLASH, SUMMARY)}
    message = "Có 2 kế hoạch đang thực hiện: 46-kh-dtn và 47-kh-dtn. Báo cáo phải nêu kế hoạch."
    fires(tmp_path, {**_second_plan(), **marks}, "R401", message, message, message)


def test_the_month_of_the_issue_counts_whole(tmp_path: Path) -> None:
    silent(tmp_path, {OBSERVATION: ("ngày: 26/03/2020", "ngày: 01/02/2020")}, "R401", "R101")


def test_no_plan_in_force(tmp_path: Path) -> None:
    change = [("ngày: 26/03/2020", "ngày: 31/01/2020"), ("loại:", f"{MARK}loại:")]
    message = "Không có kế hoạch nào đang thực hiện. Báo cáo phải nêu kế hoạch."
    fires(tmp_path, {OBSERVATION: change}, "R401", message)


def test_named(tmp_path: Path) -> None:
    named = {path: ("loại:", "kế hoạch: 46-kh-dtn\nloại:") for path in (FLASH, SUMMARY, OBSERVATION)}
    silent(tmp_path, {**_second_plan(), **named, VISIT_A: ("loại:", "kế hoạch: 46-kh-dtn\nloại:")}, "R401")


def test_a_plan_that_could_not_be_read(tmp_path: Path) -> None:
    from tests.repo import facts, lay, only

    assert only(facts(lay(tmp_path, {PLAN: "không phải front matter\n"})), "R401") == []
