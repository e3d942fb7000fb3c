"""Work that is shared out among processes gives what one process gives, and fails as it does."""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from ktgs.machine import sharing
from ktgs.machine.sharing import Meanwhile, shared_out

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


@pytest.fixture
def helpers(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are started from now on."""
    started, fork = list[int](), os.fork

    def noted() -> int:
        started.append(process := fork())
        return process

    monkeypatch.setattr(os, "fork", noted)
    return started


def test_nothing_is_left_behind_when_it_is_interrupted(helpers: list[int]) -> None:
    parent = os.getpid()

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
    _are_gone(helpers)


def _are_gone(helpers: list[int]) -> None:
    for helper in helpers:
        with pytest.raises(ChildProcessError):
            os.waitpid(helper, os.WNOHANG)


def test_ctrl_c_while_a_process_is_doubled_is_not_lost(helpers: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    fork = os.fork

    def interrupted() -> int:
        process = fork()
        if process:
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        return process

    monkeypatch.setattr(os, "fork", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Meanwhile(lambda: time.sleep(60))
    with pytest.raises(KeyboardInterrupt):
        shared_out(lambda _: time.sleep(60), 600)
    assert len(helpers) == 2
    _are_gone(helpers)
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_where_no_process_can_be_had_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", full)
    assert Meanwhile(os.getpid)() == os.getpid()
    assert shared_out(lambda number: number, 600) == list(range(600))
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_work_beside_goes_on_meanwhile_and_gives_its_result() -> None:
    reader, writer = os.pipe()

    def work() -> int:
        os.read(os.open(f"/proc/{parent}/fd/{reader}", os.O_RDONLY), 1)  # waits for what comes after it began
        return os.getpid()

    parent = os.getpid()
    beside = Meanwhile(work)
    os.write(writer, b".")
    assert beside() != parent
    os.close(reader)
    os.close(writer)


def test_work_beside_raises_what_it_raises_here() -> None:
    def fail() -> int:
        raise ValueError("như ở đây")

    with pytest.raises(ValueError, match=r"^như ở đây$"):
        Meanwhile(fail)()


def test_work_beside_that_is_stopped_is_done_here() -> None:
    parent = os.getpid()

    def stop() -> int:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return 1

    assert Meanwhile(stop)() == 1


def test_work_beside_is_done_here_where_no_process_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "_processors", lambda: 1)
    assert Meanwhile(os.getpid)() == os.getpid()


def test_work_beside_that_nobody_wants_any_more_ends(tmp_path: Path, helpers: list[int]) -> None:
    with (tmp_path / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        first, second = Meanwhile(lambda: time.sleep(60)), Meanwhile(lambda: time.sleep(60))
    end = time.monotonic() + 30
    while not _can_be_held(tmp_path / "lock"):  # no process holds what was open when it began
        assert time.monotonic() < end
    first.stop()
    del second
    assert len(helpers) == 2
    _are_gone(helpers)


def _can_be_held(path: Path) -> bool:
    with path.open("w") as file, suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def test_who_has_threads_or_holds_much_works_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(sharing, "_LARGEST", 1_000_000_000_000)
    assert sharing._processors() == 2
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert sharing._processors() == 1
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(sharing, "_LARGEST", 1_000_000)
    assert sharing._processors() == 1
