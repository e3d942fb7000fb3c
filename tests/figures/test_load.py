"""Load: assigned, attended, attended beside assignments, engagements; nothing that tells who was absent."""

from pathlib import Path

from tests.figures.asking import PLAN, VISITS, counted, figure, values, visit

MAY = f"{PLAN}/assignments/2020-05.yml"
HEAD = "tháng: 05/2020\nsố ký hiệu: 16-PC/ĐTN\nngày ban hành: 05/05/2020\nphân công:\n"


def test_sample(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "so-luot-duoc-phan-cong", "2020-06-15")
    assert list(values(table).items()) == [
        ("Trần Thị B", [2, 1, 0, 0]),
        ("Lê Văn C", [2, 1, 0, 0]),
        ("Nguyễn Văn A", [1, 1, 0, 3]),
        ("Phạm Thị D", [0, 0, 0, 3]),
        ("Hoàng Văn E", [0, 0, 0, 0]),
        ("Võ Thị G", [0, 0, 0, 3]),
    ]
    assert counted(table, "Lê Văn C", "Số lượt được phân công") == [
        "meeting 46-kh-dtn/2020-04/chi-doan-so-d/b1",
        "meeting 46-kh-dtn/2020-05/doan-so-a/b2",
    ]


def test_one_report_serves_several_and_beside_an_assignment_is_counted_apart(tmp_path: Path) -> None:
    files = {
        f"{VISITS}/2020-05-14-doan-so-a-chi-doan-2.md": visit(
            "2020-05/doan-so-a/b2", "le-van-c", "vo-thi-g", sent="22/05/2020"
        ),
        f"{VISITS}/2020-04-10-doan-so-a-chi-doan-2.md": visit("2020-04/doan-so-a/b2", "le-van-c", sent="15/04/2020"),
    }
    (table,) = figure(tmp_path, "so-luot-duoc-phan-cong", "2020-06-15", files)
    assert values(table)["Lê Văn C"] == [2, 1, 1, 0]
    assert counted(table, "Lê Văn C", "Dự ngoài phân công") == ["report 2020-04-10-doan-so-a-chi-doan-2"]
    assert values(table)["Võ Thị G"] == [0, 0, 1, 3]


def test_attendance_that_was_confirmed_counts_before_the_report_is_in(tmp_path: Path) -> None:
    items = "  - {buổi: doan-so-a/b1, cán bộ: tran-thi-b, đã dự: có, xác nhận của: đơn vị}\n"
    (table,) = figure(tmp_path, "so-luot-duoc-phan-cong", "2020-06-15", {MAY: HEAD + items})
    assert counted(table, "Trần Thị B", "Đã dự") == [
        "meeting 46-kh-dtn/2020-04/doan-so-b/b1",
        "meeting 46-kh-dtn/2020-05/doan-so-a/b1",
    ]


def test_absences_and_replacements_change_nothing(tmp_path: Path) -> None:
    (before,) = figure(tmp_path, "so-luot-duoc-phan-cong", "2020-06-15")
    for what in ("vắng: không lý do", "vắng: có lý do, ngày báo: 06/05/2020", "dự thay: pham-thi-d"):
        items = (
            f"  - {{buổi: doan-so-a/b1, cán bộ: tran-thi-b, {what}}}\n  - {{buổi: doan-so-a/b2, cán bộ: le-van-c}}\n"
        )
        (after,) = figure(tmp_path, "so-luot-duoc-phan-cong", "2020-06-15", {MAY: HEAD + items})
        assert after == before


def test_a_member_counts_only_while_in_the_team(tmp_path: Path) -> None:
    team = f"{PLAN}/teams/dot-1-doan-1.yml"
    figure(tmp_path, "so-luot-duoc-phan-cong", "2020-06-15")
    text = (tmp_path / team).read_text(encoding="utf-8")
    changed = text.replace("  - cán bộ: pham-thi-d\n", "  - cán bộ: pham-thi-d\n    đến: 18/05/2020\n")
    (table,) = figure(tmp_path, "so-luot-duoc-phan-cong", "2020-06-15", {team: changed})
    assert counted(table, "Phạm Thị D", "Số cuộc kiểm tra, giám sát") == [
        "engagement 46-kh-dtn/dot-1-doan-1/c1",
        "engagement 46-kh-dtn/dot-1-doan-1/c2",
    ]
