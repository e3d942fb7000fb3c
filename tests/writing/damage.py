"""A record's text in another layout that means the same: order, indentation, quotes, blanks, dates, line ends."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from ktgs.records.base import FileRecord, Record
from ktgs.writing.files import with_yaml
from ktgs.writing.forms import field_of
from ktgs.writing.nodes import KeyValue, Scalar, Values
from ktgs.writing.parsing import parse
from ktgs.writing.printing import scalar_lines

_DAY = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")
_MONTH = re.compile(r"([0-9]{2})/([0-9]{4})")
_CLOCK = re.compile(r"([0-9]{2}):([0-9]{2})")
_DAYS = (r"\3-\2-\1", r"\1.\2.\3", r"\1-\2-\3", r"ngày \1 tháng \2 năm \3", r"\1 / \2 / \3")
_MONTHS = (r"\2-\1", r"tháng \1/\2", r"\1.\2", r"\1-\2")
_CLOCKS = (r"\1h\2", r"\1g\2", r"\1:\2:00")


def damaged(kind: type[FileRecord], text: str, seed: int) -> str:
    """Return canonical text in a layout drawn by the seed."""
    chance = random.Random(seed)
    layout = _Layout(chance)
    text = with_yaml(kind, text, lambda yaml: layout.document(kind, yaml))
    lines = text.split("\n")
    ends = chance.sample(range(len(lines) - 1), chance.choice([0, (len(lines) - 1) // 3]))
    return "".join(line + ("\r\n" if number in ends else "\n") for number, line in enumerate(lines[:-1])) + lines[-1]


class _Layout:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def document(self, kind: type[Record], yaml: str) -> str:
        lines = self.mapping(parse(yaml).root, kind, "")
        return "\n" * self.chance.choice([0, 0, 2]) + "".join(f"{line}\n" for line in lines) + "\n" * self.some(2)

    def some(self, most: int) -> int:
        return self.chance.randint(0, most)

    def is_now(self, share: float) -> bool:
        return self.chance.random() < share

    def mapping(self, group: Values, kind: type[Record], indent: str) -> list[str]:
        entries = list(group.entries)
        if self.is_now(0.6):
            self.chance.shuffle(entries)
        return [line for entry in entries for line in self.pair(entry, kind, indent)]

    def pair(self, entry: KeyValue, kind: type[Record], indent: str) -> list[str]:
        field = field_of(kind, entry.key, None)
        assert field is not None
        key = f"{indent}{self.quoted(entry.key) if self.is_now(0.1) else entry.key}{' ' * self.some(1)}:"
        blanks = " " * (1 + self.some(2))
        if isinstance(entry.value, Scalar):
            dated = self.form(entry.key, bool(field.tells or field.is_fact or entry.key == "kỳ"), entry.value)
            return self.value(key, blanks, dated, indent)
        if not entry.value.entries:
            return [f"{key} [{blanks}]"]
        if not entry.value.is_list:
            return [key + blanks, *self.mapping(entry.value, field.child or kind, indent + " " * (1 + self.some(4)))]
        if all(isinstance(item.value, Scalar) for item in entry.value.entries) and self.is_now(0.4):
            inside = ("," + blanks).join(self.quoted(self.text(item)) for item in entry.value.entries)
            return [f"{key} [{blanks[1:]}{inside}{blanks[1:]}]"]
        dash = indent + " " * self.some(4)
        return [key, *(line for item in entry.value.entries for line in self.item(item, entry.key, field.child, dash))]

    def item(self, item: KeyValue, key: str, child: type[Record] | None, dash: str) -> list[str]:
        blanks = " " * (1 + self.some(2))
        if isinstance(item.value, Scalar):
            return self.value(f"{dash}-", blanks, self.form(key, key == "kỳ", item.value), dash)
        assert child is not None and isinstance(item.value, Values)
        inner = f"{dash} {blanks}"
        lines = self.mapping(item.value, child, inner)
        return [f"{dash}-", *lines] if self.is_now(0.2) else [f"{dash}-{blanks}{lines[0][len(inner) :]}", *lines[1:]]

    def value(self, start: str, blanks: str, scalar: Scalar, indent: str) -> list[str]:
        first, *rest = scalar_lines(scalar, indent + " " * (1 + self.some(5)))
        if rest:
            return [f"{start}{blanks}{first}", *rest]
        if self.is_now(0.3) and first:
            first = self.quoted(scalar.text)
        if self.is_now(0.1):
            return [start, f"{indent}      {first}"]
        return [f"{start}{blanks}{first}{' ' * self.some(3)}"]

    def form(self, key: str, is_dated: bool, scalar: Scalar) -> Scalar:
        text = scalar.text
        if is_dated and self.is_now(0.6):
            text = self.said(_DAY, _DAYS, text) if _DAY.fullmatch(text) else self.said(_MONTH, _MONTHS, text)
        if key == "giờ" and self.is_now(0.6):
            text = self.said(_CLOCK, _CLOCKS, text)
        return Scalar(text, is_text=scalar.is_text)

    def said(self, form: re.Pattern[str], others: tuple[str, ...], text: str) -> str:
        found = form.fullmatch(text)
        return found.expand(self.chance.choice(others)) if found else text

    def text(self, item: KeyValue) -> str:
        assert isinstance(item.value, Scalar)
        return item.value.text

    def quoted(self, text: str) -> str:
        ways: list[Callable[[str], str]] = [lambda text: "'" + text.replace("'", "''") + "'"]
        if '"' not in text and "\\" not in text:
            ways.append(lambda text: f'"{text}"')
        return self.chance.choice(ways)(text)
