"""A site built over the one before is what a build from nothing gives, byte for byte and with the same modes."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment

from ktgs.command.main import main
from ktgs.reuse import made
from ktgs.reuse.fingerprints import digest
from ktgs.site import building
from ktgs.site.shell import Shell
from ktgs.site.site import Site
from tests.repo import SAMPLE
from tests.reuse.test_reusing import tree

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]
DAY = "2020-05-05"
TEMPLATE = "site_templates/unit.html"

Edit = Callable[["Office", random.Random], object]


class Office:
    """A repository with settings, a handbook of one page and templates of its own, and its site."""

    def __init__(self, folder: Path) -> None:
        self.root, self.site, self.clean = folder / "root", folder / "site", folder / "clean"
        self.day, self.more = DAY, list[str]()
        shutil.copytree(SAMPLE / "data", self.root / "data")
        shutil.copytree(REPOSITORY / "site_templates", self.root / "site_templates")
        settings = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
        settings = re.sub(r"^nav:\n(?: .*\n)+", "", settings, flags=re.MULTILINE)
        (self.root / "mkdocs.yml").write_text(settings, encoding="utf-8")
        (self.root / "docs/huong-dan").mkdir(parents=True)
        (self.root / "docs/huong-dan/index.md").write_text("# Sổ tay\n", encoding="utf-8")

    def build(self, *more: str) -> int:
        """Build over the site that is there; return the exit code."""
        return main(["build", "--root", str(self.root), "--today", self.day, "--keep-going", *self.more, *more])

    def is_as_from_nothing(self) -> bool:
        """Build over the site that is there, and from nothing elsewhere; return whether both give the same."""
        assert self.build("--site", str(self.site)) == self.build("--site", str(self.clean), "--no-cache")
        return tree(self.site) == tree(self.clean)

    def files(self, pattern: str) -> list[Path]:
        """Return the data files of a pattern."""
        return sorted((self.root / "data").rglob(pattern))

    def template(self, change: Callable[[str], str]) -> None:
        """Change the template of units."""
        file = self.root / TEMPLATE
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.delenv("KTGS_NO_CACHE", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return Office(tmp_path)


def change_a_line(office: Office, chance: random.Random) -> None:
    """Change one figure of a file, or take a line away."""
    file = chance.choice(office.files("*.yml"))
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    number = chance.randrange(len(lines))
    lines[number] = lines[number].translate(str.maketrans("0123456789", "1234567890")) if chance.random() < 0.7 else ""
    file.write_text("".join(lines), encoding="utf-8")


def damage_a_page(office: Office, chance: random.Random) -> None:
    """Change a byte of a page that was built, keeping its size and its time."""
    page = chance.choice(sorted(office.site.rglob("*.html")))
    before = page.stat()
    page.write_bytes(page.read_bytes()[:-1] + b"!")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


EDITS: dict[str, Edit] = {
    "a line": change_a_line,
    "another line": change_a_line,
    "a third line": change_a_line,
    "a file is gone": lambda office, chance: chance.choice(office.files("*.md")).unlink(),
    "a file is renamed": lambda office, chance: (file := chance.choice(office.files("units/*.yml"))).rename(
        file.with_name("don-vi-khac.yml")
    ),
    "a template": lambda office, chance: office.template(lambda text: text + "<!-- mới -->"),
    "a template again": lambda office, chance: office.template(lambda text: text.replace("mới", "cũ")),
    "another day": lambda office, chance: setattr(office, "day", chance.choice(("2020-06-30", "2020-12-31"))),
    "a damaged page": damage_a_page,
    "a page is gone": lambda office, chance: chance.choice(sorted(office.site.rglob("*.html"))).unlink(),
    "a page that others may write": lambda office, chance: chance.choice(sorted(office.site.rglob("*.html"))).chmod(
        0o666
    ),
    "a damaged cache": lambda office, chance: [
        file.write_bytes(file.read_bytes()[:-1] + b"!") for file in (office.root / ".ktgs").iterdir()
    ],
    "no cache": lambda office, chance: main(["cache", "--clear", "--root", str(office.root)]),
    "the handbook": lambda office, chance: (office.root / "docs/huong-dan/moi.md").write_text(
        "# Mới", encoding="utf-8"
    ),
    "the address": lambda office, chance: (file := office.root / "mkdocs.yml").write_text(
        file.read_text(encoding="utf-8") + "site_url: https://example.org/ke-hoach/\n", encoding="utf-8"
    ),
    "the host": lambda office, chance: (file := office.root / "mkdocs.yml").write_text(
        file.read_text(encoding="utf-8") + "repo_url: https://github.com/OWNER/NAME\n", encoding="utf-8"
    ),
}


def test_what_is_reused_is_what_would_be_made(office: Office) -> None:
    chance = random.Random(9)
    assert office.is_as_from_nothing()
    for name in chance.sample(sorted(EDITS), len(EDITS)):
        EDITS[name](office, chance)
        assert office.is_as_from_nothing(), name


def test_the_audiences_are_kept_apart(office: Office) -> None:
    office.more = ["--internal"]
    office.site, office.clean = office.root / "inside", office.root.parent / "inside-clean"
    assert office.is_as_from_nothing()
    change_a_line(office, random.Random(1))
    assert office.is_as_from_nothing()


def test_only_pages_that_changed_are_made(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered, paths = building.rendered, list[str]()

    def noted(environment: Environment, site: Site, item: building.Kept) -> tuple[bytes, Shell]:
        paths.append(item.page.url)
        return rendered(environment, site, item)

    monkeypatch.setattr(building, "rendered", noted)
    monkeypatch.setattr("ktgs.machine.sharing._processors", lambda: 1)
    assert office.build("--site", str(office.site)) == 0
    every = len(paths)
    paths.clear()
    unit = office.root / "data/units/doan-so-a.yml"
    unit.write_text(unit.read_text(encoding="utf-8") + "# ghi chú\n", encoding="utf-8")
    assert office.build("--site", str(office.site)) == 0
    assert paths == []
    report = office.files("du-sinh-hoat/*.md")[0]
    report.write_text(report.read_text(encoding="utf-8") + "\nThêm một câu.\n", encoding="utf-8")
    assert office.build("--site", str(office.site)) == 0
    assert f"bao-cao/{report.stem}.html" in paths
    assert len(paths) < every / 10


def test_another_program_reuses_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    assert office.build("--site", str(office.site)) == 0
    kept = made.MadeFiles(office.root, office.site, b"frame")
    kept.keep([made.Made("index.html", digest(b"key"), digest(b"content"))])
    assert made.MadeFiles(office.root, office.site, b"frame").content("index.html", digest(b"key")) == digest(
        b"content"
    )
    assert made.MadeFiles(office.root, office.site, b"other").content("index.html", digest(b"key")) is None
    assert made.MadeFiles(office.root, office.clean, b"frame").content("index.html", digest(b"key")) is None
    monkeypatch.setattr(made, "of_program", lambda: b"another")
    assert made.MadeFiles(office.root, office.site, b"frame").content("index.html", digest(b"key")) is None


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("seconds", (0.8, 1.6))
def test_a_build_that_is_killed_spoils_nothing(office: Office, seconds: float) -> None:
    assert office.build("--site", str(office.site)) == 0
    change_a_line(office, random.Random(7))
    command = [sys.executable, "-m", "ktgs", "build", "--root", str(office.root), "--site", str(office.site)]
    with subprocess.Popen(
        [*command, "--today", DAY, "--keep-going"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
    assert office.is_as_from_nothing()
