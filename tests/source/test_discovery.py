"""What lies under `data/`: a fixed order, and nothing left out silently."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from ktgs.language.diagnostics import Severity
from ktgs.source.characters import LARGEST
from ktgs.source.discovery import discover


def lay(root: Path, *files: str) -> Path:
    for file in files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(b"a: b\n")
    return root


def found(root: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the files that are read, and code and file of each diagnostic."""
    files, diagnostics = discover(root)
    problems = [(diagnostic.code.id, diagnostic.place.file) for diagnostic in diagnostics]
    return [file.file for file in files if not file.is_refused], problems


def test_files_come_sorted_by_the_parts_of_their_paths(tmp_path: Path) -> None:
    names = ["data/units/b.yml", "data/units-a/c.yml", "data/units/a.md", "data/units/a/z.yml", "data/organization.yml"]
    lay(tmp_path, *names, "data/units/.gitkeep")
    order = ["data/organization.yml", "data/units/a/z.yml", "data/units/a.md", "data/units/b.yml", "data/units-a/c.yml"]
    assert found(tmp_path) == (order, [])


def test_the_order_of_the_directory_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "data/b/a.yml", "data/b/c (1).yml", "data/a/b.yml", "data/c.yml", "data/d.txt")
    expected = found(tmp_path)
    scandir = os.scandir

    class Reversed:
        def __init__(self, folder: Path) -> None:
            with scandir(folder) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *error: object) -> None:
            self.entries.clear()

    monkeypatch.setattr(os, "scandir", Reversed)
    assert found(tmp_path) == expected


@pytest.mark.parametrize(
    ("name", "code", "cure"),
    [
        ("x.yaml", "F004", "Đổi phần mở rộng thành .yml."),
        ("x.docx", "F004", "Chuyển tệp ra ngoài thư mục data."),
        ("x", "F004", "Chuyển tệp ra ngoài thư mục data."),
        ("x.yml~", "F005", "Giữ lại nội dung đúng trong tệp chính, rồi xóa bản sao."),
        ("#x.yml#", "F005", "Giữ lại nội dung đúng trong tệp chính, rồi xóa bản sao."),
        ("x (1).yml", "F005", "Giữ lại nội dung đúng trong tệp chính, rồi xóa bản sao."),
        ("x(2).md", "F005", "Giữ lại nội dung đúng trong tệp chính, rồi xóa bản sao."),
        ("x - Copy.yml", "F005", "Giữ lại nội dung đúng trong tệp chính, rồi xóa bản sao."),
        ("x - Copy (2).yml", "F005", "Giữ lại nội dung đúng trong tệp chính, rồi xóa bản sao."),
        ("x - Bản sao.yml", "F005", "Giữ lại nội dung đúng trong tệp chính, rồi xóa bản sao."),
        ("Bản sao của x.yml", "F005", "Giữ lại nội dung đúng trong tệp chính, rồi xóa bản sao."),
        ("x copy 2.yml", "F005", "Giữ lại nội dung đúng trong tệp chính, rồi xóa bản sao."),
        ("x.yml.bak", "F005", "Giữ lại nội dung đúng trong tệp chính, rồi xóa bản sao."),
        ("x.orig", "F005", "Giữ lại nội dung đúng trong tệp chính, rồi xóa bản sao."),
        ("Đoàn Sở A.yml", "F006", "Đổi thành “doan-so-a.yml”."),
        ("\u0111oa\u0300n.yml", "F006", "Đổi thành “doan.yml”."),
        ("doan_so_a.yml", "F006", "Đổi thành “doan-so-a.yml”."),
        ("x.YML", "F006", "Đổi thành “x.yml”."),
        ("x.v2.yml", "F006", "Đổi thành “x-v2.yml”."),
        ("-.yml", "F006", "Đặt lại tên."),
        ("…….yml", "F006", "Đặt lại tên."),
        (".DS_Store", "F007", "Xóa tệp, và thêm tên đó vào .gitignore."),
        (".x.yml.swp", "F007", "Xóa tệp, và thêm tên đó vào .gitignore."),
    ],
)
def test_a_name_that_should_not_be_there_is_told(tmp_path: Path, name: str, code: str, cure: str) -> None:
    lay(tmp_path, "data/units/a.yml", f"data/units/{name}")
    files, (diagnostic,) = discover(tmp_path)
    assert (diagnostic.code.id, diagnostic.place.file, diagnostic.cure) == (code, f"data/units/{name}", cure)
    assert found(tmp_path)[0] == ["data/units/a.yml"]
    refused = [file for file in files if file.is_refused]
    assert [file.file for file in refused] == ([] if code == "F007" else [f"data/units/{name}"])
    assert [file.read() for file in refused] == [(None, ())] * len(refused)


