"""What every record is: frozen, read by its Vietnamese keys only, and knowing where each of its values stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import PurePosixPath
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, SkipValidation
from pydantic_core import PydanticCustomError

from ktgs.language.diagnostics import Diagnostic, Place
from ktgs.language.vocabulary import SUB_UNIT
from ktgs.records.codes import EMPTY, MISSING
from ktgs.records.keys import Key
from ktgs.source.tree import PLACES, Places

_NO_NAMES: set[str] = set()  # held by all records in the place of the names of the fields that each was given


class Record(BaseModel):
    """A mapping in a file. `known_on` names the date field before whose day the whole mapping is not yet known."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_alias=True,
        validate_by_name=False,
        serialize_by_alias=True,
        arbitrary_types_allowed=True,
        title="Mục",
        defer_build=True,
    )
    known_on: ClassVar[str] = ""
    referred_as: ClassVar[str] = ""  # the kind under which references name a record inside a file
    referred_title: ClassVar[str] = ""  # and the Vietnamese word for it
    alternatives: ClassVar[tuple[tuple[str, ...], ...]] = ()  # optional fields of which those of one must be given
    places: Annotated[SkipValidation[Places], Field(alias=PLACES, exclude=True, repr=False)]

    def model_post_init(self, context: Any) -> None:
        """Let go of pydantic's set of the fields that were given, a third of a record's memory: places tell that."""
        object.__setattr__(self, "__pydantic_fields_set__", _NO_NAMES)

    def key_in(self, holder: FileRecord) -> Any:
        """Return what names the record inside the file that holds it; None where nothing refers to such records."""
        return None

    def where(self, field: str = "", index: int | None = None) -> Place:
        """Return where a field's value stands (or one of its items); without a field the mapping's own place.

        Refuses (KeyError) a name that is no field of the class. Where the file does not give the field, it is the
        mapping's own place, too.
        """
        return self.places.value(_keys(type(self))[field], index) if field else self.places.key()

    def where_key(self, field: str) -> Place:
        """Return where a field's key stands. Refuses (KeyError) a name that is no field of the class."""
        return self.places.key(_keys(type(self))[field])

    def key_of(self, field: str) -> str:
        """Return the Vietnamese key of a field as the file writes it. Refuses (KeyError) an unknown name."""
        return shown_key(self.places, _keys(type(self))[field])

    def gives(self, field: str) -> bool:
        """Return whether the file gives the field a value. Refuses (KeyError) an unknown name."""
        key = _keys(type(self))[field]
        return key in self.places.entries and key not in self.places.empty

    def replace(self, **changes: Any) -> Any:
        """Return a copy with other values for some fields; nothing is validated again."""
        copied = self.__class__.__new__(self.__class__)
        object.__setattr__(copied, "__dict__", {**self.__dict__, **changes})
        object.__setattr__(copied, "__pydantic_fields_set__", _NO_NAMES)
        object.__setattr__(copied, "__pydantic_extra__", None)
        object.__setattr__(copied, "__pydantic_private__", None)
        return copied


@cache
def _keys(kind: type[Record]) -> dict[str, str]:
    return {name: str(info.alias) for name, info in kind.model_fields.items()}


def shown_key(places: Places, key: str) -> str:
    """Return a key as the file writes it, with its word for sub-units."""
    return key.replace(SUB_UNIT, places.sub_unit)


REFUSED = "refused"  # the type of the error that carries its diagnostics along


def refused(diagnostics: Iterable[Diagnostic]) -> PydanticCustomError:
    """Return the error by which a record whose fields are sound one by one is refused, with what is wrong."""
    return PydanticCustomError(REFUSED, "refused", {"diagnostics": tuple(diagnostics)})


def require_one(record: Record) -> None:
    """Refuse a record that gives all the fields of none of its alternatives."""
    alternatives = record.alternatives
    if any(all(record.gives(field) for field in fields) for fields in alternatives):
        return
    keys = _keys(type(record))
    empty = (keys[field] for fields in alternatives for field in fields if keys[field] in record.places.empty)
    if blank := next(empty, None):
        raise refused([missing_key(record.places, blank, "")])
    begun = [fields for fields in alternatives if any(record.gives(field) for field in fields)]
    lacking = (
        [record.key_of(field) for field in fields if not record.gives(field)] for fields in begun or alternatives
    )
    wanted = " hoặc ".join(" và ".join(f"“{key}”" for key in keys) for keys in lacking)
    raise refused([MISSING.at(record.where(), f"Thiếu {wanted}.", cure="Thêm dòng còn thiếu.")])


