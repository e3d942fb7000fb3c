"""What became of the proposals that visit reports carry: forwarded, answered, declined, or nothing yet."""

from datetime import date

from benchmarks.generator.dates import dmy
from benchmarks.generator.model import World
from benchmarks.generator.writer import Fields, Value, as_yaml

_FORWARDED = (
    "Tổng hợp vào báo cáo tháng, chuyển cấp trên xem xét",
    "Chuyển kèm công văn của Đoàn Khối",
    "Nêu tại giao ban quý và gửi bằng văn bản",
    "Gửi cơ quan có thẩm quyền, đề nghị trả lời chi đoàn",
)
_ANSWERED = (
    "Đồng ý, giao Văn phòng hướng dẫn thực hiện từ quý sau",
    "Đã bố trí trong kế hoạch, chi đoàn đăng ký theo mẫu",
    "Ghi nhận, làm thử ở hai đơn vị rồi mới nhân rộng",
    "Chưa cân đối được kinh phí năm nay, đưa vào dự toán năm sau",
    "Nhất trí về chủ trương, đơn vị chủ động phối hợp với cấp ủy",
    "Đã có văn bản hướng dẫn gửi các đơn vị trong tháng",
)
_REJECTED = (
    "Không thuộc thẩm quyền; hướng dẫn chi đoàn gửi đúng nơi giải quyết",
    "Thuộc quyền quyết định của đơn vị; chi đoàn trao đổi trực tiếp với người phụ trách",
    "Trùng nội dung đã trả lời tại hội nghị trước",
)
_BY = {
    "ban thường vụ": "Ban Thường vụ Đoàn Khối",
    "cấp trên": "Ban Thường vụ Thành đoàn",
    "cấp ủy": "Cấp ủy đơn vị",
    "chính quyền": "Lãnh đạo đơn vị",
}


def follow_ups(world: World, reports: list[tuple[str, Fields, str]]) -> list[tuple[str, str]]:
    """Return path and text of the follow-up of each proposal of which something is known."""
    papers = []
    for name, fields, _ in reports:
        proposals = fields.get("đề xuất", [])
        sent = str(fields.get("ngày gửi", "chưa rõ"))
        if not isinstance(proposals, list) or sent == "chưa rõ":
            continue
        for proposal in proposals:
            assert isinstance(proposal, dict)
            events = _events(world, _read(sent), str(proposal["gửi"]))
            if events:
                record: Fields = {"của": f"{name}#{proposal['mã']}", "diễn biến": events}
                papers.append((f"reports/2020/follow-ups/{name}-{proposal['mã']}.yml", as_yaml(record)))
    return papers


def _read(text: str) -> date:
    day, month, year = text.split("/")
    return date(int(year), int(month), int(day))


def _events(world: World, sent_on: date, addressee: str) -> list[Value]:
    random = world.random
    luck = random.random()
    if luck < 0.3:
        return []
    first_on = world.calendar.after(sent_on, random.randint(3, 12))
    answered_on = world.calendar.after(first_on, random.randint(10, 25))
    forwarded: Fields = {"ngày": dmy(first_on), "việc": "chuyển cấp trên", "nội dung": random.choice(_FORWARDED)}
    if luck > 0.86:
        forwarded = {
            "ngày": dmy(first_on),
            "việc": "không tiếp nhận",
            "nội dung": random.choice(_REJECTED),
            "cơ quan": _BY[addressee],
        }
    answer: Fields = {
        "ngày": dmy(answered_on),
        "việc": "trả lời",
        "nội dung": random.choice(_ANSWERED),
        "cơ quan": _BY[addressee],
    }
    events: list[Value] = [forwarded] if first_on <= world.as_of else []
    if events and luck < 0.6 and answered_on <= world.as_of:
        events.append(answer)
    return events
