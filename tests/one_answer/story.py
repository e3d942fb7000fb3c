"""Files over the small sample in which one question once had several answers, each with months or units of its own."""

from __future__ import annotations

from collections.abc import Mapping

PLAN = "data/plans/2020/46-kh-dtn"
VISITS = "data/reports/2020/du-sinh-hoat"
UNITS = "data/units"

Files = dict[str, str | bytes | None]


def schedule(month: str, unit: str, *meetings: str) -> Files:
    """Return a unit's schedule of a month (`2020-07`), received on the day that it was due; a meeting is a flow map."""
    year, number = month.split("-")
    lines = [f"  - {{địa điểm: Hội trường, {meeting}}}" for meeting in meetings]
    head = (f"đơn vị: {unit}", f"tháng: {number}/{year}", f"ngày nhận: 19/{int(number) - 1:02}/{year}", "buổi:")
    return {f"{PLAN}/schedules/{month}/{unit}.yml": "\n".join((*head, *lines, ""))}


def assignment(month: str, *items: str) -> Files:
    """Return a month's assignment, issued on its first day; an item is `unit/meeting person`."""
    year, number = month.split("-")
    lines = ["  - {{buổi: {}, cán bộ: {}}}".format(*item.split()) for item in items]
    head = (f"tháng: {number}/{year}", f"số ký hiệu: {30 + int(number)}-PC/ĐTN", f"ngày ban hành: 01/{number}/{year}")
    return {f"{PLAN}/assignments/{month}.yml": "\n".join((*head, "phân công:", *lines, ""))}


def visit(name: str, of: str, author: str, sent_on: str, *more: str) -> Files:
    """Return a visit report on the meeting `2020-06/doan-so-a/b1` by its only attendee."""
    head = ("---", "loại: dự sinh hoạt", f"buổi: 46-kh-dtn/{of}", f"người lập: {author}", f"ngày gửi: {sent_on}")
    rest = (
        f"người dự: [{author}]",
        "số có mặt: 15",
        "tổng số đoàn viên: 17",
        "thành phần: Đoàn viên",
        "nội dung: Chủ đề",
    )
    return {f"{VISITS}/{name}.md": "\n".join((*head, *rest, *more, "---", ""))}


def team(activity: str, number: int, *engagements: str) -> Files:
    """Return a team with a leader of its own; an engagement is a flow mapping."""
    leader = ("nguyen-van-a", "tran-thi-b", "pham-thi-d")[number - 1]
    lines = [f"  - {{{engagement}}}" for engagement in engagements]
    text = f"""
        hoạt động: {activity}
        tên: Đoàn số {number} của {activity}
        quyết định:
          - {{số ký hiệu: {number}{len(activity)}-QĐ/ĐTN, ngày ban hành: 20/04/2020}}
        thành viên:
          - {{cán bộ: {leader}, vai trò: trưởng đoàn}}
        cuộc:
        """
    head = [line[8:] for line in text.splitlines()[1:-1]]
    return {f"{PLAN}/teams/{activity}-doan-{number}.yml": "\n".join((*head, *lines, ""))}


def notice(activity: str, number: int, teams: str, *sendings: str, issued_on: str) -> Files:
    """Return a notice that names teams; a sending is `unit dd/mm/yyyy`."""
    lines = ["  - {{đơn vị: {}, ngày gửi: {}}}".format(*sending.split()) for sending in sendings]
    head = (f"số ký hiệu: {30 + number}-TB/ĐTN", f"ngày ban hành: {issued_on}", f"đoàn kiểm tra: [{teams}]", "gửi đến:")
    return {f"{PLAN}/notices/{activity}-{number}.yml": "\n".join((*head, *lines, ""))}


def extension(name: str, new_due: str, *scope: str) -> Files:
    """Return an extension decided on the day that its name begins with."""
    year, month, day = name.split("-")[:3]
    decided = (f"ngày quyết định: {day}/{month}/{year}", "người quyết định: Ban Thường vụ", "lý do: Lý do mẫu")
    text = ("loại: gia hạn", *scope, f"hạn mới: {new_due}", *decided, "")
    return {f"{PLAN}/adjustments/{name}.yml": "\n".join(text)}


