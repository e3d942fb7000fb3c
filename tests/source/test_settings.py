"""What is read of mkdocs.yml without MkDocs."""

from pathlib import Path

import pytest

from ktgs.source.settings import site_url


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ("site_name: A\nsite_url: https://example.org/ke-hoach\n", "https://example.org/ke-hoach/"),
        ('site_url: "https://example.org/"\nhook: !!python/name:os.system\n', "https://example.org/"),
        ("site_url: !ENV SITE\n", ""),
        ("site_url: [a]\n", ""),
        ("site_url:\n", ""),
        ("# site_url: https://example.org/\nsite_name: A\n", ""),
        ("- site_url\n", ""),
        ("site_url: 'x\n", ""),
        ("? [a]\n: b\n", ""),
        ("", ""),
    ],
)
def test_the_address_of_the_site(tmp_path: Path, settings: str, url: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert site_url(tmp_path) == url


def test_without_settings_there_is_none(tmp_path: Path) -> None:
    assert site_url(tmp_path) == ""
    (tmp_path / "mkdocs.yml").write_bytes(b"site_url: \xff\n")
    assert site_url(tmp_path) == ""
