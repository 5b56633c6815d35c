"""Questions for an appointment that a guide suggests: items of the section that it names for them."""

from __future__ import annotations

from reader.core.text import Block

MOST_QUESTIONS = 200  # that one picks from


def is_question(block: Block) -> bool:
    """Whether a block of the section that a guide names for questions is one: an item, but not of its key points."""
    return block.kind == "item" and not block.callout and bool(asked(block))


def asked(question: Block) -> str:
    """Return the words of a question, without the box before them that one ticks on paper."""
    return " ".join(question.text.removeprefix("☐").split())
