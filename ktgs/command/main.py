"""The commands. Each returns its exit code: 0 fine, 1 problems found, 2 wrong use."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

import ktgs
from ktgs.command import code_owners, due_listing, explaining, explaining_files, proposing
from ktgs.command.process import lost
from ktgs.command.progress import progress
from ktgs.command.usage import (
    ADDRESS,
    COUNT,
    DAY,
    FOLDER,
    SHIFT,
    Choice,
    Group,
    Value,
    explain_error,
    quoted,
    with_nearest,
)
from ktgs.examining import reporters
from ktgs.examining.pipeline import examine, has_errors
from ktgs.examining.public_problems import problems_of
from ktgs.facts.audience import Audience
from ktgs.facts.facts import Facts, publish
from ktgs.language.diagnostics import Diagnostic, Severity
from ktgs.language.today import VARIABLE, ZONE, Today, choose
from ktgs.records.organization import Organization
from ktgs.repository.opening import link, read

_PROBLEMS = 1
_WRONG_USE = 2
_INTERRUPTED = 130  # as shells give it
_AT_SWAP, _IS_PUBLISHED = "at_swap", "is_published"  # what `build` is given and gives
_REPORTERS = {"text": reporters.as_text, "json": reporters.as_json, "github": reporters.as_github}
_HELP = click.help_option("--help", "-h", help="Hiện hướng dẫn này rồi thoát.")


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(ZONE)


def say(text: str) -> None:
    """Print the text on stdout."""
    click.echo(text, nl=False)


def _complain(text: str) -> None:
    click.echo(text, err=True)


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep an option of every command; given after the command it wins over one given before."""
    if value is not None:
        ctx.ensure_object(dict)[param.name] = value


