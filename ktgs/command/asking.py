"""What every command is given and how it declares itself: the folder, the day, the facts; what it prints.

Nothing here or in a command's module is imported before it is used but click: the help needs no more.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ktgs.command.usage import DAY, FOLDER, Command
from ktgs.language.today import VARIABLE, ZONE, Today, choose

if TYPE_CHECKING:
    from ktgs.facts.facts import Facts

PROBLEMS = 1  # the exit code where the data has a problem
AT_SWAP, IS_PUBLISHED = "at_swap", "is_published"  # what `build` is given and gives
NO_CACHE = "no_cache"
_SAID = "ktgs.said"  # where what is said waits, to be kept
_HELP = click.help_option("--help", "-h", help="Hiện hướng dẫn này rồi thoát.")


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(ZONE)


def say(text: str) -> None:
    """Print the text on stdout."""
    _print(text, is_complaint=False)


def complain(text: str) -> None:
    """Print a line on stderr."""
    _print(f"{text}\n", is_complaint=True)


def _print(text: str, *, is_complaint: bool) -> None:
    context = click.get_current_context(silent=True)
    if context is not None and _SAID in context.meta:
        context.meta[_SAID].append((is_complaint, text))
    else:
        click.echo(text, err=is_complaint, nl=False)


def remembered(function: Callable[..., int]) -> Callable[..., int]:
    """Make a command that only speaks of the data say again what it has said, where nothing has changed since.

    One that is asked of what git keeps, too (`against`, `staged`), is run each time.
    """

    @wraps(function)
    def run(**arguments: Any) -> int:
        is_of_git = arguments.get("against") or arguments.get("staged")
        if is_of_git or asked().get(NO_CACHE) or os.environ.get("GITHUB_STEP_SUMMARY"):  # the summary is written, too
            return function(**arguments)
        from ktgs.reuse.answers import answer

        context = click.get_current_context()
        day = asked_day() or now().astimezone(ZONE).date()
        question = repr((context.command.name, _here(), day, asked_day() is None, sorted(arguments.items())))

        def make() -> tuple[list[tuple[bool, str]], int]:
            said = context.meta[_SAID] = []
            try:
                return said, function(**arguments)
            finally:
                del context.meta[_SAID]

        said, code = answer(root(), question, make)
        for is_complaint, text in said:
            _print(text, is_complaint=is_complaint)
        return code

    return run


def _here() -> str:
    """Return the folder that paths may be given from, empty where it was removed meanwhile."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep an option of every command; given after the command it wins over one given before."""
    if value is not None:
        ctx.ensure_object(dict)[param.name] = value


def common(variable: str | None = None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return what gives a command the options that all have; `variable` may give the day, too."""
    root = click.option(
        "--root", type=FOLDER, callback=_keep, expose_value=False, help="Thư mục gốc của kho dữ liệu (mặc định: ở đây)."
    )
    today = click.option(
        "--today",
        type=DAY,
        envvar=variable,
        callback=_keep,
        expose_value=False,
        help=f"Ngày được coi là hôm nay, ví dụ 05/05/2020 hoặc 2020-05-05. Cũng đặt được bằng biến {VARIABLE}.",
    )
    no_cache = click.option(
        "--no-cache",
        is_flag=True,
        default=None,
        envvar="KTGS_NO_CACHE" if variable else None,
        callback=_keep,
        expose_value=False,
        help="Làm lại từ đầu, không dùng những gì đã giữ trong .ktgs.",
    )
    return lambda function: root(today(no_cache(_HELP(function))))


def command(name: str) -> Callable[[Callable[..., int]], click.Command]:
    """Declare a command with the options that every command takes; its function returns the exit code."""
    return lambda function: click.command(name, cls=Command, options_metavar="[TÙY CHỌN]")(common()(function))


PUBLIC = click.option(
    "--public", "is_public", is_flag=True, help="Chỉ in những gì công khai được, cho nhật ký mà ai cũng xem được."
)


def asked() -> dict[str, Any]:
    """Return what was asked of this run of the command line."""
    return click.get_current_context().ensure_object(dict)


def root() -> Path:
    """Return the folder of the data repository."""
    return Path(asked().get("root", Path()))


def asked_day() -> date | None:
    """Return the day that was asked for as today, if one was."""
    day: date | None = asked().get("today")
    return day


def choose_today(sample_as_of: date | None) -> Today:
    """Return the day on which the data is looked at; the sample has one of its own."""
    return choose(asked_day(), None, sample_as_of, lambda: now().astimezone(ZONE).date())


def examined() -> Facts:
    """Return the facts of the data repository, everything read and checked."""
    from ktgs.command.progress import progress
    from ktgs.examining.pipeline import examine
    from ktgs.reuse.store import Store

    keeps = _SAID in click.get_current_context().meta
    with progress("Đang đọc và kiểm tra dữ liệu…"):
        return examine(root(), choose_today, Store(root()) if keeps else None)
