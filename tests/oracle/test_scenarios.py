"""The twelve scenarios of the specification, and its newer rules, on records written here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.oracle.scenarios import Scenario


@pytest.fixture
def it(tmp_path: Path) -> Scenario:
    """Return the sample's plan without a record of what happened."""
    return Scenario(tmp_path)


ADJUSTMENT = """
    loại: điều chỉnh
    hoạt động: gs-thang-3
    sang từ: 15/06/2020
    sang đến: 26/06/2020
    ngày quyết định: {}
"""


def schedule(unit: str, month: str, received: str, more: str = "") -> str:
    return f"đơn vị: {unit}\ntháng: {month}\nngày nhận: {received}\n{more}"


def test_1_a_round_is_adjusted(it: Scenario) -> None:
    held, notice = "tien-hanh-dot/gs-thang-3", "thong-bao/gs-thang-3"
    assert it.days("10/03/2020", held) == ("31/03", "31/03", None)
    assert (it.state("10/03/2020", held), it.state("10/03/2020", notice)) == ("upcoming", "unknown")
    assert it.state("01/04/2020", held) == "overdue"
    it.put("plan/adjustments/a.yml", ADJUSTMENT.format("16/03/2020"))
    assert it.days("15/03/2020", held)[0] == "31/03"
    assert it.days("16/03/2020", held)[0] == "26/06"
    assert it.on("16/03/2020", held)["flags"] == ["adjusted"]
    assert it.days("16/03/2020", notice) == ("08/06", "05/06", None)
    assert it.days("16/03/2020", "bao-cao-ket-qua/gs-thang-3")[0] == "07/07"
    it.put("plan/adjustments/a.yml", ADJUSTMENT.format("06/04/2020"))
    assert it.state("03/04/2020", held) == "overdue"
    assert it.state("06/04/2020", held) == "upcoming"
    assert it.on("06/04/2020", held)["flags"] == ["adjusted", "decided_late"]
    assert f"{it.on('06/04/2020', held)['original_due_on']:%d/%m}" == "31/03"


@pytest.mark.parametrize(
    ("received", "day", "state"),
    [
        ("20/03/2020", "20/03/2020", "late"),
        ("19/03/2020", "19/03/2020", "on_time"),
        (None, "11/03/2020", "upcoming"),
        (None, "12/03/2020", "due_soon"),
        (None, "19/03/2020", "due_soon"),
        (None, "20/03/2020", "overdue"),
        (None, "30/04/2020", "overdue"),
        (None, "01/05/2020", "missed"),
        ("23/03/2020", "20/03/2020", "overdue"),
        ("04/05/2020", "04/05/2020", "late"),
        ("chưa rõ", "01/03/2020", "unknown"),
    ],
)
def test_2_a_schedule_is_due_on_the_19th(it: Scenario, received: str | None, day: str, state: str) -> None:
    if received:
        it.put("plan/schedules/2020-04/doan-so-a.yml", schedule("doan-so-a", "04/2020", received))
    found = it.on(day, "gui-lich-sinh-hoat/2020-04/doan-so-a")
    assert (found["state"], f"{found['lapses_on']:%d/%m}") == (state, "30/04")
    assert found["awaits"] == ("office" if state == "unknown" else None)


def test_2_a_sunday_stays_and_the_friday_is_safe(it: Scenario) -> None:
    it.put("plan/schedules/2020-05/doan-so-b.yml", schedule("doan-so-b", "05/2020", "20/04/2020"))
    assert it.days("20/04/2020", "gui-lich-sinh-hoat/2020-05/doan-so-b") == ("19/04", "17/04", "20/04")
    assert it.state("20/04/2020", "gui-lich-sinh-hoat/2020-05/doan-so-b") == "late"


def test_3_an_incomplete_schedule_counts_once_it_is_whole(it: Scenario) -> None:
    name, more = "gui-lich-sinh-hoat/2020-04/doan-so-a", "bổ sung:\n  - ngày nhận: 24/03/2020\n"
    it.put("plan/schedules/2020-04/doan-so-a.yml", schedule("doan-so-a", "04/2020", "17/03/2020", more))
    assert it.state("24/03/2020", name) == "on_time"
    whole = "chưa đủ: có\n" + more + "    đủ: có\n"
    it.put("plan/schedules/2020-04/doan-so-a.yml", schedule("doan-so-a", "04/2020", "17/03/2020", whole))
    assert it.days("24/03/2020", name) == ("19/03", "19/03", "24/03")
    assert (it.state("24/03/2020", name), it.state("20/03/2020", name)) == ("late", "overdue")


