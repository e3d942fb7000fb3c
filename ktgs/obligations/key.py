"""What names an obligation: plan, duty, occasion, party. Its text is made here alone, for feeds, JSON and addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ktgs.language.months import Month
from ktgs.records.keys import (
    ActivityKey,
    ActivityTopicKey,
    FindingKey,
    MeetingKey,
    RoundTeamKey,
    RoundUnitKey,
    SessionDocumentKey,
    SessionKey,
)
from ktgs.repository.parties import PartyKey

Occasion = (
    Month
    | ActivityKey
    | RoundUnitKey
    | RoundTeamKey
    | SessionKey
    | SessionDocumentKey
    | MeetingKey
    | ActivityTopicKey
    | FindingKey
)


def occasion_parts(occasion: Occasion) -> tuple[str, ...]:
    """Return the parts of an occasion's text, without its plan."""
    if isinstance(occasion, Month):
        return (str(occasion),)
    return occasion.parts if isinstance(occasion, FindingKey) else occasion.parts[1:]


@dataclass(frozen=True, slots=True)
class ObligationKey:
    """Names an obligation; `plan/duty/occasion`, and the party where several owe something on one occasion."""

    kind: ClassVar[str] = "obligation"
    plan: str
    duty: str
    occasion: Occasion
    party: PartyKey

    @property
    def path(self) -> tuple[str, ...]:
        """The parts of its text after plan and duty."""
        is_shared = isinstance(self.occasion, Month | MeetingKey)
        return (*occasion_parts(self.occasion), *((self.party.id,) if is_shared else ()))

    def __str__(self) -> str:
        return "/".join((self.plan, self.duty, *self.path))
