"""Nobody listens, the disk is full: the work is done, the exit code is right, and no traceback is seen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.repo import SAMPLE, lay

ROOT = Path(__file__).parents[2]
FULL = "Không in được hết kết quả: đĩa đã đầy.\n"


def shell(command: str) -> tuple[int, str, str]:
    """Return exit code, stdout and stderr of a shell's command in which `ktgs` stands for the program."""
    text = command.replace("ktgs ", f"{sys.executable} -m ktgs ")
    ran = subprocess.run(["bash", "-c", text], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    return ran.returncode, ran.stdout, ran.stderr


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("2>&-", ""),
        (">&-", ""),
        ("<&- >&- 2>&-", ""),
        (">/dev/full", FULL),
        ("2>/dev/full", ""),
        (">/dev/full 2>/dev/full", ""),
        ("| true; exit ${PIPESTATUS[0]}", ""),
        ("2>&1 | true; exit ${PIPESTATUS[0]}", ""),
        ("2> >(true)", ""),
    ],
)
def test_a_build_is_done_whoever_listens(how: str, said: str, tmp_path: Path) -> None:
    root = lay(tmp_path, {"data/.nhap.yml": ""})  # a warning, which is printed before the site is written
    code, _, words = shell(f"ktgs build --root {root} {how}")
    assert (code, words) == (0, said)
    assert (root / "site/index.html").is_file()
    assert sorted(path.name for path in root.iterdir()) == ["data", "site"]


@pytest.mark.parametrize("how", ["2>&-", ">&-", ">/dev/full", "2>/dev/full", "2>&1 | true; exit ${PIPESTATUS[0]}"])
def test_a_build_that_is_refused_is_1_whoever_listens(how: str, tmp_path: Path) -> None:
    root = lay(tmp_path, {"data/units/doan-so-a.yml": "tên: [\n"})
    code, _, words = shell(f"ktgs build --root {root} {how}")
    assert code == 1 and "Traceback" not in words
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    "arguments", [f"check --root {SAMPLE}", f"due --root {SAMPLE}", "days 11/05/2020 -5", "explain S203", "--help"]
)
def test_an_answer_that_cannot_be_printed_is_a_failure(arguments: str) -> None:
    """On a full disk; where nobody wants it, it is none."""
    assert shell(f"ktgs {arguments} >/dev/full") == (1, "", FULL)
    assert shell(f"ktgs {arguments} >&-") == (0, "", "")
    assert shell(f"ktgs {arguments} | true; exit ${{PIPESTATUS[0]}}") == (0, "", "")


def test_wrong_use_stays_wrong_use() -> None:
    assert shell("ktgs chek 2>&-") == (2, "", "")
    assert shell("ktgs chek >/dev/full")[0] == 2


def test_no_file_takes_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    """Else what is said would be written into the site."""
    code = (
        "import os, sys; from ktgs.command import process; process.secure(); "
        "opened = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT); assert opened > 2, opened; "
        "print('lost'); print('lost', file=sys.stderr); os.write(1, b'lost'); os.write(2, b'lost')"
    )
    command = ["bash", "-c", 'exec "$0" -c "$1" "$2" <&- >&- 2>&-', sys.executable, code, str(tmp_path / "file")]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    assert (tmp_path / "file").read_bytes() == b""


def test_nothing_is_looked_through_for_what_could_be_freed() -> None:
    code = (
        "import atexit, gc; from ktgs.command import process; "
        "atexit.register(lambda: print(gc.isenabled(), gc.get_freeze_count() > 0)); process.hurry()"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout == "False True\n"