def test_4_a_schedule_without_meetings_is_a_schedule(it: Scenario) -> None:
    it.put("plan/schedules/2020-04/doan-so-a.yml", schedule("doan-so-a", "04/2020", "18/03/2020"))
    assert it.state("18/03/2020", "gui-lich-sinh-hoat/2020-04/doan-so-a") == "on_time"


MEETING = """
buổi:
  - mã: b1
    ngày: 08/04/2020
    chi đoàn: chi-doan-1
    dời:
      - sang ngày: 15/04/2020
        ngày báo: 07/04/2020
      - sang ngày: 22/04/2020
        ngày báo: 14/04/2020
"""


def test_5_a_meeting_is_moved_and_cancelled(it: Scenario) -> None:
    report, flash = "bao-cao-du-sinh-hoat/2020-04/doan-so-a/b1/nguyen-van-a", "bao-cao-nhanh/2020-04/van-phong"
    it.put("plan/schedules/2020-04/doan-so-a.yml", schedule("doan-so-a", "04/2020", "18/03/2020", MEETING))
    item = "  - buổi: doan-so-a/b1\n    cán bộ: nguyen-van-a\n"
    it.put("plan/assignments/2020-04.yml", f"tháng: 04/2020\nngày ban hành: 06/04/2020\nphân công:\n{item}")
    assert it.days("20/04/2020", report)[0] == "05/05"
    assert it.state("20/04/2020", report) == "upcoming"
    assert it.state("22/04/2020", flash) == "unknown"
    more = MEETING + "    trạng thái: hủy\n    ngày báo: 21/04/2020\n"
    it.put("plan/schedules/2020-04/doan-so-a.yml", schedule("doan-so-a", "04/2020", "18/03/2020", more))
    assert [it.state(day, report) for day in ("20/04/2020", "21/04/2020")] == ["upcoming", "not_applicable"]
    assert it.state("21/04/2020", flash) == "not_applicable"
    assert it.state("30/04/2020", "phan-cong/2020-04/van-phong") == "unknown"
    assert it.state("01/05/2020", "phan-cong/2020-04/van-phong") == "not_applicable"


VISIT = """
    loại: dự sinh hoạt
    buổi: 46-kh-dtn/2020-05/doan-so-a/b1
    ngày gửi: {}
    người dự: [{}]
"""


def assigned_in_may(it: Scenario, item: str = "", person: str = "nguyen-van-a") -> None:
    meeting = "buổi:\n  - mã: b1\n    ngày: 06/05/2020\n"
    it.put("plan/schedules/2020-05/doan-so-a.yml", schedule("doan-so-a", "05/2020", "17/04/2020", meeting))
    text = (
        f"tháng: 05/2020\nngày ban hành: 05/05/2020\nphân công:\n  - buổi: doan-so-a/b1\n    cán bộ: {person}\n{item}"
    )
    it.put("plan/assignments/2020-05.yml", text)


def test_6_who_owes_a_visit_report(it: Scenario) -> None:
    of, flash = "bao-cao-du-sinh-hoat/2020-05/doan-so-a/b1/", "bao-cao-nhanh/2020-05/van-phong"
    assigned_in_may(it, "    dự thay: tran-thi-b\n")
    it.put("reports/2020/du-sinh-hoat/2020-05-06-a.md", VISIT.format("14/05/2020", "tran-thi-b"))
    assert it.days("14/05/2020", of + "tran-thi-b") == ("15/05", "15/05", "14/05")
    assert [it.state("14/05/2020", of + who) for who in ("tran-thi-b", "nguyen-van-a")] == ["on_time", "not_applicable"]
    assert it.state("16/05/2020", flash) == "not_applicable"
    (it.data / "reports/2020/du-sinh-hoat/2020-05-06-a.md").unlink()
    assigned_in_may(it, "    vắng: có lý do\n")
    assert it.state("16/05/2020", of + "nguyen-van-a") == "not_applicable"
    assert (it.state("16/05/2020", flash), it.days("16/05/2020", flash)[0]) == ("upcoming", "12/06")
    assigned_in_may(it)
    assert (it.state("16/05/2020", of + "nguyen-van-a"), it.state("16/05/2020", flash)) == ("overdue", "unknown")
    assert [it.on(day, flash)["awaits"] for day in ("05/05/2020", "16/05/2020")] == [None, "office"]
    assigned_in_may(it, "    đã dự: có\n")
    assert [it.state(day, flash) for day in ("05/05/2020", "06/05/2020")] == ["unknown", "not_applicable"]


