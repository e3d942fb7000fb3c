"""The command line in Vietnamese: headings of the help, messages on wrong use, values of options."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ktgs.command import commands

if TYPE_CHECKING:
    from ktgs.language.months import Month

ValueT = TypeVar("ValueT")

_LAST_PORT = 65_535
_HEADINGS = {"Options": "Tùy chọn", "Commands": "Các lệnh", "Positional arguments": "Tham số"}


class Formatter(click.HelpFormatter):
    """Writes help under Vietnamese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        super().write_usage(prog, args, prefix or "Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        """Write a heading, in Vietnamese where it is one of click's own."""
        super().write_heading(_HEADINGS.get(heading, heading))


class VietnameseContext(click.Context):
    """A context whose help is Vietnamese."""

    formatter_class = Formatter


class _Refusing(click.Command):
    """A command whose help is Vietnamese and that says of every misused option whose it is."""

    context_class = VietnameseContext

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Return the arguments left over."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class Command(_Refusing):
    """A command that refuses arguments left over in Vietnamese."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Return no argument left over, or refuse."""
        if left := super().parse_args(ctx, args):
            ctx.fail(f"Thừa {quoted(left)}.")
        return left


class Group(_Refusing, click.Group):
    """A group of the commands in the folder of that name, each loaded when it is asked for.

    A command's module has its name, with `_` for `-` and after what is a word of Python.
    """

    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in order."""
        return sorted(info.name.rstrip("_").replace("_", "-") for info in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, if there is one."""
        for info in pkgutil.iter_modules(commands.__path__):
            if info.name.rstrip("_").replace("_", "-") == cmd_name:
                command: click.Command = import_module(f"{commands.__name__}.{info.name}").COMMAND
                return command
        return None

    def invoke(self, ctx: click.Context) -> Any:
        """Return what the command returns; Ctrl+C is no error, and click's empty line is not printed."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise click.Abort from None


def quoted(words: Iterable[str]) -> str:
    """Return the words in “ ”, parted by commas."""
    return ", ".join(f"“{word}”" for word in words)


def with_nearest(message: str, word: str, choices: Iterable[str]) -> str:
    """Return the message with the choice spelt most like the word, where one is near."""
    from ktgs.language.text import nearest, perhaps

    return f"{message} {perhaps(nearest(word, sorted(choices)))}".rstrip()


def explain_error(error: click.ClickException) -> str:
    """Return what is wrong with the command line, in Vietnamese."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.NoSuchOption):
        names = [name for param in ctx.command.params for name in param.opts if name.startswith("-")] if ctx else []
        return with_nearest(f"Không có tùy chọn “{error.option_name}”.", error.option_name, names)
    if isinstance(error, click.exceptions.NoSuchCommand):
        names = ctx.command.list_commands(ctx) if ctx and isinstance(ctx.command, click.Group) else []
        message = f"Không có lệnh “{error.command_name}”. Các lệnh: {', '.join(names)}."
        return with_nearest(message, error.command_name, names)
    if isinstance(error, click.BadOptionUsage):
        params = ctx.command.params if ctx else []
        is_flag = any(isinstance(p, click.Option) and p.is_flag and error.option_name in p.opts for p in params)
        return f"Tùy chọn “{error.option_name}” {'không nhận giá trị' if is_flag else 'cần một giá trị'}."
    if isinstance(error, click.MissingParameter):
        return f"Thiếu {_name_of(error.param) if error.param else error.message}."
    if isinstance(error, click.BadParameter):
        hint = error.param_hint or (_name_of(error.param, ctx) if error.param else "")
        return f"{hint}: {error.message}"
    return error.message


def _name_of(param: click.Parameter, ctx: click.Context | None = None) -> str:
    """Return what the person typed or set: the option, the argument, or the environment variable."""
    source = ctx.get_parameter_source(param.name) if ctx and param.name else None
    if source is click.core.ParameterSource.ENVIRONMENT:
        return str(param.envvar)
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


class Value(click.ParamType[ValueT]):
    """A value read by one of the readers of records, which refuse in Vietnamese and with the cure."""

    def __init__(self, name: str, read: Callable[[str], ValueT]) -> None:
        self.name = name
        self._read = read

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> ValueT:
        """Return the value that the text gives, or refuse."""
        try:
            return self._read(value)
        except ValueError as refusal:
            from pydantic_core import PydanticCustomError

            if not isinstance(refusal, PydanticCustomError):
                raise
            words = refusal.context or {}
            self.fail(" ".join(filter(None, (words["found"], words["expected"], words["cure"]))), param, ctx)


class Choice(click.Choice[str]):
    """One of a few words, refused in Vietnamese."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, or refuse."""
        if value in self.choices:
            return str(value)
        message = f"Không có “{value}”. Dùng: {', '.join(self.choices)}."
        self.fail(with_nearest(message, value, self.choices), param, ctx)


def _read_folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise click.BadParameter(f"Không có thư mục “{text}”. Chỉ ra thư mục gốc của kho dữ liệu.")
    return Path(text)


def _read_shift(text: str) -> int:
    """Return a number of days with its sign; the minus may be the typographic one."""
    matched = re.fullmatch(r"([+-]?)([0-9]{1,6})", text.replace("\N{MINUS SIGN}", "-"))
    if not matched:
        raise click.BadParameter(f"“{text}” không phải là một số ngày. Viết như 7 (sau) hoặc -5 (trước).")
    return -int(matched[2]) if matched[1] == "-" else int(matched[2])


def _read_address(text: str) -> str:
    matched = re.fullmatch(r"\S+:([0-9]{1,5})", text)
    if not matched or int(matched[1]) > _LAST_PORT:
        raise click.BadParameter(f"“{text}” không phải là máy và cổng. Viết như 127.0.0.1:8000.")
    return text


def _read_day(text: str) -> date:
    from ktgs.records.days import NoDay, day_in

    if not isinstance(found := day_in(text), NoDay):
        return found
    from ktgs.records.values import read_day  # which refuses it in its words

    return read_day(text)


def _read_count(text: str) -> int:
    from ktgs.records.values import read_count

    return read_count(text)


def _read_month(text: str) -> Month:
    from ktgs.records.values import read_month

    return read_month(text)


def _read_id(text: str) -> str:
    from ktgs.records.ids import read_id

    return read_id(text)


DAY = Value("NGÀY", _read_day)
COUNT = Value("N", _read_count)
ID = Value("MÃ", _read_id)
MONTH = Value("THÁNG", _read_month)
SHIFT = Value("±N", _read_shift)
FOLDER = Value("THƯ MỤC", _read_folder)
ADDRESS = Value("MÁY:CỔNG", _read_address)
