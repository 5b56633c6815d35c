"""What a handout is called where it goes: the name of a file, and of a printer's job."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.guide import Guide
from reader.core.handout.order import Order
from reader.core.handout.presets import Preset


def title(guide: Guide, order: Order) -> str:
    """Return what is printed, in a few words."""
    of_guide = guide.about.title
    first = guide.section(order.sections[0]) if order.sections else None
    is_one = first is not None and set(order.sections) == set(guide.within(first.id))
    words = {
        "guide": of_guide,
        "sections": first.title if first is not None and is_one else _tr("My handout – {0}").format(of_guide),
        "selection": _tr("Selected words – {0}").format(of_guide),
        "pathway": _tr("The pathway – {0}").format(of_guide),
        "glossary": _tr("Glossary – {0}").format(of_guide),
        "words": _tr("My words – {0}").format(of_guide),
        "notes": _tr("My notes – {0}").format(of_guide),
    }
    return _tr("For my appointment – {0}").format(of_guide) if order.is_for_doctor else words[order.what]


def full_title(guide: Guide, order: Order, preset: str) -> str:
    """Return the title with the name of a *preset* that is not the usual one."""
    found = title(guide, order)
    return found if order.preset == Preset() or order.is_for_doctor else f"{found} – {preset}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Naming", words)
