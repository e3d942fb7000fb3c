"""R101, R103: every reference becomes the key of what it names, or is told with the nearest id (case 26: a rename)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository.referring import (
    ASSIGNMENT_4,
    MEETINGS,
    MOVE,
    NOTICE,
    OBSERVATION,
    PERSON,
    PLAN,
    RESULT,
    SCHEDULE_A4,
    SCHEDULE_B4,
    TEAM,
    UNIT_A,
    VISIT_A,
    Change,
    fires,
)


@pytest.mark.parametrize(
    ("file", "change", "message", "cure"),
    [
        (
            PERSON,
            ("đơn vị: doan-truong-c", "đơn vị: ▸doan-truong-b"),
            "đơn vị: không có đơn vị nào mang mã “doan-truong-b”.",
            "Mã các đơn vị: xem trang “Đơn vị”, thư mục data/units/. Sửa mã, hoặc tạo tệp cho mã này.",
        ),
        (PERSON, ("cơ quan: btv", "cơ quan: ▸btvv"), "cơ quan: không có cơ quan nào mang mã “btvv”.", "Có phải: btv."),
        (
            UNIT_A,
            ("cán bộ: nguyen-van-a", "cán bộ: ▸nguyen-van"),
            "cán bộ: không có cán bộ nào mang mã “nguyen-van”.",
            "Có phải: nguyen-van-a.",
        ),
        (
            PLAN,
            ("      - ubkt", "      - ▸ubk"),
            "người được phân công: không có cơ quan nào mang mã “ubk”.",
            "Có phải: ubkt.",
        ),
        (
            PLAN,
            ("thời hạn:", "thuộc kế hoạch: ▸46-kh-dt\nthời hạn:"),
            "thuộc kế hoạch: không có kế hoạch nào mang mã “46-kh-dt”.",
            "Có phải: 46-kh-dtn.",
        ),
        (
            TEAM,
            ("hoạt động: dot-1", "hoạt động: ▸dot1"),
            "hoạt động: không có hoạt động nào mang mã “dot1”.",
            "Có phải: dot-1.",
        ),
        (
            TEAM,
            ("cán bộ: pham-thi-d", "cán bộ: ▸pham-thi"),
            "cán bộ: không có cán bộ nào mang mã “pham-thi”.",
            "Có phải: pham-thi-d.",
        ),
        (
            TEAM,
            ("      - chi-doan-1", "      - ▸chi-doan-11"),
            "chi đoàn mẫu: không có chi đoàn nào mang mã “chi-doan-11”.",
            "Hiện có: chi-doan-1, chi-doan-2.",
        ),
        (
            NOTICE,
            ("- dot-1-doan-1", "- ▸dot-1-doan-2"),
            "đoàn kiểm tra: không có đoàn kiểm tra nào mang mã “dot-1-doan-2”.",
            "Mã đoàn kiểm tra: xem thư mục teams/ của kế hoạch. Sửa mã, hoặc tạo tệp cho mã này.",
        ),
        (
            NOTICE,
            ("gửi đến:", "thay thế: ▸dot-1-0\ngửi đến:"),
            "thay thế: không có thông báo nào mang mã “dot-1-0”.",
            "Mã thông báo: xem thư mục notices/ của kế hoạch. Sửa mã, hoặc tạo tệp cho mã này.",
        ),
        (
            NOTICE,
            ("đơn vị: doan-so-b", "đơn vị: ▸doan-so-bb"),
            "đơn vị: không có đơn vị nào mang mã “doan-so-bb”.",
            "Có phải: doan-so-b.",
        ),
        (
            SCHEDULE_A4,
            ("chi đoàn: chi-doan-2", "chi đoàn: ▸chi-doan-3"),
            "chi đoàn: không có chi đoàn nào mang mã “chi-doan-3”.",
            "Hiện có: chi-doan-1, chi-doan-2.",
        ),
        (
            SCHEDULE_B4,
            ("chi đoàn: chi-doan-2", "chi đoàn: ▸chi-doan-3"),
            "chi đoàn: không có chi đoàn nào mang mã “chi-doan-3”.",
            "Hiện có: chi-doan-1, chi-doan-2.",
        ),
        (
            ASSIGNMENT_4,
            ("buổi: doan-so-b/b1", "buổi: ▸doan-so-b/b9"),
            "buổi: không có buổi sinh hoạt nào mang mã “doan-so-b/b9”.",
            "Trong tháng ấy, “doan-so-b” có: b1.",
        ),
        (
            ASSIGNMENT_4,
            ("vắng: có lý do", "dự thay: ▸tran-thi"),
            "dự thay: không có cán bộ nào mang mã “tran-thi”.",
            "Có phải: tran-thi-b.",
        ),
        (
            MOVE,
            ("hoạt động: gs-thang-3", "hoạt động: ▸gs-thang"),
            "hoạt động: không có hoạt động nào mang mã “gs-thang”.",
            "Có phải: gs-thang-3.",
        ),
        (
            MOVE,
            ("sang từ", "đơn vị: ▸doan-so-z\nsang từ"),
            "đơn vị: không có đơn vị nào mang mã “doan-so-z”.",
            "Mã các đơn vị: xem trang “Đơn vị”, thư mục data/units/. Sửa mã, hoặc tạo tệp cho mã này.",
        ),
        (
            MOVE,
            ("sang từ", "cán bộ:\n  - ▸vo-thi-h\nsang từ"),
            "cán bộ: không có cán bộ nào mang mã “vo-thi-h”.",
            "Mã cán bộ: xem trang “Cán bộ”, thư mục data/people/. Sửa mã, hoặc tạo tệp cho mã này.",
        ),
        (
            VISIT_A,
            ("buổi: 46-kh-dtn/2020-04", "buổi: ▸46-kh-dtn/2020-06"),
            "buổi: không có buổi sinh hoạt nào mang mã “46-kh-dtn/2020-06/doan-so-a/b1”.",
            f"Viết kế hoạch/năm-tháng/đơn vị/buổi. Hiện có: {MEETINGS}.",
        ),
        (
            VISIT_A,
            ("  - nghi-quyet-bch", "  - ▸nghi-quyet"),
            "chủ đề giám sát: không có chủ đề nào mang mã “nghi-quyet”.",
            "Có phải: nghi-quyet-bch.",
        ),
        (
            RESULT,
            ("46-kh-dtn/dot-1-doan-1", "▸46-kh-dtn/dot-1-doan-3"),
            "đoàn kiểm tra: không có đoàn kiểm tra nào mang mã “46-kh-dtn/dot-1-doan-3”.",
            "Mã đoàn kiểm tra: xem thư mục teams/ của kế hoạch. Sửa mã, hoặc tạo tệp cho mã này.",
        ),
        (
            OBSERVATION,
            ("đề: thang-thanh-nien", "đề: ▸46-kh-dtn/thang"),
            "chủ đề: không có chủ đề nào mang mã “46-kh-dtn/thang”.",
            "Có phải: 46-kh-dtn/thang-thanh-nien.",
        ),
    ],
)
def test_every_reference(tmp_path: Path, file: str, change: Change, message: str, cure: str) -> None:
    (found,) = fires(tmp_path, file, change, message)
    assert found.cure == cure
