"""What `ktgs import` does and prints: which importer, whom to ask, the difference, the answer in words."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from ktgs.command.usage import with_nearest
from ktgs.intake.applying import Text, texts, write
from ktgs.intake.files import import_bytes, import_sheets
from ktgs.intake.forms import NAME, kind_of_form, sheets_of
from ktgs.intake.job import Ask, Importer, Job
from ktgs.language.scanning import modules
from ktgs.language.text import first_upper, join_words, slug, vi_number
from ktgs.repository.repository import Repository
from ktgs.tables.cells import LARGEST, Spot, TableRefused
from ktgs.tables.columns import Headers
from ktgs.tables.texts import decoded
from ktgs.tables.values import CellProblem

__all__ = ["NAME", "Job", "write"]
STDIN = "-"
_TOLD = 20  # problems of a table that is refused in whole


@dataclass(frozen=True)
class Result:
    """What an import came to: the texts of the files, what could not be read, remarks, how much was there already."""

    made: tuple[Text, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    remarks: tuple[str, ...] = ()
    same: int = 0


def importers() -> dict[str, Importer]:
    """Return every importer by its name in the command."""
    every = (module.IMPORTER for module in modules("ktgs.importers"))
    return {one.name: one for one in sorted(every, key=lambda one: one.name)}


def find_importer(asked: str | None) -> Importer:
    """Return the importer asked for by its name or title, marks or not; refuse any other."""
    known = importers()
    if asked is None:
        raise click.UsageError(f"Thiếu --as. Dùng: {', '.join([*known, NAME])}.")
    found = next((one for one in known.values() if slug(asked) in (one.name, slug(one.title))), None)
    if found is None:
        message = f"Không có loại bảng “{asked}”. Dùng: {', '.join(known)}."
        raise click.BadParameter(with_nearest(message, asked, known), param_hint="--as")
    return found


def require_plan(repository: Repository, plan: str | None) -> None:
    """Refuse a plan asked for that is not there."""
    if plan is not None and plan not in repository.plans:
        message = f"Không có kế hoạch “{plan}”. Hiện có: {', '.join(sorted(repository.plans))}."
        raise click.BadParameter(message, param_hint="--plan")


def read_file(name: str) -> bytes:
    """Return the bytes of a file, or of what is pasted into the terminal for `-`; refuse what cannot be read."""
    try:
        if name == STDIN:
            return sys.stdin.buffer.read(LARGEST + 1)
        with Path(name).open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise click.BadParameter(f"Không đọc được “{name}”: {error.strerror}.", param_hint="TỆP") from error


def ask_at_terminal(question: str, options: tuple[str, ...]) -> int | None:
    """Return which answer somebody at the terminal gives, None for none of them."""
    click.echo(question, err=True)
    for number, option in enumerate(options, 1):
        click.echo(f"  {number}. {option}", err=True)
    while True:
        answer = click.prompt("Số (Enter: bỏ qua)", default="", show_default=False, err=True).strip()
        if not answer:
            return None
        if answer.isdecimal() and 1 <= int(answer) <= len(options):
            return int(answer) - 1


def nobody(question: str, options: tuple[str, ...]) -> None:
    """Return no answer: nobody is asked."""


def asking(is_silent: bool) -> Ask:
    """Return whom to ask: the person at the terminal, nobody where there is none or none is wanted."""
    return ask_at_terminal if not is_silent and sys.stdin.isatty() else nobody


def run(root: Path, importer: Importer, data: bytes, job: Job) -> Result:
    """Return what importing the bytes would write under `root`; a file that holds no such table is a problem."""
    try:
        import_bytes(importer, job, data)
    except TableRefused as refusal:
        return _refused(job, refusal)
    return result_of(root, job)


def run_form(root: Path, data: bytes, job: Job) -> Result:
    """Return what an issue's body, which a form has made, would write under `root`."""
    try:
        body = decoded(data)
        importer = importers()[kind_of_form(body)]
        import_sheets(importer, job, sheets_of(body, Headers(importer.columns(job.repository))))
    except TableRefused as refusal:
        return _refused(job, refusal)
    return result_of(root, job)


