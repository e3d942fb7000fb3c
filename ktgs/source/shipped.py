"""What comes with the program: templates, handbook, settings, schemas, calendars; beside the code or in its package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_IN_WHEEL = _PACKAGE / "shipped"  # where pyproject.toml has the wheel put it
SHIPPED = _IN_WHEEL if _IN_WHEEL.is_dir() else _PACKAGE.parent

TEMPLATES = SHIPPED / "site_templates"
SETTINGS = SHIPPED / "mkdocs.yml"
HANDBOOK = SHIPPED / "docs"
SCHEMAS = SHIPPED / "schemas"
CALENDARS = SHIPPED / "data" / "calendar"
LIBRARIES = SHIPPED / "requirements" / "site.txt"  # locked, with hashes
