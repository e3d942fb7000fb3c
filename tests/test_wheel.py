"""The program from a built wheel, in an environment of its own, by what README says of a body of your own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from tests.repo import lay
from tests.starting.inspectorate import ARGUMENTS, NOTIFIED

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """Return what a command prints; fail where it does."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(cwd)}
    ran = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, f"{command}\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout


def install(folder: Path) -> Path:
    """Return `ktgs` in a fresh environment: the wheel built from a copy of the sources, libraries as they are here."""
    sources = folder / "sources"
    kept = (
        path for path in run("git", "ls-files", "-z", cwd=ROOT).split("\0") if path and not path.startswith("tests")
    )
    for path in kept:
        if (ROOT / path).is_file():
            (sources / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, sources / path)
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "dist", cwd=sources)
    (wheel,) = (folder / "dist").glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    (packages,) = (folder / "env").glob("lib/python*/site-packages")
    (packages / "libraries.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", "utf-8")
    where = run(python, "-c", "import ktgs; print(ktgs.__file__)", cwd=folder)
    assert Path(where.strip()).is_relative_to(folder / "env")
    shutil.rmtree(sources)
    return folder / "env" / "bin" / "ktgs"


def test_a_body_of_another_kind_starts_from_the_wheel_alone(tmp_path: Path) -> None:
    ktgs, home = install(tmp_path), tmp_path / "thanh-tra"
    run(ktgs, "init", home, "--yes", *ARGUMENTS, cwd=tmp_path)
    assert "Không có lỗi" in run(ktgs, "check", "--strict", "--today", "15/02/2026", cwd=home)
    run(ktgs, "build", "--today", "15/02/2026", cwd=home)
    assert "Sở Giáo dục và Đào tạo Tỉnh A" in (home / "site" / "index.html").read_text("utf-8")
    assert (home / "site" / "huong-dan" / "ke-hoach.html").is_file()
    assert {item["state"] for item in due(ktgs, home) if item["duty"] == "thong-bao"} == {"upcoming"}
    lay(home, NOTIFIED, base=None)
    run(ktgs, "check", "--strict", "--today", "15/02/2026", cwd=home)
    assert {item["state"] for item in due(ktgs, home) if item["duty"] == "thong-bao"} == {"on_time"}


def due(ktgs: Path, home: Path) -> list[dict[str, str]]:
    """Return the obligations that `ktgs due` lists."""
    found: list[dict[str, str]] = json.loads(run(ktgs, "due", "--format", "json", "--today", "15/02/2026", cwd=home))
    return found
