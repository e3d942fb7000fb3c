"""What `ktgs explain` prints of kinds of problems, duties and figures."""

from __future__ import annotations

from ktgs.examining.pipeline import codes
from ktgs.facts.facts import duties, figures
from ktgs.language.text import fold, slug
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
