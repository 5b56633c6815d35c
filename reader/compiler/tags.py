"""Which HTML tag becomes which block or span: clean HTML -> blocks, not yet cut into sections."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

from reader.compiler.blocks import Article, Writer
from reader.compiler.clean import link, picture
from reader.compiler.surroundings import CONTAINERS, Attributes, Surroundings
from reader.core.text import Block, SpanKind

NOTES = "Notes"
_INLINE: dict[str, SpanKind] = {
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "cite": "em",
    "dfn": "em",
    "var": "em",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "sup": "sup",
    "sub": "sub",
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = {*CONTAINERS, *_HEADINGS, "p", "dt", "pre", "caption"}
_TABLE = {"table", "thead", "tbody", "tfoot", "tr", "td", "th"}


class Tags(HTMLParser):
    """Reads HTML that `clean.clean` wrote. *number_of* gives a cited key's number, or None for an unknown key."""

    def __init__(self, number_of: Callable[[str], int | None]) -> None:
        super().__init__(convert_charrefs=True)
        self._number_of = number_of
        self._writer = Writer()
        self._article = Article(self._writer.blocks)
        self._around = [Surroundings()]
        self._inline: list[int] = []  # how many marks each open inline tag made
        self._marker = ""  # of a list item whose first block is still to come
        self._claims: tuple[str, ...] = ()  # of a list item, likewise
        self._boxes = 0
        self._is_title = False  # inside a callout's title
        self._muted = 0  # inside tags whose text is not shown
        self._tables = 0
        self._row = self._column = -1
        self._after_table: list[Block] = []

    def article(self) -> Article:
        """Return all that was read."""
        self.close()
        self._writer.end()
        return self._article

    # -- tags

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("br", "img", "hr"):
            self._single(tag, given)
        elif tag in _TABLE:
            self._begin_table_part(tag, given)
        elif tag not in _BLOCKS:
            self._anchor(given)
            self._begin_inline(tag, given)
        elif self._tables:
            self._writer.break_line()  # a block inside a cell is a line of it
        else:
            self._begin_block(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag in _TABLE:
            self._end_table_part(tag)
        elif tag not in _BLOCKS:
            self._end_inline()
        elif self._tables:
            self._writer.break_line()
        else:
            self._end_block(tag)

    def handle_data(self, data: str) -> None:
        if self._muted:
            return
        if self._writer.kind is None:
            if not data.strip():
                return
            self._begin_text({})
        self._writer.write(data)

    # -- blocks

    def _begin_block(self, tag: str, given: Attributes) -> None:
        self._writer.end()
        if tag in CONTAINERS:
            self._begin_container(tag, given)
        elif tag in _HEADINGS:
            self._heading(_HEADINGS[tag], given)
        elif tag == "pre":
            self._anchor(given)
            self._writer.begin("code", claims=_claims(given), **self._here.fields)
        elif tag == "dt":
            self._anchor(given)
            self._writer.begin("term", **self._here.fields)
        else:  # p, caption
            self._is_title = given.get("class") == "admonition-title"
            self._anchor(given)
            self._begin_text(given)

    def _end_block(self, tag: str) -> None:
        before = len(self._writer.blocks)
        if tag in _HEADINGS and not self._here.is_article:
            self._writer.unmark()
        self._writer.end()
        if tag == "p" and self._is_title:
            self._is_title = False
            written = " ".join(block.text for block in self._writer.blocks[before:])
            self._around[-1] = self._here.titled(written)
            del self._writer.blocks[before:]
        elif tag in CONTAINERS and len(self._around) > 1:
            self._around.pop()
            if tag == "li":
                self._marker, self._claims = "", ()

    def _begin_container(self, tag: str, given: Attributes) -> None:
        self._anchor(given)
        classes = given.get("class", "").split()
        inside = self._here.inside(tag, given)
        if tag == "div" and "admonition" in classes:
            self._boxes += 1
            inside = inside.in_callout(classes, self._boxes)
        elif tag == "div" and "footnote" in classes:
            self._notes_heading()
            inside = Surroundings(is_notes=True)
        elif tag == "li":
            self._marker = self._here.marker
            self._claims = _claims(given)
            self._around[-1] = self._here.with_next_number()
        self._around.append(inside)

    def _begin_text(self, given: Attributes) -> None:
        """Begin a paragraph, an item or whatever running text is here."""
        fields = {**self._here.fields, "claims": _claims(given) or self._claims}
        self._claims = ()
        if self._marker:
            self._writer.begin("item", marker=self._marker, **fields)
            self._marker = ""
        elif self._here.is_definition:
            self._writer.begin("definition", **fields)
        else:
            self._writer.begin("quote" if self._here.is_quote else "paragraph", **fields)

    def _heading(self, level: int, given: Attributes) -> None:
        if not self._here.is_article:  # a heading in a list, a quote or a callout is no part of the outline
            self._anchor(given)
            self._begin_text({})
            self._writer.mark("strong")
            return
        identifier = "".join(given.get("id", "").split())[:100]
        self._writer.begin("heading", level=level, id=identifier)

    def _notes_heading(self) -> None:
        """Begin the section of footnotes, on the level of the article's main sections."""
        levels = [block.level for block in self._writer.blocks if block.kind == "heading"]
        self._writer.begin("heading", level=1 if not levels or levels.count(1) > 1 else 2)
        self._writer.write(NOTES)
        self._writer.end()

    def _begin_table_part(self, tag: str, given: Attributes) -> None:
        self._tables += tag == "table"
        if self._tables > 1:
            self._writer.break_line()  # a table inside a cell: its cells are lines of that cell
            return
        self._writer.end()
        self._anchor(given)
        if tag == "table":
            self._row = -1
        elif tag == "tr":
            self._row, self._column = self._row + 1, -1
        elif tag in ("td", "th"):
            self._column += 1
            place = {"row": self._row, "column": self._column, "header": tag == "th"}
            self._writer.begin("cell", claims=_claims(given), **place, **self._here.fields)

    def _end_table_part(self, tag: str) -> None:
        if self._tables == 1:
            self._writer.end()
        if tag == "table":
            self._tables -= 1
            if not self._tables:
                self._writer.blocks += self._after_table
                self._after_table = []

    def _single(self, tag: str, given: Attributes) -> None:
        if tag == "br":
            self._writer.break_line()
        elif tag == "img":
            image = Block("", "image", given.get("alt", "").strip(), image=picture(given.get("src", "")) or "")
            if self._tables:
                self._after_table.append(image._replace(**self._here.fields))
            else:
                self._writer.end()
                self._writer.blocks.append(image._replace(**self._here.fields))
        elif not self._tables and not self._here.is_notes:
            self._writer.begin("rule", **self._here.fields)
            self._writer.end()

    # -- spans

    def _begin_inline(self, tag: str, given: Attributes) -> None:
        classes = given.get("class", "").split()
        marks: list[tuple[SpanKind, str]] = []
        if self._writer.kind == "code":
            pass
        elif tag in _INLINE:
            marks.append((_INLINE[tag], ""))
        elif tag == "a" and "footnote-backref" in classes:
            self._muted = len(self._inline) + 1
        elif tag == "a" and (address := link(given.get("href", ""))):
            marks.append(("link", address))
        elif tag == "span" and given.get("data-keys"):
            self._cite(given["data-keys"].split())
        elif tag == "span" and given.get("data-term"):
            marks.append(("term", given["data-term"]))
        for kind, value in marks:
            self._writer.mark(kind, value)
        self._inline.append(len(marks))
        if "footnote-ref" in classes:
            self._writer.write("note ")  # or it could not be told from a reference's number

    def _end_inline(self) -> None:
        if self._muted == len(self._inline):
            self._muted = 0
        for _ in range(self._inline.pop() if self._inline else 0):
            self._writer.unmark()

    def _cite(self, keys: list[str]) -> None:
        """Write the numbers of the references, raised; a key that names nothing stays as it was written."""
        if self._writer.kind is None:
            self._begin_text({})
        numbers = {key: number for key in keys if (number := self._number_of(key)) is not None}
        if numbers:
            self._writer.mark("sup")
            for index, (key, number) in enumerate(numbers.items()):
                self._writer.write(", " if index else "")
                self._writer.mark("cite", key)
                self._writer.write(str(number))
                self._writer.unmark()
            self._writer.unmark()
        for key in keys:
            if key not in numbers:
                self._article.uncited.append(key)
                self._writer.write(f"[@{key}]")

    # -- places

    @property
    def _here(self) -> Surroundings:
        return self._around[-1]

    def _anchor(self, given: Attributes) -> None:
        identifier = given.get("id", "")
        if identifier in self._article.anchors:
            self._article.repeated.append(identifier)
        elif identifier:
            self._article.anchors[identifier] = len(self._writer.blocks)


def _claims(given: Attributes) -> tuple[str, ...]:
    return tuple(dict.fromkeys(given.get("claims", "").replace(",", " ").split()))