def test_7_one_report_serves_two(it: Scenario) -> None:
    more = "  - buổi: doan-so-a/b1\n    cán bộ: tran-thi-b\n"
    assigned_in_may(it, more)
    it.put("reports/2020/du-sinh-hoat/2020-05-06-a.md", VISIT.format("14/05/2020", "nguyen-van-a, tran-thi-b"))
    of = "bao-cao-du-sinh-hoat/2020-05/doan-so-a/b1/"
    assert [it.state("14/05/2020", of + who) for who in ("nguyen-van-a", "tran-thi-b")] == ["on_time", "on_time"]
    it.put("reports/2020/du-sinh-hoat/2020-05-06-a-2.md", VISIT.format("18/05/2020", "le-van-c"))
    with pytest.raises(KeyError):
        it.on("18/05/2020", of + "le-van-c")


TEAM = """
    hoạt động: dot-1
    quyết định:
      - số ký hiệu: 20-QĐ/ĐTN
        ngày ban hành: 27/04/2020
    cuộc:
"""


def a_team(it: Scenario, *sessions: str) -> None:
    blocks = [session.strip().replace("\n", "\n        ") for session in sessions]
    it.put("plan/teams/dot-1-doan-1.yml", TEAM + "".join(f"      - {block}\n" for block in blocks))


def a_session(unit: str, day: str, *more: str) -> str:
    return "\n".join([f"mã: {unit}", f"đơn vị: {unit}", f"ngày: {day}", *more])


def test_8_a_notice_and_a_late_addition(it: Scenario) -> None:
    added = ("ngày chọn: 13/05/2020", "căn cứ: Ý kiến của Ban Thường vụ")
    for basis, days, state in (
        (added, ("13/05", "12/05", "13/05"), "on_time"),
        (added[:1], ("04/05", "29/04", "13/05"), "late"),
    ):
        a_team(
            it,
            a_session("doan-so-a", "14/05/2020", "ngày tiến hành: 14/05/2020"),
            a_session("doan-so-b", "18/05/2020"),
            a_session("doan-so-y", "20/05/2020", *basis),
        )
        sent = "".join(
            f"  - đơn vị: {unit}\n    ngày gửi: {day}/05/2020\n"
            for unit, day in (("doan-so-a", "04"), ("doan-so-b", "05"), ("doan-so-y", "13"))
        )
        it.put(
            "plan/notices/dot-1-1.yml",
            f"ngày ban hành: 29/04/2020\nsố ký hiệu: 1-TB/ĐTN\nđoàn kiểm tra: [dot-1-doan-1]\ngửi đến:\n{sent}",
        )
        assert it.days("13/05/2020", "thong-bao/dot-1/doan-so-y") == days
        assert it.state("13/05/2020", "thong-bao/dot-1/doan-so-y") == state
    assert it.days("13/05/2020", "thong-bao/dot-1/doan-so-a") == ("04/05", "29/04", "04/05")
    assert it.state("13/05/2020", "thong-bao/dot-1/doan-so-b") == "late"
    assert it.state("13/05/2020", "thong-bao/dot-1") == "late"
    assert f"{it.on('13/05/2020', 'thong-bao/dot-1')['lapses_on']:%d/%m}" == "20/05"


def test_9_the_steps_of_a_result_report(it: Scenario) -> None:
    a_team(it, a_session("doan-so-a", "14/05/2020", "ngày tiến hành: 14/05/2020"))
    name, report = (
        "bao-cao-ket-qua/dot-1/dot-1-doan-1",
        "loại: kết quả\nđoàn kiểm tra: dot-1-doan-1\nngày tổng hợp: 28/05/2020\n",
    )
    path = "reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md"
    it.put(path, report + "ngày xác nhận: 03/06/2020\nngày gửi: 03/06/2020\nsố ký hiệu: 8-BC/ĐKT")
    assert (it.days("03/06/2020", name), it.state("03/06/2020", name)) == (("02/06", "02/06", "03/06"), "late")
    it.put(path, report + "ngày gửi: 02/06/2020")
    assert it.state("03/06/2020", name) == "overdue"
    it.set(
        "plans/2020/46-kh-dtn/plan.md",
        "  - việc: báo cáo kết quả\n",
        "  - việc: báo cáo kết quả\n    các bước: [tổng hợp, gửi]\n",
    )
    assert it.state("03/06/2020", name) == "on_time"
    assert it.on("03/06/2020", name)["flags"] == ["no_number"]


