"""What every test shares: two built sites, a browser; at the run's end the tests skipped for a missing tool."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ktgs.facts.audience import Audience
from tests.chromium import launched
from tests.repo import SAMPLE
from tests.sites import built_once
from tests.tools import MISSING_TOOL, require_tool

REPOSITORY = Path(__file__).parent.parent
FIELD_TESTS = "tests/records/test_fields.py"  # one for each field and each way to get it wrong


@pytest.fixture(autouse=True, scope="session")
def _made_anew() -> Iterator[None]:
    """Reuse nothing but where that is the question: a test may change the program under its own feet."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KTGS_NO_CACHE", "1")
        yield


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small sample; only to be read."""
    return built_once(tmp_path_factory, "sample-site", SAMPLE)


@pytest.fixture(scope="session")
def internal_sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The internal site of the small sample; only to be read."""
    return built_once(tmp_path_factory, "internal-sample-site", SAMPLE, audience=Audience.internal)


@pytest.fixture(scope="session")
def data_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the data that ships; only to be read."""
    return built_once(tmp_path_factory, "data-site", REPOSITORY)


@pytest.fixture(scope="session")
def internal_data_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The internal site of the data that ships; only to be read."""
    return built_once(tmp_path_factory, "internal-data-site", REPOSITORY, audience=Audience.internal)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of the system; one a run, as Playwright starts but once in a process."""
    with launched(require_tool("chromium")) as found:
        yield found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, then those with a browser: else one process has them left at the end."""
    items.sort(key=lambda item: (item.get_closest_marker("slow") is None, item.get_closest_marker("browser") is None))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many tests are made from the schema, and which were skipped because this machine lacks a tool."""
    of_fields = sum(FIELD_TESTS in report.nodeid for report in terminalreporter.getreports("passed"))
    if of_fields:
        terminalreporter.line(f"Trong đó {of_fields} phép thử lập từ các dòng của mẫu / of these made from the schema")
    missing = []
    for report in terminalreporter.getreports("skipped"):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if reason.startswith(MISSING_TOOL):
            missing.append(f"{report.nodeid}: {reason.removeprefix(MISSING_TOOL)}")
    if missing:
        terminalreporter.section("Bỏ qua vì thiếu công cụ / skipped for missing tools")
        for line in sorted(missing):
            terminalreporter.line(line)