# July: nguyen-van-a has two meetings at 7:30 on 08/07, one of them postponed and then moved there; pham-thi-d has two
# 30 minutes apart on 22/07; tran-thi-b is twice at one unit; of le-van-c's meetings on 20/07 only one is held.
CLASHES = {
    **schedule(
        "2020-07",
        "doan-so-a",
        "mã: b1, ngày: 08/07/2020, giờ: 7:30, chi đoàn: chi-doan-1",
        "mã: b2, ngày: 15/07/2020, giờ: 8:00, chi đoàn: chi-doan-1",
        "mã: b3, ngày: 15/07/2020, giờ: 8:00, chi đoàn: chi-doan-2",
        "mã: b4, ngày: 20/07/2020, giờ: 8:00, chi đoàn: chi-doan-1",
        "mã: b5, ngày: 22/07/2020, giờ: 8:30, chi đoàn: chi-doan-1",
    ),
    **schedule(
        "2020-07",
        "doan-so-b",
        "mã: b1, ngày: 06/07/2020, giờ: 7:30, chi đoàn: chi-doan-1, trạng thái: hoãn, ngày báo: 03/07/2020,"
        " dời: [{sang ngày: 08/07/2020, ngày báo: 04/07/2020}]",
        "mã: b2, ngày: 20/07/2020, giờ: 8:00, chi đoàn: chi-doan-1, trạng thái: hủy, ngày báo: 17/07/2020",
        "mã: b3, ngày: 20/07/2020, giờ: 8:30, chi đoàn: chi-doan-2, trạng thái: hoãn, ngày báo: 17/07/2020",
        "mã: b4, ngày: 22/07/2020, giờ: 9:00, chi đoàn: chi-doan-2",
    ),
    **schedule("2020-07", "doan-so-y", "mã: b1, ngày: 20/07/2020, giờ: 8:00, chi đoàn: chi-doan-1, đã diễn ra: không"),
    **assignment(
        "2020-07",
        *("doan-so-a/b1 nguyen-van-a", "doan-so-b/b1 nguyen-van-a"),
        *("doan-so-a/b2 tran-thi-b", "doan-so-a/b3 tran-thi-b"),
        *("doan-so-a/b4 le-van-c", "doan-so-b/b2 le-van-c", "doan-so-b/b3 le-van-c", "doan-so-y/b1 le-van-c"),
        *("doan-so-a/b5 pham-thi-d", "doan-so-b/b4 pham-thi-d"),
    ),
}

# June: the reports on doan-so-b/b1 and b2, the latter not yet in, are extended to 19/06; on doan-so-a/b1 the one
# assigned reports after somebody else, on another day; on doan-so-a/b2 two report who were not assigned, and the later
# file is sent first (`…-2-2.md` comes before `…-2.md`).
REPORT_DAYS = {
    **schedule(
        "2020-06",
        "doan-so-b",
        "mã: b1, ngày: 03/06/2020, giờ: 8:00, chi đoàn: chi-doan-1",
        "mã: b2, ngày: 04/06/2020, giờ: 8:00, chi đoàn: chi-doan-2",
    ),
    **schedule(
        "2020-06",
        "doan-so-a",
        "mã: b1, ngày: 09/06/2020, giờ: 8:00, chi đoàn: chi-doan-1",
        "mã: b2, ngày: 16/06/2020, giờ: 8:00, chi đoàn: chi-doan-2",
    ),
    **assignment(
        "2020-06",
        *("doan-so-b/b1 hoang-van-e", "doan-so-b/b2 hoang-van-e"),
        *("doan-so-a/b1 nguyen-van-a", "doan-so-a/b2 le-van-c"),
    ),
    **visit("2020-06-03-doan-so-b-chi-doan-1", "2020-06/doan-so-b/b1", "hoang-van-e", "18/06/2020"),
    **extension(
        "2020-06-12-gia-han-bao-cao-du-sinh-hoat",
        "19/06/2020",
        "việc: báo cáo dự sinh hoạt",
        "đơn vị: [doan-so-b]",
        "cán bộ: [hoang-van-e]",
        "kỳ: [2020-06]",
    ),
    **visit("2020-06-09-doan-so-a-chi-doan-1-2", "2020-06/doan-so-a/b1", "tran-thi-b", "10/06/2020"),
    **visit(
        *("2020-06-09-doan-so-a-chi-doan-1", "2020-06/doan-so-a/b1", "nguyen-van-a", "19/06/2020"),
        "ngày tiến hành: 11/06/2020",
    ),
    **visit(
        *("2020-06-16-doan-so-a-chi-doan-2-2", "2020-06/doan-so-a/b2", "tran-thi-b", "24/06/2020"),
        "ngày tiến hành: 17/06/2020",
    ),
    **visit(
        *("2020-06-16-doan-so-a-chi-doan-2", "2020-06/doan-so-a/b2", "pham-thi-d", "22/06/2020"),
        "ngày tiến hành: 18/06/2020",
    ),
}