def test_10_documents_come_in_parts(it: Scenario) -> None:
    more = ("tài liệu:", "  - mã: so-sach", "    hạn: 08/05/2020", "    ngày nhận đủ: 12/05/2020", "  - mã: bao-cao")
    a_team(it, a_session("doan-so-a", "14/05/2020", *more))
    name = "tai-lieu/dot-1/doan-so-a/so-sach"
    assert [it.state(day, name) for day in ("09/05/2020", "12/05/2020")] == ["overdue", "late"]
    unset = it.on("12/05/2020", "tai-lieu/dot-1/doan-so-a/bao-cao")
    assert (unset["state"], unset["awaits"]) == ("unknown", "office")


def test_11_a_unit_is_merged(it: Scenario) -> None:
    of = "gui-lich-sinh-hoat/2020-{}/doan-so-{}"
    assert it.state("20/06/2020", of.format("07", "x")) == "not_applicable"
    assert it.state("20/06/2020", of.format("07", "y")) == "overdue"
    assert [it.state(day, of.format("06", "x")) for day in ("30/06/2020", "01/07/2020")] == ["overdue", "missed"]
    assert it.on("01/07/2020", of.format("06", "x"))["flags"] == ["unit_closed"]
    with pytest.raises(KeyError):
        it.on("01/07/2020", of.format("08", "x"))
    recommended(it, "doan-so-x")
    name = "kien-nghi/2020-06-02-dot-1-doan-1/kn1"
    assert [it.on(day, name)["who"] for day in ("30/06/2020", "01/07/2020")] == [
        ("unit", "doan-so-x"),
        ("unit", "doan-so-y"),
    ]


def recommended(it: Scenario, unit: str, *events: str) -> None:
    a_team(it, a_session("doan-so-a", "14/05/2020"))
    head = "loại: kết quả\nđoàn kiểm tra: dot-1-doan-1\nsố ký hiệu: 8 - BC/ĐKT\nngày gửi: 02/06/2020\n"
    finding = f"kiến nghị:\n  - mã: kn1\n    đơn vị: {unit}\n    gửi: đơn vị\n    hạn: 31/07/2020\n"
    it.put(
        "reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md", head + finding + "đề xuất:\n  - mã: dx1\n    gửi: cấp trên\n"
    )
    happened = "".join(f"  - ngày: {event.split(' ', 1)[0]}\n    việc: {event.split(' ', 1)[1]}\n" for event in events)
    it.put(
        "reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml",
        f"của: 2020-06-02-dot-1-doan-1#kn1\ndiễn biến:\n{happened}" if events else "của: x\n",
    )


def test_12_a_recommendation_is_followed_up(it: Scenario) -> None:
    name = "kien-nghi/2020-06-02-dot-1-doan-1/kn1"
    recommended(it, "doan-so-b", "24/07/2020 đã khắc phục", "05/08/2020 phúc tra đạt")
    assert [it.state(day, name) for day in ("23/07/2020", "25/07/2020", "05/08/2020")] == [
        "upcoming",
        "on_time",
        "on_time",
    ]
    assert it.on("25/07/2020", name)["clause"] == "8-BC/ĐKT"
    recommended(it, "doan-so-b", "24/07/2020 đã khắc phục", "05/08/2020 phúc tra chưa đạt")
    assert [it.state(day, name) for day in ("25/07/2020", "05/08/2020")] == ["on_time", "overdue"]
    recommended(it, "doan-so-b", "24/07/2020 đã khắc phục", "05/08/2020 phúc tra chưa đạt\n    hạn mới: 31/08/2020")
    assert (it.days("05/08/2020", name)[0], it.state("05/08/2020", name)) == ("31/08", "upcoming")
    recommended(it, "doan-so-b", "05/08/2020 đã khắc phục", "06/08/2020 gia hạn\n    hạn mới: 31/08/2020")
    assert (it.days("06/08/2020", name)[0], it.state("06/08/2020", name)) == ("31/07", "late")
    assert it.on("06/08/2020", name)["flags"] == ["decided_after_done"]
    with pytest.raises(KeyError):
        it.on("05/08/2020", "kien-nghi/2020-06-02-dot-1-doan-1/dx1")


EXTENSION = """
    loại: {}
    việc: gửi lịch sinh hoạt
    đơn vị: {}
    kỳ: [04/2020]
    ngày quyết định: {}
    hạn mới: {}
"""


