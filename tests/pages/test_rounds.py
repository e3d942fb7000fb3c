"""The index of rounds and a round's board."""

from pathlib import Path

from ktgs.duties.notice import DUTY as NOTICE
from ktgs.duties.party_committee import DUTY as INVITATION
from ktgs.examining.publishing import publish
from ktgs.obligations.obligation import Duty, Obligation
from ktgs.pages import round as board
from tests.pages.reading import items, links, main, rows, words
from tests.repo import SAMPLE, facts, lay

TEAM = "data/plans/2020/46-kh-dtn/teams/dot-1-doan-1.yml"
BOARD = "dot/46-kh-dtn/dot-1.html"


def changed(old: str, new: str) -> str:
    """Return the sample's team with some words changed."""
    text = (SAMPLE / TEAM).read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


def cell(row: board.BoardRow, duty: Duty) -> tuple[Obligation, ...]:
    """Return what is owed of a duty in a row of a board."""
    return next(found.items for found in row.cells if found.column is duty.column)


def of(root: Path, today: str | None = None) -> board.RoundPage:
    """Return the board of round 1 of the data under a root."""
    return next(page for page in board.pages(publish(facts(root, today))) if page.url == BOARD)


def test_the_index_tells_how_far_each_round_is(sample_site: Path) -> None:
    page = main(sample_site, "dot/index.html")
    found = rows(page)
    assert [row[1] for row in found[:4]] == [
        "đã chọn 3; đã tiến hành 3",
        "đã chọn 0, chỉ tiêu 5; đã tiến hành 0",
        "đã chọn 0, chỉ tiêu 5; đã tiến hành 0",
        "đã chọn 0; đã tiến hành 0",
    ]
    assert found[0][2] == (
        "Quyết định thành lập đoàn, hạn 04/05/2020 ✓ Đúng hạn Thông báo, hạn 04/05/2020 ▲ Trễ hạn 1 ngày "
        "Tiến hành đợt, hạn 22/05/2020 ✓ Đúng hạn Báo cáo kết quả, hạn 02/06/2020 ✓ Đúng hạn"
    )
    assert ("Kiểm tra đợt 1", f"../{BOARD}") in links(page)
    assert ("II.1", "../ke-hoach/46-kh-dtn.html#muc-ii-1") in links(page)
    assert ("3", f"../{BOARD}#tung-don-vi") in links(page)
    assert found[5][1:] == [
        "✓ Đúng hạn",
        "1 lần Giám sát thường xuyên: Triển khai và kết quả thực hiện Tháng Thanh niên năm 2020, 26/03/2020",
    ]


def test_each_unit_goes_from_decision_to_report(sample_site: Path) -> None:
    page = main(sample_site, BOARD)
    heads = items(page, "//table[contains(@class, 'board')]//th[@scope='col']")
    assert heads[1:] == ["Quyết định", "Thông báo", "Tài liệu", "Mời cấp ủy", "Buổi làm việc", "Báo cáo"]
    (row,) = page.xpath("//tr[@id='dot-1-doan-1.c1']")
    assert [words(cell) for cell in row] == [
        "Đoàn cơ sở Sở A Đoàn kiểm tra số 1, đợt 1",
        "✓ Đúng hạn hạn 04/05/2020, xong 27/04/2020",
        "✓ Đúng hạn hạn 04/05/2020, xong 29/04/2020",
        "▲ Trễ hạn 4 ngày hạn 08/05/2020, xong 12/05/2020 ✓ Đúng hạn hạn 08/05/2020, xong 08/05/2020",
        "✓ Đúng hạn hạn 14/05/2020, xong 11/05/2020",
        "14/05/2020 đã tiến hành trực tiếp",
        "✓ Đúng hạn hạn 02/06/2020, xong 02/06/2020",
    ]
    assert ("✓ Đúng hạn", "../../viec/46-kh-dtn/thong-bao/dot-1.html#dot-1.doan-so-a") in links(row)


def test_details_have_their_lines(sample_site: Path) -> None:
    (found,) = main(sample_site, BOARD).xpath("//section[@id='dot-1-doan-1.c1.chi-tiet']")
    listed = items(found, "./ul/li")
    assert "Cấp ủy: mời ngày 11/05/2020; có dự (Phó Bí thư Đảng ủy)" in listed
    assert "Chi đoàn kiểm tra mẫu: Chi đoàn 1" in listed
    sent = "Thông báo số 15-TB/ĐTN, gửi ngày 29/04/2020 (văn thư)"
    assert sent in listed
    assert "nhận ngày 07/05/2020: Sổ của Chi đoàn 1" in items(found, ".//ul/li/ul/li")


