"""What can be asked for: which wishes there are, what can go with each of them, and the order that comes of it."""

from __future__ import annotations

from dataclasses import replace

from reader.core.guide import Guide
from reader.core.handout.alone import ALONE
from reader.core.handout.choosing import with_inside
from reader.core.handout.order import ON_THE_SHEET, Order
from reader.core.handout.presets import PARTS, Preset
from reader.core.handout.printables import WISHES, Printables

NO_PART, NONE_YET, NO_ROOM, NOT_WITH_IT, ITSELF = "no part", "none yet", "no room", "not with it", "itself"


def wishes(printables: Printables) -> tuple[str, ...]:
    """Return those of WISHES that something can come of; the basket, too, while it is empty."""
    guide, kinds = printables.guide, {note.kind for note in printables.notes}
    there = {
        "section": guide.section(printables.section) is not None,
        "handout": True,
        "selection": printables.selection is not None,
        "guide": True,
        "pathway": guide.pathway is not None,
        "glossary": guide.has_entries,
        "words": "word" in kinds,
        "notes": bool(kinds),
    }
    return tuple(wish for wish in WISHES if there[wish])


def order(printables: Printables, wish: str, preset: Preset, routes: tuple[str, ...], paper: str) -> Order:
    """Return the order for a wish. Selected words are those one saw, so they have the depth of the window."""
    if wish == "selection":
        preset = replace(preset, depth=printables.depth)
    return Order(
        what=what(wish),
        sections=_sections(printables, wish),
        selection=printables.selection if wish == "selection" else None,
        preset=preset,
        routes=routes,
        notes=printables.chosen if wish == "notes" else None,
        paper=paper,
    )


def routes(printables: Printables, wish: str) -> tuple[str, ...]:
    """Return the ids of the routes that go best with a wish; () for the pathway whole.

    They are the one that is being walked, or else those that the sections tell that are printed.
    """
    if printables.route:
        return (printables.route,)
    pathway = printables.guide.pathway
    return pathway.routes_in(_sections(printables, wish)) if pathway is not None else ()


def first(printables: Printables, preset: Preset, paper: str) -> Order:
    """Return the order for what is asked for at first."""
    wish = printables.wish if can_have(printables, printables.wish) else "guide"
    return order(printables, wish, preset, routes(printables, wish), paper)


def can_have(printables: Printables, wish: str) -> bool:
    """Whether something can be printed for a wish now."""
    return wish in wishes(printables) and (wish != "handout" or bool(printables.basket))


def what(wish: str) -> str:
    """Return the name that `order.WHAT` has for a wish."""
    return "sections" if wish in ("section", "handout") else wish


def is_without_depth(wish: str, preset: Preset) -> bool:
    """Whether it makes no difference how much of each section is wanted."""
    return wish == "selection" or is_without_sections(wish, preset)


def is_without_sections(wish: str, preset: Preset) -> bool:
    """Whether no sections are printed as such, so that what is about them makes no difference."""
    return wish in ALONE or preset.layout.kind == "doctor"


def why_not(printables: Printables, wish: str, preset: Preset) -> dict[str, str]:
    """Return why parts cannot be chosen: NO_PART of the guide, NONE_YET written, NO_ROOM on the sheet for the doctor,
    NOT_WITH_IT, or ITSELF what is printed.
    """
    found = _missing(printables)
    for part in PARTS:
        alone = ALONE.get(wish)
        if alone is not None and part in alone.parts:
            found[part] = ITSELF
        elif alone is not None and part not in alone.beside:
            found[part] = NOT_WITH_IT
        elif alone is None and preset.layout.kind == "doctor" and part not in ON_THE_SHEET:
            found[part] = NO_ROOM
    return found


def _sections(printables: Printables, wish: str) -> tuple[str, ...]:
    if wish == "section":
        return with_inside(printables.guide, [printables.section])
    return printables.basket if wish == "handout" else ()


def not_in(guide: Guide) -> frozenset[str]:
    """Return the parts that a guide has nothing for, whatever its reader adds."""
    there = {
        "evidence": bool(guide.rows("SELECT 1 FROM claim LIMIT 1")),
        "pathway": guide.pathway is not None,
        "glossary": guide.has_entries,
        "references": bool(guide.rows("SELECT 1 FROM reference LIMIT 1")),
    }
    return frozenset(part for part, is_there in there.items() if not is_there)


def _missing(printables: Printables) -> dict[str, str]:
    kinds = {note.kind for note in printables.notes if note.kind != "note" or note.body.strip()}
    written = {"highlights": kinds & {"highlight", "note"}, "words": "word" in kinds, "questions": "question" in kinds}
    return dict.fromkeys(not_in(printables.guide), NO_PART) | {
        part: NONE_YET for part, is_there in written.items() if not is_there
    }
