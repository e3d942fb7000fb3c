"""`csv/viec-phai-lam.csv`: what is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._columns import table
from ktgs.facts.facts import Facts
from ktgs.obligations.shapes import OBLIGATION_HEADERS, obligation_row

PATH = "csv/viec-phai-lam.csv"
ABOUT = "mỗi dòng một việc phải làm: ai làm, hạn, trạng thái, nguồn"
DOWNLOADS = (Download(DownloadKind.spreadsheet, PATH, ABOUT, order=10),)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield a row for each public obligation, in order of id."""
    yield PATH, table(OBLIGATION_HEADERS, map(obligation_row, facts.obligations))
