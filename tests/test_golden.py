"""The small sample's whole site as it was last accepted, file by file; `make bless` accepts and lists what changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.trees import differences, tree

GOLDEN = Path(__file__).parent / "golden" / "site"


def test_the_site_is_as_accepted(sample_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    actual, accepted = tree(sample_site), tree(GOLDEN) if GOLDEN.exists() else {}
    changed = differences(accepted, actual)
    if os.environ.get("KTGS_BLESS") == "1":
        shutil.rmtree(GOLDEN, ignore_errors=True)
        shutil.copytree(sample_site, GOLDEN)
        with capsys.disabled():
            print("", f"{len(changed)} files of the golden tree changed:", *changed, sep="\n")
        return
    assert changed == [], "look at each difference, then `make bless`"
