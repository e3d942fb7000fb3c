"""How `ktgs init` gets its answers: from options, whose pairs are written as lines of a record, or by asking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import click
from pydantic_core import PydanticCustomError

from ktgs.command.usage import quoted, with_nearest
from ktgs.facts.facts import duties
from ktgs.language.text import first_upper, fold, slug
from ktgs.language.vocabulary import read_word
from ktgs.obligations.obligation import Duty
from ktgs.records.base import Record
from ktgs.records.plan import Activity, Anchor, Term
from ktgs.records.schema import Field, schema
from ktgs.records.values import Reader, read_yes
from ktgs.writing.forms import field_of

Values = dict[str, Any]


def pairs(kind: type[Record], text: str, also: Iterable[str] = ()) -> Values:
    """Return the values that `key: value; key: value` gives, each as its field reads it; refuse any other text.

    `also` are keys that the record does not have and the command asks for. Commas part ids, words, clauses.
    """
    values: Values = {}
    for pair in filter(str.strip, text.split(";")):
        key, colon, value = (part.strip() for part in pair.partition(":"))
        if not colon or not value:
            raise click.UsageError(f"{quoted([pair.strip()])} không có dạng “tên dòng: giá trị”.")
        if key in also:
            values[key] = value
            continue
        field = field_of(kind, key, ())
        if field is None:
            keys = [known.key for known in schema(kind).fields.values() if known.key]
            raise click.UsageError(with_nearest(f"Không có tên dòng {quoted([key])}.", key, keys))
        values[field.key] = checked(field, value)
    return values


def checked(field: Field, text: str) -> str | list[str]:
    """Return the text, or the texts of a list; refuse one that the field would not read."""
    has_short_items = field.is_many and (field.reader or field.one_or_many)
    texts = [part.strip() for part in text.split(",")] if has_short_items else [text]
    for one in texts:
        if field.reader:
            _read(field.reader, one, field.key)
    return texts if field.is_many else text


def _read(reader: Reader, text: str, key: str) -> None:
    try:
        reader.read(text)
    except PydanticCustomError as refusal:
        words = refusal.context or {}
        told = " ".join(filter(None, (words["found"], words["expected"], words["cure"]))).replace("\0", key)
        raise click.UsageError(told) from None


class Asking:
    """Asks on the terminal until an answer can be read; with `--yes` refuses to ask and names the option instead."""

    def __init__(self, *, is_silent: bool) -> None:
        self._is_silent = is_silent

    def one(self, words: str, given: str | None, option: str, default: str | None = None) -> str:
        """Return the answer given, else the one asked for."""
        if given is not None:
            return given
        if self._is_silent:
            if default is None:
                raise click.UsageError(f"Thiếu {option}: {words}.")
            return default
        return str(click.prompt(first_upper(words), default=default)).strip()

    def field(
        self, kind: type[Record], name: str, default: str | None = None, words: Sequence[str] = ()
    ) -> tuple[str, Any]:
        """Return key and answer of a field, asked until it can be read; `words` are those of its words that will do."""
        field = schema(kind).fields[name]
        allowed = words or field.form.words
        about = "" if field.about == field.key else f": {field.about}"
        choice = f" ({', '.join(allowed)})" if allowed else ""

        def read(text: str) -> str | list[str]:
            if words and fold(text) not in map(fold, words):
                raise click.UsageError(f"Việc này dùng: {', '.join(words)}.")
            return checked(field, text)

        return field.key, self._until(f"{first_upper(field.key)}{about}{choice}", read, default)

    def is_wanted(self, words: str) -> bool:
        """Return whether the answer is có; nothing is wanted where nothing may be asked."""
        return not self._is_silent and bool(self._until(f"{words} (có/không)", _yes, "không"))

    def _until(self, words: str, read: Callable[[str], Any], default: str | None) -> Any:
        while True:
            answer = str(click.prompt(words, default=default)).strip()
            if not answer and default == "":  # what may be left out
                return ""
            try:
                return read(answer)
            except click.UsageError as refusal:
                click.echo(refusal.message, err=True)

    def terms(self, given: Sequence[str]) -> list[Values]:
        """Return the terms of the first plan: those given, else one asked for each duty that the plan has."""
        if given or self._is_silent:
            return [pairs(Term, text) for text in given]
        wanted = (duty for duty in duties() if duty.needs_term)
        return [self._term(duty) for duty in wanted if self.is_wanted(f"Kế hoạch có việc “{duty.name}” không?")]

    def _term(self, duty: Duty) -> Values:
        term: Values = {"việc": duty.name}
        key, term[key] = self.field(Term, "clauses")
        anchor = None
        if duty.anchors:
            anchors = tuple(map(str, duty.anchors))
            key, term[key] = self.field(Term, "anchor", anchors[0] if len(anchors) == 1 else None, anchors)
            anchor = read_word(Anchor, term[key])
        days = ("number", "measure", "direction") if anchor in duty.counts_from else ()
        for name in dict.fromkeys((*duty.needs, *days)):
            default = str(duty.direction) if name == "direction" and duty.direction else None
            key, term[key] = self.field(Term, name, default)
        return term

    def activities(self, given: Sequence[str]) -> list[Values]:
        """Return the activities of the first plan."""
        found = [pairs(Activity, text) for text in given]
        while not given and self.is_wanted("Thêm một hoạt động của kế hoạch?"):
            names = ("name", "clause", "kind", "starts_on", "ends_on")
            activity = dict(self.field(Activity, name) for name in names)
            found.append({"mã": slug(activity["tên"]), **activity})
        return found


def _yes(text: str) -> bool:
    try:
        return read_yes(text)
    except PydanticCustomError:
        raise click.UsageError("Trả lời có hoặc không.") from None


def by_id(found: Iterable[Mapping[str, Any]], name: str) -> dict[str, Values]:
    """Return values by the id that each gives as `mã`, else by the slug of what it is called."""
    return {
        str(values.get("mã") or slug(str(values[name]))): {key: item for key, item in values.items() if key != "mã"}
        for values in found
    }
