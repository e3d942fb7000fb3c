"""What MkDocs says in English, told in Vietnamese or left out while a ktgs command runs it."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable
from types import TracebackType

OWN = "mkdocs.plugins.ktgs"  # the logger whose lines are Vietnamese already
_ERASE_LINE = "\r\x1b[K"  # a line of progress may stand there

_TRANSLATIONS = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (
            r"Doc file '(.+?)' contains an? (?:[a-z ]+ )?link '(.+?)',? .*Did you mean '(.+?)'.*",
            r"docs/\1: liên kết “\2” không dẫn đến trang nào. Có phải: \3.",
        ),
        (
            r"Doc file '(.+?)' contains a link '(.+?)', but .*anchor.*",
            r"docs/\1: liên kết “\2” dẫn đến một mục không có trong trang.",
        ),
        (
            r"Doc file '(.+?)' contains an? (?:[a-z ]+ )?link '(.+?)',? .*",
            r"docs/\1: liên kết “\2” không dẫn đến trang nào.",
        ),
        (
            r"Aborted with .* in strict mode!",
            "Sổ tay có cảnh báo mà mkdocs.yml đặt “strict: true”, nên không tạo được trang.",
        ),
        (r"Aborted with .* configuration errors?!", "Tệp mkdocs.yml không đúng, nên không tạo được trang."),
        (
            r"Config value 'site_dir': The '(?:docs|site)_dir' should not be within .*",
            "Thư mục của trang không được chứa docs hay nằm trong docs. Hãy chọn thư mục khác bằng --site.",
        ),
        (r"Config value '(.+?)': (.*)", r"mkdocs.yml, mục “\1”: \2"),
        (r"Error building page '(.+?)': (.*)", r"docs/\1: không dựng được trang: \2"),
        (r"(?:\[.*?\] )?Serving on (\S+)", r"Xem trang tại \1 (dừng: Ctrl+C)."),
        (r"Detected file changes", "Tệp đã thay đổi, đang cập nhật trang…"),
    )
)
_SILENT = ("Aborted with a BuildError!",)  # its cause has been said


def translated(text: str) -> str:
    """Return MkDocs' line in Vietnamese, empty where nothing needs to be said; one not known is marked as MkDocs'."""
    if text in _SILENT:
        return ""
    for pattern, words in _TRANSLATIONS:
        if matched := pattern.fullmatch(text.strip()):
            return matched.expand(words)
    return f"MkDocs: {text}"


class _Handler(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[bool, str]] = []  # whether on stderr, and the line

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if record.name != OWN and not _is_vietnamese(text):
            text = translated(text)
            if record.levelno < logging.WARNING and text.startswith("MkDocs: "):
                return  # its ordinary steps
        if not text:
            return
        self.say(text, is_error=record.levelno >= logging.WARNING)

    def say(self, text: str, *, is_error: bool) -> None:
        erase = _ERASE_LINE if sys.stderr.isatty() else ""
        print(f"{erase}{text}", file=sys.stderr if is_error else sys.stdout, flush=True)
        self.said.append((is_error, text))


def _is_vietnamese(text: str) -> bool:
    """Return whether a line that MkDocs logs is one that the plugin gave it: MkDocs' own have no such letter."""
    return any(char in text for char in "ạảấầẩậắặẹẻếềểệỉịọỏốồổộớờởợụủứừửựỳ")


class VietnameseLog:
    """While it is entered, lines of MkDocs are printed by us alone."""

    def __init__(self) -> None:
        self._logger = logging.getLogger("mkdocs")
        self._handler = _Handler()
        self._before = (self._logger.propagate, self._logger.level)

    @property
    def said(self) -> tuple[tuple[bool, str], ...]:
        """The lines printed so far, each with whether it went to stderr."""
        return tuple(self._handler.said)

    def say_again(self, said: Iterable[tuple[bool, str]]) -> None:
        """Print lines of before."""
        for is_error, text in said:
            self._handler.say(text, is_error=is_error)

    def __enter__(self) -> VietnameseLog:
        self._logger.addHandler(self._handler)
        self._logger.propagate = False
        self._logger.setLevel(logging.INFO)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._logger.removeHandler(self._handler)
        self._logger.propagate, level = self._before
        self._logger.setLevel(level)
