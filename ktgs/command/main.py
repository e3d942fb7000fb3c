"""The command line. Each command returns its exit code: 0 fine, 1 problems found, 2 wrong use."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

import ktgs
from ktgs.command.asking import AT_SWAP, IS_PUBLISHED, PROBLEMS, common, complain
from ktgs.command.process import lost
from ktgs.command.usage import Group, explain_error
from ktgs.language.today import VARIABLE

_WRONG_USE = 2
_INTERRUPTED = 130  # as shells give it


@click.group(
    cls=Group,
    invoke_without_command=True,
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
    epilog="Mã thoát: 0 là ổn, 1 là có vấn đề trong dữ liệu, 2 là dùng sai lệnh.",
)
@common(VARIABLE)
@click.version_option(ktgs.__version__, message="%(prog)s %(version)s", help="Hiện phiên bản rồi thoát.")
@click.pass_context
def commands(ctx: click.Context) -> int:
    """Theo dõi việc thực hiện kế hoạch kiểm tra, giám sát, đi cơ sở từ các tệp văn bản."""
    if ctx.invoked_subcommand is None:
        complain(ctx.get_help())
    return _WRONG_USE


def main(arguments: list[str] | None = None, at_swap: Callable[[], None] = lambda: None) -> int:
    """Run the command line (that of the process without arguments) and return the exit code.

    `at_swap` is called just before a new site takes the old one's place; then the site counts, not what is printed.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    asked: dict[str, Any] = {AT_SWAP: at_swap}
    code = _run(arguments, asked)
    if why := lost(sys.stdout):
        complain(f"Không in được hết kết quả: {why}.")
        return code if asked.get(IS_PUBLISHED) else code or PROBLEMS
    return code


def _run(arguments: list[str] | None, asked: dict[str, Any]) -> int:
    try:
        return int(commands.main(arguments, prog_name="ktgs", standalone_mode=False, obj=asked))
    except click.UsageError as error:
        complain(f"Lỗi: {explain_error(error)}")
        complain(f"Xem cách dùng: {error.ctx.command_path if error.ctx else 'ktgs'} --help")
        return _WRONG_USE
    except click.Abort:
        complain("Đã dừng.")
        return _INTERRUPTED
