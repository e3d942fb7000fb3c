"""What is wrong is found when somebody asks, once, or beside what comes next; it is the same either way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ktgs.examining.pipeline import Derived, derive
from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts, Found, NotChecked
from ktgs.language.today import Today
from ktgs.mkdocs_plugin.commands import build
from ktgs.site import building
from tests.repo import SAMPLE, lay

WRONG = {"data/units/doan-so-a.yml": "tên: Đoàn Sở A\n"}


def derived(root: Path) -> Derived:
    return derive(root, lambda _: Today(date(2020, 5, 5), is_given=True))


def test_before_the_checks_nobody_is_told_anything() -> None:
    with pytest.raises(NotChecked):
        _ = derived(SAMPLE).facts.diagnostics


def test_what_is_wrong_is_found_once() -> None:
    asked = []

    def find() -> Found:
        asked.append(1)
        return Found(())

    known = derived(SAMPLE).facts.finding(find)
    assert asked == []
    assert (known.diagnostics, known.accepted, known.diagnostics) == ((), (), ())
    assert asked == [1]


def test_what_is_found_beside_is_what_is_found_here(tmp_path: Path) -> None:
    of = derived(lay(tmp_path, WRONG))
    here = of.checked()
    assert of.checked(is_ahead=True).diagnostics == here.diagnostics != ()
    assert publish(here, is_ahead=True).diagnostics == publish(here).diagnostics != ()


def test_errors_in_the_data_are_told_also_where_no_page_can_be_made_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(facts: Facts) -> Iterator[building.Kept]:
        raise building.BuildFailure(f"Không lập được các trang của {facts.today}.")

    monkeypatch.setattr("ktgs.mkdocs_plugin.plugin.collect", broken)
    root = lay(tmp_path, WRONG)
    assert build(root, root / "site", False, date(2020, 5, 5)) == 1
    said = capsys.readouterr().err
    assert "Dữ liệu có lỗi nên không tạo được trang." in said
    assert "Không lập được các trang" not in said
