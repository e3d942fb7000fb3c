"""Small changes of a copied data folder by lines and files, drawn by a seed: the same seed gives the same change."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.oracle.reading import a_day

Mutator = Callable[[Path, Random], str]


def copied(base: Path, target: Path) -> Path:
    """Return the `data` folder of `target`, a copy of that of `base`."""
    return Path(shutil.copytree(base / "data", target / "data"))


def written(day: date) -> str:
    """Return a day as the files write it."""
    return f"{day:%d/%m/%Y}"


def files(data: Path, pattern: str) -> list[Path]:
    """Return the files of a pattern, in order."""
    return sorted(data.glob(pattern))


def put_first(path: Path, *lines: str) -> None:
    """Write lines at the top of a file, of Markdown at the top of its front matter."""
    text = path.read_text("utf-8")
    opening = "---\n" if text.startswith("---\n") else ""
    path.write_text(opening + "".join(f"{line}\n" for line in lines) + text.removeprefix(opening), "utf-8")


def shift(pattern: str, key: str, spread: int) -> Mutator:
    """Return what moves one day under a key by up to `spread` days."""

    def mutate(data: Path, pick: Random) -> str:
        days = timedelta(pick.choice([-1, 1]) * pick.randint(1, spread))
        return _change(data, pick, pattern, key, lambda _, day: [written(a_day(day) + days)])

    return mutate


def unsure(pattern: str, key: str) -> Mutator:
    """Return what writes `chưa rõ` for one day under a key."""
    return lambda data, pick: _change(data, pick, pattern, key, lambda *_: ["chưa rõ"])


def after(pattern: str, key: str, *lines: str) -> Mutator:
    """Return what writes lines after one that has the key, in the same mapping."""
    return lambda data, pick: _change(
        data, pick, pattern, key, lambda indent, value: [value, *(" " * indent + line for line in lines)]
    )


def _change(data: Path, pick: Random, pattern: str, key: str, new: Callable[[int, str], list[str]]) -> str:
    """Change one line, drawn among all that have the key; `new` gets its indentation and value and gives its value."""
    found = [
        (path, number, match)
        for path in files(data, pattern)
        for number, text in enumerate(path.read_text("utf-8").splitlines())
        if (match := re.fullmatch(rf"([ -]*)({key}: )([^-].*)", text))
    ]
    path, number, match = pick.choice(found)
    value, *more = new(len(match[1]), match[3])
    lines = path.read_text("utf-8").splitlines()
    lines[number : number + 1] = [match[1] + match[2] + value, *more]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return f"{path.relative_to(data)}:{number + 1}: {match[0].strip()} → {' / '.join([value, *more])}"


def remove(pattern: str) -> Mutator:
    """Return what removes one file to which no other refers, of a report its follow-ups as well."""

    def mutate(data: Path, pick: Random) -> str:
        texts = {path: path.read_text("utf-8") for path in files(data, "*/**/*.*")}
        path = pick.choice([path for path in files(data, pattern) if not _is_referred_to(path, texts)])
        for gone in [path, *files(data, f"reports/*/follow-ups/{path.stem}-*.yml")]:
            gone.unlink()
        return f"{path.relative_to(data)} removed"

    return mutate


def _is_referred_to(path: Path, texts: dict[Path, str]) -> bool:
    month, unit = path.parent.name, path.stem
    if path.parent.parent.name != "schedules":
        return any(f"thay thế: {path.stem}\n" in text for text in texts.values())
    return any(
        f"/{month}/{unit}/" in text or (other.stem == month and f"buổi: {unit}/" in text)
        for other, text in texts.items()
    )


def term(duty: str, *changes: str) -> Mutator:
    """Return what makes one of the changes in a duty's term: lines parted by ` · `, each set or added."""

    def mutate(data: Path, pick: Random) -> str:
        path, change = pick.choice(files(data, "plans/*/*/plan.md")), pick.choice(changes)
        text = path.read_text("utf-8")
        found = re.search(rf"  - việc: {duty}\n(?:    .*\n)+", text)
        assert found
        block = found[0]
        for line in change.split(" · "):
            block = re.sub(rf"    {line.split(':')[0]}:.*\n", "", block) + f"    {line}\n"
        path.write_text(text.replace(found[0], block), "utf-8")
        return f"{duty}: {change}"

    return mutate
