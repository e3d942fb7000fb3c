"""Sites built once for all tests of a run, however many processes it has."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from ktgs.facts.audience import Audience
from ktgs.mkdocs_plugin import build


def built_once(
    factory: pytest.TempPathFactory,
    name: str,
    root: Path,
    *,
    keep_going: bool = False,
    audience: Audience = Audience.public,
) -> Path:
    """Return the folder of the site of the data under `root`; whichever process asks first builds it."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / name).exists():
            assert build(root, shared / name, keep_going, None, audience=audience) == 0
    return shared / name
