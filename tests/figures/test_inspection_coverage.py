"""Coverage of inspections: full months since the last engagement held."""

from pathlib import Path

from tests.figures.asking import PLAN, counted, figure, values

EARLIER = """\
hoạt động: gs-thang-3
tên: Đoàn giám sát
quyết định:
  - {số ký hiệu: 18-QĐ/ĐTN, ngày ban hành: 01/06/2020}
thành viên:
  - {cán bộ: nguyen-van-a, vai trò: trưởng đoàn}
cuộc:
  - {mã: c1, đơn vị: doan-so-a, ngày tiến hành: 16/06/2020}
  - {mã: c2, đơn vị: doan-truong-c, ngày: 17/06/2020}
  - {mã: c3, đơn vị: doan-so-y, ngày tiến hành: chưa rõ}
"""


def test_sample(tmp_path: Path) -> None:
    bands, units = figure(tmp_path, "do-phu-kiem-tra-giam-sat", "2020-06-15")
    assert [value for (value,) in values(bands).values()] == [3, 0, 0, 1, 2]
    assert counted(bands, "dưới 1 tháng", "Số đơn vị") == ["unit chi-doan-so-d", "unit doan-so-b"]
    assert values(units)["Đoàn cơ sở Sở A"] == ["14/05/2020", 1, 1]
    assert values(units)["Chi đoàn cơ sở Sở D"] == ["20/05/2020", 0, 1]
    assert values(units)["Đoàn cơ sở Sở X"] == ["chưa có", "chưa lần nào", 0]


def test_only_a_day_of_holding_counts(tmp_path: Path) -> None:
    files = {f"{PLAN}/teams/gs-thang-3-doan-1.yml": EARLIER}
    _, units = figure(tmp_path, "do-phu-kiem-tra-giam-sat", "2020-10-15", files)
    assert values(units)["Đoàn cơ sở Sở A"] == ["16/06/2020", 3, 2]
    assert counted(units, "Đoàn cơ sở Sở A", "Cuộc gần nhất") == ["engagement 46-kh-dtn/gs-thang-3-doan-1/c1"]
    assert values(units)["Đoàn cơ sở Trường C"] == ["chưa có", "chưa lần nào", 0]
    assert values(units)["Đoàn cơ sở Sở Y"] == ["chưa có", "chưa lần nào", 0]
    assert list(values(units))[-1] == "Đoàn cơ sở Sở A"
