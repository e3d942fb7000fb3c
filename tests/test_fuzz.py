"""Two thousand damaged files: none raises, none takes long, and the second time all is the same."""

from __future__ import annotations

from benchmarks.fuzzing import faults


def test_damaged_files_are_read_and_shown() -> None:
    assert list(faults(2_000, seed=6, whole=50)) == []