@pytest.mark.parametrize(
    ("kind", "units", "decided", "new_due", "state", "due", "flags"),
    [
        ("gia hạn", "[doan-so-a]", "18/03/2020", "25/03/2020", "on_time", "25/03", ["extended"]),
        ("gia hạn", "tất cả", "20/03/2020", "25/03/2020", "on_time", "25/03", ["decided_late", "extended"]),
        ("gia hạn", "tất cả", "23/03/2020", "25/03/2020", "late", "19/03", ["decided_after_done"]),
        ("gia hạn", "tất cả", "18/03/2020", "17/03/2020", "late", "19/03", []),
        ("gia hạn", "[doan-so-b]", "18/03/2020", "25/03/2020", "late", "19/03", []),
        ("miễn", "tất cả", "18/03/2020", "", "late", "19/03", []),
    ],
)
def test_decisions_do_not_rewrite_the_past(
    it: Scenario, kind: str, units: str, decided: str, new_due: str, state: str, due: str, flags: list[str]
) -> None:
    name = "gui-lich-sinh-hoat/2020-04/doan-so-a"
    it.put("plan/schedules/2020-04/doan-so-a.yml", schedule("doan-so-a", "04/2020", "23/03/2020"))
    it.put("plan/adjustments/a.yml", EXTENSION.format(kind, units, decided, new_due or "''"))
    found = it.on("30/03/2020", name)
    assert (found["state"], it.days("30/03/2020", name)[0], found["flags"]) == (state, due, flags)


def test_a_waiver_holds_while_the_thing_is_not_done_even_once_it_lapsed(it: Scenario) -> None:
    it.put("plan/adjustments/a.yml", EXTENSION.format("miễn", "tất cả", "20/03/2020", "''"))
    found = it.on("05/05/2020", "gui-lich-sinh-hoat/2020-04/doan-so-a")
    assert (found["state"], found["flags"]) == ("waived", ["decided_late"])


def test_an_extension_outlasts_the_lapse(it: Scenario) -> None:
    it.put("plan/adjustments/a.yml", EXTENSION.format("gia hạn", "tất cả", "18/03/2020", "15/05/2020"))
    name = "gui-lich-sinh-hoat/2020-04/doan-so-a"
    assert f"{it.on('15/05/2020', name)['lapses_on']:%d/%m}" == "15/05"
    assert [it.state(day, name) for day in ("15/05/2020", "16/05/2020")] == ["due_soon", "missed"]


@pytest.mark.parametrize(
    ("party", "state", "awaits"),
    [
        ("", "unknown", "office"),
        ("cấp ủy:\n  mời: không", "missed", None),
        ("cấp ủy:\n  mời: không\n  dự: có", "unknown", "office"),
        ("cấp ủy:\n  mời: có\n  ngày mời: 11/05/2020", "on_time", None),
    ],
)
def test_an_invitation_after_the_session(it: Scenario, party: str, state: str, awaits: str | None) -> None:
    a_team(it, a_session("doan-so-a", "14/05/2020", *party.splitlines()))
    found = it.on("15/05/2020", "moi-cap-uy/dot-1/doan-so-a")
    assert (found["state"], found["awaits"]) == (state, awaits)
    assert it.state("14/05/2020", "moi-cap-uy/dot-1/doan-so-a") in ("due_soon", "on_time")


def test_a_closed_year_leaves_nothing_to_do_but_recommendations(it: Scenario) -> None:
    recommended(it, "doan-so-b")
    it.set("plans/2020/46-kh-dtn/plan.md", "từ: 01/01/2020", "ngày khóa sổ: 15/07/2020\ntừ: 01/01/2020")
    names = (
        "tien-hanh-dot/dot-1",
        "gui-lich-sinh-hoat/2020-08/doan-so-a",
        "tien-hanh-dot/dot-2",
        "phan-cong/2020-12/van-phong",
    )
    assert [it.state("14/07/2020", name) for name in names] == ["overdue", "due_soon", "upcoming", "unknown"]
    assert [it.state("15/07/2020", name) for name in names] == ["missed", "missed", "missed", "unknown"]
    assert it.state("15/07/2020", "kien-nghi/2020-06-02-dot-1-doan-1/kn1") == "upcoming"


def test_an_unannounced_round_owes_no_notice(it: Scenario) -> None:
    it.set("plans/2020/46-kh-dtn/plan.md", "    loại: kiểm tra\n", "    loại: kiểm tra\n    tính chất: đột xuất\n")
    a_team(it, a_session("doan-so-a", "14/05/2020"))
    names = ("thong-bao/dot-1", "thong-bao/dot-1/doan-so-a", "tien-hanh-dot/dot-1")
    assert [it.state("01/05/2020", name) for name in names] == ["not_applicable", "not_applicable", "upcoming"]
