"""Writes records as people would: block YAML with two-space indents, quotes only where they are needed."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

Value = str | int | Sequence["Value"] | Mapping[str, "Value"]
Fields = dict[str, Value]

_INDICATORS = tuple("-?:,[]{}#&*!|>'\"%@`")


def scalar(value: str | int) -> str:
    """Return the text as a plain scalar, in double quotes where YAML would read it as something else."""
    text = str(value)
    plain = text and text == text.strip() and not text.startswith(_INDICATORS) and not text.endswith(":")
    if plain and ": " not in text and " #" not in text:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _lines(fields: Mapping[str, Value]) -> Iterator[str]:
    for key, value in fields.items():
        if isinstance(value, str | int):
            yield f"{key}: {scalar(value)}"
        elif not value:
            yield f"{key}: []"
        else:
            yield f"{key}:"
            nested = _lines(value) if isinstance(value, Mapping) else _items(value)
            yield from (f"  {line}" for line in nested)


def _items(values: Sequence[Value]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str | int):
            yield f"- {scalar(value)}"
            continue
        assert isinstance(value, Mapping), "a list holds texts or mappings"
        first, *rest = _lines(value)
        yield f"- {first}"
        yield from (f"  {line}" for line in rest)


def as_yaml(fields: Mapping[str, Value]) -> str:
    """Return a record as the text of a YAML file; fields without a value are to be left out by the caller."""
    return "\n".join(_lines(fields)) + "\n"


def as_markdown(fields: Mapping[str, Value], body: str) -> str:
    """Return a record as the text of a Markdown file with front matter."""
    return f"---\n{as_yaml(fields)}---\n\n{body.strip()}\n"


def write(path: Path, text: str) -> None:
    """Write a file with its folders, always in UTF-8 with newlines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
