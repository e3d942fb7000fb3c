"""The handbook's pages as tests read them: tables, examples, and mistakes with the message that each gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SHIPPED = Path(__file__).parent.parent  # whose data the examples are pasted into
FOLDER = SHIPPED / "docs" / "huong-dan"

_CODE = r"`([^`\n]+)`"
_CHANGES = {
    "write": rf"[Vv]iết {_CODE} thay cho {_CODE}",
    "drop": rf"Bỏ dòng {_CODE}",
    "drop first": r"Bỏ dòng đầu tiên của tệp",
    "add": rf"Thêm dòng {_CODE} dưới dòng {_CODE}",
    "indent": rf"Thụt dòng {_CODE} thêm hai dấu cách",
    "move": rf"Đặt tệp ví dụ ở {_CODE}",
}
_ADDED = "Thêm vào cuối tệp"
_EXAMPLE = re.compile(rf"^(Tệp|{_ADDED}) `(data/[^`]+)`:\n\n```(?:yaml|markdown)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MESSAGE = re.compile(r"(?<=\n\n)([^\n]+(?:\n[^\n]+)*):\n\n```text\n(.*?)```", re.DOTALL)
_PLACE = re.compile(r"(data/[^:\s]+):\d+:\d+: ")


@dataclass(frozen=True)
class Mistake:
    """A change to the page's examples, and the lines that `ktgs check` prints after it."""

    name: str  # of the change: a key of `_CHANGES`
    words: tuple[str, ...]  # what the change names, as the page writes it
    message: str

    def made(self, examples: Mapping[str, str]) -> dict[str, str]:
        """Return the page's examples with this mistake in one of them."""
        if self.name == "move":
            first, *others = examples
            return {self.words[0]: examples[first], **{file: examples[file] for file in others}}
        new, old = (self.words[0], self.words[-1]) if self.words else ("", "")
        target = self._target(examples, old)
        lines = examples[target].split("\n")
        at = next(number for number, line in enumerate(lines) if old in line)
        line = lines[at]
        lines[at : at + 1] = {
            "write": [line.replace(old, new)],
            "drop": [],
            "drop first": [],
            "add": [line, " " * (len(line) - len(line.lstrip(" -"))) + new],
            "indent": ["  " + line],
        }[self.name]
        return {**examples, target: "\n".join(lines)}

    def _target(self, examples: Mapping[str, str], old: str) -> str:
        """Return the example to change: the one that the message is about, else the only one with the words once."""
        told = [file for file in _PLACE.findall(self.message) if file in examples]
        found = [file for file in told[:1] or examples if not old or examples[file].count(old) == 1]
        assert len(found) == 1, f"{len(found)} examples have {old!r} once: {', '.join(found)}"
        return found[0]


@dataclass(frozen=True)
class HandbookPage:
    """One page of the handbook."""

    name: str
    text: str

    @property
    def title(self) -> str:
        """The page's heading."""
        return self.text.partition("\n")[0].removeprefix("# ")

    @property
    def examples(self) -> dict[str, str]:
        """The files that the page shows as examples."""
        found = _EXAMPLE.findall(self.text)
        files = {file: text for _, file, text in found}
        assert len(files) == len(found), f"{self.name} shows a file twice"
        return files

    def pasted(self, examples: Mapping[str, str]) -> dict[str, str]:
        """Return the files as they stand once the examples are pasted where the page says: a new file, or an end."""
        added = {file for how, file, _ in _EXAMPLE.findall(self.text) if how == _ADDED}
        return {
            file: (SHIPPED / file).read_text(encoding="utf-8") + text if file in added else text
            for file, text in examples.items()
        }

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The mistakes that the page shows; every message stands below the change that gives it."""
        return tuple(_mistake(intro, message) for intro, message in _MESSAGE.findall(self.text))

    def sections(self, header: str) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Return the rows of the tables whose first column is `header`, by the heading above."""
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        heading, in_table = "", False
        for line in self.text.split("\n"):
            if line.startswith("#"):
                heading = line.lstrip("# ")
            row = _cells(line) if line.startswith("|") else None
            if row is None or row[0] == header:
                in_table = row is not None
            elif in_table and set(row[0]) != {"-"}:
                found[heading] = (*found.get(heading, ()), row)
        return found

    def tables(self, header: str) -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Return the rows as `sections` does, by the keys in “ ” of the heading; one heading may speak of two keys."""
        return {
            tuple(re.findall("“([^”]+)”", part)): rows
            for heading, rows in self.sections(header).items()
            for part in heading.split(" và ")
        }


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip("|").split("|"))


def _mistake(intro: str, message: str) -> Mistake:
    for name, change in _CHANGES.items():
        if found := re.search(change, " ".join(intro.split())):
            return Mistake(name, found.groups(), message)
    raise AssertionError(f"no change is told above this message: {intro!r}")


def handbook() -> Iterator[HandbookPage]:
    """Yield every page, in order of name."""
    for file in sorted(FOLDER.glob("*.md")):
        yield HandbookPage(file.name, file.read_text(encoding="utf-8"))
