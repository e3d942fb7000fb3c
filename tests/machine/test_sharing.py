"""Work that is shared out among processes gives what one process gives, and fails as it does."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from ktgs.machine import sharing
from ktgs.machine.sharing import shared_out

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux shares work out")


@pytest.fixture(autouse=True)
def _three_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "_processors", lambda: 3)


@pytest.mark.parametrize("count", (0, 1, 250, 20_001))
def test_the_results_are_in_order(count: int) -> None:
    assert shared_out(lambda number: number * 2, count) == [number * 2 for number in range(count)]


def test_the_processes_share_the_work() -> None:
    def process(_: int) -> int:
        time.sleep(0.001)
        return os.getpid()

    assert len(set(shared_out(process, 600))) == 3
    assert len(set(shared_out(process, 60))) == 1


def test_what_fails_first_is_raised() -> None:
    def fail_late(number: int) -> int:
        if number >= 123:
            raise ValueError(str(number))
        return number

    with pytest.raises(ValueError, match=r"^123$"):
        shared_out(fail_late, 2_000)


def test_a_helper_that_is_stopped_is_told() -> None:
    parent = os.getpid()

    def stop(number: int) -> int:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.001)
        return number

    with pytest.raises(ChildProcessError, match="tiến trình giúp việc"):
        shared_out(stop, 600)


def test_nothing_is_left_behind_when_it_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    parent, helpers, fork = os.getpid(), list[int](), os.fork

    def noted() -> int:
        helpers.append(process := fork())
        return process

    monkeypatch.setattr(os, "fork", noted)

    def interrupted(number: int) -> int:
        if os.getpid() == parent:
            raise KeyboardInterrupt
        time.sleep(60)
        return number

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        shared_out(interrupted, 600)
    assert time.monotonic() - started < 30
    assert len(helpers) == 2
    for helper in helpers:
        with pytest.raises(ChildProcessError):
            os.waitpid(helper, os.WNOHANG)
