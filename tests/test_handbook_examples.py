"""The handbook's examples can be pasted into the shipped data, and its messages are those that mistakes then give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from ktgs.examining import reporters
from ktgs.examining.pipeline import derive
from ktgs.language.today import Today
from ktgs.repository.opening import Before
from tests.handbook import SHIPPED, HandbookPage, handbook
from tests.repo import lay

pytestmark = pytest.mark.slow

BEFORE = Before()  # what is not pasted is the same each time


def of_sample(sample_as_of: date | None) -> Today:
    """Return the shipped data's own day, also where its file is broken."""
    return Today(sample_as_of or date(2020, 10, 15), is_given=False)


@dataclass(frozen=True)
class Pasted:
    """What somebody pastes from a page, with a mistake or without, and the lines that `ktgs check` is to print."""

    name: str
    files: Mapping[str, str]
    message: tuple[str, ...] = ()


def of_page(page: HandbookPage) -> Iterator[Pasted]:
    """Yield the page's examples as they are, and with each of its mistakes."""
    yield Pasted(page.name, page.pasted(page.examples))
    for number, mistake in enumerate(page.mistakes, start=1):
        files = page.pasted(mistake.made(page.examples))
        yield Pasted(f"{page.name}-{number}", files, tuple(mistake.message.splitlines()))


def apart(cases: Sequence[Pasted]) -> list[list[Pasted]]:
    """Return the cases in groups, in each of which no two write the same file."""
    groups: list[list[Pasted]] = []
    for case in cases:
        fitting = (group for group in groups if all(case.files.keys().isdisjoint(other.files) for other in group))
        if group := next(fitting, None):
            group.append(case)
        else:
            groups.append([case])
    return groups


def differing(cases: Sequence[Pasted], root: Path) -> dict[str, list[str]]:
    """Return what is said of each case where it is not its message.

    Cases are pasted together, each half of them where that says more or less than all their messages, and so on: the
    data is checked a few dozen times instead of once a case, and what is told of one is what it alone gives.
    """
    files = {file: text for case in cases for file, text in case.files.items()}
    found = derive(lay(root / str(len(list(root.iterdir()))), files, base=SHIPPED), of_sample, BEFORE).checked()
    *said, summed_up = reporters.as_text(found.diagnostics).splitlines()
    expected = [line for case in cases for line in case.message]
    if sorted(said) == sorted(expected) and (summed_up == "Không có lỗi.") is not bool(expected):
        return {}
    if len(cases) == 1:
        return {cases[0].name: said}
    half = len(cases) // 2
    return differing(cases[:half], root) | differing(cases[half:], root)


def test_examples_take_the_place_of_nothing() -> None:
    """An example of the only file of its kind is that very file, or what may be added at its end."""
    for page in handbook():
        for file, text in page.pasted(page.examples).items():
            shipped = SHIPPED / file
            assert not shipped.exists() or text.startswith(shipped.read_text(encoding="utf-8")), (page.name, file)


def test_examples_are_sound_and_mistakes_give_their_messages(tmp_path: Path) -> None:
    cases = [case for page in handbook() if page.examples for case in of_page(page)]
    assert len(cases) > 100
    assert {name: said for group in apart(cases) for name, said in differing(group, tmp_path).items()} == {}


def test_a_message_that_is_not_given_is_seen(tmp_path: Path) -> None:
    """Among others, and of the one alone."""
    cases = [next(of_page(page)) for page in handbook() if page.examples][:2]
    wrong = Pasted("wrong", {"data/people/zz-9.yml": "họ tên: Zờ\n"}, ("data/people/zz-9.yml:1:1: khác",))
    found = differing([*cases, wrong], tmp_path)
    assert found.keys() == {"wrong"}
    assert [line for line in found["wrong"] if line.startswith("data/people/zz-9.yml:1:1: ")]


def test_no_message_stands_alone() -> None:
    for page in handbook():
        assert page.text.count("```text") == len(page.mistakes), page.name
