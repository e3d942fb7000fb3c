"""Lets pytest explain a failed assertion of the helper that every test here uses."""

import pytest

pytest.register_assert_rewrite("tests.checks.marked")