def test_hidden_files_only_warn(tmp_path: Path) -> None:
    _, (diagnostic,) = discover(lay(tmp_path, "data/.DS_Store"))
    assert diagnostic.severity is Severity.warning


def test_a_folder_with_a_wrong_name_is_told_once_and_its_files_are_not_read(tmp_path: Path) -> None:
    lay(tmp_path, "data/Đơn vị/a.yml", "data/Đơn vị/con/b.yml")
    assert found(tmp_path) == ([], [("F006", "data/Đơn vị")])
    assert [file.file for file in discover(tmp_path)[0]] == ["data/Đơn vị/a.yml", "data/Đơn vị/con/b.yml"]


def test_links_are_refused_wherever_they_lead(tmp_path: Path) -> None:
    lay(tmp_path, "data/units/a.yml", "outside/b.yml")
    (tmp_path / "data/units/b.yml").symlink_to(tmp_path / "outside/b.yml")
    (tmp_path / "data/units/c.yml").symlink_to("a.yml")
    (tmp_path / "data/plans").symlink_to(tmp_path / "outside")
    (tmp_path / "data/d.yml").symlink_to("nowhere")
    links = ["data/d.yml", "data/plans", "data/units/b.yml", "data/units/c.yml"]
    assert found(tmp_path) == (["data/units/a.yml"], [("F002", file) for file in links])


def test_a_data_folder_that_is_missing_a_file_or_a_link_is_told(tmp_path: Path) -> None:
    assert found(tmp_path) == ([], [("F001", "data")])
    assert found(tmp_path / "nowhere") == ([], [("F001", "data")])
    (tmp_path / "data").write_text("")
    assert found(tmp_path) == ([], [("F001", "data")])
    (tmp_path / "data").unlink()
    (tmp_path / "data").symlink_to(lay(tmp_path / "other", "data/a.yml") / "data")
    assert found(tmp_path) == ([], [("F002", "data")])


def test_an_empty_data_folder_has_no_files(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert found(tmp_path) == ([], [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_pipes_and_sockets_are_told_and_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "data/a.yml")
    os.mkfifo(tmp_path / "data/b.yml")
    monkeypatch.chdir(tmp_path / "data")  # a socket's address is short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("c.yml")
    assert found(tmp_path) == (["data/a.yml"], [("F008", "data/b.yml"), ("F008", "data/c.yml")])


def test_a_file_that_cannot_be_read_is_a_diagnostic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file,), _ = discover(lay(tmp_path, "data/a.yml"))
    assert file.read() == (b"a: b\n", ())
    (tmp_path / "data/a.yml").unlink()
    data, (diagnostic,) = file.read()
    assert (data, diagnostic.code.id, diagnostic.place.file) == (None, "F003", "data/a.yml")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert file.read()[1][0].message == "Không đọc được: không có quyền đọc."


def test_a_folder_that_cannot_be_listed_is_a_diagnostic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "data/a.yml", "data/units/b.yml")
    scandir = os.scandir

    def refuse_units(folder: Path) -> object:
        if folder.name == "units":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse_units)
    assert found(tmp_path) == (["data/a.yml"], [("F003", "data/units")])


def test_no_more_is_read_than_shows_that_a_file_is_too_large(tmp_path: Path) -> None:
    (file,), _ = discover(lay(tmp_path, "data/a.yml"))
    (tmp_path / "data/a.yml").write_bytes(b"a" * (LARGEST * 2))
    data, diagnostics = file.read()
    assert (len(data or b""), diagnostics) == (LARGEST + 1, ())


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_not_text_is_printable(tmp_path: Path) -> None:
    lay(tmp_path, "data/a.yml")
    with open(os.fsencode(tmp_path / "data") + b"/x\xff\ny.yml", "wb"):
        pass
    _, (diagnostic,) = discover(tmp_path)
    assert diagnostic.place.file == "data/x\\xff\\ny.yml"
    assert f"{diagnostic.place} {diagnostic.message} {diagnostic.cure}".isprintable()


def test_a_deep_tree_is_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path / "data")
    for _ in range(600):
        os.mkdir("a")
        os.chdir("a")
    assert found(tmp_path)[0] == []
    for _ in range(600):  # pytest's own clean-up recurses, and would not come to the end of it
        os.chdir("..")
        os.rmdir("a")
