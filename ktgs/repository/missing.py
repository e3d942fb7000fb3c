"""Files that must be there and are not; each leaves the mark that a broken one would, so that it is told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.records.base import FileRecord
from ktgs.records.loading import Broken
from ktgs.records.organization import Organization
from ktgs.records.plan import Plan

NO_ORGANIZATION = Code(
    "F103",
    "Thiếu tệp của tổ chức",
    about="""Tệp `data/organization.yml` nêu tên tổ chức, cấp trên và các cơ quan; mọi trang đều cần đến.

Sai: kho dữ liệu không có tệp này, hoặc tệp mang tên khác như `data/to-chuc.yml`

Tạo tệp theo ví dụ trong sổ tay.

Đúng: `data/organization.yml`""",
)
NO_PLAN = Code(
    "F104",
    "Thiếu tệp của kế hoạch",
    about="""Tệp `plan.md` trong thư mục của kế hoạch nêu các hoạt động và thời hạn; đoàn, thông báo, lịch và phân công
trong thư mục ấy đều dựa vào đó.

Sai: thư mục `data/plans/2020/46-kh-dtn/` có `teams/` nhưng không có `plan.md`, hoặc tệp mang tên khác như `ke-hoach.md`

Tạo tệp theo ví dụ trong sổ tay, hoặc sửa tên thư mục.

Đúng: `data/plans/2020/46-kh-dtn/plan.md`""",
)
_CURE = "Tạo tệp này theo ví dụ trong sổ tay."


def missing(read: Sequence[FileRecord | Broken]) -> Iterator[tuple[Broken, Diagnostic]]:
    """Yield a mark and an error for the organization's file and for each plan's, where nothing is there."""
    if not any(record.record_kind == "organization" for record in read):
        mark = Broken(Organization, "data/organization.yml", {})
        yield mark, NO_ORGANIZATION.at(mark.place, f"Không có tệp {mark.file}.", cure=_CURE)
    there = {(record.parts["year"], record.parts["id"]) for record in read if record.record_kind == "plan"}
    for year, plan in sorted(
        {(record.parts["year"], record.parts["plan"]) for record in read if "plan" in record.parts}
    ):
        if (year, plan) not in there:
            mark = Broken(Plan, f"data/plans/{year}/{plan}/plan.md", {"year": year, "id": plan})
            cure = "Tạo tệp này theo ví dụ trong sổ tay, hoặc sửa tên thư mục."
            yield mark, NO_PLAN.at(mark.place, f"Thư mục của kế hoạch không có tệp {mark.file}.", cure=cure)
