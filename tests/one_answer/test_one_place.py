"""No second place works out an answer: names of duties and figures, ids and classes each have one home in the code."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ktgs.facts.facts import duties, figures

ROOT = Path(__file__).parents[2]
KEYS = "ktgs/records/keys.py"
PARTERS = {"split", "rsplit", "partition", "rpartition"}
PATHS = {  # these take apart addresses and paths of files, never ids
    "ktgs/comparing/revisions.py",
    "ktgs/importers/visit_reports.py",
    "ktgs/records/loading.py",
    "ktgs/repository/owners.py",
    "ktgs/site/menu.py",
    "ktgs/site/shell.py",
    "ktgs/site/site.py",
    "ktgs/source/discovery.py",
    "ktgs/source/file_names.py",
}


@cache
def trees() -> dict[str, ast.Module]:
    """Return every module of the program by its path."""
    every = sorted((ROOT / "ktgs").rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in every}


def literals(tree: ast.Module) -> Iterator[str]:
    """Yield each text of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_each_duty_and_figure_is_named_in_one_module() -> None:
    """By slug or name: whoever asks for one imports it. What records call alike is a key or a word of files."""
    slugs = {duty.slug for duty in duties()} | {figure.slug for figure in figures()}
    names = {duty.name for duty in duties()} | {figure.name for figure in figures()}
    named = {word: set[str]() for word in slugs | names}
    for path, tree in trees().items():
        for text in literals(tree):
            if text in named and not path.startswith(("ktgs/records/", "ktgs/importers/")):
                named[text].add(path)
    assert {name: named[name] for name in names if len(named[name]) != 1} == {}
    assert {slug: named[slug] for slug in slugs if named[slug]} == {}  # they are made from the names


def test_no_id_is_taken_apart_outside_the_keys() -> None:
    def parts_id(node: ast.AST) -> bool:
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in PARTERS):
            return False
        return any(isinstance(argument, ast.Constant) and argument.value in ("/", "#") for argument in node.args)

    parting = {path for path, tree in trees().items() for node in ast.walk(tree) if parts_id(node) and path != KEYS}
    assert parting == PATHS


def test_no_two_public_classes_share_a_name() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path, tree in trees().items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(path)
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}
    assert len(places) > 200
