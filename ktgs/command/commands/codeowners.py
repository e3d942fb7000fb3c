"""`ktgs codeowners`: the file by which a git host invites whoever looks through a proposal."""

from __future__ import annotations

import click

from ktgs.command.asking import PROBLEMS, command, complain, root, say


@command("codeowners")
@click.option("--check", "is_check", is_flag=True, help="Không viết, chỉ cho biết tệp có đúng không (mã thoát 1: sai).")
def codeowners(is_check: bool) -> int:
    """Viết .github/CODEOWNERS từ “tài khoản” của “phân vai”, để máy chủ mời đúng người duyệt đề xuất."""
    from ktgs.command import code_owners
    from ktgs.records.organization import Organization
    from ktgs.repository.opening import read

    loaded, _ = read(root())
    organization = next((record for record in loaded.records if isinstance(record, Organization)), None)
    if organization is None:
        complain("Không đọc được data/organization.yml. Chạy ktgs check để xem lỗi.")
        return PROBLEMS
    if not is_check:
        say(f"{code_owners.write(root(), organization)}\n")
        return 0
    if code_owners.is_right(root(), organization):
        return 0
    complain(f"{code_owners.FILE} không khớp data/organization.yml. Chạy: ktgs codeowners.")
    return PROBLEMS


COMMAND = codeowners
