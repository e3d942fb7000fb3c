"""`ktgs check`: every problem of the data, with its place and cure."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ktgs.command.asking import PROBLEMS, command, complain, examined, say
from ktgs.command.usage import Choice

if TYPE_CHECKING:
    from ktgs.language.diagnostics import Diagnostic


@command("check")
@click.option(
    "--format",
    "form",
    type=Choice(("text", "json", "github")),
    default="text",
    help="Dạng kết quả (mặc định: text).",
)
@click.option("--strict", is_flag=True, help="Coi cảnh báo như lỗi.")
@click.option(
    "--public", "is_public", is_flag=True, help="Chỉ in những gì công khai được, cho nhật ký mà ai cũng xem được."
)
def check(form: str, strict: bool, is_public: bool) -> int:
    """Kiểm tra dữ liệu: mọi lỗi, cảnh báo, kèm chỗ và cách sửa."""
    from ktgs.examining import reporters
    from ktgs.examining.pipeline import has_errors
    from ktgs.examining.public_problems import problems_of
    from ktgs.facts.facts import publish
    from ktgs.language.diagnostics import Severity

    facts = examined()
    diagnostics = problems_of(publish(facts)) if is_public else facts.diagnostics
    say({"text": reporters.as_text, "json": reporters.as_json, "github": reporters.as_github}[form](diagnostics))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        _append(Path(summary), diagnostics)
    is_refused = has_errors(facts) or (strict and any(item.severity is Severity.warning for item in diagnostics))
    return PROBLEMS if is_refused else 0


def _append(path: Path, diagnostics: tuple[Diagnostic, ...]) -> None:
    from ktgs.examining import reporters

    try:
        with path.open("a", encoding="utf-8") as stream:
            stream.write(reporters.as_markdown(diagnostics))
    except OSError as error:
        complain(f"Không ghi được bản tóm tắt vào {path}: {error.strerror}.")


COMMAND = check
