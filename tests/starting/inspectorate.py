"""A body of another kind for `ktgs init`: a provincial school inspection, and the files that meet its first debt."""

from __future__ import annotations

PROGRAM = "git+https://example.org/nhom/ktgs@0123456789abcdef0123456789abcdef01234567"
NAMES = {
    "--name": "Sở Giáo dục và Đào tạo Tỉnh A",
    "--symbol": "SGDĐT",
    "--superior": "Ủy ban nhân dân Tỉnh A",
    "--place": "Tỉnh A",
    "--office": "Văn phòng Sở",
    "--standing": "Thanh tra Sở",
}
PLAN = (
    "số ký hiệu: 15-KH/SGDĐT; ngày ban hành: 05/01/2026; trích yếu: Thanh tra các trường năm 2026; từ: 01/01/2026;"
    " đến: 30/11/2026; người ký: Nguyễn Văn A"
)
TERMS = (
    "việc: tiến hành đợt; mục: II.1; mốc: cuối đợt",
    "việc: thông báo; mục: III; số: 3; đơn vị tính: ngày làm việc; chiều: trước; mốc: đầu đợt;"
    " cách đếm: tính cả ngày gửi",
    "việc: báo cáo kết quả; mục: III; số: 15; đơn vị tính: ngày; chiều: sau; mốc: cuối đợt",
)
ACTIVITY = "mã: dot-1; mục: II.1; tên: Thanh tra đợt 1; loại: kiểm tra; từ: 02/03/2026; đến: 13/03/2026"
ARGUMENTS = (
    *(part for pair in NAMES.items() for part in pair),
    *("--kind", "tên: trường; đơn vị trực thuộc: tổ chuyên môn"),
    *("--unit", "tên: Trường A; loại: trường; từ: 01/09/2020"),
    *("--unit", "mã: thpt-b; tên: Trường B; loại: trường; từ: 01/09/2020"),
    *("--person", "họ tên: Nguyễn Văn A; cơ quan: Thanh tra Sở; chức danh: Chánh Thanh tra; từ: 01/01/2020"),
    *("--person", "họ tên: Trần Thị B; cơ quan: Thanh tra Sở; chức danh: Thanh tra viên; từ: 01/01/2020"),
    *("--plan", PLAN),
    *(part for term in TERMS for part in ("--term", term)),
    *("--activity", ACTIVITY),
    *("--program", PROGRAM),
)
FOLDER = "data/plans/2026/15-kh-sgddt"
NOTIFIED = {
    f"{FOLDER}/teams/dot-1-doan-1.yml": """
        hoạt động: dot-1
        tên: Đoàn thanh tra số 1
        quyết định:
          - số ký hiệu: 20-QĐ/SGDĐT
            ngày ban hành: 10/02/2026
        thành viên:
          - cán bộ: nguyen-van-a
            vai trò: trưởng đoàn
          - cán bộ: tran-thi-b
            vai trò: thư ký
        cuộc:
          - mã: truong-a
            đơn vị: truong-a
            ngày: 03/03/2026
    """,
    f"{FOLDER}/notices/dot-1.yml": """
        số ký hiệu: 31-TB/SGDĐT
        ngày ban hành: 11/02/2026
        đoàn kiểm tra:
          - dot-1-doan-1
        gửi đến:
          - đơn vị: truong-a
            ngày gửi: 12/02/2026
    """,
}
