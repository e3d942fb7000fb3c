"""The sign of life: only on a terminal, only after a second."""

from __future__ import annotations

import io
import sys
import time

import pytest

from ktgs.command.progress import progress


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "seconds", "told"),
    [
        (Terminal(), 0.0, ""),
        (Terminal(), 1.3, "\r\x1b[KĐang đọc… 1 giây\r\x1b[K"),
        (io.StringIO(), 1.3, ""),
    ],
)
def test_shown_on_a_terminal_after_a_second(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float, told: str
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with progress("Đang đọc…"):
        time.sleep(seconds)
    assert stream.getvalue() == told