# Round 2: two teams work with doan-so-y; one notice names the first team, one the second, one both.
NOTICES = {
    **team("dot-2", 1, "mã: c1, đơn vị: doan-so-y, ngày: 12/11/2020, giờ: 8:00"),
    **team("dot-2", 2, "mã: c1, đơn vị: doan-so-y, ngày: 18/11/2020, giờ: 8:00"),
    **notice("dot-2", 1, "dot-2-doan-1", "doan-so-y 12/10/2020", issued_on="12/10/2020"),
    **notice("dot-2", 2, "dot-2-doan-2", "doan-so-y 13/10/2020", issued_on="13/10/2020"),
    **notice("dot-2", 3, "dot-2-doan-1, dot-2-doan-2", "doan-so-y 14/10/2020", issued_on="14/10/2020"),
}

# Round 1 is told by 04/05: doan-truong-c was chosen on that day, doan-so-x a day later. The supervision of March, now
# in June, is told by 08/06, extended to 11/06: doan-so-y was chosen on 10/06; its session was a day later than planned.
ADDITIONS = {
    **team(
        "dot-1",
        2,
        "mã: c1, đơn vị: doan-truong-c, ngày: 20/05/2020, giờ: 8:00, ngày tiến hành: 20/05/2020,"
        " ngày chọn: 04/05/2020, căn cứ: Công văn mẫu",
        "mã: c2, đơn vị: doan-so-x, ngày: 21/05/2020, giờ: 8:00, ngày tiến hành: 21/05/2020,"
        " ngày chọn: 05/05/2020, căn cứ: Công văn mẫu",
    ),
    **notice("dot-1", 4, "dot-1-doan-2", "doan-truong-c 05/05/2020", "doan-so-x 14/05/2020", issued_on="05/05/2020"),
    **team(
        "gs-thang-3",
        3,
        "mã: c1, đơn vị: doan-so-y, ngày: 23/06/2020, giờ: 8:00, ngày tiến hành: 24/06/2020, ngày chọn: 10/06/2020,"
        " căn cứ: Công văn mẫu",
    ),
    **extension(
        *("2020-06-05-gia-han-thong-bao-gs-thang-3", "11/06/2020", "việc: thông báo", "đơn vị: tất cả"),
        *("kỳ: [gs-thang-3]",),
    ),
}

# A name within a name: chi-doan-so-d and doan-so-d. The report on the former cannot be read.
UNREAD = {
    f"{UNITS}/doan-so-d.yml": """
        tên: Đoàn cơ sở Sở D
        loại: đoàn cơ sở
        chi đoàn:
          - {mã: chi-doan-1, tên: Chi đoàn 1}
        từ: 01/01/2015
        """,
    **schedule("2020-09", "doan-so-d", "mã: b1, ngày: 16/09/2020, giờ: 8:00, chi đoàn: chi-doan-1"),
    **schedule("2020-09", "chi-doan-so-d", "mã: b1, ngày: 16/09/2020, giờ: 14:00"),
    **assignment("2020-09", "doan-so-d/b1 hoang-van-e", "chi-doan-so-d/b1 hoang-van-e"),
    f"{VISITS}/2020-09-16-chi-doan-so-d.md": "---\nloại: [\n---\n",
}

# doan-truong-c had another name until 31/05; somebody attended its meeting of 12/05 without being assigned. The team of
# its inspection reports, and names itself without the plan.
NAMES = {
    **schedule("2020-05", "doan-truong-c", "mã: b1, ngày: 12/05/2020, giờ: 8:00, chi đoàn: chi-doan-1"),
    **visit("2020-05-12-doan-truong-c-chi-doan-1", "2020-05/doan-truong-c/b1", "hoang-van-e", "15/05/2020"),
    "data/reports/2020/ket-qua/2020-06-02-dot-1-doan-2.md": """
        ---
        loại: kết quả
        kế hoạch: 46-kh-dtn
        đoàn kiểm tra: dot-1-doan-2
        số ký hiệu: 09-BC/ĐKT
        ngày ban hành: 02/06/2020
        người lập: tran-thi-b
        ngày tổng hợp: 29/05/2020
        ngày xác nhận: 01/06/2020
        người xác nhận: tran-thi-b
        ngày gửi: 02/06/2020
        ---
        """,
}

FILES: Mapping[str, str | bytes | None] = CLASHES | REPORT_DAYS | NOTICES | ADDITIONS | UNREAD | NAMES
