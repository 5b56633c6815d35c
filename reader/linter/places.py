"""Where a block of an article stands in its file: Markdown keeps no lines, so the blocks' words are found again."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from reader.compiler.lines import line_at
from reader.core.text import Block, Span
from reader.linter.prose import without_spans

_WORD = re.compile(r"[^\W_]+")
_WORD_OR_ENTITY = re.compile(r"&(?:#?[a-zA-Z0-9]{1,32});|[^\W_]+")
# What Markdown takes out of a text. Each is bounded, so that no text stalls the search.
_MARKUP = re.compile(
    r"(?P<code>`[^`\n]{1,2000}`)"  # is shown as it is, whatever stands in it
    r"|\[@[^\[\]\n]{1,2000}\]"
    r"|\{[^{}\n]{1,2000}\}"  # ids, claims, tied terms
    r"|(?<=\])\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)"  # where a link leads
    r"|\[\^[^\[\]\n]{1,200}\]"  # footnotes
    r"|^ {0,3}\[[^\[\]\n]{1,200}\]:[^\n]*$"  # where links lead, said apart
    r"|</?[a-zA-Z][\w-]*(?:\s[^<>]{0,2000})?>"  # tags, but not <https://…>
    r"|^[ \t]*!!! [^\n]*$",  # the head of a box
    re.MULTILINE,
)
_FAILED = re.compile(r"\{[:#.][^{}\n]{1,2000}\}")  # such markup in a block stands where it has no effect
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\[\]\n]{1,200}\]:", re.MULTILINE)
_RUN = 5  # words that are looked for together
_SKIPPED = 12  # words in a row that may have been lost
_NEAR = 20_000  # letters; fewer than _RUN words are no reason to leap further
_GAP = 400  # letters inside a block that Markdown may have taken out
_WORK = 100  # times the length of the text: what is looked through in all, before places are given up


class Places:
    """The places of an article's blocks in its text.

    Two texts are compared by their letters and digits alone, so that ``fibro*myalgia*`` is fibromyalgia and
    ``H<sub>2</sub>O`` is H2O. Takes time in proportion to the length of the text.
    """

    def __init__(self, text: str, blocks: Iterable[Block]) -> None:
        self._text = text
        self._starts: list[int] = []  # of each word among the letters
        self._offsets: list[int] = []  # of each word in the text
        self._letters = self._read()
        self._notes = [self._letter_at(match.end()) for match in _FOOTNOTE.finditer(text)]
        self._work = _WORK * len(self._letters) + 10**6
        self._found: dict[str, tuple[list[int], list[int]]] = {}  # block id -> offsets in it, letters of the text
        self._find_all(blocks)

    def offset(self, block: Block, offset: int = 0) -> int:
        """Return where the word at or after *offset* of a block stands in the text; -1 where it was not found again."""
        found = self._found.get(block.id)
        if found is None:
            return -1
        starts, letters = found
        word = _WORD.search(block.text, offset)
        letter = letters[max(bisect_right(starts, word.start() if word else offset) - 1, 0)]
        index = bisect_right(self._starts, letter) - 1
        return self._offsets[index] + letter - self._starts[index]

    def line(self, block: Block, offset: int = 0) -> int:
        """Return the line, from 1, of a character of a block; 0 where the block was not found again."""
        found = self.offset(block, offset)
        return 0 if found < 0 else line_at(self._text, found)

    def _read(self) -> str:
        """Return the letters of the text without its markup, and note where its words are."""
        words = []
        length = 0
        for match in _WORD_OR_ENTITY.finditer(_without_markup(self._text)):
            word = match[0]
            if word[0] == "&":
                word = "".join(_WORD.findall(html.unescape(word)))
            if word:
                words.append(word.casefold())
                self._starts.append(length)
                self._offsets.append(match.start())
                length += len(words[-1])
        return "".join(words)

    def _find_all(self, blocks: Iterable[Block]) -> None:
        cursor = 0
        for number, block in enumerate(blocks):
            words = list(_words(block)) if block.kind != "evidence" else []
            start = self._find([word for _, word in words], cursor) if words else -1
            if start < 0 or (start > 0 == number and block.kind == "heading"):
                continue  # lost, or the title that stands above a text without heading
            letters, cursor = self._follow([word for _, word in words], start)
            self._found[block.id] = [offset for offset, _ in words], letters

    def _find(self, words: list[str], cursor: int) -> int:
        """Return where among the letters a block of these words begins, looking onward first; -1 where it does not."""
        if self._holds("".join(words[:_RUN]), cursor):
            return cursor
        skips = range(min(max(len(words) - _RUN, 0) + 1, _SKIPPED))
        heads = [("".join(words[skip : skip + _RUN]), len("".join(words[:skip]))) for skip in skips]
        for head, lost in heads:
            if (found := self._search(head, cursor, cursor + _NEAR)) >= 0:
                return max(found - lost, 0)
        for note in self._notes if self._work > 0 else ():
            self._work -= 1
            if self._holds(heads[0][0], note):
                return note
        for head, lost in heads if len(words) >= _RUN else ():
            for begin, end in ((cursor, len(self._letters)), (0, cursor)):
                if (found := self._search(head, begin, end)) >= 0:
                    return max(found - lost, 0)
        return -1

    def _search(self, head: str, begin: int, end: int) -> int:
        """Return where *head* stands, or -1; nowhere once there was too much to do."""
        while self._work > 0:
            found = self._letters.find(head, begin, end)
            self._work -= (found if found >= 0 else min(end, len(self._letters))) - begin + 1
            if found < 0 or (self._is_start(found) and self._holds(head, found)):
                return found
            begin = found + 1
        return -1

    def _follow(self, words: list[str], letter: int) -> tuple[list[int], int]:
        """Return where each word of a block stands among the letters, and where the block ends.

        A word that is lost stands where the next one does.
        """
        places = []
        for index, word in enumerate(words):
            if not self._letters.startswith(word, letter):
                letter = self._onward(words[index : index + _SKIPPED], letter)
            places.append(letter)
            if self._letters.startswith(word, letter):
                letter += len(word)
        return places, letter

    def _onward(self, words: list[str], letter: int) -> int:
        """Return where the first of *words* that is not lost stands, nearest to *letter*; *letter* where none does."""
        if len(words) < 2:  # one word is found too easily
            return letter
        triples = ("".join(words[index : index + 3]) for index in range(max(len(words) - 2, 1)))
        found = (self._letters.find(triple, letter, letter + _GAP) for triple in triples)
        return min((each for each in found if each >= 0), default=letter)

    def _holds(self, head: str, letter: int) -> bool:
        """Whether the words *head* stand at *letter*, and not words that only begin so."""
        end = letter + len(head)
        return self._letters.startswith(head, letter) and (end == len(self._letters) or self._is_start(end))

    def _is_start(self, letter: int) -> bool:
        """Whether a word of the text begins at *letter*."""
        index = bisect_left(self._starts, letter)
        return index < len(self._starts) and self._starts[index] == letter

    def _letter_at(self, offset: int) -> int:
        """Return the first letter at or after an offset of the text."""
        index = bisect_left(self._offsets, offset)
        return self._starts[index] if index < len(self._starts) else len(self._letters)


def _words(block: Block) -> Iterator[tuple[int, str]]:
    """Yield the words of a block with their offsets, without what stands for citations and footnotes."""
    hidden = tuple(span for span in block.spans if span.kind == "cite" or _is_note(block.text, span))
    text = without_spans(block._replace(spans=hidden), "cite", "sup")
    text = _FAILED.sub(lambda match: _blank(match[0]), text)
    for match in _WORD.finditer(text):
        yield match.start(), match[0].casefold()


def _is_note(text: str, span: Span) -> bool:
    return span.kind == "sup" and text.startswith("note ", span.start) and text[span.start + 5 : span.end].isdecimal()


def _without_markup(text: str) -> str:
    """Return the text, as long as it is and with its line ends, with blanks for what readers do not see of it."""
    pieces = []
    position = 0
    while (begin := text.find("<!--", position)) >= 0 and (end := text.find("-->", begin)) >= 0:
        pieces += [text[position:begin], _blank(text[begin : end + 3])]
        position = end + 3
    return _MARKUP.sub(lambda match: match["code"] or _blank(match[0]), "".join((*pieces, text[position:])))


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
