"""What is owed for a topic of regular supervision."""

from __future__ import annotations

from ktgs.duties.regular_supervision import DUTY
from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import Obligation
from ktgs.records.keys import ActivityTopicKey
from ktgs.records.plan import Plan, Topic


def topic_obligation(facts: Facts, plan: Plan, topic: Topic) -> Obligation | None:
    """Return the obligation to observe the topic, None where the plan does not have the duty."""
    for item in facts.by_duty.get((plan.id, DUTY.slug), ()):
        if isinstance(item.key.occasion, ActivityTopicKey) and item.key.occasion.topic == topic.id:
            return item
    return None
