"""Plain language: how hard the article is to read, which sentences and short forms make it so, and the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.core.records import Problem
from reader.core.report import Figures
from reader.core.source import printable
from reader.core.text import Block
from reader.linter.prose import Passage, passages, without_spans
from reader.linter.subject import Subject
from reader.linter.words.abbreviations import undefined_abbreviations
from reader.linter.words.passive import is_passive
from reader.linter.words.readability import Scores, score

LONG, TOO_LONG = 20, 25  # words of a sentence
MOST_SENTENCES = 3  # of a paragraph
SMOG_SENTENCES = 30  # McLaughlin's sample; in a shorter text the grade is a guess

# What the whole article may have at most (reading ease: at least); the sources stand in core/rules.py.
GRADE, SECTION_GRADE, SMOG, EASE, MEAN, LONG_SHARE, PASSIVE_SHARE = 7.5, 9.0, 10.0, 62.0, 14.0, 0.03, 0.10


class Measured(NamedTuple):
    """A text that was counted."""

    passages: list[Passage]
    scores: Scores
    passive: int  # sentences

    def longer_than(self, words: int) -> int:
        """Return how many sentences have more than so many words."""
        return sum(len(each.words) > words for passage in self.passages for each in passage.sentences)

    def figures(self, section: str, title: str) -> Figures:
        """Return the counts as a report has them."""
        whole, without = self.scores
        return Figures(
            section, title, whole.words, whole.sentences, self.longer_than(LONG), self.longer_than(TOO_LONG),
            self.passive, whole.mean_sentence, whole.grade, whole.smog, whole.ease, without.grade, without.smog,
        )  # fmt: skip


def measure(subject: Subject) -> list[Measured]:
    """Return what is counted in each section of an English article; [] in other languages, which the formulas lack."""
    if not (subject.is_english and subject.has_article):
        return []
    return [_measured(subject, blocks) for _, blocks in subject.sections]


def _measured(subject: Subject, blocks: Iterable[Block]) -> Measured:
    found = passages(blocks)
    scores, passive = Scores(), 0
    for block, sentences in found:
        terms = [(span.start, span.end) for span in block.spans if span.kind == "term"]
        scores += score(sentences, subject.syllables, terms)
        passive += sum(is_passive(block.text[each.start : each.end]) for each in sentences)
    return Measured(found, scores, passive)


def _together(parts: Iterable[Measured]) -> Measured:
    parts = list(parts)
    every = [passage for part in parts for passage in part.passages]
    return Measured(every, sum((part.scores for part in parts), Scores()), sum(part.passive for part in parts))


def figures(subject: Subject, sections: list[Measured]) -> tuple[Figures, ...]:
    """Return how hard the article is to read, whole and by section, and then the explanations of the glossary."""
    if not sections:
        return ()
    found = [_together(sections).figures("", subject.compiled.about.title)]
    found += [part.figures(each.id, each.title) for (each, _), part in zip(subject.sections, sections, strict=True)]
    explanations = [subject.terms.mark(Block("", "paragraph", each.definition)) for each in subject.compiled.entries]
    if explanations:
        found.append(_measured(subject, explanations).figures("glossary", ""))
    return tuple(found)


def findings(subject: Subject, sections: list[Measured]) -> Iterator[Problem]:
    """Yield what makes an article hard to read: in any language, long paragraphs and terms that lead nowhere."""
    prose = [each.passages for each in sections] or [passages(blocks) for _, blocks in subject.sections]
    for (_, blocks), found in zip(subject.sections, prose, strict=True):
        yield from _long_paragraphs(subject, found)
        yield from _unexplained(subject, blocks)
    if sections:
        yield from _of_the_whole(subject, _together(sections))
        for (_, blocks), measured in zip(subject.sections, sections, strict=True):
            yield from _of_a_section(subject, blocks[0], measured)
        yield from _abbreviations(subject)


def _of_the_whole(subject: Subject, whole: Measured) -> Iterator[Problem]:
    score, count = whole.scores.whole, whole.scores.whole.sentences
    if score.grade is None or score.ease is None or score.smog is None or score.mean_sentence is None:
        return

    def problem(rule: str, message: str) -> Problem:
        return Problem(subject.article, 0, message, rule)

    if score.grade > GRADE:
        yield problem("grade", f"The article reads at grade {score.grade:.1f}; aim at {GRADE} or lower.")
    if score.smog > SMOG and count >= SMOG_SENTENCES:
        yield problem("smog", f"The article has the SMOG grade {score.smog:.1f}; aim at {SMOG:g} or lower.")
    if score.ease < EASE:
        yield problem("reading-ease", f"The article has a reading ease of {score.ease:.0f}; aim at {EASE:g} or higher.")
    if score.mean_sentence > MEAN:
        message = f"Sentences have {score.mean_sentence:.1f} words on average; aim at {MEAN:g} or fewer."
        yield problem("sentence-mean", message)
    if (long := whole.longer_than(LONG)) > LONG_SHARE * count:
        message = f"{long} of {count} sentences have more than {LONG} words; aim at 3 in 100 or fewer."
        yield problem("sentence-share", message)
    if whole.passive > PASSIVE_SHARE * count:
        message = f"{whole.passive} of {count} sentences are passive; say who does what in all but 10 in 100."
        yield problem("passive", message)


def _of_a_section(subject: Subject, heading: Block, found: Measured) -> Iterator[Problem]:
    grade = found.scores.whole.grade
    if grade is not None and grade > SECTION_GRADE:
        message = f"This section reads at grade {grade:.1f}; aim at {SECTION_GRADE:g} or lower."
        yield Problem(subject.article, subject.places.line(heading), message, "grade")
    for block, sentences in found.passages:
        for each in sentences:
            if len(each.words) > TOO_LONG:
                message = f"This sentence has {len(each.words)} words; cut it in two, or down to {LONG}."
                yield Problem(subject.article, subject.places.line(block, each.start), message, "sentence-long")


def _long_paragraphs(subject: Subject, prose: list[Passage]) -> Iterator[Problem]:
    for block, sentences in prose:
        if len(sentences) > MOST_SENTENCES:
            message = f"This paragraph has {len(sentences)} sentences; {MOST_SENTENCES} are enough for one thought."
            yield Problem(subject.article, subject.places.line(block), message, "paragraph-long")


def _unexplained(subject: Subject, blocks: list[Block]) -> Iterator[Problem]:
    """Yield the terms that a section uses before the mention that leads to their entry.

    Everyday words, which lead there once in the article, may be used as it comes.
    """
    explained: set[str] = set()
    early: dict[str, tuple[Block, int, str]] = {}
    for block in blocks:
        marked = [span for span in block.spans if span.kind == "term"]
        links = [span for span in block.spans if span.kind == "link" and span.value.startswith("#")]
        bare = block._replace(text=without_spans(block, "cite"), spans=())
        for span in subject.terms.mark(bare).spans:
            if any(span.start < each.end and each.start < span.end for each in (*marked, *links)):
                continue
            if span.value not in explained and subject.terms.mark_of(span.value) != "once":
                early.setdefault(span.value, (block, span.start, block.text[span.start : span.end]))
        explained |= {span.value for span in marked}
    for entry, (block, start, word) in early.items():
        if entry in explained:
            message = (
                f"“{printable(word)}” stands here before the mention that leads to its entry; let this one lead there."
            )
            yield Problem(subject.article, subject.places.line(block, start), message, "term-unexplained")


def _abbreviations(subject: Subject) -> Iterator[Problem]:
    """Yield the short forms that neither the text before them nor the glossary writes out."""
    known = {
        name for entry in subject.compiled.entries for name in (entry.term, *entry.short_forms, *entry.other_names)
    }
    blocks = [block for block in subject.blocks() if block.kind not in ("evidence", "code", "image", "rule")]
    for each in undefined_abbreviations((without_spans(block, "cite", "code", "term") for block in blocks), known):
        line = subject.places.line(blocks[each.text], each.start)
        message = f"{printable(each.short)} is not written out; give its long form at its first use, or an entry."
        yield Problem(subject.article, line, message, "abbreviation")
