"""What a PDF holds: its structure tree, what its pages show and whose it is, its links and its bookmarks."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf

from tests.painted import Mark, Painted, painted

# Roles that stand inside a line (ISO 32000-1, 14.8.4.4).
INLINE = frozenset(["Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"])
# All other standard roles (14.8.4.2, 14.8.4.3, 14.8.4.5).
BLOCKS = frozenset(
    [
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"),
        *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
        *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Figure", "Formula", "Form"),
    ]
)
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
ABOVE = 60  # points: so far above a line a destination of it may be


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element of the structure tree."""

    role: str  # a standard one
    node: Any
    around: tuple[Element, ...]  # from the root
    kids: list[Any] = field(default_factory=list)  # elements, marks, and annotations as they are

    @property
    def parent(self) -> str:
        """Return the role of what stands around it."""
        return self.around[-1].role if self.around else ""

    @property
    def is_inline(self) -> bool:
        """Whether it stands inside a line: what is inline by its role may be placed as a block (14.8.5.4.2)."""
        return self.role in INLINE and str(self.attributes.get("Placement", "/Inline")) == "/Inline"

    @property
    def annotation(self) -> Any:
        """The annotation in it; of a link, where one can click. Raises StopIteration where there is none."""
        return next(kid for kid in self.kids if not isinstance(kid, Element | Mark))

    @property
    def marks(self) -> list[Mark]:
        """All that is marked in it, in reading order."""
        found: list[Mark] = []
        for kid in self.kids:
            found += kid.marks if isinstance(kid, Element) else [kid] if isinstance(kid, Mark) else []
        return found

    @property
    def own_marks(self) -> list[Mark]:
        """What is marked in it and in the words inside it, but in no block inside it."""
        found: list[Mark] = []
        for kid in self.kids:
            if isinstance(kid, Mark):
                found.append(kid)
            elif isinstance(kid, Element) and kid.is_inline:
                found += kid.own_marks
        return found

    @property
    def attributes(self) -> dict[str, Any]:
        """All its attributes, of every owner."""
        found: dict[str, Any] = {}
        owners = self.node.get("/A", [])
        for owner in owners if isinstance(owners, pikepdf.Array) else [owners] if owners else []:
            found |= {key.lstrip("/"): owner[key] for key in owner.keys()}  # noqa: SIM118
        return found


class Line(NamedTuple):
    """A line of a block's text: the page, and how high above its foot it stands."""

    page: int
    y: float


