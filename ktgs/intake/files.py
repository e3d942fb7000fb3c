"""From the bytes of a file to a table under an importer's columns."""

from __future__ import annotations

from ktgs.intake.job import Importer, Job
from ktgs.tables.cells import EXPLANATION, HIDDEN_LISTS, LARGEST, Sheet, TableRefused, quoted
from ktgs.tables.columns import Headers, SheetTable
from ktgs.tables.texts import decoded, read_text
from ktgs.tables.workbooks import is_workbook, read_workbook


def import_bytes(importer: Importer, job: Job, data: bytes) -> None:
    """Add to the job what a file holds. Refuses (TableRefused) what is too large, damaged or holds no table at all."""
    headers = Headers(importer.columns(job.repository))
    if len(data) > LARGEST:
        raise TableRefused("Tệp lớn hơn 20 MB. Chỉ gửi bảng, không kèm hình.")
    if is_workbook(data):
        listed, hidden = read_workbook(data)
        sheets = tuple(sheet for sheet in listed if sheet.name != EXPLANATION)
        job.remarks += [f"Trang ẩn {quoted(name)} không được đọc." for name in hidden if name != HIDDEN_LISTS]
    else:
        sheets = (read_text(decoded(data), headers),)
    import_sheets(importer, job, sheets)


def import_sheets(importer: Importer, job: Job, sheets: tuple[Sheet, ...]) -> None:
    """Add to the job what the sheets hold. Refuses (TableRefused) sheets without a header of the importer's columns."""
    table: SheetTable = Headers(importer.columns(job.repository)).table(sheets, job.recognise)
    if not table.columns:
        titles = ", ".join(column.title for column in importer.columns(job.repository)[:7])
        raise TableRefused(f"Không thấy hàng tiêu đề cột nào của bảng “{importer.title}”. Các cột như: {titles}.")
    job.remarks += table.remarks
    importer.take(job, table)
