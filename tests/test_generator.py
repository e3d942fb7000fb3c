"""The sample generator: same arguments, same bytes; the committed data is its output but for what hands edited."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.generator import generate
from benchmarks.generator.build import AS_OF
from ktgs.language.diagnostics import Severity
from ktgs.language.text import fold
from ktgs.language.today import Today
from ktgs.obligations.obligation import State
from ktgs.repository.opening import link, read
from tests.repo import facts

ROOT = Path(__file__).resolve().parents[1]
PLAN = "plans/2020/46-kh-dtn/plan.md"
VISITS = "reports/2020/du-sinh-hoat/"
ADDED_BY_HAND = {  # which warnings there are depends on size and seed; a decision that came too late for a schedule
    "accepted.yml",
    "plans/2020/46-kh-dtn/adjustments/2020-03-24-gia-han-lich-thang-4.yml",
}
EDITED_BY_HAND = {  # reports of the story, better told by a person
    VISITS + "2020-03-25-doan-so-a-chi-doan-1.md",
    VISITS + "2020-03-25-doan-so-a-chi-doan-1-2.md",
    VISITS + "2020-04-22-doan-truong-b-chi-doan-1.md",
    VISITS + "2020-05-06-doan-so-c-chi-doan-1.md",
    VISITS + "2020-05-14-doan-so-b-chi-doan-1.md",
    VISITS + "2020-06-04-doan-vien-a-chi-doan-1.md",
    VISITS + "2020-07-15-doan-so-c.md",
}


def _tree(root: Path) -> dict[str, bytes]:
    data = root / "data"
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in data.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The generator's output at the committed size."""
    out = tmp_path_factory.mktemp("sample")
    generate(out)
    return _tree(out)


def test_same_arguments_give_the_same_bytes(sample: dict[str, bytes], tmp_path: Path) -> None:
    generate(tmp_path)
    assert _tree(tmp_path) == sample


def test_another_seed_gives_another_year_around_the_same_story(sample: dict[str, bytes], tmp_path: Path) -> None:
    generate(tmp_path, seed=47)
    other = _tree(tmp_path)
    assert other[PLAN] == sample[PLAN]
    assert (
        other["plans/2020/46-kh-dtn/assignments/2020-03.yml"] != sample["plans/2020/46-kh-dtn/assignments/2020-03.yml"]
    )


def test_too_few_units_for_the_story_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="66"):
        generate(tmp_path, units=20)
    assert not list(tmp_path.iterdir())


def test_the_committed_data_is_the_output_but_for_what_was_edited_by_hand(sample: dict[str, bytes]) -> None:
    committed = _tree(ROOT)
    assert sorted(committed) == sorted([*sample, *ADDED_BY_HAND])
    edited = {path for path, text in committed.items() if path in sample and text != sample[path]}
    assert edited == EDITED_BY_HAND


@pytest.mark.parametrize(("units", "seed"), [(66, 46), (66, 1), (140, 2)])
def test_every_size_and_seed_reads_without_an_error(units: int, seed: int, tmp_path: Path) -> None:
    generate(tmp_path, units=units, seed=seed)
    loaded, problems = read(tmp_path)
    _, between = link(loaded, Today(AS_OF, False))
    assert [*problems, *between] == []
    assert sum(path.startswith("units/") for path in _tree(tmp_path)) == units


def test_earlier_years_are_plans_of_their_own_that_check_without_an_error(tmp_path: Path) -> None:
    generate(tmp_path, years=3)  # the first of them has no calendar among the shipped ones
    found = facts(tmp_path)
    assert [item for item in found.diagnostics if item.severity is Severity.error] == []
    spans = {plan.id: (plan.starts_on.year, plan.ends_on.year) for plan in found.repository.plans.values()}
    assert spans == {
        "46-kh-dtn-2018": (2018, 2018),
        "46-kh-dtn-2019": (2019, 2019),
        "46-kh-dtn": (2020, 2020),
    }
    done = Counter(item.plan.id for item in found.obligations if item.state is State.on_time)
    assert min(done[plan] for plan in spans) > 300


def test_the_sample_of_one_year_is_the_last_of_several(sample: dict[str, bytes], tmp_path: Path) -> None:
    generate(tmp_path, years=2)
    both = _tree(tmp_path)
    latest = {path for path in sample if path.startswith("plans/")}
    assert {path: both[path] for path in latest} == {path: sample[path] for path in latest}
    assert sum(path.startswith("plans/2019/") for path in both) > 500


def test_no_year_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one plan"):
        generate(tmp_path, years=0)
    assert not list(tmp_path.iterdir())


def test_texts_of_visit_reports_differ_in_more_than_names_dates_and_numbers() -> None:
    bodies = [text.decode().split("\n---\n", 1)[1] for path, text in _tree(ROOT).items() if path.startswith(VISITS)]
    plain = {re.sub(r"\d+|\b(Sở|Trường|Ban|Viện|Hội|Trung tâm|Chi cục) \w+", "", body) for body in bodies}
    assert len(bodies) >= 115
    assert len(plain) == len(bodies)


def test_words_carry_their_tones_in_the_old_style(sample: dict[str, bytes]) -> None:
    for path, text in sample.items():
        if path != PLAN:  # the plan is quoted as it stands
            plain = " ".join(unicodedata.normalize("NFC", text.decode()).casefold().split())
            assert fold(plain) == plain, path


@pytest.mark.parametrize(
    "seed", [60, 66, 201, 211, 232, 242, 303]
)  # with which the story once found nobody, or no meeting
def test_chance_never_leaves_the_story_without_what_it_needs(seed: int, tmp_path: Path) -> None:
    assert generate(tmp_path, seed=seed) > 700
