"""Quotas: rounds of inspection, units of a thematic supervision, topics observed."""

from pathlib import Path

from tests.figures.asking import PLAN, counted, figure, values

TEAM = f"{PLAN}/teams/gs-thang-9-doan-1.yml"


def supervised(*days: str) -> dict[str, str | bytes | None]:
    """Return the team of September with an engagement a unit, held on the days given (empty: not held)."""
    units = ("doan-so-a", "doan-so-b", "doan-truong-c", "doan-so-x", "doan-so-y", "chi-doan-so-d")
    held = [f", ngày tiến hành: {day}" if day else "" for day in days]
    lines = [f"  - {{mã: c{n}, đơn vị: {units[n]}{day}}}" for n, day in enumerate(held)]
    decisions = "quyết định:\n  - {số ký hiệu: 45-QĐ/ĐTN, ngày ban hành: 20/08/2020}"
    members = "thành viên:\n  - {cán bộ: nguyen-van-a, vai trò: trưởng đoàn}"
    return {TEAM: "\n".join(["hoạt động: gs-thang-9", "tên: Đoàn giám sát", decisions, members, "cuộc:", *lines, ""])}


def test_sample_in_the_middle_of_round_one(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "chi-tieu", "2020-05-19")
    assert table.title == "Chỉ tiêu của kế hoạch 46-KH/ĐTN"
    assert values(table) == {
        "Số đợt kiểm tra": [2, 0],
        "Giám sát chuyên đề tháng 3": [5, 0],
        "Giám sát chuyên đề tháng 9": [5, 0],
        "Số chủ đề giám sát thường xuyên": [3, 2],
    }


def test_a_round_counts_once_all_its_engagements_are_held(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "chi-tieu", "2020-05-20")
    assert values(table)["Số đợt kiểm tra"] == [2, 1]
    assert counted(table, "Số đợt kiểm tra", "Đã thực hiện") == ["activity 46-kh-dtn/dot-1"]


def test_only_engagements_held_count_and_more_than_the_quota_is_shown(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "chi-tieu", "2020-09-30", supervised("14/09/2020", "", "chưa rõ"))
    assert values(table)["Giám sát chuyên đề tháng 9"] == [5, 2]
    assert counted(table, "Giám sát chuyên đề tháng 9", "Đã thực hiện") == [
        "engagement 46-kh-dtn/gs-thang-9-doan-1/c0",
        "engagement 46-kh-dtn/gs-thang-9-doan-1/c2",
    ]
    (table,) = figure(tmp_path, "chi-tieu", "2020-09-30", supervised(*["14/09/2020"] * 6))
    assert values(table)["Giám sát chuyên đề tháng 9"] == [5, 6]


def test_a_topic_counts_by_its_first_observation_or_a_visit_that_names_it(tmp_path: Path) -> None:
    (before,) = figure(tmp_path, "chi-tieu", "2020-03-25")
    assert values(before)["Số chủ đề giám sát thường xuyên"] == [3, 0]
    (after,) = figure(tmp_path, "chi-tieu", "2020-04-15")
    assert counted(after, "Số chủ đề giám sát thường xuyên", "Đã thực hiện") == [
        "obligation 46-kh-dtn/giam-sat-thuong-xuyen/giam-sat-thuong-xuyen/nghi-quyet-bch",
        "obligation 46-kh-dtn/giam-sat-thuong-xuyen/giam-sat-thuong-xuyen/thang-thanh-nien",
    ]