def test_members_with_their_roles(sample_site: Path) -> None:
    page = main(sample_site, BOARD)
    (team,) = page.xpath("//section[normalize-space(h2)='Đoàn kiểm tra số 1, đợt 1']")
    assert items(team, "./ul/li")[:2] == [
        "Quyết định số 20-QĐ/ĐTN, ban hành ngày 27/04/2020",
        "Trưởng đoàn: Nguyễn Văn A",
    ]


def test_a_unit_chosen_late_says_so(tmp_path: Path) -> None:
    late = changed("ngày chọn: 22/04/2020", "ngày chọn: 12/05/2020\n    căn cứ: Kết luận họp Ban Thường vụ")
    lay(tmp_path, {TEAM: late})
    row = of(tmp_path).rows[0]
    assert row.is_late_addition
    assert [str(item.due_on) for item in cell(row, NOTICE)] == ["2020-05-07"]


def test_postponed_and_cancelled_sessions(tmp_path: Path) -> None:
    held = "ngày tiến hành: 14/05/2020\n"
    lay(tmp_path, {TEAM: changed(held, "trạng thái: hoãn\n    ngày báo: 13/05/2020\n    lý do: Đơn vị họp đột xuất\n")})
    assert of(tmp_path).rows[0].session.note == "hoãn, chưa có ngày mới: Đơn vị họp đột xuất"
    lay(tmp_path, {TEAM: changed(held, "trạng thái: hủy\n    ngày báo: 13/05/2020\n")})
    row = of(tmp_path).rows[0]
    assert row.session.note == "hủy"
    assert [item.state.name for item in cell(row, INVITATION)] == ["not_applicable"]


def test_a_cancelled_session_does_not_take_the_obligation_of_the_next(tmp_path: Path) -> None:
    again = "ngày tiến hành: 14/05/2020\n"
    text = changed(again, "trạng thái: hủy\n    ngày báo: 13/05/2020\n")
    more = text + "  - mã: c4\n    đơn vị: doan-so-a\n    ngày: 21/05/2020\n    ngày tiến hành: 21/05/2020\n"
    lay(tmp_path, {TEAM: more})
    rows_of = {row.anchor: row for row in of(tmp_path).rows}
    assert cell(rows_of["dot-1-doan-1.c1"], NOTICE) == ()
    assert [str(item.due_on) for item in cell(rows_of["dot-1-doan-1.c4"], INVITATION)] == ["2020-05-21"]


def test_a_moved_round_names_its_adjustment(sample_site: Path) -> None:
    page = main(sample_site, "dot/46-kh-dtn/gs-thang-3.html")
    assert "Chưa chọn đơn vị." in words(page)
    assert "Chỉ tiêu 5 đơn vị" in words(page)
    assert ("Điều chỉnh", "../../dieu-chinh/46-kh-dtn/2020-03-16-gs-thang-3.html") in links(page)


def test_what_is_still_to_do_in_a_round_stands_first(sample_site: Path) -> None:
    page = main(sample_site, "dot/46-kh-dtn/gs-thang-9.html")
    assert items(page, "//h2")[:2] == ["Cần làm (4)", "Về đợt"]
    assert [row[:3] for row in rows(page)[:2]] == [
        ["Tiến hành đợt", "Ban Thường vụ", "30/09/2020"],
        ["Báo cáo kết quả", "Ban Thường vụ", "09/10/2020"],
    ]
    done = main(sample_site, BOARD)
    assert items(done, "//h2")[0] == "Về đợt"


def test_what_is_to_do_names_the_unit_that_it_is_for(tmp_path: Path) -> None:
    found = of(SAMPLE, "2020-04-28")
    told = [(entry.line.item.duty.name, entry.about, entry.line.who.name) for entry in found.to_do]
    assert ("thông báo", "Đoàn cơ sở Sở A", "Văn phòng") in told
    assert ("mời cấp ủy", "", "Đoàn cơ sở Sở A") in told
    assert ("báo cáo kết quả", "", "Đoàn kiểm tra số 1, đợt 1") in told
