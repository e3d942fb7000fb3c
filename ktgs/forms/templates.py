"""One template a record kind: needed lines to fill in, optional ones as comments, the words allowed, an example.

All of it follows from the declarations in `records/`. A draft is a template in which what is known stands already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ktgs.forms.writing import text_of
from ktgs.language.text import first_upper
from ktgs.language.vocabulary import SUB_UNIT
from ktgs.obligations.wanted import Wanted
from ktgs.records.adjustment import ALL
from ktgs.records.base import FileRecord, MarkdownRecord, Record, family
from ktgs.records.ids import EXAMPLES
from ktgs.records.schema import Field, schema
from ktgs.repository.repository import Repository
from ktgs.writing.printing import one_line

Known = Mapping[str, Any]  # values by the English names of fields: one, a list, mappings for what a record holds

SUB_UNITS = "đơn vị trực thuộc"  # where no unit says what its own are called
PATH_WORDS = {
    "year": "năm",
    "plan": "mã kế hoạch",
    "month": "năm-tháng",
    "id": "mã",
}  # what stands for the parts of a path
_OPTIONAL = ("", "# Không bắt buộc: cần dòng nào thì xóa dấu # ở đầu dòng ấy.")
_PRIVATE = "; chỉ ghi khi kho dữ liệu là nội bộ"
_BODY_BELOW = "# Lời văn, nếu có, viết dưới dòng --- sau đây."


class Draft(NamedTuple):
    """A file to be: where it belongs, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What all lines of one file share. `is_whole`: optional lines are there as comments, too."""

    root: type[FileRecord]
    sub_unit: str
    is_whole: bool

    def shown(self, text: str) -> str:
        """Return a key with the word for sub-units."""
        return text.replace(SUB_UNIT, self.sub_unit)


def template(kind: type[FileRecord], sub_unit: str = SUB_UNITS) -> str:
    """Return the blank template of a record kind. `sub_unit` is what the organization calls the sub-units of units."""
    named = {part: f"<{words}>" for part, words in PATH_WORDS.items()}
    head = f"# {kind.record_title}: data/{kind.path.format(**named)}"
    return _file(_Sheet(kind, sub_unit, is_whole=True), head, {})


def filled(
    kind: type[FileRecord],
    parts: Mapping[str, str],
    known: Known,
    *,
    about: str = "",
    sub_unit: str = SUB_UNITS,
    is_whole: bool = False,
) -> Draft:
    """Return the draft of a file: what is known filled in, what is needed beside it blank, the rest only named.

    `parts` are the named parts of its path. A field that is known as None is blank, though it may be optional.
    `is_whole`: what is optional stands there as comments. Refuses (KeyError) a part or a field that the kind has not.
    """
    path = f"data/{kind.path.format(**parts)}"
    head = f"# {about or kind.record_title}"
    return Draft(path, _file(_Sheet(kind, sub_unit, is_whole), head, known))


def draft(repository: Repository, wanted: Wanted, *, is_whole: bool = False) -> Draft:
    """Return the draft of the file that would meet a debt, with the word that its unit has for sub-units."""
    unit, organization = repository.units.get(wanted.unit or ""), repository.organization
    words = (organization.sub_unit_word(unit.kind) if unit else "", *organization.sub_unit_words, SUB_UNITS)
    return filled(
        wanted.kind,
        wanted.parts,
        wanted.known,
        about=wanted.about,
        sub_unit=next(filter(None, words)),
        is_whole=is_whole,
    )


def _file(sheet: _Sheet, head: str, known: Known) -> str:
    lines = [head, *_mapping(sheet.root, known, sheet)]
    if not sheet.is_whole and (others := _named(sheet, known)):
        lines.append(f"# Có thể thêm: {'; '.join(others)}.")
    if issubclass(sheet.root, MarkdownRecord):
        lines = ["---", *lines, _BODY_BELOW, "---"]
    return "\n".join(lines) + "\n"


def _named(sheet: _Sheet, known: Known) -> list[str]:
    """Return the keys of the optional public fields that a draft leaves out."""
    _, rest = _parted(sheet.root, _with_own_word(sheet.root, known, sheet))
    return [sheet.shown(field.key) for field in rest if field.is_public]


def own_word(root: type[FileRecord], kind: type[Record], field: Field) -> str:
    """Return the only word that a field may have in files of a kind, as reports are told apart; empty for the rest."""
    if kind is not root or family(root) is root or not field.form.words:
        return ""
    words = getattr(kind.model_fields[field.name].annotation, "__members__", {})
    return str(words[root.record_kind]) if root.record_kind in words else ""


def _with_own_word(kind: type[Record], known: Known, sheet: _Sheet) -> Known:
    own = {field.name: own_word(sheet.root, kind, field) for field in schema(kind).fields.values()}
    return {**{name: word for name, word in own.items() if word}, **known}


def _parted(kind: type[Record], known: Known) -> tuple[list[Field], list[Field]]:
    """Return the fields that are needed or known, and the others; of alternatives the first, unless one is known."""
    fields = [field for field in schema(kind).fields.values() if field.key]
    unknown = set(known) - {field.name for field in fields}
    if unknown:
        raise KeyError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    wanted = {field.name for field in fields if field.is_required} | set(known)
    alternatives = kind.alternatives
    if alternatives and not any(wanted >= set(names) for names in alternatives):
        wanted |= set(alternatives[0])
    wanted = wanted or {fields[0].name}  # a file of comments alone holds nothing
    needed = [field for field in fields if field.name in wanted]
    return needed, [field for field in fields if field.name not in wanted]


def _mapping(kind: type[Record], known: Known, sheet: _Sheet) -> Iterator[str]:
    """Yield the lines of a mapping: what is needed or known, then what is optional as comments."""
    known = _with_own_word(kind, known, sheet)
    needed, rest = _parted(kind, known)
    for field in needed:
        yield from _field(field, known.get(field.name), sheet)
    if sheet.is_whole and rest:
        yield from _OPTIONAL if kind is sheet.root else _OPTIONAL[1:]
        for field in rest:
            yield from map(_commented, _all_of(field, sheet))


def _commented(line: str) -> str:
    return f"#{line}" if line.startswith("#") else f"# {line}"


def _all_of(field: Field, sheet: _Sheet) -> Iterator[str]:
    """Yield the lines of an optional field with all that it may hold."""
    yield f"# {_hint(field, sheet)}"
    if field.child is None:
        yield from _plain(field, None, sheet)
        return
    yield f"{sheet.shown(field.key)}:"
    inner = (line for of in schema(field.child).fields.values() if of.key for line in _all_of(of, sheet))
    yield from _indented(inner, is_item=field.is_many)


def _field(field: Field, value: Any, sheet: _Sheet) -> Iterator[str]:
    if value is None:
        yield f"# {_hint(field, sheet)}"
    if field.child is None or (field.is_many and value is not None and not value):
        yield from _plain(field, value, sheet)
        return
    yield f"{sheet.shown(field.key)}:"
    for item in (value or [{}]) if field.is_many else [value or {}]:
        yield from _indented(_mapping(field.child, item, sheet), is_item=field.is_many)


def _plain(field: Field, value: Any, sheet: _Sheet) -> Iterator[str]:
    """Yield the lines of a field of single values: after its colon, or each behind a dash."""
    key = sheet.shown(field.key)
    if value is None:
        yield from (f"{key}:", "  - ") if field.is_many else (f"{key}: ",)
    elif field.is_many and not value:
        yield f"{key}: []"
    elif field.is_many and value != ALL:
        yield f"{key}:"
        yield from (f"  - {one_line(text_of(item, sheet.root))}" for item in value)
    else:
        only = value[0] if field.is_many else value
        yield f"{key}: {one_line(text_of(only, sheet.root))}"


def _indented(lines: Iterable[str], *, is_item: bool) -> Iterator[str]:
    """Yield the lines of a mapping below its key; of an item of a list the first key stands behind a dash."""
    lead = "  - " if is_item else "  "
    for line in lines:
        if line.startswith("#"):
            yield ("  " if lead == "  - " or not is_item else "    ") + line
        else:
            yield lead + line
            lead = "    " if is_item else "  "


def _hint(field: Field, sheet: _Sheet) -> str:
    """Return in plain words what belongs there: its meaning, the words allowed, an example."""
    words = first_upper(sheet.shown(field.about)) + ("" if field.is_public else _PRIVATE)
    if field.form.words:
        return f"{words}; dùng: {', '.join(field.form.words)}"
    also = f", hoặc “{field.form.also}”" if field.form.also else ""
    example = example_of(field, sheet.root)
    return f"{words}; ví dụ {example}{also}" if example and "ví dụ" not in words else words + also


def example_of(field: Field, root: type[FileRecord]) -> str:
    """Return what a value may look like in a file of a kind, empty for free text."""
    if field.form.example:
        return field.form.example
    return text_of(EXAMPLES[field.refers_to.kind], root) if field.refers_to else ""
