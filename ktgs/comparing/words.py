"""A comparison in words: sections of lines, as a colleague would tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from ktgs.comparing.comparison import Comparison
from ktgs.comparing.decisions import DecisionChange
from ktgs.comparing.fields import BODY, FieldChange
from ktgs.comparing.files import FileChange, FileChangeKind
from ktgs.comparing.meetings import MeetingChange, MeetingChangeKind
from ktgs.comparing.names import adjustment_name
from ktgs.comparing.states import ObligationChange
from ktgs.examining import reporters
from ktgs.language.text import first_upper, join_words, vi_date, vi_number, vi_weekday
from ktgs.obligations.effects import AdjustmentEffects, change_words, how_many
from ktgs.obligations.naming import label
from ktgs.obligations.obligation import Outcome
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.naming import meeting_name, unit_name
from ktgs.repository.parties import WhoKind
from ktgs.repository.repository import Repository

MARK = "⚠"
_NAMED = 3  # obligations of one duty and change that are named one by one


class ToldLine(NamedTuple):
    """A sentence, and those that stand below it. `is_marked`: it takes something away, or is hardly meant so."""

    text: str
    below: tuple[str, ...] = ()
    is_marked: bool = False


class ToldPart(NamedTuple):
    """What is told under one title."""

    title: str
    lines: tuple[ToldLine, ...]


def opening(comparison: Comparison, base: str) -> str:
    """Return the first sentence: what it is compared with, how many files differ, how much is marked."""
    counts = Counter(change.kind for change in comparison.files)
    told = [words.format(vi_number(counts[kind])) for kind, words in _COUNTED.items() if counts[kind]]
    day = vi_date(comparison.head.facts.today)
    first = f"So với {base}, tính đến ngày {day}: {join_words(told) if told else 'dữ liệu không đổi'}."
    marked = sum(line.is_marked for section in sections(comparison) for line in section.lines)
    return f"{first} Cần xem kỹ {vi_number(marked)} chỗ có dấu {MARK}." if marked else first


_COUNTED = {
    FileChangeKind.added: "thêm {} tệp",
    FileChangeKind.changed: "sửa {} tệp",
    FileChangeKind.removed: "xóa {} tệp",
    FileChangeKind.reworded: "chỉ sửa cách viết {} tệp",
    FileChangeKind.mended: "{} tệp nay đọc được",
    FileChangeKind.unread: "{} tệp có lỗi nên không lấy được gì",
}


def sections(comparison: Comparison) -> tuple[ToldPart, ...]:
    """Return what differs, without the sections that have nothing to tell."""
    told = (
        ToldPart("Tệp", tuple(map(_file, comparison.files))),
        ToldPart("Buổi sinh hoạt", tuple(_meetings(comparison))),
        ToldPart("Quyết định", tuple(map(_decision, comparison.decisions))),
        ToldPart(_obligations_title(comparison), tuple(_duties(comparison))),
        ToldPart("Kết quả kiểm tra", tuple(_problems(comparison))),
    )
    return tuple(section for section in told if section.lines)


# -- files -------------------------------------------------------------------------------------------------------------


def _file(change: FileChange) -> ToldLine:
    is_marked = change.removes_dates or change.kind in (FileChangeKind.removed, FileChangeKind.unread)
    name = f"{change.name} ({change.file})" if change.name else change.file
    return ToldLine(f"{first_upper(str(change.kind))}: {name}", tuple(map(_field, change.fields)), is_marked)


def _field(change: FieldChange) -> str:
    mark = f"{MARK} " if change.removes_date else ""
    if change.path == (BODY,):
        return f"sửa {BODY}"
    name = " của ".join(f"“{key}”" for key in reversed(change.path))
    if not change.before:
        return f"{mark}thêm {name}: {change.after}"
    if not change.after:
        return f"{mark}bỏ {name}: {change.before}"
    return f"{mark}{name}: {change.before} → {change.after}"


# -- meetings ----------------------------------------------------------------------------------------------------------


def _meetings(comparison: Comparison) -> Iterator[ToldLine]:
    """Yield a line for each meeting, one for all that came or went of a schedule."""
    for (kind, _), found in groupby(comparison.meetings, key=lambda change: (change.kind, change.one.key.schedule_key)):
        changes = tuple(found)
        if len(changes) > 1 and kind in (MeetingChangeKind.new, MeetingChangeKind.removed):
            yield _of_schedule(comparison, kind, changes)
        else:
            yield from (_meeting(comparison, change) for change in changes)


def _of_schedule(comparison: Comparison, kind: MeetingChangeKind, changes: tuple[MeetingChange, ...]) -> ToldLine:
    is_removed = kind is MeetingChangeKind.removed
    repository = (comparison.base if is_removed else comparison.head).facts.repository
    key = changes[0].one.key
    whose = f"{vi_number(len(changes))} buổi, {unit_name(repository, key.unit)}, lịch tháng {key.month.label}"
    below = tuple(f"{meeting_name(repository, change.one)}, {_when(change.one)}" for change in changes)
    told = f"{first_upper(str(kind))}: {whose}"
    return ToldLine(f"{told}. {_REMOVED_CURE}" if is_removed else told, below, is_removed)


_REMOVED_CURE = "Buổi bị hủy thì giữ lại và ghi “trạng thái: hủy”."


def _meeting(comparison: Comparison, change: MeetingChange) -> ToldLine:
    after, before = change.after, change.before
    side = comparison.head if after else comparison.base
    name = meeting_name(side.facts.repository, change.one)
    title = first_upper(str(change.kind))
    match change.kind:
        case MeetingChangeKind.rewritten:
            cure = "Giữ nguyên ngày đã báo, ghi ngày mới vào “dời”; chỉ sửa thẳng khi trước đó chép sai."
            return ToldLine(f"{title}: {name}: {_day(before)} → {_day(after)}. {cure}", is_marked=True)
        case MeetingChangeKind.removed:
            return ToldLine(f"{title}: {name}, {_when(before)}. {_REMOVED_CURE}", is_marked=True)
        case MeetingChangeKind.moved:
            return ToldLine(f"{title}: {name}: {_day(before)} → {_when(after)}")
    return ToldLine(f"{title}: {name}, {_when(after)}")


def _day(scheduled: ScheduledMeeting | None) -> str:
    return vi_date(scheduled.on) if scheduled else ""


def _when(scheduled: ScheduledMeeting | None) -> str:
    if scheduled is None:
        return ""
    announced = scheduled.meeting.announced
    return f"{announced.at.hour:02}h{announced.at.minute:02} {vi_weekday(announced.on)}, {vi_date(announced.on)}"


# -- decisions ---------------------------------------------------------------------------------------------------------


def _decision(change: DecisionChange) -> ToldLine:
    name = adjustment_name(change.adjustment)
    if change.is_removed:
        reached = change.effects.reached
        lost = f"{how_many(item.obligation for item in reached)} trở lại như chưa có quyết định" if reached else ""
        return ToldLine(f"Không còn: {name}{': ' + lost if lost else ''}.", is_marked=True)
    what = change_words(change.adjustment)
    told = ": ".join(filter(None, (name, what)))
    if change.missing:
        return ToldLine(f"{told}. {_without_scope(change)}", is_marked=True)
    return ToldLine(f"{told}. {_effects(change.effects)}", tuple(_why_not(change.effects)))


def _without_scope(change: DecisionChange) -> str:
    keys = join_words([f"“{key}”" for key in change.missing])
    concerned = f"chỉ liên quan đến {how_many(i.obligation for i in change.effects.concerned)}"
    now = concerned if change.effects.concerned else "chưa có tác dụng với việc nào"
    return f"Không ghi {keys} nên {now}; nếu ý là tất cả thì liên quan đến {how_many(change.meant)}."


def _effects(effects: AdjustmentEffects) -> str:
    if not effects.concerned:
        return "Không liên quan đến việc nào."
    waived = [item.obligation for item in effects.reached if item.effect.outcome is Outcome.waived]
    moved = [item.obligation for item in effects.reached if item.effect.outcome is not Outcome.waived]
    told = [f"dời hạn {how_many(moved)}"] if moved else []
    told += [f"miễn {how_many(waived)}"] if waived else []
    told += [f"không có tác dụng với {how_many(i.obligation for i in effects.unreached)}"] if effects.unreached else []
    return f"{first_upper(join_words(told))}."


def _why_not(effects: AdjustmentEffects) -> Iterator[str]:
    reasons = Counter(item.why_not for item in effects.unreached)
    for reason, count in reasons.most_common(_NAMED):
        yield f"{vi_number(count)} việc: {reason}"
    if left := sum(reasons.values()) - sum(count for _, count in reasons.most_common(_NAMED)):
        yield f"{vi_number(left)} việc khác không có tác dụng vì lý do khác"


# -- obligations -------------------------------------------------------------------------------------------------------


def _obligations_title(comparison: Comparison) -> str:
    counts = Counter(change.is_of_state for change in comparison.obligations)
    words = ((True, "đổi trạng thái"), (False, "chỉ đổi hạn"))
    told = [f"{vi_number(counts[is_of_state])} việc {what}" for is_of_state, what in words if counts[is_of_state]]
    return f"Việc phải làm: {', '.join(told)}"


def _duties(comparison: Comparison) -> Iterator[ToldLine]:
    by_duty = sorted(comparison.obligations, key=lambda change: change.one.duty.name)
    for duty, found in groupby(by_duty, key=lambda change: change.one.duty.name):
        groups: dict[str, list[ObligationChange]] = {}
        for change in sorted(found, key=lambda change: not change.is_of_state):
            groups.setdefault(_transition(change), []).append(change)
        told = "; ".join(f"{vi_number(len(group))} việc {words}" for words, group in groups.items())
        below = (_one(comparison, one) for group in groups.values() if len(group) <= _NAMED for one in group)
        yield ToldLine(f"{first_upper(duty)}: {told}", tuple(below))


def _transition(change: ObligationChange) -> str:
    before, after = change.states
    if before is None:
        return f"mới, “{after}”"
    if after is None:
        return f"không còn (trước là “{before}”)"
    return f"từ “{before}” thành “{after}”" if before is not after else f"đổi hạn, vẫn “{after}”"


def _one(comparison: Comparison, change: ObligationChange) -> str:
    side = comparison.head if change.after else comparison.base
    name = _called(side.facts.repository, change)
    days = [vi_date(item.due_on) if item.due_on else "chưa rõ" for item in (change.before, change.after) if item]
    due = f"hạn {' → '.join(dict.fromkeys(days))}"
    return f"{name}: {due}. {change.after.reason}" if change.after else f"{name}: {due}"


def _called(repository: Repository, change: ObligationChange) -> str:
    item = change.one
    words = label(repository, item)
    return f"{words}, {item.who.name}" if item.who.kind in (WhoKind.unit, WhoKind.person) else words


# -- problems ----------------------------------------------------------------------------------------------------------


def _problems(comparison: Comparison) -> Iterator[ToldLine]:
    yield from (ToldLine(f"Mới: {reporters.one_line(item)}") for item in comparison.new_problems)
    if gone := comparison.gone_problems:
        yield ToldLine(f"Đã hết: {_severities(item.severity.value for item in gone)}.")


def _severities(words: Iterable[str]) -> str:
    return join_words([f"{vi_number(count)} {word}" for word, count in Counter(words).items()])
