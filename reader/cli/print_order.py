"""From the words of `print` to an order: each name is checked, and where one is unknown the nearest are named."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.core.depth import DEPTHS
from reader.core.fuzzy import alike
from reader.core.guide import Guide
from reader.core.handout import asking, order, presets
from reader.core.handout.alone import ALONE
from reader.core.handout.choosing import with_inside
from reader.core.handout.order import Order
from reader.core.handout.presets import PARTS, PRESETS, Preset
from reader.core.source import printable
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.core.notebook.notes import Note

_MISSING = {
    "evidence": "evidence levels",
    "pathway": "pathway",
    "glossary": "words explained",
    "references": "references",
}
NONE, WHOLE = "none", "whole"
_LOCALE = ("LC_ALL", "LC_PAPER", "LANG")  # the first that is set counts (POSIX.1-2017, 8.2)


def pattern(args: argparse.Namespace) -> Order:
    """Return the order as far as it can be told without the guide. Raises ReaderError for an unknown name."""
    preset = PRESETS.get(args.preset) or presets.preset(args.preset, own())
    if args.parts:
        preset = replace(preset, parts=_parts(args.parts))
    if args.depth is not None:
        preset = replace(preset, depth=_one_of(args.depth, DEPTHS, "There is no depth “{}”."))
    what = _one_of(args.only, ALONE, "“{}” cannot be printed alone.") if args.only is not None else "guide"
    if args.route:
        if what not in ("guide", "pathway"):
            raise ReaderError(f"--route prints a way through the pathway, so it does not go with --only {what}.")
        preset = replace(preset, parts=preset.parts | {"pathway"})
    paper = order.paper(args.paper) if args.paper is not None else order.usual_paper(_locale())
    return Order(what, preset=preset, routes=None if args.route is None else tuple(args.route), paper=paper)


def own() -> dict[str, Preset]:
    """Return the presets that the reader saved in the window, by their names."""
    from reader.cli.chosen import chosen
    from reader.core.handout import own_presets

    found = chosen("presets")
    return own_presets.read(found)[0] if isinstance(found, dict) else {}


def with_sections(guide: Guide, made: Order, sections: Collection[str]) -> Order:
    """Return the order for these sections and those inside them. Raises ReaderError for an unknown one."""
    return replace(made, what="sections", sections=with_inside(guide, sections))


def sections(guide: Guide, given: Collection[str]) -> list[str]:
    """Return the ids of sections that somebody wrote, also with commas between them, each once.

    Raises ReaderError for an unknown one, with the nearest; and says where it is rather the guide that is meant.
    """
    every = [each for word in given for each in ([word] if guide.section(word) else filter(None, word.split(",")))]
    for each in every:
        if guide.section(each) is None and os.path.lexists(each):
            raise ReaderError(
                f"{printable(each)} is no section but a file or folder. Name the guide first: "
                f"pathway-reader print {printable(each)} --section …"
            )
    if given and not every:
        raise ReaderError("There is no id of a section after --section. The ids are listed by --list-sections.")
    with_inside(guide, every)
    return list(dict.fromkeys(every))


def with_routes(guide: Guide, made: Order) -> Order:
    """Return the order with the routes that somebody wrote, also with commas between them; WHOLE is all of the pathway.

    Raises ReaderError for an unknown one, with the nearest, and for a guide without a pathway.
    """
    if made.routes is None:
        return made
    pathway = guide.pathway
    if pathway is None:
        raise ReaderError(f"This guide has no pathway, so it has no route “{printable(' '.join(made.routes))}” either.")
    known = {each.id for each in pathway.routes}
    every = [each for word in made.routes for each in ([word] if word in known else filter(None, word.split(",")))]
    if not every:
        raise ReaderError("There is no id of a route after --route. The ids are listed by --list-routes.")
    if WHOLE in every and WHOLE not in known:
        if len(set(every)) > 1:
            raise ReaderError("--route whole is all of the pathway, so no other way through it goes with that.")
        return replace(made, routes=())
    return replace(made, routes=tuple(dict.fromkeys(order.route(pathway, each).id for each in every)))


def asked(args: argparse.Namespace) -> frozenset[str]:
    """Return the parts that were asked for by name, not by a preset."""
    return _parts(args.parts) | ({"pathway"} if args.route is not None else frozenset())


def left_out(guide: Guide, made: Order, named: Collection[str], notes: Collection[Note]) -> list[str]:
    """Return sentences about what was asked for and cannot be printed; *named* are parts asked for by name."""
    told = []
    if lost := [part for part in PARTS if part in named and part not in made.parts]:
        what = "The sheet for the doctor" if made.is_for_doctor else f"What --only {made.what} prints"
        told.append(f"{what} has no room for {', '.join(lost)}: left out.")
    missing = asking.not_in(guide)
    for part, words in _MISSING.items():
        if part in missing & made.parts and (part in named or part == "pathway") and made.what != part:
            told.append(f"This guide has no {words}, so none {'was' if part == 'pathway' else 'were'} printed.")
    if made.has_notes and not notes and made.what not in ALONE:
        told.append("You have no notes in this guide yet, so none were printed.")
    return told


def described(name: str, preset: Preset) -> str:
    """Return what a preset is, in words."""
    layout = preset.layout
    look = f"{preset.depth}, {layout.size:g} pt, {layout.face}" if layout.kind == "handout" else "one sheet"
    alone = ", one section a page" if layout.section_a_page else ""
    parts = ", ".join(part for part in PARTS if part in preset.parts) or NONE
    ink = ", little ink" if layout.ink == "low" else ""
    return f"{presets.NAMES.get(name, 'Saved by you')}: {look}{alone}{ink}; with {parts}"


def _parts(given: Collection[str]) -> frozenset[str]:
    """Return the parts that somebody wrote with commas between them. Raises ReaderError for an unknown one."""
    words = [word.strip() for each in given for word in each.split(",")]
    known = (*PARTS, NONE)
    found = (_one_of(word, known, "There is no part “{}” that could go with the text.") for word in words if word)
    return frozenset(found) - {NONE}


def _one_of(given: str, known: Collection[str], unknown: str) -> str:
    name = given.casefold()
    if name in known:
        return name
    near = alike(name, list(known), 3, may_go_on=True) or list(known)
    raise ReaderError(f"{unknown.format(printable(given))} Nearest: {', '.join(near)}.")


def _locale() -> str:
    """Return the language and region of this computer, such as ``en_US.UTF-8``; "" where it does not say."""
    if sys.platform == "win32":  # where those variables are not set
        import ctypes

        name = ctypes.create_unicode_buffer(85)  # LOCALE_NAME_MAX_LENGTH
        ctypes.windll.kernel32.GetUserDefaultLocaleName(name, len(name))
        return name.value
    return next(filter(None, map(os.environ.get, _LOCALE)), "")
