"""What `ktgs init` does: gathers answers, reads what they make before anything is written, writes, says what next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from ktgs.command.answering import Asking, Values, by_id, pairs
from ktgs.command.asking import choose_today
from ktgs.examining import reporters
from ktgs.examining.pipeline import examine, has_errors
from ktgs.language.text import slug
from ktgs.records.organization import BodyRole, DataRepository, UnitKind
from ktgs.records.person import Person
from ktgs.records.plan import Plan
from ktgs.records.unit import Unit
from ktgs.starting.new_repository import Answers, repository_files
from ktgs.starting.program import FORMS, read_program
from ktgs.writing.saving import save

_QUESTIONS = {
    "name": "tên đầy đủ của tổ chức",
    "symbol": "ký hiệu trên văn bản",
    "superior": "tổ chức cấp trên trực tiếp",
    "place": "địa danh, nơi ban hành văn bản",
    "office": "cơ quan giữ vai trò văn phòng",
    "standing": "cơ quan giữ vai trò thường trực",
}
_OF_PLAN = ("issued_on", "subject_line", "starts_on", "ends_on", "signatory")
_POSITION = ("cơ quan", "chức danh")


@dataclass(frozen=True)
class Given:
    """What the command line gives; what is missing is asked for."""

    name: str | None
    symbol: str | None
    superior: str | None
    place: str | None
    office: str | None
    standing: str | None
    kinds: Sequence[str]
    units: Sequence[str]
    people: Sequence[str]
    plan: str | None
    terms: Sequence[str]
    activities: Sequence[str]
    program: str | None
    is_public: bool


def refuse_what_is_not_empty(folder: Path) -> None:
    """Refuse a folder in which something lies already, but for the repository that git keeps."""
    if folder.exists() and (not folder.is_dir() or any(path.name != ".git" for path in folder.iterdir())):
        raise click.UsageError(f"“{folder}” đã có nội dung. Chọn một thư mục mới hoặc còn trống.")


def answers(given: Given, *, is_silent: bool) -> Answers:
    """Return the answers: those given, and those asked for; refuse what no record could hold."""
    asking = Asking(is_silent=is_silent)
    named = {key: asking.one(words, getattr(given, key), f"--{key}") for key, words in _QUESTIONS.items()}
    organization = _organization(named, _kinds(given, asking), given.is_public)
    plan = _plan(given, asking)
    program = read_program(asking.one(f"nơi lấy phần mềm, {FORMS}", given.program, "--program"))
    if program is None:
        raise click.UsageError(f"--program phải nêu đúng một bản: {FORMS}")
    return Answers(
        organization=organization,
        plan_id=slug(plan.get("số ký hiệu", "")) or slug(f"ke hoach {plan['từ']}"),
        plan=plan,
        units=by_id((pairs(Unit, text, ("mã",)) for text in given.units), "tên"),
        people=by_id((_person(text) for text in given.people), "họ tên"),
        program=program,
    )


def _kinds(given: Given, asking: Asking) -> list[Values]:
    if given.kinds:
        return [pairs(UnitKind, text) for text in given.kinds]
    name = asking.one("loại đơn vị, ví dụ trường", None, "--kind")
    sub_unit = asking.one("đơn vị trực thuộc của loại ấy gọi là gì (không có thì để trống)", None, "--kind", "")
    return [{"tên": name, "đơn vị trực thuộc": sub_unit}]


def _organization(named: Mapping[str, str], kinds: list[Values], is_public: bool) -> Values:
    bodies = {slug(name): name for name in (named["office"], named["standing"])}
    roles = ((BodyRole.office, named["office"]), (BodyRole.standing, named["standing"]))
    return {
        "mã": slug(named["name"]),
        "tên": named["name"],
        "cấp trên": named["superior"],
        "ký hiệu": named["symbol"],
        "địa danh": named["place"],
        "cơ quan": [{"mã": body, "tên": name} for body, name in bodies.items()],
        "phân vai": [{"vai trò": role, "cơ quan": slug(name)} for role, name in roles],
        "loại đơn vị": kinds,
        "kho dữ liệu": DataRepository.public if is_public else DataRepository.internal,
    }


def _plan(given: Given, asking: Asking) -> Values:
    plan = pairs(Plan, given.plan or "")
    for name in () if given.plan else ("document_number", *_OF_PLAN):
        key, plan[key] = asking.field(Plan, name, "" if name == "document_number" else None)
    missing = [key for key in ("ngày ban hành", "trích yếu", "từ", "đến", "người ký") if not plan.get(key)]
    if missing:
        raise click.UsageError(f"--plan thiếu “{missing[0]}”.")
    return {**plan, "thời hạn": asking.terms(given.terms), "hoạt động": asking.activities(given.activities)}


def _person(text: str) -> Values:
    values = pairs(Person, text, ("mã", *_POSITION, "từ"))
    position = {key: values.pop(key) for key in (*_POSITION, "từ") if key in values}
    return {**values, "chức vụ": [{**position, "cơ quan": slug(str(position.get("cơ quan", "")))}]}


def write(folder: Path, made: Answers) -> str:
    """Write the repository, or return what is wrong with what the answers make; then nothing is written."""
    files = dict(repository_files(made))
    with TemporaryDirectory(prefix="ktgs-") as tried:
        for path, content in files.items():
            save(Path(tried) / path, content)
        facts = examine(Path(tried), choose_today)
    if has_errors(facts.diagnostics):
        return reporters.as_text(facts.diagnostics)
    for path, content in files.items():
        save(folder / path, content)
    return ""


def told(folder: Path) -> str:
    """Return what lies in the new repository, and what to do next."""
    return f"""Đã lập kho dữ liệu trong {folder}.

Tiếp theo:
  1. Vào thư mục ấy, chạy git init, git add . và git commit.
  2. Đọc README.md: cài phần mềm, kiểm tra, tạo trang, công bố.
  3. Dán lời văn của kế hoạch vào dưới phần khai báo của plan.md trong data/plans/.
  4. Thêm đơn vị vào data/units/, cán bộ vào data/people/; có bảng thì chạy ktgs import.
  5. Chạy ktgs check --strict, rồi ktgs due --open để xem việc đầu tiên phải làm.
"""