def missing_key(places: Places, key: str, about: str) -> Diagnostic:
    """Return the diagnostic of a required key that a mapping lacks or leaves empty; `about` says what belongs there."""
    shown = shown_key(places, key)
    if key in places.empty:
        return EMPTY.at(places.value(key), f"“{shown}” để trống.", cure=f"Điền giá trị sau “{shown}:”.")
    found = f"Thiếu “{shown}”." if about == key else f"Thiếu “{shown}”: {about}."
    return MISSING.at(places.key(), found, cure=f"Thêm dòng “{shown}: …”.")


class FileRecord(Record):
    """A record that is a file of its own: its name is its id, its folder says what kind it is.

    A class with a `path` declares a kind. Kinds that share ids, as all reports do, have one base class.
    """

    record_kind: ClassVar[str]  # the English identifier
    record_title: ClassVar[str]  # the Vietnamese word, with a capital
    path: ClassVar[str]  # under `data/`; each {name} is one part of a file's or folder's name
    key_class: ClassVar[type[Key] | None] = None  # what names it where the id alone does not

    @cached_property
    def file(self) -> str:
        """The file's path from the root of the repository."""
        return self.places.file

    @cached_property
    def parts(self) -> dict[str, str]:
        """The named parts of the path: year, plan, month, id …"""
        return match(type(self), self.file) or {}

    @cached_property
    def id(self) -> str:
        """The record's id: its file's name without the ending, or its folder's where every file has the same name."""
        parts = self.parts
        return parts["id"] if "id" in parts else PurePosixPath(self.file).stem

    @cached_property
    def key(self) -> Any:
        """What only one file may be about: the key that the path gives, else the id."""
        return key_in_path(type(self), self.parts) or self.id

    @property
    def subject(self) -> str:
        """What the file is about, as a message names it where another file is about the same."""
        return f"Mã “{self.id}”"

    @property
    def hidden(self) -> frozenset[str]:
        """The names of public fields that this one record keeps from the public."""
        return frozenset()


def key_in_path(kind: type[FileRecord], parts: Mapping[str, str]) -> Any:
    """Return the key of the file whose path has these parts, None where they give none."""
    return kind.key_class.of_path(parts) if kind.key_class else parts.get("id")


@cache
def family(kind: type[FileRecord]) -> type[FileRecord]:
    """Return the class whose kinds share one set of ids: the report of any kind, else the kind itself."""
    return next(base for base in reversed(kind.__mro__) if issubclass(base, FileRecord) and base not in _BASES)


class MarkdownRecord(FileRecord):
    """A record with a text of its own: the Markdown below the front matter, and the line where it starts."""

    body: Annotated[str, Field(alias="\0body", exclude=True, repr=False)] = ""
    body_line: Annotated[int, Field(alias="\0line", exclude=True, repr=False)] = 0

    def where_body(self, lines: int = 0, column: int = 1) -> Place:
        """Return the place in the text so many lines below its first; the file as a whole where no line is told."""
        return Place(self.file, self.body_line + lines, column) if self.body_line else Place(self.file, 0, 0)


_BASES = (FileRecord, MarkdownRecord)


def path_pattern(kind: type[FileRecord]) -> re.Pattern[str]:
    """Return the pattern of the paths where records of this kind lie."""
    if "_pattern" not in kind.__dict__:
        text = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(kind.path))
        kind._pattern = re.compile("data/" + text)  # type: ignore[attr-defined]
    pattern: re.Pattern[str] = kind._pattern  # type: ignore[attr-defined]
    return pattern


def match(kind: type[FileRecord], file: str) -> dict[str, str] | None:
    """Return the named parts of a path where a record of this kind may lie, None where it may not."""
    matched = path_pattern(kind).fullmatch(file)
    return matched.groupdict() if matched else None
