"""What stands in which feed, and what moves, cancellations, extensions and waivers do to it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.exports.asking import Files, data, events, exported, parsed, read, sample, told
from tests.repo import lay

PLAN = "data/plans/2020/46-kh-dtn"
MAY_A = f"{PLAN}/schedules/2020-05/doan-so-a.yml"
TEAM = f"{PLAN}/teams/dot-1-doan-1.yml"
ALL, DEADLINES = "ics/tat-ca.ics", "ics/han.ics"
B1 = "buoi/46-kh-dtn/2020-05/doan-so-a/b1"


def with_b1(root: Path, more: str) -> Files:
    """Return the exports where more is recorded of the meeting b1 of May, as of the sample's own day."""
    lay(root, {})
    file = root / MAY_A
    before = "    địa điểm: Phòng họp Sở A\n    chi đoàn: chi-doan-1\n"
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, before + more), "utf-8")
    return exported(root)


MOVED = (
    "    dời:\n      - sang ngày: 13/05/2020\n        giờ: 8:00\n        ngày báo: 04/05/2020\n        lý do: Mưa bão\n"
)
MOVED_TWICE = f"{MOVED}      - sang ngày: 20/05/2020\n        ngày báo: 11/05/2020\n"


# -- meetings ----------------------------------------------------------------------------------------------------------


def test_a_meeting_has_its_hour_a_nominal_length_and_leaves_its_time_free() -> None:
    event = events(sample(), ALL)[B1]
    assert told(event) == {
        "on": "2020-05-06T07:30:00+07:00",
        "until": "2020-05-06T09:00:00+07:00",
        "status": "CONFIRMED",
        "sequence": 0,
    }
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["SUMMARY"] == "Sinh hoạt: Chi đoàn 1, Đoàn cơ sở Sở A"
    assert event["LOCATION"] == "Phòng họp Sở A"
    assert event["DESCRIPTION"] == "Phân công dự: Trần Thị B\nHạn báo cáo dự sinh hoạt: 15/05/2020"
    assert event["DTSTAMP"].dt.date().isoformat() == "2020-05-05"  # the assignment; the schedule came on 17/04


@pytest.mark.parametrize(
    ("more", "on", "status", "sequence"),
    [
        (MOVED, "2020-05-13T08:00:00+07:00", "CONFIRMED", 1),
        (MOVED_TWICE, "2020-05-20T08:00:00+07:00", "CONFIRMED", 2),
        ("    trạng thái: hủy\n    ngày báo: 05/05/2020\n", "2020-05-06T07:30:00+07:00", "CANCELLED", 1),
        (MOVED + "    trạng thái: hủy\n    ngày báo: 12/05/2020\n", "2020-05-13T08:00:00+07:00", "CANCELLED", 2),
        ("    trạng thái: hoãn\n    ngày báo: 05/05/2020\n", "2020-05-06T07:30:00+07:00", "CANCELLED", 1),
        (MOVED + "    trạng thái: hoãn\n    ngày báo: 03/05/2020\n", "2020-05-13T08:00:00+07:00", "CONFIRMED", 2),
        ("    đã diễn ra: không\n", "2020-05-06T07:30:00+07:00", "CANCELLED", 1),
    ],
    ids=["moved", "moved twice", "cancelled", "moved, cancelled", "postponed", "postponed, moved", "not held"],
)
def test_a_meeting_moved_or_called_off_keeps_its_name(
    tmp_path: Path, more: str, on: str, status: str, sequence: int
) -> None:
    files = with_b1(tmp_path, more)
    for path in (ALL, "ics/don-vi/doan-so-a.ics", "ics/can-bo/tran-thi-b.ics"):
        event = events(files, path)[B1]
        until = (datetime.fromisoformat(on) + timedelta(minutes=90)).isoformat()
        assert told(event) == {"on": on, "until": until, "status": status, "sequence": sequence}


def test_a_move_is_told_with_its_reason(tmp_path: Path) -> None:
    event = events(with_b1(tmp_path, MOVED_TWICE), ALL)[B1]
    lines = str(event["DESCRIPTION"]).splitlines()
    assert lines[:2] == ["Dời từ 06/05/2020 sang 13/05/2020: Mưa bão", "Dời từ 13/05/2020 sang 20/05/2020"]
    assert event["DTSTAMP"].dt.date().isoformat() == "2020-05-11"


