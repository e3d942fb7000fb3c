"""What `ktgs fmt` does with files, and what it says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from ktgs.command.explaining_files import find_file
from ktgs.language.text import vi_number
from ktgs.records.loading import kind_of, sub_unit_words
from ktgs.source.discovery import discover
from ktgs.writing.proving import Formatted, Untouched, formatted
from ktgs.writing.saving import save


def results(root: Path, asked: Iterable[str]) -> list[Formatted]:
    """Return what becomes of the files asked for, of all under `data/` where none is; refuse one that is not there."""
    files, _ = discover(root)
    wanted = {find_file(root, path) for path in asked}
    words = sub_unit_words(files)
    chosen = (file for file in files if (file.file in wanted if wanted else kind_of(file.file) is not None))
    return [formatted(file, words) for file in chosen]


def write(found: Iterable[Formatted]) -> tuple[list[Formatted], list[str]]:
    """Write what is changed; return what was not refused by the disk, and what the disk said of the rest."""
    kept, problems = [], []
    for result in found:
        try:
            if result.is_changed:
                save(result.file.path, result.after)
            kept.append(result)
        except OSError as error:
            problems.append(f"Không ghi được {result.file.file}: {error.strerror}.")
    return kept, problems


def diff(result: Formatted) -> str:
    """Return the lines that change, as `diff -u` shows them."""
    before, after = (text.decode().splitlines(keepends=True) for text in (result.before, result.after))
    if not result.is_changed:
        return ""
    name = result.file.file
    return "".join(_with_end(line) for line in unified_diff(before, after, name, f"{name} (trình bày lại)"))


def _with_end(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n"


def report(found: list[Formatted], *, is_written: bool) -> Iterator[str]:
    """Yield the lines that say which files are changed, which are left alone and why, and how many."""
    for result in found:
        if result.why:
            cure = " Xem: ktgs check." if result.why is Untouched.has_errors else ""
            yield f"Giữ nguyên {result.file.file}: {result.why.value}.{cure}"
        elif result.is_changed:
            yield f"{'Đã sửa' if is_written else 'Cần sửa'} {result.file.file}"
    changed = sum(result.is_changed for result in found)
    done = "Đã sửa" if is_written else "Cần sửa"
    if changed:
        yield f"{done} {vi_number(changed)} trong {vi_number(len(found))} tệp."
    else:
        yield f"Không tệp nào phải sửa, trong {vi_number(len(found))} tệp."
