"""Versions are read from git alone: nothing of it runs, no link is followed, and what is not there is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.comparing.revisions import NoVersion, laid_out, staged, staged_files
from tests.comparing.versions import SCHEDULE, commit, git, versioned
from tests.opened import SAMPLE
from tests.trees import tree


def test_a_version_is_laid_out_whole_wherever_the_data_lie(tmp_path: Path) -> None:
    root = versioned(tmp_path, "kho/dữ liệu")
    (root / SCHEDULE).write_text("khác", "utf-8")
    with laid_out(root, "main") as folder:
        assert tree(folder / "data") == tree(SAMPLE / "data")
    assert not folder.exists()


def test_hooks_and_filters_of_the_repository_do_not_run(tmp_path: Path) -> None:
    root = versioned(tmp_path)
    (root / ".gitattributes").write_text("*.yml filter=loud\n*.md export-ignore\n", "utf-8")
    commit(root)
    git(root, "config", "filter.loud.smudge", f"touch {tmp_path}/ran; cat")
    git(root, "config", "core.fsmonitor", f"touch {tmp_path}/ran")
    with laid_out(root, "HEAD") as folder, staged(root):
        assert tree(folder / "data") == tree(SAMPLE / "data")
    assert not (tmp_path / "ran").exists()


def test_a_link_leads_nowhere(tmp_path: Path) -> None:
    root = versioned(tmp_path)
    (root / "data/secret.yml").symlink_to("/etc/passwd")
    commit(root)
    with laid_out(root, "HEAD") as folder:
        link = folder / "data/secret.yml"
        assert link.is_symlink()
        assert not link.exists()


def test_vietnamese_names_arrive_as_they_are(tmp_path: Path) -> None:
    root = versioned(tmp_path)
    (root / "data/đơn vị mới.yml").write_text("tên: x\n", "utf-8")
    commit(root)
    with laid_out(root, "HEAD") as folder:
        assert (folder / "data/đơn vị mới.yml").read_text("utf-8") == "tên: x\n"


@pytest.mark.parametrize("revision", ["nhánh-khác", "--output=x", "", "HEAD:data"])
def test_a_revision_that_is_not_there_is_said(revision: str, tmp_path: Path) -> None:
    root = versioned(tmp_path)
    with pytest.raises(NoVersion, match=f"Kho git không có phiên bản “{revision}”"), laid_out(root, revision):
        pass


def test_a_folder_without_git_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoVersion, match="Không đọc được kho git"), laid_out(tmp_path, "main"):
        pass
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoVersion, match="Máy này chưa có git"), staged(tmp_path):
        pass


def test_what_is_staged_counts_not_what_lies_on_the_disk(tmp_path: Path) -> None:
    root = versioned(tmp_path)
    (root / SCHEDULE).write_text("sắp ghi\n", "utf-8")
    git(root, "add", SCHEDULE)
    (root / SCHEDULE).write_text("chưa ghi\n", "utf-8")
    with staged(root) as folder:
        assert (folder / SCHEDULE).read_text("utf-8") == "sắp ghi\n"
    assert staged_files(root) == {SCHEDULE}


def test_all_files_of_a_first_commit_are_staged(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/organization.yml").write_text("mã: a\n", "utf-8")
    git(tmp_path, "add", "--all")
    assert staged_files(tmp_path) == {"data/organization.yml"}
