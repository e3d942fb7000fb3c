"""Check and build agree: where check finds no error all pages and exports are made; what stops them is told before."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from jinja2 import Environment

from benchmarks.mutating import mutate
from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Severity
from ktgs.language.scanning import modules
from ktgs.site.building import collect, exported, render
from ktgs.site.rendering import environment
from ktgs.site.site import Site
from tests.repo import SAMPLE, facts, lay

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parent.parent
FILES = tuple(sorted(path.relative_to(SAMPLE).as_posix() for path in (SAMPLE / "data").rglob("*") if path.is_file()))
PLAN = "data/plans/2020/46-kh-dtn"
VISIT = "data/reports/2020/du-sinh-hoat/2020-04-08-doan-so-a-chi-doan-1.md"


@pytest.fixture(scope="module")
def templates() -> Environment:
    """The templates of the site."""
    return environment([str(REPOSITORY / "site_templates")])


def made(found: Facts, templates: Environment) -> dict[str, bytes]:
    """Return every data page and export, as a build makes them. Refuses (BuildFailure) what a build refuses."""
    public = publish(found)
    kept = collect(public)
    site = Site("Thử", public, frozenset(item.page.url for item in kept))
    pages = dict(render(templates, site, kept))
    return pages | {path: content for module in modules("ktgs.exports") for path, content in exported(public, module)}


def told(found: Facts) -> list[str]:
    """Return the errors as `file:line code`."""
    errors = (item for item in found.diagnostics if item.severity is Severity.error)
    return [f"{item.place.file}:{item.place.line} {item.code.id}" for item in errors]


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_repository_is_told_or_built(seed: int, tmp_path: Path, templates: Environment) -> None:
    chance = random.Random(seed)
    contents = {file: (SAMPLE / file).read_bytes() for file in FILES}
    changed = chance.sample(FILES, chance.choice((1, 1, 2, 3)))
    others = tuple(contents.values())
    found = facts(lay(tmp_path, {file: mutate(chance, contents[file], others) for file in changed}))
    for item in found.diagnostics:
        assert item.code.id not in ("F901", "F902", "F903"), item.message
        path = tmp_path / item.place.file
        assert path.exists() or item.place.line == 1
    files = made(found, templates)  # with errors, too: `--keep-going` makes what is sound
    assert {"index.html", "du-lieu.html", "api/v1/index.json"} <= files.keys()


RENAMED = [
    ("data/units/doan-so-a.yml", "data/units/index.yml", "F210"),
    ("data/people/le-van-c.yml", "data/people/index.yml", "F210"),
    ("data/units/doan-so-a.yml", "data/units/con.yml", "F210"),
    ("data/units/doan-so-a.yml", f"data/units/{'a' * 251}.yml", "F210"),
    ("data/units/doan-so-a.yml", f"data/units/{'a' * 101}.yml", "F210"),
    (VISIT, f"data/reports/2020/du-sinh-hoat/2020-04-08-{'a' * 240}.md", "F210"),
    (f"{PLAN}/plan.md", "data/plans/2020/aux/plan.md", "F210"),
    (f"{PLAN}/plan.md", "data/plans/2020/index/plan.md", "F210"),
    *((VISIT, f"data/reports/2020/du-sinh-hoat/{name}.md", "F210") for name in ("prn", "nul", "com1", "lpt9")),
]


@pytest.mark.parametrize(("old", "new", "code"), RENAMED)
def test_names_that_cannot_be_addresses(old: str, new: str, code: str, tmp_path: Path, templates: Environment) -> None:
    root = lay(tmp_path, {new: (SAMPLE / old).read_bytes()})
    found = facts(root)
    assert f"{new}:1 {code}" in told(found)
    made(found, templates)


CHANGED = [
    (f"{PLAN}/plan.md", "- mã: dot-1\n", "- mã: index\n", "S209"),
    (f"{PLAN}/plan.md", "- mã: dot-1\n", "- mã: chung\n", "F211"),
    (f"{PLAN}/plan.md", "- mã: dot-1\n", "- mã: 2020-05\n", "F211"),
    (f"{PLAN}/plan.md", "- mã: dot-1\n", f"- mã: {'a' * 251}\n", "S209"),
    (f"{PLAN}/plan.md", "- mã: dot-1\n", "- mã: lpt1\n", "S209"),
    ("data/people/le-van-c.yml", "họ tên: Lê Văn C\n", "họ tên: >\n  Lê\n  Văn C\n", "S220"),
    ("data/people/le-van-c.yml", "họ tên: Lê Văn C\n", 'họ tên: "Lê Văn C\\nATTENDEE:x"\n', "S220"),
    ("data/units/doan-so-a.yml", "cụm: ", "chuyển đến từ: |\n  Hai\n  dòng\ncụm: ", "S220"),
]


@pytest.mark.parametrize(("file", "old", "new", "code"), CHANGED)
def test_values_that_would_stop_a_build(
    file: str, old: str, new: str, code: str, tmp_path: Path, templates: Environment
) -> None:
    text = (SAMPLE / file).read_text(encoding="utf-8")
    assert old in text
    new_text = text.replace(old, new, 1)
    found = facts(lay(tmp_path, {file: new_text}))
    line = new_text[: new_text.index(new)].count("\n") + 1
    assert f"{file}:{line} {code}" in told(found)
    made(found, templates)


BODIES = {
    "lists": "\n".join("  " * level + "- x" for level in range(300)),
    "quotations": ">" * 300 + " x",
    "brackets": "[" * 20_000,
    "pictures": "![" * 20_000,
    "tags": "<a " * 20_000,
    "links": "[a](" * 20_000,
    "signs": "*a **b _c ~~d `" * 20_000,
    "ticks": "".join("`" * number + " " for number in range(1_000)),
    "table": "|a|b|\n|-|-|\n" + "|x|y|\n" * 20_000,
    "notes": "".join(f"[^{number}] " for number in range(10_000)) + "\n\n[^1]: x\n",
}


@pytest.mark.parametrize("name", BODIES)
def test_a_hard_text_is_told_or_shown(name: str, tmp_path: Path, templates: Environment) -> None:
    text = (SAMPLE / VISIT).read_text(encoding="utf-8") + "\n" + BODIES[name] + "\n"
    found = facts(lay(tmp_path, {VISIT: text}))
    first = (SAMPLE / VISIT).read_text(encoding="utf-8").count("\n") + 2
    deep = {"lists": first + 20, "quotations": first}
    assert told(found) == ([f"{VISIT}:{deep[name]} Y054"] if name in deep else [])
    files = made(found, templates)
    shown = files["bao-cao/2020-04-08-doan-so-a-chi-doan-1.html"].decode()
    assert all(shown.count(letter) >= BODIES[name].count(letter) for letter in "abxy")
