"""What `ktgs codeowners` writes and checks: the file by which a git host invites whoever looks through a proposal."""

from __future__ import annotations

from pathlib import Path

import click

from ktgs.records.organization import Organization
from ktgs.repository.owners import owned_files

FILE = ".github/CODEOWNERS"
_OURS = "# `ktgs codeowners` viết tệp này từ “tài khoản” trong data/organization.yml; đừng sửa bằng tay.\n"


def text_of(organization: Organization) -> str:
    """Return what the file must hold, empty where no account is recorded."""
    lines = (" ".join((pattern, *(f"@{one}" for one in accounts))) for pattern, accounts in owned_files(organization))
    text = "".join(f"{line}\n" for line in lines)
    return f"{_OURS}{text}" if text else ""


def is_right(root: Path, organization: Organization) -> bool:
    """Return whether the file is as it must be; one that somebody else keeps is, where no account is recorded."""
    there, wanted = _there(root), text_of(organization)
    return there == wanted or (not wanted and not there.startswith(_OURS))


def write(root: Path, organization: Organization) -> str:
    """Write the file, or remove ours where no account is recorded; return in Vietnamese what was done.

    Refuses (UsageError) to replace a file that somebody else keeps.
    """
    there, wanted, path = _there(root), text_of(organization), root / FILE
    if wanted and there and not there.startswith(_OURS):
        raise click.UsageError(
            f"{FILE} không phải do ktgs viết nên được giữ nguyên. Xóa hoặc chuyển nó đi rồi chạy lại."
        )
    if wanted:
        path.parent.mkdir(exist_ok=True)
        path.write_text(wanted, "utf-8", newline="\n")
        return f"Đã viết {FILE}."
    if there.startswith(_OURS):
        path.unlink()
        return f"Đã xóa {FILE}: “phân vai” không còn “tài khoản” nào."
    return "Không viết gì: “phân vai” trong data/organization.yml chưa ghi “tài khoản”."


def _there(root: Path) -> str:
    path = root / FILE
    return path.read_text("utf-8", errors="replace") if path.is_file() else ""
