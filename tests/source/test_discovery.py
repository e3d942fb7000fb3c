"""What lies under `data/`: a fixed order, and nothing left out silently."""

from __future__ import annotations

import os
import re
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
        ("Đoàn Sở A.yml", "F006", "Đổi thành “doan-so-a.yml”."),
        ("\u0111oa\u0300n.yml", "F006", "Đổi thành “doan.yml”."),
        ("doan_so_a.yml", "F006", "Đổi thành “doan-so-a.yml”."),
        ("x.YML", "F006", "Đổi thành “x.yml”."),
        ("x.v2.yml", "F006", "Đổi thành “x-v2.yml”."),
        ("-.yml", "F006", "Đặt lại tên."),
        ("…….yml", "F006", "Đặt lại tên."),
        ("x.yml.txt", "F004", "Đổi tên thành “x.yml”, nếu tệp ấy chưa có."),
        (
            "A.yml",
            "F006",
            "Không đổi tên: “a.yml” đã có. So hai tệp, giữ nội dung đúng trong một tệp, rồi xóa tệp kia.",
        ),
        (
            "a.yaml",
            "F004",
            "Không đổi tên: “a.yml” đã có. So hai tệp, giữ nội dung đúng trong một tệp, rồi xóa tệp kia.",
        ),
        ("\u00d0oàn.yml", "F006", "Đổi thành “doan.yml”."),
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


COPIES = """\
x.yml~  x~HEAD.yml  x.yml~main  #x.yml#  ~$x.yml  x.yml.bak  x.yml.old  x.yml.orig  x.yml.rej  x.yml.swp  x.yml.mine
x.yml.r12  x.yml.1  x.yml.save  x_BASE_12.yml  x_LOCAL_12.yml  x_REMOTE_12.yml  x_BACKUP_12.yml  x.BASE.12.yml
x.sync-conflict-20200501-083000-ABCDEFG.yml  x_conflict-20200501-083000.yml  x-DESKTOP-AB12CD3.yml  x-LAPTOP-AB12CD3.yml
x (1).yml  x(2).yml  x (conflicted copy 2020-05-01 083000).yml  x (Nguyễn Văn A's conflicted copy 2020-05-01).yml
x (bản sao xung đột của máy A).yml  x (copy).yml  x (another copy).yml  x - Copy.yml  x - Copy (2).yml  x copy 2.yml
x - Bản sao.yml  Bản sao của x.yml  Copy of x.yml  x 2.yml"""


@pytest.mark.parametrize("name", re.split(r"  |\n", COPIES))
def test_a_programs_copy_is_never_to_be_renamed(tmp_path: Path, name: str) -> None:
    files, (diagnostic,) = discover(lay(tmp_path, "data/units/x.yml", f"data/units/{name}"))
    assert (diagnostic.code.id, diagnostic.place.file) == ("F005", f"data/units/{name}")
    assert diagnostic.message == f"“{name}” là bản sao do một chương trình để lại, không được đọc."
    cure = "So với “x.yml”, giữ nội dung đúng trong tệp ấy, rồi xóa bản sao; không đổi tên bản sao."
    assert diagnostic.cure == cure
    (copy,) = (file for file in files if file.is_refused)
    assert copy.read() == (None, ())


def test_a_number_behind_a_name_makes_a_copy_only_of_what_is_there(tmp_path: Path) -> None:
    assert found(lay(tmp_path, "data/units/Chi đoàn 2.yml"))[1] == [("F006", "data/units/Chi đoàn 2.yml")]


def test_a_copy_whose_original_has_no_sound_name_speaks_of_the_main_file(tmp_path: Path) -> None:
    _, (diagnostic,) = discover(lay(tmp_path, "data/units/Đoàn A (1).yml"))
    assert diagnostic.cure.startswith("So với tệp chính, giữ nội dung đúng")


def test_two_names_that_mean_one_are_not_both_renamed_to_it(tmp_path: Path) -> None:
    _, problems = discover(lay(tmp_path, "data/units/Sở A.yml", "data/units/so_a.yml"))
    assert {problem.cure.partition(".")[0] for problem in problems} == {"Không đổi tên: “so-a"}


def test_a_folder_beside_one_of_its_sound_name_is_not_renamed_to_it(tmp_path: Path) -> None:
    _, (problem,) = discover(lay(tmp_path, "data/units/a.yml", "data/Units/b.yml"))
    cure = "Không đổi tên: “units” đã có. Chuyển các tệp sang thư mục ấy, rồi xóa thư mục này."
    assert (problem.place.file, problem.cure) == ("data/Units", cure)


@pytest.mark.parametrize(
    "name", ["Thumbs.db", "desktop.ini", ".DS_Store", "._x.yml", "README.md", "readme.txt", "README"]
)
def test_what_is_no_data_is_a_note_and_leaves_no_mark(tmp_path: Path, name: str) -> None:
    files, (diagnostic,) = discover(lay(tmp_path, "data/units/a.yml", f"data/units/{name}"))
    assert (diagnostic.code.id, diagnostic.severity) == ("F009", Severity.note)
    assert [file.file for file in files] == ["data/units/a.yml"]


def test_hidden_files_only_warn(tmp_path: Path) -> None:
    _, (diagnostic,) = discover(lay(tmp_path, "data/.x.yml"))
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

    monkeypatch.setattr("builtins.open", refuse)
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
