"""What `ktgs explain` and `ktgs days` print: kinds of problems, duties, figures, and the counting of days."""

from __future__ import annotations

from datetime import date

from ktgs.examining.pipeline import codes
from ktgs.facts.facts import duties, figures
from ktgs.language.days import Calendar, Counting, Deadline, Working, working_days_after, working_days_before
from ktgs.language.text import fold, slug, vi_date, vi_weekday
from ktgs.obligations.effects import decisions_words


def explanations() -> dict[str, str]:
    """Return the explanation of every duty, figure and kind of problem in Markdown, by name or id."""
    abouts = [(duty.name, f"{duty.about.strip()}\n\n{decisions_words(duty)}") for duty in duties()]
    abouts += [(figure.name, figure.about) for figure in figures()]
    texts = {name: f"# {name}\n\n{about}" for name, about in abouts}
    texts |= {code.id: f"# {code.id} ({code.severity.value}): {code.title}\n\n{code.about}" for code in codes()}
    return {name: text.strip() + "\n" for name, text in texts.items()}


def explain(asked: str) -> str | None:
    """Return the explanation asked for by id, name or slug, whatever the case; None where there is none."""
    for name, text in explanations().items():
        if fold(asked) in (fold(name), slug(name)):
            return text
    return None


def count_days(day: date, shift: int, calendar: Calendar) -> tuple[Deadline, ...]:
    """Return the day that many working days after, or both readings of that many before (a negative shift)."""
    if shift >= 0:
        return (working_days_after(day, shift, calendar),)
    return tuple(working_days_before(day, -shift, counting, calendar) for counting in Counting)


def days_text(deadline: Deadline) -> str:
    """Return the day with its working: every day counted, every day skipped and why."""
    if deadline.on is None:
        return f"{deadline.rule}: chưa rõ, {deadline.cause}.\n"
    lines = [f"{deadline.rule}: {_day(deadline.on)}"]
    return "\n".join(lines + (_working(deadline.working) if deadline.working else [])) + "\n"


def _working(working: Working) -> list[str]:
    lines = [f"  Đếm: {', '.join(map(vi_date, working.counted)) or 'không ngày nào'}"]
    return lines + [f"  Bỏ qua: {vi_date(day.on)}, {day.reason}" for day in working.skipped]


def _day(day: date) -> str:
    return f"{vi_weekday(day)}, {vi_date(day)}"
