"""The JSON Schemas: those that are committed follow from the records, and every shipped file fits its own."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from ktgs.forms.schemas import editor_settings, schema_files, schema_name, schema_of
from ktgs.language.vocabulary import choices
from ktgs.records.base import FileRecord
from ktgs.records.loading import kind_of, record_kinds
from ktgs.records.report import ReportKind
from ktgs.records.schedule import Schedule
from ktgs.records.values import read_clock, read_count, read_day, read_document_number, read_month, read_open_day
from tests.conftest import REPOSITORY
from tests.opened import SAMPLE, opened

WORDS = ("chi đoàn",)
SCHEMAS = REPOSITORY / "schemas"


def committed() -> Iterator[tuple[Path, bytes]]:
    """Yield what the repository holds for editors, as the declarations have it."""
    words = opened(REPOSITORY)[0].organization.sub_unit_words
    yield from ((SCHEMAS / name, content) for name, content in schema_files(words))
    yield REPOSITORY / ".vscode" / "settings.json", editor_settings()


def test_what_is_committed_follows_from_the_records() -> None:
    wanted = dict(committed())
    if os.environ.get("KTGS_BLESS"):
        for path in set(SCHEMAS.glob("*")) - wanted.keys():
            path.unlink()
        for path, content in wanted.items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
    assert set(SCHEMAS.glob("*")) == {path for path in wanted if path.parent == SCHEMAS}
    for path, content in wanted.items():
        assert path.read_bytes() == content, f"{path.name} is not what the records declare; make bless writes it anew"


def test_the_committed_schemas_hold_no_id_of_the_data() -> None:
    repository = opened(REPOSITORY)[0]
    told = "".join(path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*"))
    named = {item for item in (*repository.units, *repository.people) if f'"{item}"' in told}
    assert named <= {"doan-so-a", "nguyen-van-a"}, "the examples of the declarations alone"


def loaded(path: Path) -> Any:
    """Return what an editor makes of a file: YAML 1.2, with front matter alone of Markdown."""
    text = path.read_text(encoding="utf-8")
    return YAML(typ="safe", pure=True).load(text.split("---\n")[1] if path.suffix == ".md" else text)


def wrong(kind: type[FileRecord], data: Any, words: tuple[str, ...] = WORDS) -> list[str]:
    found = Draft7Validator(schema_of(kind, words, {})).iter_errors(data)
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in found]


@pytest.mark.parametrize("root", [SAMPLE, SAMPLE.parent / "other_body", REPOSITORY], ids=["sample", "other", "shipped"])
def test_every_file_fits_the_schema_of_its_kind(root: Path) -> None:
    words = opened(root)[0].organization.sub_unit_words
    validators = {kind: Draft7Validator(schema_of(kind, words, {})) for kind in record_kinds()}
    met = set()
    for path in sorted((root / "data").rglob("*.*")):
        located = kind_of(path.relative_to(root).as_posix())
        assert located is not None, path
        errors = [error.message for error in validators[located[0]].iter_errors(loaded(path))]
        assert not errors, f"{path}: {errors}"
        met.add(located[0])
    assert len(met) > 10


@pytest.mark.parametrize("kind", record_kinds(), ids=lambda kind: kind.record_kind)
def test_a_schema_is_sound_and_tells_each_line_in_vietnamese(kind: type[FileRecord]) -> None:
    made = schema_of(kind, WORDS, {})
    Draft7Validator.check_schema(made)
    assert made["title"] == kind.record_title
    for told in made["properties"].values():
        assert told["title"][0].isupper()
        assert told["description"]


SCHEDULE = {"đơn vị": "doan-so-a", "tháng": "06/2020", "ngày nhận": "18/05/2020"}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, ""),
        ({"tháng": None}, "tháng"),
        ({"thang": "06/2020"}, "thang"),
        ({"chưa đủ": "yes"}, "chưa đủ"),
        ({"ngày nhận": "mai 5"}, "ngày nhận"),
        ({"ngày nhận": "chưa rõ"}, ""),
        ({"không sinh hoạt": [{"lý do": "nghỉ hè"}]}, "không sinh hoạt"),
        ({"không sinh hoạt": [{"chi đoàn": "chi-doan-1"}]}, ""),
        ({"buổi": [{"mã": 1, "ngày": "08/06/2020", "giờ": "8h30", "địa điểm": 305}]}, ""),
        ({"buổi": {"mã": "b1"}}, "buổi"),
    ],
)
def test_what_is_wrong_is_told_while_typing(changed: dict[str, Any], told: str) -> None:
    found = wrong(Schedule, {**SCHEDULE, **changed})
    assert bool(found) == bool(told)
    assert all(told in line for line in found)


def test_a_list_that_may_be_one_text_or_a_word_for_all_is_all_three() -> None:
    adjustment = next(kind for kind in record_kinds() if kind.record_kind == "adjustment")
    base = {
        "loại": "gia hạn",
        "việc": "thông báo",
        "ngày quyết định": "1/6/2020",
        "người quyết định": "BTV",
        "lý do": "x",
    }
    for units in ("tất cả", "doan-so-a", ["doan-so-a", "doan-so-b"]):
        assert not wrong(adjustment, {**base, "đơn vị": units})
    assert wrong(adjustment, {**base, "đơn vị": "Sở A"})
    assert wrong(adjustment, {key: value for key, value in base.items() if key != "việc"})


def test_a_report_may_only_be_of_its_own_kind() -> None:
    for kind in record_kinds():
        if kind.record_kind in ReportKind.__members__:
            allowed = schema_of(kind, WORDS, {})["properties"]["loại"]["enum"]
            assert allowed == [ReportKind[kind.record_kind].value]
            assert set(allowed) < set(choices(ReportKind))


@pytest.mark.parametrize(
    ("read", "key", "texts"),
    [
        (
            read_day,
            "ngày",
            ("20/3/2020", "2020-03-20", "ngày 20 tháng 3 năm 2020", "Thứ Sáu, 20/03/2020", "20 / 3 / 2020"),
        ),
        (read_open_day, "ngày nhận đủ", ("chưa rõ", "CHƯA RÕ", "20.03.2020")),
        (read_clock, "giờ", ("8:30", "08h30", "8g30", "14 giờ", "8 giờ 5 phút", "15:00:00")),
        (read_month, "tháng", ("03/2020", "tháng 3/2020", "2020-03", "tháng 3 năm 2020")),
        (read_count, "số có mặt", ("5", "05")),
        (read_document_number, "số ký hiệu", ("46 - KH/ĐTN", "94 /HD- TĐ", "03 HD/TWĐTN – BTC", "số: 2-QĐ/X")),
    ],
)
def test_no_spelling_that_we_read_is_held_to_be_wrong(read: Any, key: str, texts: tuple[str, ...]) -> None:
    made = [made for kind in record_kinds() for made in found_under(schema_of(kind, WORDS, {}), key)]
    patterns = {made["pattern"] for made in made if "pattern" in made}
    assert patterns
    for text in texts:
        read(text)
        for pattern in patterns:
            assert Draft7Validator({"pattern": pattern}).is_valid(text), (text, pattern)


def found_under(made: Any, key: str) -> Iterator[dict[str, Any]]:
    """Yield what a schema says of a key, at any depth."""
    if isinstance(made, dict):
        if isinstance(of := made.get("properties", {}).get(key), dict):
            yield of
        for inner in made.values():
            yield from found_under(inner, key)
    elif isinstance(made, list):
        for inner in made:
            yield from found_under(inner, key)


def test_the_published_schemas_suggest_units_and_people(sample_site: Path) -> None:
    told = json.loads((sample_site / "schemas" / schema_name(Schedule)).read_text(encoding="utf-8"))
    assert "doan-truong-c" in told["properties"]["đơn vị"]["examples"]
    assert "allOf" not in told
