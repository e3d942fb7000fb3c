"""A plan carried over into another year: dates, what is to be decided, a draft that disturbs nothing."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from ktgs.command import main as cli
from ktgs.pages import drafts
from ktgs.records.plan import Plan
from ktgs.source.tree import Places, layout
from ktgs.starting.closing import closing
from ktgs.starting.next_year import next_year, proposed_id
from tests.markup import faults
from tests.repo import SAMPLE, facts, only

OLD = "data/plans/2020/46-kh-dtn/plan.md"
NEW = "data/plans/2021/46-kh-dtn-2021/plan.md"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample with the draft of its plan for 2021."""
    shutil.copytree(SAMPLE / "data", tmp_path / "data")
    assert cli.main(["new", "ke-hoach", "--root", str(tmp_path), "--from", "46-kh-dtn", "--year", "2021"]) == 0
    return tmp_path


def plan() -> Plan:
    return facts(SAMPLE).repository.plans["46-kh-dtn"]


def test_rounds_keep_their_weekdays_and_months_stay(root: Path) -> None:
    old, (new,) = plan(), facts(root).repository.drafts
    for before, after in zip(old.activities, new.activities, strict=True):
        assert after.replace(starts_on=0, ends_on=0, month=0) == before.replace(starts_on=0, ends_on=0, month=0)
        if before.month and after.month:
            assert (after.month.year, after.month.number) == (2021, before.month.number)
        elif before.starts_on and before.ends_on and after.starts_on and after.ends_on:
            moved = [(before.starts_on, after.starts_on), (before.ends_on, after.ends_on)]
            if before.is_round:
                assert all(one.weekday() == other.weekday() for one, other in moved)
                assert all(abs((other - one.replace(year=2021)).days) <= 3 for one, other in moved)
            else:
                assert all(one.replace(year=2021) == other for one, other in moved)
    assert (new.starts_on, new.ends_on) == (date(2021, 1, 1), date(2021, 12, 31))


def test_a_leap_day_and_a_plan_of_two_years() -> None:
    changed = plan().replace(starts_on=date(2020, 2, 29), ends_on=date(2021, 2, 28))
    made = next_year(changed, (SAMPLE / OLD).read_text("utf-8"), 2022, "x")
    assert "từ: 28/02/2022\nđến: 28/02/2023\n" in made.text
    assert made.file == "data/plans/2022/x/plan.md"


def test_only_dates_and_what_is_of_the_old_paper_changes(root: Path) -> None:
    old, new = ((root / path).read_text("utf-8") for path in (OLD, NEW))
    assert old == (SAMPLE / OLD).read_text("utf-8")
    body = old.rpartition("\n---\n")[2]
    assert new.endswith(body) and "số ký hiệu" not in new.removesuffix(body)


def test_a_draft_is_listed_and_owes_nothing(root: Path) -> None:
    before, after = facts(SAMPLE), facts(root)
    assert {item.id: item.state for item in after.obligations} == {item.id: item.state for item in before.obligations}
    assert {name: str(value) for name, value in after.numbers.items()} == {
        name: str(value) for name, value in before.numbers.items()
    }
    notes = only(after, "R322")
    assert [item.place.file for item in notes] == [NEW] * len(after.repository.drafts[0].to_decide)
    assert [item for item in after.diagnostics if item.code.id != "R322"] == list(before.diagnostics)


def test_without_the_line_its_open_decisions_are_errors(root: Path) -> None:
    path = root / NEW
    path.write_text(path.read_text("utf-8").replace("dự thảo: có\n", ""), "utf-8")
    found = facts(root)
    matters = found.repository.plans["46-kh-dtn-2021"].to_decide
    assert len(matters) > 5
    assert len(only(found, "R321")) == len(matters) and not only(found, "R322")
    assert cli.main(["check", "--root", str(root)]) == 1
    assert any(item.plan.id == "46-kh-dtn-2021" for item in found.obligations)


