"""Nothing that is not ours is replaced, removed or followed, wherever the site is to be written."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ktgs.facts.audience import Audience
from ktgs.language.text import nfc
from ktgs.mkdocs_plugin import build
from ktgs.reuse.fingerprints import digest
from ktgs.site import staging
from ktgs.site.ownership import MARK, Refused, mark, marked_as
from ktgs.site.staging import Staging, link_file, write_file
from tests.repo import lay
from tests.trees import tree

REPOSITORY = Path(__file__).parent.parent
Captured = pytest.CaptureFixture[str]


def made(target: Path, text: str = "mới", audience: Audience = Audience.public) -> None:
    """Publish a site of one file."""
    site = Staging(target, audience)
    write_file(site.folder, "index.html", text.encode(), site.target)
    site.publish()
    assert site.unremoved == []


def seen(folder: Path) -> dict[str, str]:
    """Return all that lies in a folder: what each file holds, where each link leads."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"→ {os.readlink(path)}"
        elif not path.is_dir():
            found[name] = path.read_bytes().decode("utf-8", "replace") if path.is_file() else "special"
        elif not any(path.iterdir()):
            found[name] = "empty"
    return found


def letters(folder: Path) -> Path:
    """Return a folder of somebody's."""
    folder.mkdir()
    (folder / "one.txt").write_text("dear", encoding="utf-8")
    return folder


# -- what may be replaced ----------------------------------------------------------------------------------------------


def test_a_site_has_our_mark_which_says_its_kind(tmp_path: Path) -> None:
    made(tmp_path / "site")
    made(tmp_path / "site-internal", audience=Audience.internal)
    assert marked_as(tmp_path / "site") == "public"
    assert marked_as(tmp_path / "site-internal") == "internal"
    assert (tmp_path / "site" / MARK).read_text("utf-8").startswith("ktgs: public\nThư mục này do ktgs tạo")
    assert sorted(os.listdir(tmp_path)) == ["site", "site-internal"]


@pytest.mark.parametrize("site", ["data/site", "data", "link/site", "site_templates/site", ".git/site", ".git"])
def test_a_site_inside_what_is_read_or_kept_is_refused(site: str, tmp_path: Path, capsys: Captured) -> None:
    """Its pages would be read as data or published as templates with the next build, or spoil git's own folder."""
    settings = "site_name: Thử\ntheme: {name: null, custom_dir: site_templates, static_templates: [404.html]}\n"
    root = lay(tmp_path, {"mkdocs.yml": f"{settings}plugins: [ktgs]\n", "docs/huong-dan/index.md": "# Sổ tay\n"})
    (root / "site_templates").mkdir()
    (root / ".git").mkdir()
    (root / "link").symlink_to(root / "data")
    before = seen(root)
    assert build(root, root / site, False, None) == 1
    assert "Hãy chọn thư mục khác bằng --site." in capsys.readouterr().err
    assert seen(root) == before


def test_a_site_that_holds_the_handbook_or_goes_through_a_file_is_refused(tmp_path: Path, capsys: Captured) -> None:
    root = lay(tmp_path, {"mkdocs.yml": "site_name: Thử\nplugins: [ktgs]\n", "docs/huong-dan/index.md": "# Sổ tay\n"})
    (root / "file").write_text("dear", encoding="utf-8")
    before = seen(root)
    told = {".": "không được chứa docs", "docs/site": "hay nằm trong docs", "file/site": "đã có tệp khác"}
    for site, words in told.items():
        assert build(root, root / site, False, None) == 1
        said = capsys.readouterr().err
        assert words in said and "within" not in said and "exists" not in said
    assert seen(root) == before


