"""How fields and closed lists of words are declared: each Vietnamese term and its English identifier exactly once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from pydantic import Field
from pydantic.fields import FieldInfo

from ktgs.language.text import fold

WordT = TypeVar("WordT", bound=Enum)

SUB_UNIT = "\1"  # stands in keys for the word by which the organization calls a unit's sub-units; can stand in no file


class Word(Enum):
    """A closed list of words: the member's name is the English identifier, its value the Vietnamese word."""

    __hash__ = object.__hash__  # there is one of each; Python would hash the name each time

    def __str__(self) -> str:
        return str(self.value)


@cache
def _folded(words: type[Enum]) -> dict[str, Enum]:
    return {fold(str(word.value)): word for word in words}


def read_word(words: type[WordT], text: str) -> WordT | None:
    """Return the member that `text` names, whatever its case, Unicode form and tone placement; None where none does."""
    return _folded(words).get(fold(text))  # type: ignore[return-value]


def choices(words: type[Enum]) -> tuple[str, ...]:
    """Return the Vietnamese words of a closed list, in the order declared."""
    return tuple(str(word.value) for word in words)


class Tells(Enum):
    """What a date field tells that is no fact of the past: facts name themselves in `known_on`."""

    plan = "plan"  # when something is to take place, which lies within the time of the plan
    due = "due"  # until when something is to be done
    span = "span"  # from when or until when something holds, whatever plan there is
    own = "own"  # the record's own subject: a plan's paper, a day of the calendar, the sample's today


@dataclass(frozen=True, slots=True)
class Declared:
    """What a field declares beside its type.

    `public`: may stand on pages and in exports. `known_on`: the name of the date field before whose day this one is not
    yet known; its own name where it is itself the date of something that happened. `tells`: what another date tells.
    """

    public: bool
    known_on: str
    tells: Tells | None = None


def field(alias: str, description: str, *, public: bool = False, known_on: str = "", tells: Tells | None = None) -> Any:
    """Declare a field for use inside `Annotated`: its Vietnamese key, what it means, whether it is public."""
    info: FieldInfo = Field(alias=alias, title=alias, description=description)
    info.metadata.append(Declared(public, known_on, tells))
    return info


def declared(info: FieldInfo) -> Declared:
    """Return what the field declared; a field that declared nothing is private."""
    return next((item for item in info.metadata if isinstance(item, Declared)), Declared(False, ""))


@dataclass(frozen=True, slots=True)
class Form:
    """How a value is written: an example, the words that alone will do, and a loose pattern that each spelling fits.

    `also` is a word that may stand instead of what the example shows.
    """

    example: str = ""
    words: tuple[str, ...] = ()
    pattern: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """Marks a list in whose place one text may stand: its only item, or `word`, which means all there are."""

    word: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field that refers to a thing of that kind: by its id, or by a key of the class given."""

    kind: str
    key: Any = None
