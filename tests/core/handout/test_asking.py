"""What can be asked for, what goes with it, and the order that comes of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.guide import Guide
from reader.core.handout import asking
from reader.core.handout.order import Stretch
from reader.core.handout.presets import PARTS, PRESETS, Preset
from reader.core.handout.printables import Printables
from reader.core.notebook.notes import Kind, Note, Target
from reader.core.text import Place
from tests.guides import sample

STRETCH = Stretch(Place("nerves", "nerves.2", 0), Place("nerves", "nerves.2", 6))


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return sample.guide(tmp_path)


def note(kind: Kind, body: str = "") -> Note:
    return Note(kind, "sample", kind, Target("passage", quote="Nerves"), body)


def test_what_there_is_can_be_wished_for_and_nothing_else(guide: Guide) -> None:
    assert asking.wishes(Printables(guide, section="nerves")) == ("section", "handout", "guide", "glossary")
    more = Printables(guide, section="nerves", selection=STRETCH, notes=(note("word"),))
    assert asking.wishes(more) == ("section", "handout", "selection", "guide", "glossary", "words", "notes")


def test_a_guide_without_sections_has_none_to_print(tmp_path: Path) -> None:
    assert "section" not in asking.wishes(Printables(sample.guide(tmp_path, sections=[]), section=""))


def test_a_section_comes_with_those_inside_it(guide: Guide) -> None:
    order = asking.order(Printables(guide, section="messengers"), "section", Preset(), (), "a4")
    assert (order.what, order.sections) == ("sections", ("messengers", "receptors"))


def test_a_handout_is_printed_in_its_own_order(guide: Guide) -> None:
    order = asking.order(Printables(guide, basket=("nerves", "receptors")), "handout", Preset(), (), "letter")
    assert (order.sections, order.paper) == (("nerves", "receptors"), "letter")


def test_selected_words_are_printed_as_one_saw_them(guide: Guide) -> None:
    printables = Printables(guide, selection=STRETCH, depth="key-points")
    order = asking.order(printables, "selection", PRESETS["standard"], (), "a4")
    assert (order.what, order.selection, order.preset.depth) == ("selection", STRETCH, "key-points")
    assert asking.order(printables, "guide", PRESETS["standard"], (), "a4").preset.depth == "full"


def test_chosen_notes_alone_are_printed(guide: Guide) -> None:
    printables = Printables(guide, notes=(note("highlight"),), chosen=("highlight",))
    assert asking.order(printables, "notes", Preset(), (), "a4").notes == ("highlight",)
    assert asking.order(printables, "guide", Preset(), (), "a4").notes is None


def test_what_is_asked_for_first_and_cannot_be_had_is_the_whole_guide(guide: Guide) -> None:
    for wish in ("handout", "selection", "words", "pathway"):
        assert asking.first(Printables(guide, wish=wish), Preset(), "a4").what == "guide"
    assert asking.first(Printables(guide, wish="handout", basket=("nerves",)), Preset(), "a4").sections == ("nerves",)


def test_parts_that_cannot_be_had_say_why(guide: Guide) -> None:
    why = asking.why_not(Printables(guide), "section", Preset())
    assert why == {
        "evidence": asking.NO_PART,
        "pathway": asking.NO_PART,
        "highlights": asking.NONE_YET,
        "words": asking.NONE_YET,
        "questions": asking.NONE_YET,
    }


def test_a_note_that_says_nothing_is_no_note(guide: Guide) -> None:
    def why(*notes: Note) -> str | None:
        return asking.why_not(Printables(guide, notes=notes), "section", Preset()).get("highlights")

    assert why(note("note")) == asking.NONE_YET
    assert why(note("note", "It helps.")) is None
    assert why(note("highlight")) is None


def test_the_sheet_for_the_doctor_has_no_room_for_the_glossary(guide: Guide) -> None:
    everything = tuple(note(kind, "Iron?") for kind in ("highlight", "word", "question"))
    why = asking.why_not(Printables(guide, notes=everything), "section", PRESETS["doctor"])
    assert why["glossary"] == why["references"] == why["evidence"] == asking.NO_ROOM
    assert not why.keys() & {"highlights", "questions", "lines"}


def test_with_my_notes_alone_go_references_and_lines(guide: Guide) -> None:
    why = asking.why_not(Printables(guide, notes=(note("question"),)), "notes", Preset())
    assert PARTS.keys() - why.keys() == {"references", "lines"}
    assert why["questions"] == asking.ITSELF
    assert asking.why_not(Printables(guide), "glossary", Preset())["lines"] == asking.NOT_WITH_IT


def test_depth_makes_a_difference_where_sections_are_printed() -> None:
    assert not asking.is_without_depth("section", Preset())
    assert asking.is_without_depth("selection", Preset())
    assert asking.is_without_depth("glossary", Preset())
    assert asking.is_without_depth("section", PRESETS["doctor"])


def test_the_route_that_tells_a_section_goes_with_it(bundled: Guide) -> None:
    assert bundled.pathway is not None
    told = next(route for route in bundled.pathway.routes if route.section)
    printables = Printables(bundled, section=told.section)
    assert asking.routes(printables, "section") == (told.id,)
    assert asking.routes(printables, "pathway") == ()
    assert asking.routes(replace(printables, route="walked"), "section") == ("walked",)


def test_a_handout_has_the_routes_of_all_its_sections(bundled: Guide) -> None:
    printables = Printables(bundled, basket=("nerves", "symptoms", "cytokines"))
    assert asking.routes(printables, "handout") == ("nerves", "cytokines")