def test_reports_on_a_meeting_called_off_are_not_due(tmp_path: Path) -> None:
    name = "han/bao-cao-du-sinh-hoat/46-kh-dtn/2020-05/doan-so-a/b1"
    assert told(events(sample(), "ics/can-bo/tran-thi-b.ics")[name])["on"] == "2020-05-15"
    files = with_b1(tmp_path, "    trạng thái: hủy\n    ngày báo: 05/05/2020\n")
    assert name not in events(files, "ics/can-bo/tran-thi-b.ics")


def test_a_meeting_cancelled_after_a_move_does_not_speak_as_if_it_stood(tmp_path: Path) -> None:
    cancelled = with_b1(tmp_path / "cancelled", MOVED + "    trạng thái: hủy\n    ngày báo: 12/05/2020\n")
    event = events(cancelled, ALL)[B1]
    assert event["SUMMARY"] == "Hủy: Sinh hoạt: Chi đoàn 1, Đoàn cơ sở Sở A"
    assert str(event["DESCRIPTION"]).splitlines() == [
        "Trước khi hủy đã dời từ 06/05/2020 sang 13/05/2020: Mưa bão",
        "Phân công dự: Trần Thị B",
    ]
    postponed = with_b1(tmp_path / "postponed", MOVED + "    trạng thái: hoãn\n    ngày báo: 12/05/2020\n")
    event = events(postponed, ALL)[B1]
    assert event["SUMMARY"] == "Hoãn, chưa có ngày mới: Sinh hoạt: Chi đoàn 1, Đoàn cơ sở Sở A"
    assert str(event["DESCRIPTION"]).startswith("Trước khi hoãn đã dời từ 06/05/2020 sang 13/05/2020: Mưa bão")


# -- reminders ---------------------------------------------------------------------------------------------------------


def reminders(event: Any) -> list[tuple[timedelta, str]]:
    """Return how long before or after an event starts each of its alarms goes off, and what it says."""
    return [(alarm["TRIGGER"].dt, str(alarm["DESCRIPTION"])) for alarm in event.walk("VALARM")]


IN_THE_MORNING = [
    (timedelta(days=-7, hours=8), "Nhắc trước hạn 7 ngày"),
    (timedelta(days=-1, hours=8), "Nhắc trước hạn 1 ngày"),
]


def test_one_party_s_feed_reminds_of_what_is_still_owed() -> None:
    files = sample()
    ours = events(files, "ics/don-vi/doan-so-a.ics")
    open_ones = [event for event in ours.values() if "Chưa ghi nhận hoàn thành" in str(event.get("DESCRIPTION", ""))]
    done = [event for event in ours.values() if "Hoàn thành ngày" in str(event.get("DESCRIPTION", ""))]
    assert open_ones and done
    assert all(reminders(event) == IN_THE_MORNING for event in open_ones)
    assert not any(reminders(event) for event in done)
    mine = events(files, "ics/can-bo/tran-thi-b.ics")
    assert reminders(mine["han/bao-cao-du-sinh-hoat/46-kh-dtn/2020-05/doan-so-a/b1"]) == IN_THE_MORNING
    assert not reminders(mine[B1])


def test_feeds_of_all_remind_nobody() -> None:
    assert not any(reminders(event) for path in (ALL, DEADLINES) for event in events(sample(), path).values())


def test_a_report_that_came_reminds_nobody() -> None:
    report = "han/bao-cao-du-sinh-hoat/46-kh-dtn/2020-05/doan-so-a/b2"
    assert not reminders(events(sample(), "ics/can-bo/le-van-c.ics")[report])


# -- when reports on a meeting are due ---------------------------------------------------------------------------------

REPORTS = "han/bao-cao-du-sinh-hoat/46-kh-dtn/2020-05/doan-so-a/b1"
OF_MAY = "han/46-kh-dtn/bao-cao-du-sinh-hoat/2020-05"


def about_reports(kind: str, more: str = "", people: str = "tất cả") -> dict[str, str | bytes | None]:
    """Return a decision of 10/05/2020 about the reports on the meetings of May at doan-so-a."""
    scope = f"đơn vị: [doan-so-a]\ncán bộ: {people}\nkỳ: [05/2020]\n"
    head = f"loại: {kind}\nviệc: báo cáo dự sinh hoạt\n{scope}{more}"
    tail = "ngày quyết định: 10/05/2020\nngười quyết định: Ban Thường vụ\nlý do: Dịch bệnh\n"
    return {f"{PLAN}/adjustments/2020-05-10-bao-cao.yml": head + tail}