class Pdf:
    """An open PDF."""

    def __init__(self, file: Path) -> None:
        """Open *file*."""
        self.file = file
        self.pdf = pikepdf.open(file)
        self._lines: dict[Element, list[Line]] = {}
        self._texts: dict[Element, str] = {}
        self._pages = {page.objgen: number for number, page in enumerate(self.pdf.pages)}

    def close(self) -> None:
        """Close it."""
        self.pdf.close()

    @cached_property
    def elements(self) -> list[Element]:
        """All elements, in reading order."""
        roles = {
            key.lstrip("/"): str(value).lstrip("/") for key, value in _items(self.pdf.Root.StructTreeRoot, "RoleMap")
        }
        found: list[Element] = []

        def add(node: Any, around: tuple[Element, ...], page: int | None, kids: list[Any]) -> None:
            for kid in node if isinstance(node, pikepdf.Array) else [node]:
                if isinstance(kid, int):
                    assert page is not None
                    kids.append(Mark(page, kid))
                elif kid.get("/Type") == "/MCR":
                    kids.append(Mark(self._page(kid, page), int(kid.MCID)))
                elif kid.get("/Type") == "/OBJR":
                    kids.append(kid.Obj)
                else:
                    role = str(kid.S).lstrip("/")
                    element = Element(roles.get(role, role), kid, around)
                    kids.append(element)
                    found.append(element)
                    here = self._page(kid, page) if "/Pg" in kid else page
                    if "/K" in kid:
                        add(kid.K, (*around, element), here, element.kids)

        add(self.pdf.Root.StructTreeRoot.K, (), None, [])
        return found

    def of_role(self, *roles: str) -> list[Element]:
        """Return the elements with one of these roles."""
        return [element for element in self.elements if element.role in roles]

    @cached_property
    def painted(self) -> list[Painted]:
        """All that the pages show, in the order in which it is painted."""
        return [each for number, page in enumerate(self.pdf.pages) for each in painted(number, page)]

    @cached_property
    def _marked(self) -> dict[Mark, list[Painted]]:
        found: dict[Mark, list[Painted]] = defaultdict(list)
        for each in self.painted:
            if each.mark is not None:
                found[each.mark].append(each)
        return found

    def text(self, element: Element) -> str:
        """Return the text of an element with all inside it, each block from a line of its own on."""
        if element not in self._texts:
            said = ""
            for kid in element.kids:
                if isinstance(kid, Mark):
                    said += "".join(each.text for each in self._marked.get(kid, ()))
                elif isinstance(kid, Element):
                    said += self.text(kid) if kid.is_inline else f"\n{self.text(kid)}\n"
            self._texts[element] = said
        return self._texts[element]

    def lines(self, element: Element) -> list[Line]:
        """Return the lines of a block's own text, from the first to the last. What is raised or lowered begins none."""
        if element not in self._lines:
            shown = [each for mark in element.own_marks for each in self._marked.get(mark, ()) if each.text.strip()]
            most = max((each.size for each in shown), default=0.0)
            found: list[Line] = []
            for each in shown:
                if not any(line.page == each.page and abs(line.y - each.y) < 0.7 * most for line in found):
                    found.append(Line(each.page, each.y))
            self._lines[element] = found
        return self._lines[element]

    @cached_property
    def links(self) -> list[tuple[int, Any]]:
        """All links: the page, and the annotation."""
        return [
            (number, note)
            for number, page in enumerate(self.pdf.pages)
            for note in page.get("/Annots", pikepdf.Array())
            if note.Subtype == "/Link"
        ]

    @cached_property
    def _named(self) -> dict[str, Any]:
        names: Any = self.pdf.Root.get("/Names")
        if names is None or "/Dests" not in names:
            return {}
        return {str(name): place for name, place in pikepdf.NameTree(names.Dests).items()}

    def target(self, destination: Any) -> Line:
        """Return where a destination, or the name of one, leads to."""
        if isinstance(destination, pikepdf.String | str):
            destination = self._named[str(destination)]
        if isinstance(destination, pikepdf.Dictionary):
            destination = destination.D
        return Line(self._pages[destination[0].objgen], float(destination[3]))

    def leads_to(self, link: Element, element: Element) -> bool:
        """Whether a link leads to an element: to the beginning of a block, or to a line of words."""
        annotation = link.annotation
        if "/Dest" not in annotation:
            return False
        page, y = self.target(annotation.Dest)
        return any(
            page == line.page and 0 <= y - line.y < ABOVE
            for line in self.lines(element)[: None if element.is_inline else 1]
        )

    @cached_property
    def bookmarks(self) -> list[tuple[int, str, int, float]]:
        """All bookmarks: level, title, page, and how high above the page's foot it leads."""
        found: list[tuple[int, str, int, float]] = []

        def add(items: Sequence[pikepdf.OutlineItem], level: int) -> None:
            for item in items:
                destination: Any = item.destination
                found.append((level, item.title, *self.target(destination)))
                add(item.children, level + 1)

        with self.pdf.open_outline() as outline:
            add(list(outline.root), 1)
        return found

    @cached_property
    def fonts(self) -> list[Any]:
        """Every font, once."""
        fonts: dict[tuple[int, int], Any] = {}
        for page in self.pdf.pages:
            for resources in _all_resources(page.obj):
                fonts |= {font.objgen: font for _, font in _items(resources, "Font")}
        return list(fonts.values())

    def extracted(self, *, first: int = 1, last: int | None = None) -> str:
        """Return what poppler makes of its text, in the order of the pages' content."""
        pages = ["-f", str(first), "-l", str(last or len(self.pdf.pages))]
        made = subprocess.run(["pdftotext", *pages, str(self.file), "-"], capture_output=True, check=True, text=True)
        return made.stdout

    def read_aloud(self) -> str:
        """Return the text in the order of the structure tree, as poppler sees it."""
        made = subprocess.run(["pdfinfo", "-struct-text", str(self.file)], capture_output=True, check=True, text=True)
        return " ".join(re.findall(r'^\s*"(.*)"$', made.stdout, re.MULTILINE))

    def _page(self, node: Any, inherited: int | None) -> int:
        if "/Pg" in node:
            return self._pages[node.Pg.objgen]
        assert inherited is not None
        return inherited


def _items(node: Any, key: str) -> list[tuple[str, Any]]:
    found = node.get(f"/{key}")
    return [] if found is None else [(name, found[name]) for name in found.keys()]  # noqa: SIM118


def _all_resources(holder: Any) -> Iterator[Any]:
    """Yield the resources of a page, and of every picture drawn on it."""
    resources = holder.get("/Resources")
    if resources is not None:
        yield resources
        for _, drawn in _items(resources, "XObject"):
            if drawn.get("/Subtype") == "/Form":
                yield from _all_resources(drawn)