def test_an_empty_folder_may_be_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    made(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text("utf-8") == "mới"


FOREIGN = {
    "a page of somebody's": {"404.html": "", "index.html": "mine"},
    "a site of an earlier ktgs": {"404.html": "", "assets/site.css": ""},
    "anything": {"one.txt": "dear"},
    "hidden": {".env": "secret"},
    "an empty mark": {MARK: "", "one.txt": "dear"},
    "a mark of another program": {MARK: "hugo: public\n", "one.txt": "dear"},
    "a repository": {MARK: "ktgs: public\n", ".git/HEAD": "ref: refs/heads/pages"},
    "a work tree": {MARK: "ktgs: public\n", ".git": "gitdir: ../.git/worktrees/site"},
}


@pytest.mark.parametrize("files", FOREIGN.values(), ids=FOREIGN)
def test_a_folder_that_is_not_ours_is_refused(files: dict[str, str], tmp_path: Path) -> None:
    lay(tmp_path, {f"site/{name}": content for name, content in files.items()}, base=None)
    before = seen(tmp_path)
    with pytest.raises(Refused, match=r"Hãy chọn thư mục khác bằng --site"):
        Staging(tmp_path / "site")
    assert seen(tmp_path) == before


def test_each_refusal_says_what_is_there_and_the_cure(tmp_path: Path, capsys: Captured) -> None:
    root = lay(tmp_path, {"site/404.html": "mine"})
    before = seen(root)
    assert build(root, None, False, None) == 1
    assert capsys.readouterr().err == (
        f"{root / 'site'} đang chứa thứ khác, không phải trang do ktgs tạo (không có tệp .ktgs-site). Hãy chọn thư mục"
        " khác bằng --site; nếu đó là trang do bản ktgs trước tạo thì xóa thư mục ấy đi.\n"
    )
    assert seen(root) == before


def links(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Give the ways in which `site` can be a link: to a folder, to a site of ours, to nothing, to itself."""
    made(tmp_path / "elsewhere")
    yield "folder", letters(tmp_path / "letters")
    yield "ours", tmp_path / "elsewhere"
    yield "nothing", tmp_path / "nowhere"
    yield "loop", tmp_path / "loop"


def test_a_link_is_refused(tmp_path: Path) -> None:
    for name, leads_to in links(tmp_path):
        (tmp_path / name).symlink_to(leads_to)
        before = seen(tmp_path)
        with pytest.raises(Refused, match="là một liên kết, không phải thư mục thật"):
            Staging(tmp_path / name)
        assert seen(tmp_path) == before


def test_a_file_and_a_pipe_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("dear", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    for name in ("file", "pipe"):
        with pytest.raises(Refused, match="không phải là thư mục"):
            Staging(tmp_path / name)
    assert seen(tmp_path) == {"file": "dear", "pipe": "special"}


def test_a_mark_that_is_a_link_or_a_pipe_is_none(tmp_path: Path) -> None:
    made(tmp_path / "elsewhere")
    for name in ("linked", "piped"):
        letters(tmp_path / name)
    (tmp_path / "linked" / MARK).symlink_to(tmp_path / "elsewhere" / MARK)
    os.mkfifo(tmp_path / "piped" / MARK)
    for name in ("linked", "piped"):
        with pytest.raises(Refused, match="đang chứa thứ khác"):
            Staging(tmp_path / name)


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        (Audience.public, "đang chứa trang nội bộ, còn lần này là trang công khai"),
        (Audience.internal, "đang chứa trang công khai, còn lần này là trang nội bộ"),
    ],
)
def test_a_site_for_the_other_audience_is_refused(audience: Audience, words: str, tmp_path: Path) -> None:
    (other,) = set(Audience) - {audience}
    made(tmp_path / "site", "cũ", other)
    with pytest.raises(Refused, match=words):
        Staging(tmp_path / "site", audience)
    assert (tmp_path / "site/index.html").read_text("utf-8") == "cũ"
    assert os.listdir(tmp_path) == ["site"]


def git(folder: Path, *arguments: str) -> str:
    """Return what git prints."""
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    ran = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, check=True, text=True)
    return ran.stdout


def test_a_folder_that_git_tracks_is_refused_for_the_internal_site(tmp_path: Path) -> None:
    made(tmp_path / "trang [1]", audience=Audience.internal)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-f", ":(literal)trang [1]/index.html")
    before = seen(tmp_path / "trang [1]")
    for _ in range(2):  # staged, then committed
        with pytest.raises(Refused, match="có tệp do git theo dõi nên không được chứa trang nội bộ"):
            Staging(tmp_path / "trang [1]", Audience.internal)
        git(tmp_path, "commit", "-q", "--allow-empty", "-m", "x")
    assert seen(tmp_path / "trang [1]") == before
    made(tmp_path / "trang 1", audience=Audience.internal)  # beside it, nothing is tracked


def test_git_sees_no_internal_site_wherever_it_lies(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    made(tmp_path / "anywhere", audience=Audience.internal)
    assert git(tmp_path, "status", "--porcelain") == ""
    made(tmp_path / "site")
    assert git(tmp_path, "status", "--porcelain") == "?? site/\n"


def test_what_came_while_the_site_was_written_is_not_replaced(tmp_path: Path) -> None:
    site = Staging(tmp_path / "site")
    letters(tmp_path / "site")
    with pytest.raises(Refused, match="đang chứa thứ khác"):
        site.publish()
    assert seen(tmp_path) == {"site/one.txt": "dear"}


def test_the_root_and_what_leads_up_are_refused(tmp_path: Path) -> None:
    letters(tmp_path / "letters")
    for target in (Path("/"), tmp_path, tmp_path / "letters/.."):
        with pytest.raises(Refused):
            Staging(target)
    assert seen(tmp_path) == {"letters/one.txt": "dear"}


def test_a_mount_point_is_refused_before_any_work(tmp_path: Path) -> None:
    """At the folder and below it, also where the same disk is bound a second time, which `ismount` does not see."""
    code = (
        "import subprocess, sys; from pathlib import Path; from ktgs.site.staging import Staging\n"
        "from ktgs.site.ownership import Refused\nfrom tests.test_own_files import made\n"
        "root = Path(sys.argv[1])\n"
        "for name in ('bound', 'with one below', 'small'):\n"
        "    made(root / name)\n"
        "(root / 'with one below/in it').mkdir()\n"
        "bind = lambda target: subprocess.run(['mount', '--bind', root / 'letters', target]).returncode\n"
        "tmpfs = subprocess.run(['mount', '-t', 'tmpfs', 'tmpfs', root / 'small']).returncode\n"
        "if bind(root / 'bound') or bind(root / 'with one below/in it') or tmpfs: sys.exit(77)\n"
        "for name in ('bound', 'with one below', 'small'):\n"
        "    try: Staging(root / name)\n"
        "    except Refused as error: print(error)\n"
    )
    letters(tmp_path / "letters")
    command = ["unshare", "-rm", sys.executable, "-c", code, str(tmp_path)]
    try:
        ran = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False, text=True)
    except FileNotFoundError:
        pytest.skip("no unshare here")
    if ran.returncode == 77 or (ran.returncode and ran.stderr.startswith("unshare: ")):
        pytest.skip("nothing can be mounted here")
    assert ran.returncode == 0, ran.stderr
    told = ran.stdout.splitlines()
    assert [line.partition(" là, hoặc")[0] for line in told] == [
        str(tmp_path / name) for name in ("bound", "with one below", "small")
    ]
    assert all("điểm gắn ổ đĩa (mount)" in line and "/trang." in line for line in told)
    assert sorted(os.listdir(tmp_path)) == ["bound", "letters", "small", "with one below"]
    assert seen(tmp_path / "letters") == {"one.txt": "dear"}


# -- what lies beside --------------------------------------------------------------------------------------------------


def test_a_link_where_a_new_site_used_to_be_written_is_left_alone(tmp_path: Path) -> None:
    """It once led to the loss of all that it leads to, and git carries it."""
    root = lay(tmp_path / "repository", {})
    letters(tmp_path / "letters")
    for name in (".site-new", ".site-old", ".site-12345678"):
        (root / name).symlink_to(tmp_path / "letters")
    before = seen(tmp_path)
    assert build(root, None, False, None) == 0
    assert build(root, None, False, None) == 0
    after = seen(tmp_path)
    assert {name: after[name] for name in before} == before
    assert sorted(os.listdir(root)) == [".site-12345678", ".site-new", ".site-old", "data", "site"]


def test_folders_of_others_beside_the_site_are_left_alone(tmp_path: Path) -> None:
    for name in (".site-old", ".site-new", ".site-abcdefgh", ".site-", "site-old"):
        letters(tmp_path / name)
    (tmp_path / ".site-empty").mkdir()
    (tmp_path / ".site-file").write_text("dear", encoding="utf-8")
    made(tmp_path / ".site-of-mine")  # a site of ours with such a name is a site
    before = seen(tmp_path)
    made(tmp_path / "site")
    assert {name: text for name, text in seen(tmp_path).items() if not name.startswith("site/")} == before


def test_what_a_killed_build_left_is_known_by_its_mark_and_name(tmp_path: Path) -> None:
    left = Staging(tmp_path / "site")
    other = Staging(tmp_path / "site-internal", Audience.internal)
    write_file(left.folder, "index.html", b"half")
    for killed in (left, other):
        os.close(killed._lock or 0)  # as the death of its process does
    made(tmp_path / "site")
    assert seen(tmp_path).keys() == {
        "site/index.html",
        f"site/{MARK}",
        f"{other._box.name}/{MARK}",
        f"{other._box.name}/new",
    }


def test_a_folder_of_a_killed_build_with_links_in_it_costs_the_links_alone(tmp_path: Path) -> None:
    letters(tmp_path / "letters")
    box = tmp_path / ".site-abcdefgh"
    (box / "new/assets").mkdir(parents=True)
    mark(box, "staging 'site'")
    (box / "new/assets/letters").symlink_to(tmp_path / "letters")
    (box / "old").symlink_to(tmp_path / "letters")
    site = Staging(tmp_path / "site")
    assert [str(error) for error in site.unremoved] != []  # `old` is no folder: it is told and left
    site.close()
    assert seen(tmp_path / "letters") == {"one.txt": "dear"}
    assert not (tmp_path / "site").exists()


def test_each_new_site_is_written_in_a_fresh_folder_closed_to_others(tmp_path: Path) -> None:
    names = set()
    for _ in range(3):
        site = Staging(tmp_path / "site")
        names.add(site.folder.parent.name)
        assert site.folder.parent.name.startswith(".site-")
        assert stat.S_IMODE(site.folder.parent.stat().st_mode) == 0o700
        site.close()
    assert len(names) == 3 and os.listdir(tmp_path) == []


def test_a_name_in_any_letters(tmp_path: Path) -> None:
    for name in ("trang của Đoàn", "a\nb", "[x]*"):
        made(tmp_path / name)
        killed = Staging(tmp_path / name)
        os.close(killed._lock or 0)
        made(tmp_path / name)
    assert sorted(map(nfc, os.listdir(tmp_path))) == sorted(("trang của Đoàn", "a\nb", "[x]*"))


def test_a_swap_that_fails_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "site", "cũ")
    monkeypatch.setattr(staging, "exchanged", lambda *_: False)
    rename, seen_calls = Path.rename, list[Path]()

    def failing(path: Path, target: Path) -> Path:
        seen_calls.append(path)
        if len(seen_calls) == 2:
            raise OSError(5, "Input/output error", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="Input/output"):
        made(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text("utf-8") == "cũ"
    assert os.listdir(tmp_path) == ["site"]


def test_what_cannot_be_cleaned_away_is_told_and_the_site_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    root = lay(tmp_path, {})
    assert build(root, None, False, None) == 0

    def refusing(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("ktgs.site.staging.shutil.rmtree", refusing)
    assert build(root, None, False, None) == 0
    said = capsys.readouterr().err
    assert said.startswith("Chưa xóa được thư mục tạm của lần tạo trang: không có quyền ghi (")
    assert said.endswith("). Trang không bị ảnh hưởng.\n")


# -- modes -------------------------------------------------------------------------------------------------------------


def modes(folder: Path) -> set[tuple[bool, int]]:
    """Return whether folder and mode of all that there is."""
    return {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in (folder, *folder.rglob("*"))}


@pytest.mark.parametrize("umask", [0o077, 0o000, 0o027])
def test_everyone_may_read_and_only_the_owner_write(umask: int, tmp_path: Path) -> None:
    root = lay(tmp_path, {})
    before = os.umask(umask)
    try:
        assert build(root, None, False, None) == 0
    finally:
        os.umask(before)
    assert modes(root / "site") == {(True, 0o755), (False, 0o644)}


def test_a_wrong_mode_of_the_old_site_is_not_kept_and_a_right_one_stays_the_same_file(tmp_path: Path) -> None:
    made(tmp_path / "site")
    file = tmp_path / "site/index.html"
    same = file.stat().st_ino
    made(tmp_path / "site")
    assert file.stat().st_ino == same
    file.chmod(0o600)
    with file.open("rb") as held:
        made(tmp_path / "site")
        assert stat.S_IMODE(os.fstat(held.fileno()).st_mode) == 0o600  # the old file was not changed in place
    assert file.stat().st_ino != same
    assert modes(tmp_path / "site") == {(True, 0o755), (False, 0o644)}


def test_a_link_and_a_pipe_in_the_old_site_are_not_taken_over(tmp_path: Path) -> None:
    made(tmp_path / "site")
    (tmp_path / "mine.html").write_text("mới", encoding="utf-8")
    (tmp_path / "mine.html").chmod(0o644)
    file = tmp_path / "site/index.html"
    file.unlink()
    file.symlink_to(tmp_path / "mine.html")
    made(tmp_path / "site")
    assert not file.is_symlink() and file.stat().st_ino != (tmp_path / "mine.html").stat().st_ino
    file.unlink()
    os.mkfifo(file)
    made(tmp_path / "site")
    assert tree(tmp_path / "site")["index.html"] == "mới".encode()
    assert (tmp_path / "mine.html").read_text("utf-8") == "mới"


def test_what_is_no_file_any_more_is_not_taken_over(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    os.mkfifo(old / "a.html")  # whoever opens it waits
    (old / "b.html").symlink_to(tmp_path / "mine.html")
    (tmp_path / "mine.html").write_bytes(b"b")
    (old / "c.html").mkdir()
    (old / "e.html").write_bytes(b"e")
    letters = ("a", "b", "c", "d", "e")
    assert [link_file(new, f"{name}.html", old, digest(name.encode())) for name in letters] == [*[False] * 4, True]
    assert tree(new) == {"e.html": b"e"}
