"""Program and oracle say the same of every obligation: on the data that ships, the samples, and changed copies."""

from __future__ import annotations

from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from tests.oracle.comparing import UnsoundError, differences
from tests.oracle.mutating import copied
from tests.oracle.mutators import MUTATORS
from tests.repo import SAMPLE

REPOSITORY = SAMPLE.parent.parent
OTHER_BODY = SAMPLE.parent / "other_body"
SCHOOL = SAMPLE.parent / "school"
SAMPLE_DAYS = ("2020-03-10", "2020-04-20", "2020-05-17", "2020-06-15", "2020-10-15", "2021-01-20")
DATA_DAYS = (
    *("2020-03-05", "2020-04-17", "2020-05-05", "2020-05-20", "2020-06-10", "2020-07-21"),
    *("2020-09-10", "2020-10-15", "2020-12-31", "2021-01-20"),
)
ON_SHIPPED_DATA = (  # too little of it happens in the sample
    *("a notice is removed", "an adjustment is removed", "a meeting is moved", "a session is called off"),
    *("a session is postponed", "an invitation goes another day", "a result report is confirmed another day"),
    *("a monthly report is sent another day", "a recommendation is remedied another day", "a round is moved"),
    *("more time for a visit report", "more time for a document", "a day off is added", "the year is closed"),
)
SOUND = 2  # changed copies of each kind: of the sample, one if of the shipped data
TRIES = 12


@pytest.mark.parametrize(
    ("root", "day"),
    [
        *((REPOSITORY, day) for day in DATA_DAYS),
        *((SAMPLE, day) for day in SAMPLE_DAYS),
        *((OTHER_BODY, day) for day in ("2024-10-30", "2025-05-06", "2025-05-20", "2025-08-01")),
        *((SCHOOL, day) for day in ("2024-05-28", "2024-10-15", "2025-01-10")),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_program_and_oracle_agree(root: Path, day: str) -> None:
    assert differences(root, date.fromisoformat(day)) == []


@pytest.mark.parametrize("name", MUTATORS)
def test_they_agree_on_changed_copies(name: str, tmp_path: Path) -> None:
    is_shipped = name in ON_SHIPPED_DATA
    sound = 0
    for seed in range(TRIES):
        data = copied(REPOSITORY if is_shipped else SAMPLE, tmp_path / str(seed))
        told = MUTATORS[name](data, Random(f"{name} {seed}"))
        try:
            found = [
                line
                for day in ("2020-05-20", "2020-09-20")
                for line in differences(data.parent, date.fromisoformat(day))
            ]
        except UnsoundError:
            continue
        assert list(islice(found, 20)) == [], told
        sound += 1
        if sound == (1 if is_shipped else SOUND):
            return
    pytest.fail(f"no {TRIES} draws of “{name}” are sound data")