def test_an_extension_counts_wherever_a_feed_tells_the_day(tmp_path: Path) -> None:
    files = exported(lay(tmp_path, about_reports("gia hạn", "hạn mới: 28/05/2020\n")))
    items = {item["id"]: item for item in read(files, "obligations")["obligations"]}
    (of_b2,) = (item for name, item in items.items() if "/2020-05/doan-so-a/b2/" in name)
    assert of_b2["due_on"] == "2020-05-28"
    own = events(files, "ics/can-bo/tran-thi-b.ics")
    assert told(own[REPORTS]) == {"on": "2020-05-28", "until": "2020-05-29", "status": "CONFIRMED", "sequence": 1}
    assert own[REPORTS]["DTSTAMP"].dt.date().isoformat() == "2020-05-10"
    for path in (ALL, "ics/don-vi/doan-so-a.ics", "ics/can-bo/tran-thi-b.ics"):
        event = events(files, path)[B1]
        assert "Hạn báo cáo dự sinh hoạt: 28/05/2020" in event["DESCRIPTION"]
        assert event["DTSTAMP"].dt.date().isoformat() == "2020-05-10"
    for path in (ALL, DEADLINES):
        of_may = {uid: event for uid, event in events(files, path).items() if uid.startswith(f"{OF_MAY}/")}
        assert list(of_may) == [f"{OF_MAY}/2020-05-28"]
        assert of_may[f"{OF_MAY}/2020-05-28"]["SUMMARY"] == "Hạn báo cáo dự sinh hoạt: 2 buổi của tháng 05/2020"


def test_each_officer_has_the_own_day_and_the_meeting_tells_both(tmp_path: Path) -> None:
    assignment = f"{PLAN}/assignments/2020-05.yml"
    text = (lay(tmp_path, {}) / assignment).read_text("utf-8")
    both = {assignment: f"{text}  - buổi: doan-so-a/b1\n    cán bộ: nguyen-van-a\n"}
    for_one = about_reports("gia hạn", "hạn mới: 28/05/2020\n", people="[nguyen-van-a]")
    files = exported(lay(tmp_path, both | for_one))
    first, second = (events(files, f"ics/can-bo/{person}.ics") for person in ("tran-thi-b", "nguyen-van-a"))
    assert told(first[REPORTS]) == {"on": "2020-05-15", "until": "2020-05-16", "status": "CONFIRMED", "sequence": 0}
    assert REPORTS not in second
    assert told(second[f"{REPORTS}/nguyen-van-a"])["on"] == "2020-05-28"
    assert "Hạn báo cáo dự sinh hoạt: 15/05/2020 hoặc 28/05/2020" in first[B1]["DESCRIPTION"]
    shared = [uid for uid in events(files, DEADLINES) if uid.startswith(f"{OF_MAY}/")]
    assert shared == [f"{OF_MAY}/{day}" for day in ("2020-05-15", "2020-05-25", "2020-05-28")]


def test_reports_that_are_waived_are_due_nowhere(tmp_path: Path) -> None:
    files = exported(lay(tmp_path, about_reports("miễn")))
    assert "Hạn báo cáo" not in events(files, ALL)[B1]["DESCRIPTION"]
    assert REPORTS not in events(files, "ics/can-bo/tran-thi-b.ics")
    shared = [uid for uid in events(files, DEADLINES) if uid.startswith(f"{OF_MAY}/")]
    assert f"{OF_MAY}/2020-05-15" not in shared


def test_an_officer_sees_the_own_meetings_and_their_day_for_reports() -> None:
    assert set(events(sample(), "ics/can-bo/le-van-c.ics")) == {
        "buoi/46-kh-dtn/2020-04/chi-doan-so-d/b1",  # absent, which nothing shows
        "han/bao-cao-du-sinh-hoat/46-kh-dtn/2020-04/chi-doan-so-d/b1",
        "buoi/46-kh-dtn/2020-05/doan-so-a/b2",
        "han/bao-cao-du-sinh-hoat/46-kh-dtn/2020-05/doan-so-a/b2",
    }


# -- rounds and engagements --------------------------------------------------------------------------------------------


def test_a_round_lasts_whole_days() -> None:
    event = events(sample(), ALL)["dot/46-kh-dtn/dot-1"]
    assert told(event) == {"on": "2020-05-11", "until": "2020-05-23", "status": "CONFIRMED", "sequence": 0}


