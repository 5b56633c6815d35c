"""The quotes of passages as one reads them: without the small numbers of citations, which are no words."""

from __future__ import annotations

from reader.core.notebook import passage
from reader.core.notebook.notes import Target
from reader.core.section_text import SectionTexts
from reader.core.text import Block


class Quoting:
    """Tells what is shown of a quote; what is kept stays as it is, for it is found again by it."""

    def __init__(self, texts: SectionTexts) -> None:
        self._texts = texts
        self._numbers: dict[str, list[tuple[int, int]]] = {}  # by section, in characters of its text

    def shown(self, target: Target) -> str:
        """Return the quote of a passage without citations; as it is where other words stand in its place."""
        try:
            start, end = passage.position(target, self._texts)
        except LookupError:
            return target.quote
        text = self._texts.of(target.section).text
        if text[start:end] != target.quote:
            return target.quote
        pieces, done = [], start
        for low, high in self._in(target.section):
            if start <= low and high <= end:
                pieces.append(text[done:low])
                done = high
        return " ".join("".join([*pieces, text[done:end]]).split()) or target.quote

    def _in(self, section: str) -> list[tuple[int, int]]:
        if section not in self._numbers:
            text = self._texts.of(section)
            blocks = self._texts.guide.blocks(section)
            self._numbers[section] = [
                (text.span(block.id)[0] + low, text.span(block.id)[0] + high)
                for block in blocks
                for low, high in _numbers(block)
            ]
        return self._numbers[section]


def _numbers(block: Block) -> list[tuple[int, int]]:
    """Return where the citations of a block stand, several of them with the commas between."""
    cited = [span for span in block.spans if span.kind == "cite"]
    raised = [span for span in block.spans if span.kind == "sup"]
    found = set()
    for span in cited:
        around = next((each for each in raised if each.start <= span.start and span.end <= each.end), span)
        found.add((around.start, around.end))
    return sorted(found)
