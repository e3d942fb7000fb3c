"""The clauses of a plan's text: what stands under each heading, and where a clause is found on the plan's page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from ktgs.language.text import fold, slug
from ktgs.obligations.targets import Subject, ToClause
from ktgs.records.clauses import HEADING, clause_of, roman_of
from ktgs.records.plan import Plan

_PLACE_AND_DAY = re.compile(r"[^\n]+, ngày \d{1,2} tháng \d{1,2} năm \d{4}\.?", re.IGNORECASE)
_NOTE = re.compile(r"^\[\^([^\[\]\n]+)\]:[^\n]*(?:\n[ \t]+\S[^\n]*)*\n?", re.MULTILINE)  # a footnote's text
_PLANS_KEPT = 64  # parsed texts kept; a repository has one or two plans a year


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the Markdown below it, up to the next heading. `clause` is empty for what has no number."""

    clause: str
    title: str
    level: int  # of the heading in Markdown; 0 for what stands before the first one
    text: str

    @property
    def anchor(self) -> str:
        """The clause's anchor on the plan's page, empty where there is no clause."""
        return anchor(self.clause) if self.clause else ""


def anchor(clause: str) -> str:
    """Return the anchor of a clause: `muc-ii-2-1` for II.2.1."""
    return f"muc-{slug(clause.replace('.', ' '))}"


def sections(plan: Plan) -> tuple[Section, ...]:
    """Return the plan's text by headings, without what the form of the paper shows by itself.

    A clause is the Roman number above with its own: `### 1.` below `## II-` is II.1, `#### 2.1` is II.2.1.
    """
    return _sections("\n\n".join(_without_form(plan)))


@lru_cache(maxsize=_PLANS_KEPT)
def _sections(text: str) -> tuple[Section, ...]:
    """Return the parts of a text; a footnote, wherever its text stands, goes with each part that cites it."""
    notes = {match[1]: match[0].strip() for match in _NOTE.finditer(text)}
    parts = _parts(_NOTE.sub("", text) if notes else text)
    cited = [[label for label in notes if f"[^{label}]" in part.text] for part in parts]
    if parts:
        cited[-1] += [label for label in notes if not any(label in labels for labels in cited)]
    return tuple(
        replace(part, text="\n\n".join([part.text, *(notes[label] for label in labels)])) if labels else part
        for part, labels in zip(parts, cited, strict=True)
    )


def _parts(text: str) -> list[Section]:
    sections: list[Section] = []
    heading, roman = Section("", "", 0, ""), ""
    lines: list[str] = []
    for row in [*text.splitlines(), None]:
        met = HEADING.fullmatch(row) if row is not None else None
        if row is not None and not met:
            lines.append(row)
            continue
        below = "\n".join(lines).strip()
        if below or heading.level:
            sections.append(Section(heading.clause, heading.title, heading.level, below))
        if met:
            title = met[2].replace("*", "").strip()
            roman = roman_of(title, roman)
            heading, lines = Section(clause_of(title, roman), title, len(met[1]), ""), []
    return sections


def _without_form(plan: Plan) -> list[str]:
    """Return the paragraphs without number, place and day, type and subject above, recipients and signatory below."""
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n", plan.body.strip())]
    while blocks and _is_above(plan, blocks[0]):
        del blocks[0]
    if blocks and fold(blocks[-1].strip("* \n")) == fold(plan.signatory):
        del blocks[-1]
    if plan.recipients and len(blocks) > 1 and fold(blocks[-2].strip("* \n")) == "nơi nhận:":
        del blocks[-2:]
    return blocks


def _is_above(plan: Plan, block: str) -> bool:
    words = fold(block.strip("#* \n"))
    return (
        words in ("kế hoạch", fold(plan.subject_line))
        or (words.startswith("số:") and "\n" not in block)
        or bool(_PLACE_AND_DAY.fullmatch(block.strip("* ")))
    )


def heading_of(plan: Plan, clause: str) -> str:
    """Return the clause, or the nearest above it, that has a heading in the plan's text; empty where none has."""
    known = {section.clause for section in sections(plan)}
    while clause and clause not in known:
        clause = clause.rpartition(".")[0]
    return clause


def clause_links(plan: Plan, names: Iterable[str]) -> tuple[Subject, ...]:
    """Return the clauses by their numbers, each leading to its place on the plan's page."""
    return tuple(Subject(name, ToClause(plan.id, name)) for name in names)


def clause_anchor(plan: Plan, clause: str) -> str:
    """Return the anchor of the clause's heading, else of the nearest above it that has one; empty where none has."""
    heading = heading_of(plan, clause)
    return anchor(heading) if heading else ""
