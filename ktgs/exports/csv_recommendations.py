"""`csv/kien-nghi.csv`: recommendations and petitions, how far they have come and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._columns import cell, cells, table
from ktgs.facts.facts import Facts
from ktgs.records.finding import Petition, Recommendation
from ktgs.repository.findings import (
    addressee_name,
    age_days,
    closed_on,
    owing_unit,
    petition_state,
    raised_on,
    recommendation_progress,
    turn,
)
from ktgs.repository.linked import ReportedFinding
from ktgs.repository.naming import unit_name
from ktgs.repository.repository import Repository

PATH = "csv/kien-nghi.csv"
ABOUT = "mỗi dòng một kiến nghị, đề xuất: trạng thái, số ngày, đang chờ ai"
DOWNLOADS = (Download(DownloadKind.spreadsheet, PATH, ABOUT, order=50),)
_COLUMNS = (
    "mã",
    "loại",
    "báo cáo",
    "đơn vị",
    "tên đơn vị",
    "nội dung",
    "gửi",
    "ngày nêu",
    "hạn",
    "trạng thái",
    "ngày kết thúc",
    "số ngày từ khi nêu",
    "đang chờ",
)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield a row for each recommendation, then for each petition."""
    repository = facts.repository
    findings = (*repository.findings_of(Recommendation), *repository.findings_of(Petition))
    yield PATH, table(_COLUMNS, (_row(repository, finding) for finding in findings))


def _row(repository: Repository, reported: ReportedFinding) -> tuple[str, ...]:
    unit = owing_unit(repository, reported)
    if isinstance(reported.finding, Petition):
        kind, due, state = "kiến nghị, đề xuất của cơ sở", reported.finding.due, str(petition_state(reported))
    else:
        progress = recommendation_progress(reported)
        kind, due, state = "kiến nghị của đoàn kiểm tra", progress.due, str(progress.state(repository.today))
    return (
        str(reported.key),
        kind,
        reported.report.id,
        cell(unit),
        unit_name(repository, unit) if unit else "",
        *cells(reported.finding, "content"),
        addressee_name(repository, reported),
        cell(raised_on(repository, reported)),
        cell(due),
        state,
        cell(closed_on(reported)),
        cell(age_days(repository, reported)),
        turn(repository, reported),
    )