def test_a_round_that_was_moved_and_one_put_off(tmp_path: Path) -> None:
    name, file = "dot/46-kh-dtn/gs-thang-3", f"{PLAN}/adjustments/2020-06-01-gs-thang-3.yml"
    moved = events(sample(), ALL)[name]
    assert told(moved) == {"on": "2020-06-15", "until": "2020-06-27", "status": "CONFIRMED", "sequence": 1}
    assert "Thời gian ban đầu: 01/03/2020 – 31/03/2020" in moved["DESCRIPTION"]
    decision = "ngày quyết định: 01/06/2020\nngười quyết định: Ban Thường vụ\nlý do: Dịch bệnh\n"
    lay(tmp_path, {file: f"loại: điều chỉnh\nhoạt động: gs-thang-3\nchưa ấn định: có\n{decision}"})
    off = events(exported(tmp_path), ALL)[name]
    assert told(off) == {"on": "2020-03-01", "until": "2020-04-01", "status": "CANCELLED", "sequence": 2}
    assert off["SUMMARY"] == "Hoãn, chưa ấn định thời gian: Giám sát chuyên đề tháng 3"


def test_a_session_is_in_the_feeds_of_the_unit_and_of_the_team() -> None:
    name = "cuoc/46-kh-dtn/dot-1-doan-1/c1"
    event = events(sample(), "ics/don-vi/doan-so-a.ics")[name]
    assert told(event)["on"] == "2020-05-14T08:00:00+07:00"
    assert "Đã tiến hành" in event["DESCRIPTION"]
    holders = [path for path in sample() if path.startswith("ics/can-bo/") and name in events(sample(), path)]
    assert holders == [f"ics/can-bo/{one}.ics" for one in ("nguyen-van-a", "pham-thi-d", "vo-thi-g")]


@pytest.mark.parametrize(
    ("held", "on", "status", "sequence"),
    [
        ("ngày tiến hành: 15/05/2020", "2020-05-15", "CONFIRMED", 1),  # another day than planned: its hour is not known
        ("ngày tiến hành: chưa rõ", "2020-05-14T08:00:00+07:00", "CONFIRMED", 0),
        ("trạng thái: hoãn\n    ngày báo: 12/05/2020", "2020-05-14T08:00:00+07:00", "CANCELLED", 1),
        ("trạng thái: hủy\n    ngày báo: 12/05/2020", "2020-05-14T08:00:00+07:00", "CANCELLED", 1),
    ],
    ids=["held on another day", "held on a day not known", "postponed", "cancelled"],
)
def test_a_session_that_went_otherwise(tmp_path: Path, held: str, on: str, status: str, sequence: int) -> None:
    lay(tmp_path, {})
    file = tmp_path / TEAM
    text = file.read_text("utf-8")
    assert text.count("ngày tiến hành: 14/05/2020") == 1
    file.write_text(text.replace("ngày tiến hành: 14/05/2020", held), "utf-8")
    found = told(events(exported(tmp_path), ALL)["cuoc/46-kh-dtn/dot-1-doan-1/c1"])
    assert (found["on"], found["status"], found["sequence"]) == (on, status, sequence)


def test_another_name_of_the_organization_changes_no_uid(tmp_path: Path) -> None:
    organization = "data/organization.yml"
    text = (lay(tmp_path, {}) / organization).read_text("utf-8")
    (name,) = (line for line in text.splitlines() if line.startswith("tên: "))
    files = exported(lay(tmp_path, {organization: text.replace(name, "tên: Đoàn khối mang tên khác")}))
    uids = [{str(event["UID"]) for event in parsed(found[ALL]).walk("VEVENT")} for found in (sample(), files)]
    assert uids[0] == uids[1]
    (suffix,) = {uid.partition("@")[2] for uid in uids[0]}
    assert f"mã: {suffix}\n" in text


def test_days_off_while_the_plan_runs() -> None:
    found = events(sample(), ALL)
    assert found["ngay-nghi/2020-09-02"]["SUMMARY"].startswith("Nghỉ: ")
    assert not any(uid.startswith("ngay-nghi/2021") for uid in found)


# -- deadlines ---------------------------------------------------------------------------------------------------------


def test_a_deadline_that_units_share_is_one_event_with_the_count() -> None:
    shared = events(sample(), DEADLINES)["han/46-kh-dtn/gui-lich-sinh-hoat/2020-05/2020-04-19"]
    assert told(shared) == {"on": "2020-04-19", "until": "2020-04-20", "status": "CONFIRMED", "sequence": 0}
    assert shared["SUMMARY"] == "Hạn gửi lịch sinh hoạt: lịch tháng 05/2020 (6 đơn vị)"
    assert str(shared["DESCRIPTION"]).splitlines() == [
        "Đã hoàn thành: 2/6",
        "Theo mục II.3",
        "Cách tính: trước ngày 20/04/2020",
    ]


