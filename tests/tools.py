"""Tools of the machine that some tests need; a test whose tool is missing is skipped, or fails where none may be."""

from __future__ import annotations

import os
import shutil

import pytest

MISSING_TOOL = "thiếu công cụ / missing tool: "
OTHER_NAMES: dict[str, tuple[str, ...]] = {"chromium": ("chromium-browser", "google-chrome")}


def require_tool(name: str) -> str:
    """Return the path of the tool; without it skip the test, or fail it if `KTGS_NO_SKIPS=1`."""
    for command in (name, *OTHER_NAMES.get(name, ())):
        if path := shutil.which(command):
            return path
    if os.environ.get("KTGS_NO_SKIPS") == "1":
        pytest.fail(f"{MISSING_TOOL}{name} (KTGS_NO_SKIPS=1)", pytrace=False)
    pytest.skip(f"{MISSING_TOOL}{name}", allow_module_level=True)
