"""What every record is: frozen, read by its Vietnamese keys only, and knowing where each of its values stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import PurePosixPath
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, SkipValidation
from pydantic_core import PydanticCustomError

from ktgs.language.diagnostics import Diagnostic, Place
from ktgs.records.codes import EMPTY, MISSING
from ktgs.source.tree import PLACES, Places


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
    )
    known_on: ClassVar[str] = ""
    places: Annotated[SkipValidation[Places], Field(alias=PLACES, exclude=True, repr=False)]

    def where(self, key: str = "", index: int | None = None) -> Place:
        """Return the place of a Vietnamese key's value (or of one of its items); without a key the mapping's own."""
        return self.places.value(key, index) if key else self.places.key()

    def replace(self, **changes: Any) -> Any:
        """Return a copy with other values for some fields; nothing is validated again."""
        return self.model_copy(update=changes)


REFUSED = "refused"  # the type of the error that carries its diagnostics along


def refused(diagnostics: Iterable[Diagnostic]) -> PydanticCustomError:
    """Return the error by which a record whose fields are sound one by one is refused, with what is wrong."""
    return PydanticCustomError(REFUSED, "refused", {"diagnostics": tuple(diagnostics)})


def require_one(record: Record, *alternatives: tuple[str, ...]) -> None:
    """Refuse a record that has all the keys of none of the alternatives."""
    entries, empty = record.places.entries, record.places.empty
    if any(all(key in entries and key not in empty for key in keys) for keys in alternatives):
        return
    if blank := next((key for keys in alternatives for key in keys if key in empty), None):
        raise refused([missing_key(record.places, blank, "")])
    begun = [keys for keys in alternatives if any(key in entries for key in keys)]
    lacking = ([key for key in keys if key not in entries] for keys in begun or alternatives)
    wanted = " hoặc ".join(" và ".join(f"“{key}”" for key in keys) for keys in lacking)
    raise refused([MISSING.at(record.where(), f"Thiếu {wanted}.", cure="Thêm dòng còn thiếu.")])


def missing_key(places: Places, key: str, about: str) -> Diagnostic:
    """Return the diagnostic of a required key that a mapping lacks or leaves empty; `about` says what belongs there."""
    if key in places.empty:
        return EMPTY.at(places.value(key), f"“{key}” để trống.", cure=f"Điền giá trị sau “{key}:”.")
    found = f"Thiếu “{key}”." if about == key else f"Thiếu “{key}”: {about}."
    return MISSING.at(places.key(), found, cure=f"Thêm dòng “{key}: …”.")


class FileRecord(Record):
    """A record that is a file of its own: its id is the file's name, its folder says what kind it is."""

    record_kind: ClassVar[str]  # the English identifier
    record_title: ClassVar[str]  # the Vietnamese word, with a capital
    path: ClassVar[str]  # under `data/`; each {name} is one part of a file's or folder's name

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
        path = PurePosixPath(self.file)
        return self.parts.get("id", path.stem)


class MarkdownRecord(FileRecord):
    """A record with a text of its own: the Markdown below the front matter, and the line where it starts."""

    body: Annotated[str, Field(alias="\0body", exclude=True, repr=False)] = ""
    body_line: Annotated[int, Field(alias="\0line", exclude=True, repr=False)] = 0


def path_pattern(kind: type[FileRecord]) -> re.Pattern[str]:
    """Return the pattern of the paths where records of this kind lie."""
    if "_pattern" not in kind.__dict__:
        text = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(kind.path))
        kind._pattern = re.compile("data/" + text)  # type: ignore[attr-defined]
    found: re.Pattern[str] = kind._pattern  # type: ignore[attr-defined]
    return found


def match(kind: type[FileRecord], file: str) -> dict[str, str] | None:
    """Return the named parts of a path where a record of this kind may lie, None where it may not."""
    found = path_pattern(kind).fullmatch(file)
    return found.groupdict() if found else None
