"""A plan of another body, by school year and with other terms, runs with no change of code: its obligations, whole."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Severity
from tests.duties.round_files import working
from tests.repo import by_id, facts

ROOT = Path(__file__).parent / "other_body"
TODAY = "2025-05-20"

# id without the plan's, due day, safe day, state
OBLIGATIONS = """
bao-cao-du-sinh-hoat/2024-10/khoa-a/b1/tran-thi-b 2024-11-08 2024-11-08 on_time
bao-cao-ket-qua/ky-2 2025-05-30 2025-05-30 due_soon
bao-cao-ket-qua/ky-2/ky-2-doan-1 2025-05-30 2025-05-30 due_soon
bao-cao-ket-qua/thang-12 2024-12-30 2024-12-30 on_time
bao-cao-ket-qua/thang-12/thang-12-doan-1 2024-12-30 2024-12-30 on_time
bao-cao-tong-hop/2024-09/vp 2024-10-14 2024-10-14 not_applicable
bao-cao-tong-hop/2024-10/vp 2024-11-14 2024-11-14 on_time
bao-cao-tong-hop/2024-11/vp 2024-12-13 2024-12-13 not_applicable
bao-cao-tong-hop/2024-12/vp 2025-01-15 2025-01-15 not_applicable
bao-cao-tong-hop/2025-01/vp 2025-02-14 2025-02-14 not_applicable
bao-cao-tong-hop/2025-02/vp 2025-03-14 2025-03-14 not_applicable
bao-cao-tong-hop/2025-03/vp 2025-04-15 2025-04-15 not_applicable
bao-cao-tong-hop/2025-04/vp 2025-05-16 2025-05-16 not_applicable
bao-cao-tong-hop/2025-05/vp 2025-06-13 2025-06-13 not_applicable
bao-cao-tong-hop/2025-06/vp 2025-07-14 2025-07-14 not_applicable
giam-sat-thuong-xuyen/thuong-xuyen 2025-06-30 2025-06-30 upcoming
giam-sat-thuong-xuyen/thuong-xuyen/chuyen-doi-so 2025-06-30 2025-06-30 upcoming
giam-sat-thuong-xuyen/thuong-xuyen/dai-hoi-chi-doan 2025-06-30 2025-06-30 on_time
gui-lich-sinh-hoat/2024-09/khoa-a 2024-09-25 2024-09-25 missed
gui-lich-sinh-hoat/2024-09/khoa-b 2024-09-25 2024-09-25 missed
gui-lich-sinh-hoat/2024-10/khoa-a 2024-10-25 2024-10-25 on_time
gui-lich-sinh-hoat/2024-10/khoa-b 2024-10-25 2024-10-25 late
gui-lich-sinh-hoat/2024-11/khoa-a 2024-11-25 2024-11-25 missed
gui-lich-sinh-hoat/2024-11/khoa-b 2024-11-25 2024-11-25 missed
gui-lich-sinh-hoat/2024-12/khoa-a 2024-12-25 2024-12-25 missed
gui-lich-sinh-hoat/2024-12/khoa-b 2024-12-25 2024-12-25 missed
gui-lich-sinh-hoat/2025-01/khoa-a 2025-02-03 2025-02-03 missed
gui-lich-sinh-hoat/2025-01/khoa-b 2025-02-03 2025-02-03 missed
gui-lich-sinh-hoat/2025-01/vien-c 2025-02-03 2025-02-03 not_applicable
gui-lich-sinh-hoat/2025-02/khoa-a 2025-02-25 2025-02-25 missed
gui-lich-sinh-hoat/2025-02/khoa-b 2025-02-25 2025-02-25 missed
gui-lich-sinh-hoat/2025-02/vien-c 2025-02-25 2025-02-25 missed
gui-lich-sinh-hoat/2025-03/khoa-a 2025-03-25 2025-03-25 missed
gui-lich-sinh-hoat/2025-03/khoa-b 2025-03-25 2025-03-25 missed
gui-lich-sinh-hoat/2025-03/vien-c 2025-03-25 2025-03-25 missed
gui-lich-sinh-hoat/2025-04/khoa-a 2025-04-25 2025-04-25 missed
gui-lich-sinh-hoat/2025-04/khoa-b 2025-04-25 2025-04-25 missed
gui-lich-sinh-hoat/2025-04/vien-c 2025-04-25 2025-04-25 missed
gui-lich-sinh-hoat/2025-05/khoa-a 2025-05-26 2025-05-26 due_soon
gui-lich-sinh-hoat/2025-05/khoa-b 2025-05-26 2025-05-26 due_soon
gui-lich-sinh-hoat/2025-05/vien-c 2025-05-26 2025-05-26 due_soon
gui-lich-sinh-hoat/2025-06/khoa-a 2025-06-25 2025-06-25 upcoming
gui-lich-sinh-hoat/2025-06/khoa-b 2025-06-25 2025-06-25 upcoming
gui-lich-sinh-hoat/2025-06/vien-c 2025-06-25 2025-06-25 upcoming
kien-nghi/2024-12-30-thang-12-doan-1/kn1 2025-04-26 2025-04-26 overdue
phan-cong/2024-09/vp - - not_applicable
phan-cong/2024-10/vp 2024-10-28 2024-10-28 on_time
phan-cong/2024-11/vp - - not_applicable
phan-cong/2024-12/vp - - not_applicable
phan-cong/2025-01/vp - - not_applicable
phan-cong/2025-02/vp - - not_applicable
phan-cong/2025-03/vp - - not_applicable
phan-cong/2025-04/vp - - not_applicable
phan-cong/2025-05/vp - - unknown
phan-cong/2025-06/vp - - unknown
quyet-dinh-thanh-lap-doan/ky-2 2025-04-21 2025-04-21 on_time
quyet-dinh-thanh-lap-doan/ky-2/ky-2-doan-1 2025-04-21 2025-04-21 on_time
quyet-dinh-thanh-lap-doan/thang-12 2024-12-02 2024-12-02 on_time
quyet-dinh-thanh-lap-doan/thang-12/thang-12-doan-1 2024-12-02 2024-12-02 on_time
tai-lieu/ky-2/khoa-a/so-doan-vien 2025-04-26 2025-04-26 on_time
thong-bao/ky-2 2025-04-25 2025-04-25 late
thong-bao/ky-2/khoa-a 2025-04-25 2025-04-25 on_time
thong-bao/ky-2/khoa-b 2025-04-25 2025-04-25 late
thong-bao/thang-12 2024-12-10 2024-12-10 missed
thong-bao/thang-12/khoa-b 2024-12-10 2024-12-10 missed
tien-hanh-dot/ky-2 2025-05-16 2025-05-16 overdue
tien-hanh-dot/thang-12 2024-12-31 2024-12-31 on_time
"""

CLAUSES = {
    "bao-cao-du-sinh-hoat": "3.4",
    "bao-cao-ket-qua": "3.3",
    "bao-cao-tong-hop": "3.5",
    "giam-sat-thuong-xuyen": "2.3",
    "gui-lich-sinh-hoat": "3.1",
    "kien-nghi": "10-BC/ĐTN",
    "phan-cong": "3.1, 3.4",
    "quyet-dinh-thanh-lap-doan": "2.2",
    "tai-lieu": "4",
    "thong-bao": "3.2",
    "tien-hanh-dot": "2.1",
}


def test_its_obligations() -> None:
    found = facts(ROOT, TODAY)
    listed = [
        f"{item.id.removeprefix('03-kh-dtn/')} {item.due_on or '-'} {item.safe_on or '-'} {item.state.name}"
        for item in found.obligations
    ]
    assert listed == OBLIGATIONS.split("\n")[1:-1]
    assert [item for item in found.diagnostics if item.severity is Severity.error] == []


def test_each_duty_names_its_own_clause_and_two_of_plan_46_are_missing() -> None:
    assert {item.duty.slug: item.clause for item in facts(ROOT, TODAY).obligations} == CLAUSES
    assert not {"moi-cap-uy", "bao-cao-nhanh"} & set(CLAUSES)


def test_the_worked_saturday_is_counted() -> None:
    found = facts(ROOT, TODAY)
    assert working(by_id(found)["03-kh-dtn/thong-bao/ky-2"]) == (
        "05/05/2025 trước 3: 26/04 28/04 29/04; 27/04 Chủ nhật, 30/04 Ngày Chiến thắng, "
        "01/05 Ngày Quốc tế Lao động, 02/05 Nghỉ hoán đổi, làm bù ngày 26/04/2025, 03/05 Thứ Bảy, 04/05 Chủ nhật"
    )
    assert str(by_id(found)["03-kh-dtn/tai-lieu/ky-2/khoa-a/so-doan-vien"].due_on) == "2025-04-26"


def test_the_offices_and_committees_are_its_own() -> None:
    owing = {item.who.id for item in facts(ROOT, TODAY).obligations if item.who.kind.name == "body"}
    assert owing == {"thuong-vu", "vp"}
