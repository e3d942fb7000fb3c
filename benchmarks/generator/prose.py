"""The text of visit reports: sentences of a theme laid out as different people would."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.generator.dates import dmy
from benchmarks.generator.model import Visit, World
from benchmarks.generator.phrases import COMMON, ONLINE


@dataclass(frozen=True)
class Material:
    """What a report has to say, before it is laid out."""

    opening: str
    course: list[str]
    talk: list[str]
    verdict: str
    closing: str
    where: str
    when: str


def body(world: World, visit: Visit) -> str:
    """Return the Markdown text of a visit's report."""
    random, decks, meeting = world.random, world.decks, visit.meeting
    branch = meeting.branch.name if meeting.branch else "buổi sinh hoạt chung"
    frame = ONLINE if meeting.theme == ONLINE else COMMON
    material = Material(
        opening=" ".join([*decks.deal(frame, "mở đầu"), *_aside(world, frame)]),
        course=decks.deal(meeting.theme, "diễn biến", random.choice((2, 2, 3))),
        talk=decks.deal(meeting.theme, "thảo luận", random.choice((1, 1, 2))),
        verdict=decks.deal(COMMON, "đánh giá")[0],
        closing=decks.deal(frame, "kết thúc")[0],
        where=f"{branch}, {meeting.unit.name}",
        when=dmy(visit.held_on or meeting.last_on),
    )
    return random.choice(LAYOUTS)(material)


def _aside(world: World, frame: str) -> list[str]:
    """Return something seen beside the matter itself; nothing of the kind is seen on a screen."""
    seen = frame == COMMON and world.random.random() < 0.6
    return world.decks.deal(COMMON, "bên lề") if seen else []


def _by_heading(material: Material) -> str:
    return (
        f"# Báo cáo dự sinh hoạt {material.where}\n\n{material.opening}\n\n"
        f"## Diễn biến\n\n{' '.join(material.course)}\n\n"
        f"## Ý kiến thảo luận\n\n{' '.join(material.talk)}\n\n"
        f"## Nhận xét của người dự\n\n{material.verdict} {material.closing}"
    )


def _numbered(material: Material) -> str:
    course = "\n".join(f"- {line}" for line in material.course)
    return (
        f"# Dự sinh hoạt ngày {material.when}\n\n"
        f"## 1. Tình hình chung\n\n{material.opening} {material.verdict}\n\n"
        f"## 2. Nội dung đã triển khai\n\n{course}\n\n"
        f"## 3. Ý kiến của đoàn viên\n\n{' '.join(material.talk)}\n\n"
        f"## 4. Kết luận\n\n{material.closing}"
    )


def _as_told(material: Material) -> str:
    first, *rest = material.course
    paragraphs = [
        f"{material.opening} {first}",
        " ".join([*rest, *material.talk]),
        f"{material.verdict} {material.closing}",
    ]
    return "\n\n".join(paragraphs)


def _as_notes(material: Material) -> str:
    lines = [material.opening, *material.course, *material.talk, material.closing]
    notes = "\n".join(f"- {line}" for line in lines)
    return f"## Ghi nhanh tại {material.where}\n\n{notes}\n\n**Đánh giá:** {material.verdict}"


def _short(material: Material) -> str:
    course = " ".join([*material.course, *material.talk[:1]])
    return f"## Tóm tắt\n\n{course}\n\n## Đánh giá\n\n{material.verdict} {material.closing}"


def _verdict_first(material: Material) -> str:
    talk = "\n".join(f"> {line}\n>" for line in material.talk).removesuffix("\n>")
    return (
        f"## Đánh giá chung\n\n{material.verdict} {material.opening}\n\n"
        f"## Chi tiết buổi sinh hoạt\n\n{' '.join(material.course)}\n\n"
        f"Điều đoàn viên nói:\n\n{talk}\n\n{material.closing}"
    )


LAYOUTS: tuple[Callable[[Material], str], ...] = (_by_heading, _numbered, _as_told, _as_notes, _short, _verdict_first)
