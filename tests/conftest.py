"""What every test shares: the list of tests skipped for a missing tool, at the end of the run."""

from __future__ import annotations

import pytest

from tests.tools import MISSING_TOOL


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the tests that were skipped because this machine lacks a tool, with the tool."""
    missing = []
    for report in terminalreporter.getreports("skipped"):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if reason.startswith(MISSING_TOOL):
            missing.append(f"{report.nodeid}: {reason.removeprefix(MISSING_TOOL)}")
    if missing:
        terminalreporter.section("Bỏ qua vì thiếu công cụ / skipped for missing tools")
        for line in sorted(missing):
            terminalreporter.line(line)
