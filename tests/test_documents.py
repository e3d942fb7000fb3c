"""What README, ARCHITECTURE and CONTRIBUTING say of the code is so."""

from __future__ import annotations

import re
from pathlib import Path

import click

from ktgs.command import main as cli

ROOT = Path(__file__).parent.parent
NO_MODULES = ("__pycache__", "__init__")
COMMON_OPTIONS = {"root", "today", "no_cache", "help"}


def text(name: str) -> str:
    """Return a document of the repository's root."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_tree_names_every_module() -> None:
    (tree,) = re.findall(r"^ktgs/ .*?(?=^tests/)", text("ARCHITECTURE.md"), re.MULTILINE | re.DOTALL)
    named = re.findall(r"(?:^| {2,})(\w+)(?:/|\.py)(?= |$)", "\n".join(tree.split("\n")[1:]), re.MULTILINE)
    there = {path.stem for path in (ROOT / "ktgs").iterdir() if path.suffix in ("", ".py")}
    assert sorted(named) == sorted(there.difference(NO_MODULES).difference(n for n in there if n.startswith(".")))


def test_every_command_is_told_with_its_options() -> None:
    told = dict(re.findall(r"^\| `ktgs ([\w-]+) ?(.*?)` \|", text("README.md"), re.MULTILINE))
    context = click.Context(cli.commands)
    assert told.keys() == set(cli.commands.list_commands(context))
    for name, options_told in told.items():
        command = cli.commands.get_command(context, name)
        assert command is not None
        options = (option for option in command.params if isinstance(option, click.Option))
        own = {option.opts[0] for option in options if option.name not in COMMON_OPTIONS}
        assert set(re.findall(r"--[\w-]+", options_told)) == own


def test_every_make_target_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"):
        assert set(re.findall(r"`make ([a-z]+)", text(name))) <= targets
