"""What "Ghi" holds, completed with sensible values and saved into a copy, is sound and turns the debt to done."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from ktgs.facts.facts import Facts
from ktgs.forms.templates import Draft
from ktgs.language.diagnostics import Severity
from ktgs.obligations.obligation import Flag, Obligation, State
from tests.conftest import REPOSITORY
from tests.forms.filling import completed, extensions, wanted
from tests.repo import SAMPLE, by_id, facts

DONE = (State.on_time, State.late)


def saved(root: Path, found: Facts, drafts: Iterable[tuple[Obligation, Draft]]) -> list[Obligation]:
    """Return the obligations whose drafts were completed and written under `root`; one a path."""
    met = []
    for item, form in drafts:
        path = root / form.path
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(completed(form, found.today), encoding="utf-8")
            met.append(item)
    return met


@pytest.mark.parametrize(("root", "least"), [(SAMPLE, 30), (REPOSITORY, 200)], ids=["sample", "shipped data"])
def test_every_debt_that_a_file_would_meet_is_met_by_its_draft(tmp_path: Path, root: Path, least: int) -> None:
    shutil.copytree(root / "data", tmp_path / "data")
    found = facts(tmp_path)
    today, met = found.today.isoformat(), 0
    assert [form.path for _, form in wanted(found) if (tmp_path / form.path).exists()] == [], "a draft never overwrites"
    for _ in range(5):  # drafts of one path, as two people's reports on one meeting, come one after the other
        written = saved(tmp_path, found, wanted(found))
        if not written:
            break
        met += len(written)
        found = facts(tmp_path, today)
        assert [item for item in found.diagnostics if item.severity is Severity.error] == []
        later = by_id(facts(tmp_path, "2020-12-31"))
        assert {item.id: later[item.id].state for item in written if later[item.id].state not in DONE} == {}
    assert not written
    assert met >= least


@pytest.mark.parametrize("root", [SAMPLE, REPOSITORY], ids=["sample", "shipped data"])
def test_an_extension_moves_exactly_its_debt(tmp_path: Path, root: Path) -> None:
    shutil.copytree(root / "data", tmp_path / "data")
    found = facts(tmp_path)
    every = list(extensions(found))
    some = {item.duty.name: (item, form) for item, form in every if item.due_on}  # the last of each duty
    written = saved(tmp_path, found, some.values())
    after = facts(tmp_path)
    assert [item for item in after.diagnostics if item.severity is Severity.error] == []
    moved = {item.id for item in after.obligations if Flag.extended in item.flags} - {
        item.id for item in found.obligations if Flag.extended in item.flags
    }
    assert moved == {item.id for item in written}
    assert len(every) > 20