def _common(variable: str | None = None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
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
    return lambda function: root(today(_HELP(function)))


def _command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Declare a command of the group with the options that every command takes."""
    return lambda function: commands.command(name, options_metavar="[TÙY CHỌN]")(_common()(function))


def _asked() -> dict[str, Any]:
    return click.get_current_context().ensure_object(dict)


def _root() -> Path:
    return Path(_asked().get("root", Path()))


def _asked_day() -> date | None:
    day: date | None = _asked().get("today")
    return day


def _choose(sample_as_of: date | None) -> Today:
    return choose(_asked_day(), None, sample_as_of, lambda: now().astimezone(ZONE).date())


def _examine() -> Facts:
    with progress("Đang đọc và kiểm tra dữ liệu…"):
        return examine(_root(), _choose)


@click.group(
    cls=Group,
    invoke_without_command=True,
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
    epilog="Mã thoát: 0 là ổn, 1 là có vấn đề trong dữ liệu, 2 là dùng sai lệnh.",
)
@_common(VARIABLE)
@click.version_option(ktgs.__version__, message="%(prog)s %(version)s", help="Hiện phiên bản rồi thoát.")
@click.pass_context
def commands(ctx: click.Context) -> int:
    """Theo dõi việc thực hiện kế hoạch kiểm tra, giám sát, đi cơ sở từ các tệp văn bản."""
    if ctx.invoked_subcommand is None:
        _complain(ctx.get_help())
    return _WRONG_USE


_PUBLIC = click.option(
    "--public", "is_public", is_flag=True, help="Chỉ in những gì công khai được, cho nhật ký mà ai cũng xem được."
)


def _audience(is_public: bool) -> Audience:
    return Audience.public if is_public else Audience.internal


@_command("check")
@click.option("--format", "form", type=Choice(tuple(_REPORTERS)), default="text", help="Dạng kết quả (mặc định: text).")
@click.option("--strict", is_flag=True, help="Coi cảnh báo như lỗi.")
@_PUBLIC
@click.option(
    "--against", metavar="GỐC", help="Chỉ in những gì mới so với một phiên bản trong git; mã thoát vẫn tính đủ."
)
@click.option("--staged", is_flag=True, help="Kiểm tra nội dung sắp ghi vào git (đã git add), không phải tệp trên đĩa.")
def check(form: str, strict: bool, is_public: bool, against: str | None, staged: bool) -> int:
    """Kiểm tra dữ liệu: mọi lỗi, cảnh báo, kèm chỗ và cách sửa."""
    if staged and (against or is_public):
        raise click.UsageError("--staged không dùng cùng --against hay --public.")
    if against:
        facts, diagnostics, told = proposing.new_against(_root(), against, _choose, _audience(is_public))
    elif staged:
        facts, diagnostics = proposing.of_staged(_root(), _choose)
        told = diagnostics
    else:
        facts = _examine()
        told = diagnostics = problems_of(publish(facts)) if is_public else facts.diagnostics
    say("Không có gì mới.\n" if against and not told and form != "json" else _REPORTERS[form](told))
    if old := [item for item in diagnostics if item not in told]:
        _complain(f"Có từ trước nên không in: {reporters.summary(old)} Xem đủ: ktgs check.")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        _append(Path(summary), diagnostics)
    is_refused = has_errors(facts) or (strict and any(item.severity is Severity.warning for item in diagnostics))
    return _PROBLEMS if is_refused else 0


def _append(path: Path, diagnostics: tuple[Diagnostic, ...]) -> None:
    try:
        with path.open("a", encoding="utf-8") as stream:
            stream.write(reporters.as_markdown(diagnostics))
    except OSError as error:
        _complain(f"Không ghi được bản tóm tắt vào {path}: {error.strerror}.")


@_command("diff")
@click.argument("base", metavar="GỐC")
@click.argument("head", required=False, metavar="[MỚI]")
@click.option(
    "--format", "form", type=Choice(tuple(proposing.REPORTERS)), default="text", help="Dạng kết quả (mặc định: text)."
)
@_PUBLIC
def diff(base: str, head: str | None, form: str, is_public: bool) -> int:
    """Kể lại thay đổi của dữ liệu so với một phiên bản trong git.

    Cho biết tệp nào thêm, sửa, xóa; buổi nào mới, dời, hủy, hay bị đổi ngày mà không ghi dời; quyết định có tác dụng
    với việc nào; việc nào đổi trạng thái. GỐC, MỚI là nhánh, thẻ hoặc mã phiên bản; không ghi MỚI thì so với các tệp
    trên đĩa.

    Ví dụ: ktgs diff main; ktgs diff HEAD~1 HEAD
    """
    say(proposing.difference(_root(), base, head, _choose, form, _audience(is_public)))
    return 0


@_command("codeowners")
@click.option("--check", "is_check", is_flag=True, help="Không viết, chỉ cho biết tệp có đúng không (mã thoát 1: sai).")
def codeowners(is_check: bool) -> int:
    """Viết .github/CODEOWNERS từ “tài khoản” của “phân vai”, để máy chủ mời đúng người duyệt đề xuất."""
    loaded, _ = read(_root())
    organization = next((record for record in loaded.records if isinstance(record, Organization)), None)
    if organization is None:
        _complain("Không đọc được data/organization.yml. Chạy ktgs check để xem lỗi.")
        return _PROBLEMS
    if not is_check:
        say(f"{code_owners.write(_root(), organization)}\n")
        return 0
    if code_owners.is_right(_root(), organization):
        return 0
    _complain(f"{code_owners.FILE} không khớp data/organization.yml. Chạy: ktgs codeowners.")
    return _PROBLEMS


@_command("build")
@click.option(
    "--site",
    type=Value("THƯ MỤC", Path),
    help="Thư mục chứa trang (mặc định: theo mkdocs.yml, thường là site; trang nội bộ: site-internal).",
)
@click.option("--keep-going", is_flag=True, help="Dữ liệu có lỗi vẫn tạo phần còn đúng, và nói rõ trên trang.")
@click.option("--internal", is_flag=True, help="Tạo trang nội bộ, cho người được đọc kho; không được công bố.")
def build(site: Path | None, keep_going: bool, internal: bool) -> int:
    """Tạo trang: thay cả trang cũ, hoặc giữ nguyên nếu có lỗi."""
    from ktgs.mkdocs_plugin import build as build_site

    with progress("Đang tạo trang…"):
        audience = Audience.internal if internal else Audience.public
        code = build_site(_root(), site, keep_going, _asked_day(), _asked()[_AT_SWAP], audience)
    _asked()[_IS_PUBLISHED] = code == 0
    return code


@_command("serve")
@click.option("--address", type=ADDRESS, default="127.0.0.1:8000", help="Địa chỉ (mặc định: 127.0.0.1:8000).")
@click.option("--public", "is_public", is_flag=True, help="Xem trang công khai (mặc định: trang nội bộ).")
def serve(address: str, is_public: bool) -> int:
    """Xem trang nội bộ trên máy này; trang tự cập nhật khi tệp thay đổi."""
    from ktgs.mkdocs_plugin import serve as serve_site

    return serve_site(_root(), _asked_day(), address, Audience.public if is_public else Audience.internal)


@_command("due")
@click.option(
    "--open", "is_open", is_flag=True, help="Chỉ việc còn làm được: bỏ việc đã xong và việc không thể làm nữa."
)
@click.option("--within", type=COUNT, help="Chỉ việc chưa xong đã quá hạn hoặc đến hạn trong N ngày tới.")
@click.option("--unit", metavar="ĐƠN VỊ", help="Chỉ việc của hoặc về một đơn vị (mã hoặc tên).")
@click.option("--person", metavar="CÁN BỘ", help="Chỉ việc của một cán bộ (mã hoặc họ tên).")
@click.option("--state", metavar="TRẠNG THÁI", help="Chỉ việc ở một trạng thái, ví dụ “quá hạn” hoặc overdue.")
@click.option(
    "--format", "form", type=Choice(("text", "json", "csv")), default="text", help="Dạng kết quả (mặc định: text)."
)
def due(is_open: bool, within: int | None, unit: str | None, person: str | None, state: str | None, form: str) -> int:
    """Liệt kê việc phải làm, theo người và đơn vị phải làm."""
    wanted = None if state is None else due_listing.find_state(state)
    facts = _examine()
    items = due_listing.choose(
        facts,
        is_open=is_open,
        within=within,
        unit=None if unit is None else due_listing.find_unit(facts, unit),
        person=None if person is None else due_listing.find_person(facts, person),
        state=wanted,
    )
    if form == "text":
        say(due_listing.as_text(facts, items))
    else:
        say(due_listing.as_json(items) if form == "json" else due_listing.as_csv(items))
    if not has_errors(facts):
        return 0
    _complain(f"Dữ liệu có lỗi nên danh sách có thể thiếu: {reporters.summary(facts.diagnostics)} Xem: ktgs check.")
    return _PROBLEMS


@_command("days")
@click.argument("day", type=DAY, metavar="NGÀY")
@click.argument("shift", type=SHIFT, metavar="±N")
def days(day: date, shift: int) -> int:
    """Đếm N ngày làm việc sau NGÀY (-N: trước NGÀY), kèm cách đếm.

    Ví dụ: ktgs days 11/05/2020 -5
    """
    with progress("Đang đọc lịch ngày nghỉ…"):
        loaded, _ = read(_root())
        calendar = link(loaded, _choose(loaded.sample_as_of))[0].calendar
    counted = explaining.count_days(day, shift, calendar)
    say("\n".join(map(explaining.days_text, counted)))
    if all(deadline.on for deadline in counted):
        return 0
    _complain("Thêm hoặc sửa tệp của năm đó trong data/calendar rồi chạy ktgs check.")
    return _PROBLEMS


days.context_settings["ignore_unknown_options"] = True  # -5 is a number here


@_command("explain")
@click.argument("asked", nargs=-1, required=True, metavar="MÃ, VIỆC HOẶC TỆP")
def explain(asked: tuple[str, ...]) -> int:
    """Giải thích một mã lỗi, một việc, một số liệu hay một tệp dữ liệu.

    Với một tệp: tệp là gì, có lỗi gì, việc nào dựa vào tệp; với một điều chỉnh: nó dời, miễn những việc nào, không có
    tác dụng với việc nào và vì sao.

    Ví dụ: ktgs explain S203; ktgs explain gửi lịch sinh hoạt; ktgs explain data/units/doan-so-a.yml
    """
    words = " ".join(asked)
    if explaining_files.looks_like_a_file(words):
        file = explaining_files.find_file(_root(), words)
        say(explaining_files.file_text(_examine(), file))
        return 0
    text = explaining.explain(words)
    if text is None:
        raise click.UsageError(
            with_nearest(f"Không có mã, việc hay số liệu {quoted([words])}.", words, explaining.explanations())
        )
    say(text)
    return 0


def main(arguments: list[str] | None = None, at_swap: Callable[[], None] = lambda: None) -> int:
    """Run the command line (that of the process without arguments) and return the exit code.

    `at_swap` is called just before a new site takes the old one's place; then the site counts, not what is printed.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    asked: dict[str, Any] = {_AT_SWAP: at_swap}
    code = _run(arguments, asked)
    if why := lost(sys.stdout):
        _complain(f"Không in được hết kết quả: {why}.")
        return code if asked.get(_IS_PUBLISHED) else code or _PROBLEMS
    return code


def _run(arguments: list[str] | None, asked: dict[str, Any]) -> int:
    try:
        return int(commands.main(arguments, prog_name="ktgs", standalone_mode=False, obj=asked))
    except click.UsageError as error:
        _complain(f"Lỗi: {explain_error(error)}")
        _complain(f"Xem cách dùng: {error.ctx.command_path if error.ctx else 'ktgs'} --help")
        return _WRONG_USE
    except click.Abort:
        _complain("Đã dừng.")
        return _INTERRUPTED
