"""What may lie under `docs/` and `site_templates/`: told by the check, and refused before anything is published."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ktgs.command import main as cli
from ktgs.mkdocs_plugin import build
from ktgs.source.site_folders import site_problems
from tests.repo import lay

REPOSITORY = Path(__file__).parents[2]
PAGES: dict[str, str | bytes | None] = {
    "docs/huong-dan/index.md": "# Sổ tay\n",
    "docs/huong-dan/anh/hinh-1.png": b"\x89PNG",
}
THEME = "theme: {name: null, custom_dir: site_templates, static_templates: [404.html]}"
SETTINGS: dict[str, str | bytes | None] = {
    "mkdocs.yml": f"site_name: Thử\n{THEME}\nplugins: [ktgs]\n",
    "site_templates/assets/own.css": "",
}


def found(root: Path) -> list[tuple[str, str]]:
    """Return the code and the file of each problem."""
    return [(item.code.id, item.place.file) for item in site_problems(root)]


def folders(tmp_path: Path, *, base: Path | None = None) -> Path:
    """Return a repository whose site has a handbook and templates of its own, and beside it what is private."""
    return lay(tmp_path / "root", {**PAGES, **SETTINGS, "private/secret.txt": "bí mật"}, base=base)


def test_the_shipped_ones_are_sound() -> None:
    assert site_problems(REPOSITORY) == ()


def test_without_settings_the_folders_are_not_the_site_s(tmp_path: Path) -> None:
    assert found(lay(tmp_path, {"docs/letter.docx": ""}, base=None)) == []


@pytest.mark.parametrize(
    ("name", "code", "cure"),
    [
        ("docs/huong-dan/evil.html", "F501", "Viết lại thành trang .md"),
        ("docs/huong-dan/evil.HTM", "F501", "Viết lại thành trang .md"),
        ("docs/huong-dan/evil.svg", "F501", "đổi ảnh sang .png"),
        ("docs/huong-dan/a.js", "F501", "chuyển tệp ra ngoài docs"),
        ("docs/huong-dan/a.css", "F501", "chuyển tệp ra ngoài docs"),
        ("docs/huong-dan/a.markdown", "F501", "Viết lại thành trang .md"),
        ("docs/huong-dan/bang.xlsx", "F501", "chuyển tệp ra ngoài docs"),
        ("docs/huong-dan/LICENSE", "F501", "chuyển tệp ra ngoài docs"),
        ("docs/huong-dan", "F501", "chuyển tệp ra ngoài docs"),
        ("docs/evil.html", "F501", "chuyển tệp ra ngoài docs"),
        ("docs/index.md", "F502", "chuyển vào đó"),
        ("docs/INDEX.md", "F502", "chuyển vào đó"),
        ("docs/404.md", "F502", "chuyển vào đó"),
        ("docs/anh.png", "F502", "chuyển vào đó"),
        ("docs/assets", "F502", "chuyển vào đó"),
        ("docs/don-vi", "F502", "chuyển vào đó"),
        ("docs/Huong-Dan", "F502", "chuyển vào đó"),
        ("docs/.hidden", "F502", "chuyển vào đó"),
        ("docs/huong-dan/Index.md", "F006", "Đổi thành “index.md”."),
        ("docs/huong-dan/README.md", "F006", "Đổi thành “readme.md”."),
        ("docs/huong-dan/index.MD", "F006", "Đổi thành “index.md”."),
        ("docs/huong-dan/Ảnh chụp.PNG", "F006", "Đổi thành “anh-chup.png”."),
        ("docs/huong-dan/Ảnh", "F006", "Đổi thành “anh”."),
    ],
)
def test_what_is_no_page_and_no_picture_of_the_handbook(name: str, code: str, cure: str, tmp_path: Path) -> None:
    root = lay(tmp_path, SETTINGS, base=None)
    is_folder = "." not in Path(name).name.removeprefix(".") and name not in (
        "docs/huong-dan",
        "docs/huong-dan/LICENSE",
    )
    lay(root, {f"{name}/a.md" if is_folder else name: ""}, base=None)
    (problem,) = site_problems(root)
    assert (problem.code.id, problem.place.file) == (code, name)
    assert cure in problem.cure


def test_pages_pictures_and_what_is_hidden_are_fine(tmp_path: Path) -> None:
    names = ("a.jpg", "a.jpeg", "a.gif", "a.webp", "sau/hon/a.md", ".gitkeep", ".DS_Store", "sau/.DS_Store")
    root = lay(folders(tmp_path), {f"docs/huong-dan/{name}": "" for name in names})
    (root / "docs/huong-dan/.#index.md").symlink_to("someone@machine.1234")  # Emacs holds a file so
    assert found(root) == []


LINKS = (
    "docs",
    "docs/private",
    "docs/huong-dan",
    "docs/huong-dan/private",
    "docs/huong-dan/anh/secret.png",
    "docs/huong-dan/.hidden",
    "site_templates",
    "site_templates/assets",
    "site_templates/assets/secret.txt",
    "site_templates/assets/deep",
)


def link(root: Path, name: str) -> None:
    """Put a link in the place of what lies there, to what is private."""
    path = root / name
    if path.exists():
        path.rename(root / "aside")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(root / ("private/secret.txt" if "." in Path(name).name[1:] else "private"))


@pytest.mark.parametrize("name", LINKS)
def test_a_link_is_refused_by_check_and_build(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folders(tmp_path, base=REPOSITORY / "tests/sample")
    link(root, name)
    assert found(root) == [("F002", name)]
    words = f"{name}:1:1: F002 lỗi: Đây là một liên kết, không phải tệp hay thư mục thật. Xóa liên kết;"
    assert cli.main(["check", "--root", str(root)]) == 1
    assert capsys.readouterr().out.startswith(words)
    assert build(root, None, True, None) == 1  # with --keep-going, too
    assert capsys.readouterr().err.startswith(words)
    assert not (root / "site").exists()
    assert not any(path.name.startswith(".site") for path in root.iterdir())


def two_loops(folder: Path) -> None:
    """Two links up: a walk that follows them doubles at each step."""
    (folder / "a").symlink_to("..")
    (folder / "b").symlink_to("..")


def self_loop(folder: Path) -> None:
    (folder / "a").symlink_to("a")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "a.png")


@pytest.mark.parametrize("folder", ["docs/huong-dan", "site_templates/assets"])
@pytest.mark.parametrize("make", [two_loops, self_loop, pipe])
def test_loops_and_pipes_stop_nobody(
    make: Callable[[Path], None], folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """MkDocs would walk round for ever, and wait for ever for the pipe."""
    root = folders(tmp_path, base=REPOSITORY / "tests/sample")
    make(root / folder)
    code = "F008" if make is pipe else "F002"
    assert {item for item, _ in found(root)} == {code}
    assert build(root, None, False, None) == 1
    assert f"{folder}/a" in capsys.readouterr().err
    assert not (root / "site").exists()


def test_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = folders(tmp_path)
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "anh":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert found(root) == [("F003", "docs/huong-dan/anh")]


def test_names_of_settings_elsewhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What mkdocs.yml calls otherwise is guarded by the build as well."""
    root = lay(tmp_path, {"so-tay/huong-dan/index.md": "# Sổ tay\n", "so-tay/index.md": "# Tôi\n"})
    lay(
        root,
        {"mkdocs.yml": f"site_name: Thử\n{THEME}\nplugins: [ktgs]\ndocs_dir: so-tay\n", "site_templates/a.css": ""},
    )
    assert build(root, None, False, None) == 1
    assert capsys.readouterr().err.startswith("so-tay/index.md:1:1: F502 lỗi: ")


def test_pages_and_pictures_are_published(tmp_path: Path) -> None:
    root = folders(tmp_path, base=REPOSITORY / "tests/sample")
    assert build(root, None, False, None) == 0
    assert (root / "site/huong-dan/anh/hinh-1.png").read_bytes() == b"\x89PNG"
    assert (root / "site/assets/own.css").is_file()