def test_a_unit_has_its_own_deadlines() -> None:
    found = events(sample(), "ics/don-vi/doan-so-b.ics")["han/46-kh-dtn/gui-lich-sinh-hoat/2020-05/doan-so-b"]
    assert found["SUMMARY"] == "Hạn gửi lịch sinh hoạt: lịch tháng 05/2020 (Đoàn cơ sở Sở B)"
    assert str(found["DESCRIPTION"]).splitlines()[:2] == [
        "Hoàn thành ngày 20/04/2020",
        "Nên gửi trước hoặc trong ngày 17/04/2020",
    ]
    assert found["DTSTAMP"].dt.date().isoformat() == "2020-04-20"


def test_the_feed_of_deadlines_has_the_deadlines_of_the_feed_of_all() -> None:
    for files in (sample(), data()):
        every = {uid for uid in events(files, ALL) if uid.startswith("han/")}
        assert set(events(files, DEADLINES)) == every


def test_the_shared_feed_of_the_shipped_data_stays_readable() -> None:
    """More than 900 obligations of 66 units become fewer than 250 entries."""
    assert len(read(data(), "obligations")["obligations"]) > 900
    assert len(events(data(), DEADLINES)) < 250


def test_no_event_says_how_a_deadline_stands_today() -> None:
    for path in (path for path in sample() if path.endswith(".ics")):
        text = sample()[path].replace(b"\r\n ", b"").decode()
        assert not [word for word in ("quá hạn", "còn ", "hôm nay", "sắp đến hạn") if word in text.casefold()]


def decided(kind: str, more: str = "") -> dict[str, str | bytes | None]:
    """Return a decision of 10/05/2020 about the schedule for June of doan-so-b."""
    head = f"loại: {kind}\nviệc: gửi lịch sinh hoạt\nđơn vị:\n  - doan-so-b\nkỳ:\n  - 06/2020\n{more}"
    tail = "ngày quyết định: 10/05/2020\nngười quyết định: Ban Thường vụ\nlý do: Dịch bệnh\n"
    return {f"{PLAN}/adjustments/2020-05-10-lich.yml": head + tail}


@pytest.mark.parametrize(
    ("kind", "more", "on", "status"),
    [("gia hạn", "hạn mới: 25/05/2020\n", "2020-05-25", "CONFIRMED"), ("miễn", "", "2020-05-19", "CANCELLED")],
)
def test_a_deadline_extended_or_waived_keeps_its_name(
    tmp_path: Path, kind: str, more: str, on: str, status: str
) -> None:
    name = "han/46-kh-dtn/gui-lich-sinh-hoat/2020-06/doan-so-b"
    before = events(sample(), "ics/don-vi/doan-so-b.ics")[name]
    lay(tmp_path, decided(kind, more))
    files = exported(tmp_path)
    after = events(files, "ics/don-vi/doan-so-b.ics")[name]
    assert (told(before)["sequence"], before["DTSTAMP"].dt.date().isoformat()) == (0, "2020-02-20")
    found = told(after)
    assert (found["on"], found["status"], found["sequence"]) == (on, status, 1)
    assert bool(reminders(after)) == (status == "CONFIRMED")
    assert after["DTSTAMP"].dt.date().isoformat() == "2020-05-10"


def test_a_recommendation_whose_due_day_was_moved(tmp_path: Path) -> None:
    file = "data/reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml"
    step = "  - ngày: 20/07/2020\n    việc: gia hạn\n    hạn mới: 31/08/2020\n"
    lay(tmp_path, {file: f"của: 2020-06-02-dot-1-doan-1#kn1\ndiễn biến:\n{step}"})
    name = "han/46-kh-dtn/kien-nghi/2020-06-02-dot-1-doan-1/kn1"
    found = events(exported(tmp_path), "ics/don-vi/doan-so-b.ics")[name]
    assert told(found) == {"on": "2020-08-31", "until": "2020-09-01", "status": "CONFIRMED", "sequence": 1}
    assert "Hạn ban đầu: 31/07/2020" in found["DESCRIPTION"]


def test_a_deadline_without_a_day_is_in_no_feed() -> None:
    """The notice of supervision in September: no session has a day yet."""
    assert not any("thong-bao/gs-thang-9" in uid for uid in events(sample(), ALL))


def test_a_team_s_report_is_due_for_those_in_the_team() -> None:
    name = "han/46-kh-dtn/bao-cao-ket-qua/dot-1/dot-1-doan-1"
    for person in ("nguyen-van-a", "vo-thi-g"):
        assert told(events(sample(), f"ics/can-bo/{person}.ics")[name])["on"] == "2020-06-02"
    assert name not in events(sample(), "ics/can-bo/hoang-van-e.ics")
