"""Templates and drafts of every kind of record, held to what the shipped data says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from ktgs.forms.templates import filled, template
from ktgs.forms.writing import text_of
from ktgs.language.diagnostics import Severity
from ktgs.records.base import FileRecord, MarkdownRecord, Record
from ktgs.records.loading import record_kinds
from ktgs.records.report import Report
from ktgs.records.schema import Field, schema
from ktgs.source.front_matter import read_markdown
from ktgs.source.reader import read_yaml
from ktgs.source.tree import PLACES, Tree
from ktgs.writing.printing import one_line
from tests.conftest import REPOSITORY
from tests.opened import opened
from tests.repo import SAMPLE, facts, lay

ROOTS = (SAMPLE, SAMPLE.parent / "other_body", REPOSITORY)
DAY = "2026-01-01"  # when all that they say is known
KINDS = pytest.mark.parametrize("kind", record_kinds(), ids=lambda kind: kind.record_kind)
COMMENTED = re.compile(r"^( *)# ( *(?:- )?[^#]*:? |[^#]*:)$")
BLANK = re.compile(r" *(?:- )?(?:[^#\s-][^#]*: )?")


def known(record: Record) -> dict[str, Any]:
    """Return all that a record holds beside its defaults, as a draft takes it."""
    return {
        field.name: _known(field, getattr(record, field.name))
        for field in schema(type(record)).fields.values()
        if field.key and record.gives(field.name)
    }


def _known(field: Field, value: Any) -> Any:
    if field.child is None:
        return value
    return [known(item) for item in value] if field.is_many else known(value)


def fullest(kind: type[FileRecord]) -> tuple[Path, FileRecord]:
    """Return the record of a kind that says most, with the smallest of our repositories that has one."""
    for root in ROOTS:
        if found := [record for record in opened(root, DAY)[0].every_record() if type(record) is kind]:
            return root, max(found, key=lambda record: (len(known(record)), record.file))
    raise AssertionError(f"no repository has a {kind.record_kind}")


@pytest.mark.parametrize("root", ROOTS, ids=["sample", "other body", "shipped data"])
def test_a_draft_of_all_that_a_record_holds_is_read_as_that_record(tmp_path: Path, root: Path) -> None:
    shutil.copytree(root / "data", tmp_path / "data")
    before = opened(root, DAY)[0]
    for record in before.every_record():
        draft = filled(type(record), record.parts, known(record), sub_unit=before.organization.sub_unit_words[0])
        assert draft.path == record.file
        body = record.body if isinstance(record, MarkdownRecord) else ""
        (tmp_path / draft.path).write_text(draft.text + body, encoding="utf-8")
    after = opened(tmp_path, DAY)[0]
    assert after.by_file.keys() == before.by_file.keys()
    for record in before.every_record():
        read = after.by_file[record.file]
        where = {"body_line": read.body_line} if isinstance(read, MarkdownRecord) else {}
        assert read == record.replace(**where)


def form_of(record: Record) -> dict[str, Any]:
    """Return the form for a record that a person has made of the template: what is needed uncommented, items copied.

    None stands for a blank. Lists of several values stand filled in, as does the word by which reports are told apart.
    """
    form: dict[str, Any] = {}
    for name, value in known(record).items():
        field = schema(type(record)).fields[name]
        if field.child:
            items = [form_of(item) for item in field.values(record)]
            form[name] = items if field.is_many else items[0]
        else:
            is_filled_in = (field.is_many and len(value) != 1) or (isinstance(record, Report) and name == "kind")
            form[name] = value if is_filled_in else None
    return form


def typed(record: Record, form: Mapping[str, Any], root: type[FileRecord]) -> Iterator[str]:
    """Yield what a person types at each blank of a form, from the top."""
    for field in schema(type(record)).fields.values():
        asked = form.get(field.name, ...)
        if field.child and asked is not ...:
            for item, inner in zip(field.values(record), asked if field.is_many else [asked], strict=True):
                yield from typed(item, inner, root)
        elif asked is None:
            (value,) = field.values(record)
            yield one_line(text_of(value, root))


@KINDS
def test_a_template_filled_in_by_hand_is_sound(tmp_path: Path, kind: type[FileRecord]) -> None:
    root, record = fullest(kind)
    form = form_of(record)
    word = opened(root)[0].organization.sub_unit_words[0]
    text = filled(kind, record.parts, form, sub_unit=word, is_whole=True).text
    answers = typed(record, form, kind)
    lines = [
        line + next(answers) if line.endswith(" ") and BLANK.fullmatch(line) else line for line in text.splitlines()
    ]
    assert not list(answers), "every value has its blank"
    body = record.body if isinstance(record, MarkdownRecord) else ""
    lay(tmp_path, {record.file: ("\n".join(lines) + "\n" + body).encode()}, base=root)
    found = facts(tmp_path)
    assert record.file in found.repository.by_file
    errors = [item for item in found.diagnostics if item.severity is Severity.error]
    assert not errors


def keys(kind: type[Record]) -> dict[str, Any]:
    """Return all keys of a class, with those of what it holds."""
    return {
        field.key.replace("\1", "chi đoàn"): keys(field.child) if field.child else None
        for field in schema(kind).fields.values()
        if field.key
    }


def keys_of(tree: Tree) -> dict[str, Any]:
    """Return all keys of a tree, empty ones too, with those of the first item of each list."""
    there: dict[str, Any] = {}
    for key in tree[PLACES].entries:  # type: ignore[union-attr]
        value = tree.get(key)
        first = value[0] if isinstance(value, list) and value else value
        there[key] = keys_of(first) if isinstance(first, dict) else None
    return there


@KINDS
def test_a_template_with_every_comment_taken_away_has_every_line_there_is(kind: type[FileRecord]) -> None:
    lines = (COMMENTED.sub(r"\1\2", line) for line in template(kind, "chi đoàn").splitlines())
    text = "\n".join(line + "x" if line.endswith(" ") else line for line in lines) + "\n"
    data = text.encode()
    if kind.path.endswith(".md"):
        parts, problems = read_markdown(data, "data/x.md")
        tree = parts[0] if parts else None
    else:
        tree, problems = read_yaml(data, "data/x.yml")
    assert tree is not None, problems
    assert keys_of(tree) == keys(kind)


@KINDS
def test_a_template_names_the_words_allowed(kind: type[FileRecord]) -> None:
    text = template(kind, "chi đoàn")
    for field in schema(kind).fields.values():
        if field.form.words and field.name != "kind":
            assert f"dùng: {', '.join(field.form.words)}" in text
        if field.key and not field.is_public:
            assert f"{field.about[1:]}; chỉ ghi khi kho dữ liệu là nội bộ" in text