def _refused(job: Job, refusal: TableRefused) -> Result:
    """Return that nothing is written, and why: the reason first, then the first problems met."""
    return Result(
        problems=(CellProblem(Spot(), str(refusal)), *job.reading.problems[:_TOLD]), remarks=tuple(job.remarks)
    )


def result_of(root: Path, job: Job) -> Result:
    """Return what the job would write under `root`."""
    outcome = job.outcome()
    made, refused = texts(root, outcome, job.repository.organization.sub_unit_words)
    return Result(made, (*outcome.problems, *refused), outcome.remarks, outcome.same)


def as_difference(result: Result) -> str:
    """Return what would be written, line by line, with what could not be read."""
    lines = []
    for text in result.made:
        lines += [f"{_sign(text)}: {text.record.title}", f"  {text.record.file}"]
        lines += [f"  {line}" for line in text.difference()] + [""]
    return "\n".join([*lines, *_rest(result), _summary(result, "Chưa ghi gì. Sẽ ghi: ")]) + "\n"


def as_text(result: Result) -> str:
    """Return what was written and understood, with what could not be read."""
    lines = []
    for text in result.made:
        lines += [f"{_sign(text)}: {text.record.title}", f"  {text.record.file}"]
        lines += [f"  - {told}" for told in text.record.told] + [""]
    return (
        "\n".join(
            [
                *lines,
                *_rest(result),
                _summary(result, "Đã ghi: ") + (" Kiểm tra lại: ktgs check." if result.made else ""),
            ]
        )
        + "\n"
    )


def as_answer(result: Result) -> str:
    """Return Markdown for whoever sent a form: what was understood and what not.

    What came from outside stands in a code block, where it can be no link, mention or command.
    """
    lines = [f"- {text.record.title}: {told}" for text in result.made for told in text.record.told]
    parts = [
        ("Đã hiểu và ghi vào đề xuất:", lines),
        ("Chưa hiểu, nên chưa ghi:", [f"- {problem}" for problem in result.problems]),
        ("Lưu ý:", [f"- {remark}" for remark in result.remarks]),
    ]
    blocks = [f"{title}\n\n```text\n{_fenced(told)}\n```\n" for title, told in parts if told]
    if not lines:
        same = " Những gì phiếu gửi đã có trong dữ liệu." if result.same and not result.problems else ""
        blocks.insert(0, f"Chưa có gì để ghi từ phiếu này.{same}\n")
    if result.problems:
        blocks.append("Sửa phiếu này (nút “Edit” hoặc “Sửa”) rồi lưu; phiếu sẽ được đọc lại.\n")
    return "\n".join(blocks)


def write_answer(path: Path, result: Result) -> None:
    """Write the answer to a file; refuse a path that cannot be written."""
    try:
        path.write_text(as_answer(result), encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.BadParameter(f"Không ghi được “{path}”: {error.strerror}.", param_hint="--answer") from error


def _fenced(lines: list[str]) -> str:
    return "\n".join(" ".join(line.replace("`", "'").split()) for line in lines)


def _sign(text: Text) -> str:
    return "Mới" if text.before is None else "Sửa"


def _rest(result: Result) -> list[str]:
    problems = ["Chưa đọc được:", *(f"  - {problem}" for problem in result.problems), ""] if result.problems else []
    remarks = ["Lưu ý:", *(f"  - {remark}" for remark in result.remarks), ""] if result.remarks else []
    return [*problems, *remarks]


def _summary(result: Result, begin: str) -> str:
    """Return one sentence on how much is new, changed, as it was, and not read."""
    new = sum(text.before is None for text in result.made)
    counts = (
        (new, "bản ghi mới"),
        (len(result.made) - new, "bản ghi sửa"),
        (result.same, "bản ghi đã có đúng như vậy"),
    )
    told = join_words([f"{vi_number(number)} {what}" for number, what in counts if number])
    left = f"; {vi_number(len(result.problems))} chỗ chưa đọc được" if result.problems else ""
    return f"{begin}{told}{left}." if result.made else f"{first_upper(told or 'không có gì để ghi')}{left}."
