"""What every record is: frozen, read by its Vietnamese keys only, and knowing where each of its values stands."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import PurePosixPath
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from ktgs.diagnostics import Place
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
        """Return the place of the value of a Vietnamese key (or of one of its items); the mapping's own place without a key."""
        return self.places.value(key, index) if key else self.places.key()

    def replace(self, **changes: Any) -> Any:
        """Return a copy with other values for some fields; nothing is validated again."""
        return self.model_copy(update=changes)


class FileRecord(Record):
    """A record that is a file of its own: its id is the file's name, its folder says what kind it is."""

    record_kind: ClassVar[str]  # the English identifier
    record_title: ClassVar[str]  # the Vietnamese word, with a capital
    path: ClassVar[str]  # under `data/`; each {name} is one part of a file's or folder's name
    body: Annotated[str, Field(alias="\0body", exclude=True, repr=False)] = ""  # the Markdown below the front matter
    body_line: Annotated[int, Field(alias="\0line", exclude=True, repr=False)] = 0

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
        """The record's id: the name of its file without the ending, or of its folder where every file has the same name."""
        path = PurePosixPath(self.file)
        return self.parts.get("id", path.stem)


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
