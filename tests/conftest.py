"""What every test shares: the two built sites, and the list of tests skipped for a missing tool, at the run's end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repo import SAMPLE
from tests.sites import built_once
from tests.tools import MISSING_TOOL

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small sample; only to be read."""
    return built_once(tmp_path_factory, "sample-site", SAMPLE)


@pytest.fixture(scope="session")
def data_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the data that ships; only to be read."""
    return built_once(tmp_path_factory, "data-site", REPOSITORY)


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
