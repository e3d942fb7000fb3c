"""`ktgs check`: every problem of the data, with its place and cure."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ktgs.command.asking import PROBLEMS, PUBLIC, choose_today, command, complain, examined, remembered, root, say
from ktgs.command.usage import Choice

if TYPE_CHECKING:
    from ktgs.examining.reporters import Explained
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
@PUBLIC
@click.option(
    "--against", metavar="GỐC", help="Chỉ in những gì mới so với một phiên bản trong git; mã thoát vẫn tính đủ."
)
@click.option("--staged", is_flag=True, help="Kiểm tra nội dung sắp ghi vào git (đã git add), không phải tệp trên đĩa.")
@remembered
def check(form: str, strict: bool, is_public: bool, against: str | None, staged: bool) -> int:
    """Kiểm tra dữ liệu: mọi lỗi, cảnh báo, kèm chỗ và cách sửa."""
    from ktgs.examining import reporters
    from ktgs.examining.pipeline import has_errors
    from ktgs.examining.publishing import publish
    from ktgs.facts.audience import Audience
    from ktgs.language.diagnostics import Severity

    unformatted: tuple[str, ...] = ()
    if staged and (against or is_public):
        raise click.UsageError("--staged không dùng cùng --against hay --public.")
    if against:
        from ktgs.command.proposing import new_against

        audience = Audience.public if is_public else Audience.internal
        facts, diagnostics, told = new_against(root(), against, choose_today, audience)
    elif staged:
        from ktgs.command.staging import of_staged

        facts, told, unformatted = of_staged(root(), choose_today)
        diagnostics = told
    else:
        facts = examined()
        told = diagnostics = (publish(facts) if is_public else facts).diagnostics
    written = {"text": reporters.as_text, "json": reporters.as_json}
    words = written[form](told) if form in written else reporters.as_github(told, _explained())
    say("Không có gì mới.\n" if against and not told and form != "json" else words)
    if old := [item for item in diagnostics if item not in told]:
        complain(f"Có từ trước nên không in: {reporters.summary(old)} Xem đủ: ktgs check.")
    for file in unformatted:
        complain(f"Chưa đúng cách trình bày: {file}. Chạy: ktgs fmt {file}, rồi git add lại.")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        _append(Path(summary), diagnostics)
    is_refused = (
        has_errors(facts.diagnostics)
        or bool(unformatted)
        or (strict and any(item.severity is Severity.warning for item in diagnostics))
    )
    return PROBLEMS if is_refused else 0


def _explained() -> Explained:
    """Return what leads from a code to its page on the published site."""
    from ktgs.addresses.codes import code_address
    from ktgs.examining.reporters import nowhere
    from ktgs.source.settings import site_url

    url = site_url(root())
    return (lambda code: url + code_address(code.id)) if url else nowhere


def _append(path: Path, diagnostics: tuple[Diagnostic, ...]) -> None:
    from ktgs.examining import reporters

    try:
        with path.open("a", encoding="utf-8") as stream:
            stream.write(reporters.as_markdown(diagnostics, _explained()))
    except OSError as error:
        complain(f"Không ghi được bản tóm tắt vào {path}: {error.strerror}.")


COMMAND = check