def test_a_draft_with_nothing_to_decide_says_so(root: Path) -> None:
    path = root / NEW
    text = path.read_text("utf-8")
    start, end = text.index("cần quyết định:"), text.index("ngày ban hành:")
    path.write_text(text[:start] + text[end:], "utf-8")
    (note,) = only(facts(root), "R322")
    assert note.found == "Kế hoạch từ ngày 01/01/2021 còn là dự thảo, không còn điều gì phải quyết định."


def test_texts_that_name_the_old_year_are_marked(root: Path) -> None:
    (draft,) = facts(root).repository.drafts
    assert "Số ký hiệu của kế hoạch mới" in draft.to_decide
    assert "Trích yếu: lời văn còn nhắc năm 2020" in draft.to_decide


def test_what_is_printed_names_the_steps_of_closing(tmp_path: Path, capsys: Captured) -> None:
    shutil.copytree(SAMPLE / "data", tmp_path / "data")
    cli.main(["new", "ke-hoach", "--root", str(tmp_path), "--from", "46-kh-dtn", "--year", "2021", "--id", "12-kh-dtn"])
    out = capsys.readouterr().out
    found = facts(tmp_path)
    left = closing(found, found.repository.plans["46-kh-dtn"])
    assert left.closes_on == date(2021, 1, 16)
    assert "Đã lập dự thảo data/plans/2021/12-kh-dtn/plan.md." in out
    assert f"thêm vào {OLD} dòng “ngày khóa sổ: 16/01/2021”" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--from", "46-kh-dt", "--year", "2021"], "Không có kế hoạch “46-kh-dt”. Có phải: 46-kh-dtn."),
        (["--from", "46-kh-dtn", "--year", "2020"], "Năm 2020 phải sau năm của kế hoạch cũ, 2020."),
        (["--from", "46-kh-dtn", "--year", "2021"], "Đã có kế hoạch “46-kh-dtn-2021”. Đặt mã khác bằng --id."),
        (["--from", "46-kh-dtn", "--year", "2021", "--id", "Số 1"], "“Số 1” không phải là một mã."),
        (["--from", "46-kh-dtn"], "cần cả --from và --year"),
    ],
)
def test_what_cannot_be_made_is_refused(root: Path, arguments: list[str], message: str, capsys: Captured) -> None:
    before = (root / NEW).read_bytes()
    capsys.readouterr()
    assert cli.main(["new", "ke-hoach", "--root", str(root), *arguments]) == 2
    assert message in capsys.readouterr().err
    assert (root / NEW).read_bytes() == before


def test_an_id_that_ends_in_its_year_gets_the_new_one() -> None:
    assert proposed_id(plan(), 2021) == "46-kh-dtn-2021"
    named = plan().replace(places=Places("data/plans/2020/46-kh-dtn-2020/plan.md", layout(1, 1, {})))
    assert proposed_id(named, 2021) == "46-kh-dtn-2021"


def test_the_page_of_drafts(root: Path) -> None:
    (page,) = drafts.pages(facts(root))
    assert [draft.plan.id for draft in page.drafts] == ["46-kh-dtn-2021"]
    assert list(drafts.pages(facts(SAMPLE))) == []


@pytest.mark.parametrize("options", [[], ["--internal"]])
def test_both_sites_show_the_draft_and_are_sound(
    root: Path, tmp_path_factory: pytest.TempPathFactory, options: list[str]
) -> None:
    site = tmp_path_factory.mktemp("built") / "site"
    assert cli.main(["build", "--root", str(root), "--site", str(site), *options]) == 0
    text = (site / "du-thao.html").read_text("utf-8")
    assert not faults(text)
    shown: html.HtmlElement = html.fromstring(text)
    assert "Số ký hiệu của kế hoạch mới" in [item.text for item in shown.iter("li")]
    assert "10/05/2021 – 21/05/2021" in [cell.text for cell in shown.iter("td")]
    assert not (site / "ke-hoach" / "46-kh-dtn-2021.html").exists()
