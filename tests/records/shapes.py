"""Minimal texts of every kind of file, made from the record classes, with the place of every key and value in them."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from ktgs.language.months import Month
from ktgs.language.vocabulary import SUB_UNIT
from ktgs.records.adjustment import Adjustment
from ktgs.records.base import FileRecord, Record
from ktgs.records.finding import Finding
from ktgs.records.keys import Key
from ktgs.records.loading import record_kinds
from ktgs.records.plan import Activity
from ktgs.records.report import Report, ReportKind, VisitReport
from ktgs.records.values import Account, DocumentNumber, Reader

Path = tuple[str | int, ...]

WORDS = ("chi đoàn",)  # what the organization of these files calls sub-units

# Keys that are optional one by one and required together: a period, a meeting, what an adjustment is about.
TOGETHER: dict[type[Record], tuple[str, ...]] = {
    Activity: ("từ", "đến"),
    VisitReport: ("buổi",),
    Adjustment: ("hoạt động",),
}

# What a field of each type may hold, what it may not, and the code that says so.
VALUES: dict[type, tuple[str, str, str]] = {
    date: ("20/03/2020", "30/02/2020", "S201"),
    time: ("8h30", "25:00", "S202"),
    Month: ("03/2020", "13/2020", "S205"),
    int: ("5", "1.5", "S206"),
    bool: ("có", "yes", "S207"),
    DocumentNumber: ("46 - KH/ĐTN", "Kế hoạch 46", "S208"),
    Account: ("to-chuc/van-phong", "Sở A", "S210"),
    str: ("x1", "Sở A", "S209"),  # ids; other text may be anything
    Key: ("x1", "Sở A", "S209"),  # references
}


def key_of(info: FieldInfo) -> str:
    """Return the key of a field as a file of this organization gives it."""
    return str(info.alias).replace(SUB_UNIT, WORDS[0])


class Pairs(list[tuple[str, Any]]):
    """A mapping as it is written, so that a key may stand twice."""


class Empty:
    """The value of a key after whose colon nothing stands."""


@dataclass(frozen=True)
class Leaf:
    """What a field holds: text of a type, a record, or a list of either."""

    type: Any
    is_read: bool  # by a reader of its own, so that not every text will do
    is_list: bool
    is_list_or_text: bool

    @property
    def record(self) -> type[Record] | None:
        """The record class that the field holds, None for text."""
        return self.type if issubclass(self.type, Record) else None

    @property
    def values(self) -> tuple[str, str, str]:
        """What the field may hold, what it may not, the code that says so; any key of a thing is one kind of text."""
        return VALUES[Key if issubclass(self.type, Key) else self.type]


def leaf(info: FieldInfo) -> Leaf:
    """Return what a field holds, worked out from its annotation."""
    metadata: list[Any] = list(info.metadata)
    annotation, is_list = _unwrapped(info.annotation, metadata), False
    if get_origin(annotation) is tuple:
        is_list, metadata_of_list = True, metadata
        metadata = []
        annotation = _unwrapped(get_args(annotation)[0], metadata)
        lenient = any(type(item).__name__ in ("BeforeValidator", "WrapValidator") for item in metadata_of_list)
    else:
        lenient = False
    return Leaf(annotation, any(isinstance(item, Reader) for item in metadata), is_list, lenient)


def _unwrapped(annotation: Any, metadata: list[Any]) -> Any:
    """Return the plain type inside `Annotated` and `| None`, adding what was declared on the way to `metadata`."""
    if get_origin(annotation) is Annotated:
        inner, *declared = get_args(annotation)
        metadata.extend(declared)
        return _unwrapped(inner, metadata)
    if get_origin(annotation) in (Union, types.UnionType):
        parts = get_args(annotation)  # of a month or an activity the activity: what is no month is read as one
        keys = [part for part in parts if isinstance(part, type) and issubclass(part, Key)]
        return _unwrapped((*keys, *parts)[0], metadata)
    return annotation


def valid(info: FieldInfo, root: type[FileRecord]) -> Any:
    """Return a value that the field takes."""
    what = leaf(info)
    if what.record:
        value: Any = minimal(what.record, root)
    elif what.type is ReportKind:
        value = ReportKind[root.record_kind].value
    elif issubclass(what.type, Enum):
        value = next(iter(what.type)).value
    else:
        value = what.values[0]
    return [value] if what.is_list else value


def required(kind: type[Record], root: type[FileRecord]) -> tuple[str, ...]:
    """Return the keys that a mapping of the class must have in a file of the kind `root`."""
    names_unit = issubclass(kind, Finding) and issubclass(root, Report) and root is not VisitReport
    keys = (*TOGETHER.get(kind, ()), *(("đơn vị",) if names_unit else ()))
    return tuple(key_of(info) for info in own_fields(kind).values() if info.is_required() or key_of(info) in keys)


def address(kind: type[FileRecord]) -> str:
    """Return a path where a file of the kind may lie."""
    return "data/" + kind.path.format(year="2020", plan="46-kh-dtn", month="2020-03", id="x1")


def own_fields(kind: type[Record]) -> dict[str, FieldInfo]:
    """Return the fields of a class that a file can write, by name."""
    return {name: info for name, info in kind.model_fields.items() if not str(info.alias).startswith("\0")}


def minimal(kind: type[Record], root: type[FileRecord]) -> Pairs:
    """Return the shortest valid mapping of the class."""
    wanted = required(kind, root)
    infos = [info for info in own_fields(kind).values() if key_of(info) in wanted]
    return Pairs((key_of(info), valid(info, root)) for info in infos)


@dataclass(frozen=True)
class Spot:
    """One field of one kind of file: the keys that lead to it, the class that declares it."""

    root: type[FileRecord]
    chain: tuple[FieldInfo, ...]
    kind: type[Record]
    info: FieldInfo

    @property
    def key(self) -> str:
        """The Vietnamese key."""
        return key_of(self.info)

    @property
    def value(self) -> Any:
        """A value that the field takes."""
        return valid(self.info, self.root)

    @property
    def is_required(self) -> bool:
        """Whether the mapping must have it."""
        return self.key in required(self.kind, self.root)

    @property
    def name(self) -> str:
        """The name of the test."""
        return ".".join((self.root.record_kind, *(key_of(info) for info in self.chain), self.key))

    @property
    def path(self) -> Path:
        """The path of the mapping in the tree that `tree` returns."""
        path: Path = ()
        for info in self.chain:
            path = (*path, key_of(info), 1) if leaf(info).is_list else (*path, key_of(info))
        return path

    def tree(self) -> Pairs:
        """Return a valid file that has the field; each list on the way to it has another item first."""
        own = minimal(self.kind, self.root)
        if self.key not in dict(own):
            own.append((self.key, self.value))
        kinds = (self.root, *(leaf(info).record for info in self.chain))
        for info, holder in reversed(list(zip(self.chain, kinds, strict=False))):
            assert holder is not None
            key, value = key_of(info), [minimal(leaf(info).type, self.root), own] if leaf(info).is_list else own
            pairs = minimal(holder, self.root)
            own = Pairs((name, value if name == key else old) for name, old in pairs)
            if key not in dict(pairs):
                own.append((key, value))
        return own


def spots() -> Iterator[Spot]:
    """Yield every field of every kind of file, those of nested mappings included."""
    for root in record_kinds():
        yield from _spots(root, (), root)


def _spots(root: type[FileRecord], chain: tuple[FieldInfo, ...], kind: type[Record]) -> Iterator[Spot]:
    for info in own_fields(kind).values():
        yield Spot(root, chain, kind, info)
        if inner := leaf(info).record:
            yield from _spots(root, (*chain, info), inner)


@dataclass
class Text:
    """A tree as text, with the line and column of every key, value and item, by path."""

    lines: list[str] = field(default_factory=list)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    first_line: int = 1

    def here(self, column: int) -> tuple[int, int]:
        """Return the place of a 0-based column in the line to come."""
        return len(self.lines) + self.first_line, column + 1

    def mapping_at(self, path: Path) -> tuple[int, int]:
        """Return where the mapping at a path begins."""
        return self.values[path] if path else (self.first_line, 1)

    def mapping(self, pairs: Pairs, indent: int, path: Path, lead: str = "") -> None:
        """Write a block mapping whose first line begins with `lead` instead of blanks."""
        for number, (key, value) in enumerate(pairs):
            begin = lead if lead and number == 0 else " " * indent
            own = (*path, key)
            self.keys[own] = self.here(indent)
            self.value(f"{begin}{key}:", value, indent, own, len(begin) + len(key) + 2)

    def value(self, begin: str, value: Any, indent: int, path: Path, column: int) -> None:
        """Write what follows a colon; `column` is where a value on the same line begins."""
        if flow := _flow(value):
            self.values[path] = self.here(column)
            self.lines.append(f"{begin} {flow}")
        elif value is Empty:
            self.values[path] = self.here(len(begin))
            self.lines.append(begin)
        elif isinstance(value, Pairs):
            self.lines.append(begin)
            self.values[path] = self.here(indent + 2)
            self.mapping(value, indent + 2, path)
        else:
            self.lines.append(begin)
            self.values[path] = self.here(indent + 2)
            self.sequence(value, indent + 2, path)

    def sequence(self, items: list[Any], indent: int, path: Path) -> None:
        """Write a block list."""
        dash = " " * indent + "- "
        for number, item in enumerate(items):
            own = (*path, number)
            self.values[own] = self.here(indent + 2)
            if flow := _flow(item):
                self.lines.append(f"{dash}{flow}")
            elif isinstance(item, Pairs):
                self.mapping(item, indent + 2, own, lead=dash)
            else:
                self.lines.append(f"{dash}- {item[0]}")


def _flow(value: Any) -> str:
    """Return what stands on the line of its key: text, or an empty mapping; empty where a block follows."""
    return value if isinstance(value, str) else "{}" if isinstance(value, Pairs) and not value else ""


def write(root: type[FileRecord], pairs: Pairs) -> tuple[bytes, Text]:
    """Return a file of the kind, and where everything stands in it."""
    is_markdown = root.path.endswith(".md")
    text = Text(first_line=2 if is_markdown else 1)
    text.mapping(pairs, 0, ())
    front = "\n".join(text.lines) + "\n"
    return (f"---\n{front}---\n\nNội dung.\n" if is_markdown else front).encode(), text


def changed(pairs: Pairs, path: Path, key: str, written: list[tuple[str, Any]]) -> Pairs:
    """Return the tree with the pair of a key, in the mapping at `path`, replaced by other pairs."""
    if not path:
        return Pairs(new for name, value in pairs for new in (written if name == key else [(name, value)]))
    head, *rest = path
    return Pairs((name, _inside(value, tuple(rest), key, written) if name == head else value) for name, value in pairs)


def _inside(value: Any, path: Path, key: str, written: list[tuple[str, Any]]) -> Any:
    if isinstance(value, Pairs):
        return changed(value, path, key, written)
    index, *rest = path
    return [changed(item, tuple(rest), key, written) if n == index else item for n, item in enumerate(value)]


def at(record: Any, path: Path) -> Any:
    """Return what a loaded record holds at a path of keys and positions; None where something on the way is gone."""
    for part in path:
        if isinstance(part, int):
            record = record[part] if part < len(record) else None
        elif record is not None:
            name = next(name for name, info in type(record).model_fields.items() if key_of(info) == part)
            record = getattr(record, name)
    return record
