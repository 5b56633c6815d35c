"""Glossaries that a reader added stand behind the guide's own, and none of them keeps a guide from opening."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths
from reader.compiler import added as compiling
from reader.core import added, compilation, source
from reader.core.compilation import Compilation
from reader.core.explanation import Explanation, explain
from reader.core.glossary import look_up
from reader.core.guide import Guide
from reader.core.handout.building import build
from reader.core.handout.glyphs import Glyphs
from reader.core.handout.order import Order
from reader.core.library import Library
from reader.core.source import MB
from tests.children import stay_here
from tests.guides.writing import folder, said, spans

OWN = "cytokine\n: A message between cells.\n\nache\n: A dull pain.\n: mark: never\n"
MORE = (
    "Cytokine\n: A signal.\n: also: cell signal\n: see: ache, chill\n\n"
    "chill\n: Feeling cold.\n: see: cytokine\n: sources: B, A\n\n"
    "ache\n: What hurts.\n\nfatigue\n: Being tired.\n"
)
ARTICLE = "# A {#a}\n\nA cytokine, a cell signal, brings a chill, an ache and fatigue.\n"


@pytest.fixture(autouse=True)
def _without_children(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "slow" not in request.keywords:  # those test the limits of a child
        stay_here(monkeypatch)


@pytest.fixture
def more(tmp_path: Path) -> Path:
    """Return the folder of a glossary that is not a guide's."""
    return folder(tmp_path / "more", article_md="", glossary_md=MORE, guide_toml='title = "Cells & more"')


def opened(tmp_path: Path, *glossaries: Path, **files: str | bytes) -> Guide:
    """Return a guide of these files, opened with these glossaries beside its own."""
    files = {"article_md": ARTICLE, "glossary_md": OWN, **files}
    library = Library(tmp_path / "content", tmp_path / "cache", [str(each) for each in glossaries])
    return library.open(str(folder(tmp_path / "guide", **files)))


def explained(guide: Guide, words: str) -> Explanation:
    entry = look_up(guide, words)
    found = explain(guide, entry.id) if entry is not None else None
    assert found is not None
    return found


def test_a_word_that_only_an_added_glossary_has_is_marked_and_explained_with_its_source(
    tmp_path: Path, more: Path
) -> None:
    guide = opened(tmp_path, more)
    assert spans(guide.blocks("a")[1], "term") == [
        ("cytokine", "term", "cytokine"),
        ("cell signal", "term", "cytokine-cells-more"),
        ("chill", "term", "chill"),
        ("fatigue", "term", "fatigue"),
    ]
    assert explained(guide, "chills").entry.glossary == "Cells & more"
    assert [each.title for each in guide.glossaries] == ["Cells & more"]
    assert guide.glossaries[0].words == 4


def test_the_guides_own_entry_comes_first_and_names_the_other(tmp_path: Path, more: Path) -> None:
    found = explained(opened(tmp_path, more), "Cytokine")
    assert (found.entry.definition, found.entry.glossary) == ("A message between cells.", "")
    assert [(each.definition, each.glossary) for each in found.elsewhere] == [("A signal.", "Cells & more")]


def test_a_word_that_the_guide_never_marks_is_not_marked_for_an_added_glossary(tmp_path: Path, more: Path) -> None:
    assert "ache" not in [words for words, _, _ in spans(opened(tmp_path, more).blocks("a")[1], "term")]


def test_see_also_leads_within_its_own_glossary_first(tmp_path: Path, more: Path) -> None:
    guide = opened(tmp_path, more, glossary_md=f"{OWN}: see: cytokine, fatigue\n")
    assert [each.id for each in explained(guide, "chill").see_also] == ["cytokine-cells-more"]
    assert [each.id for each in explained(guide, "ache").see_also] == ["cytokine", "fatigue"]
    assert said(guide) == []  # the reader has what the guide's author forgot


def test_of_three_glossaries_each_entry_can_be_reached(tmp_path: Path, more: Path) -> None:
    same = folder(tmp_path / "same", glossary_md="cytokine\n: A third.", guide_toml='title = "Cells & more"')
    found = explained(opened(tmp_path, more, same, more), "cytokine")
    assert [(each.definition, each.glossary) for each in found.elsewhere] == [
        ("A signal.", "Cells & more"),
        ("A third.", "Cells & more-2"),
    ]


def test_a_source_is_the_work_that_its_own_file_means_and_says_whose_it_is(tmp_path: Path, more: Path) -> None:
    folder(more, references_json='[{"id": "A", "title": "Theirs"}, {"id": "B", "title": "Both", "DOI": "10.1/X"}]')
    own = '[{"id": "A", "title": "Another"}, {"id": "b", "title": "Both works", "DOI": "10.1/x"}]'
    guide = opened(tmp_path, more, references_json=own, article_md=f"{ARTICLE}\nText [@A].\n")
    both, theirs = explained(guide, "chill").sources
    assert (both.key, both.text) == ("b", "Both works.")
    assert (theirs.key, theirs.text, theirs.glossary) == ("A-2", "Theirs.", "Cells & more")
    assert [(each.key, each.number) for each in guide.references] == [("A", 1), ("b", 0), ("A-2", 0)]


def test_without_references_of_its_own_it_names_those_of_the_guide_and_others_silently_none(
    tmp_path: Path, more: Path
) -> None:
    guide = opened(tmp_path, more, references_json='[{"id": "A", "title": "One"}]')
    assert [each.key for each in explained(guide, "chill").sources] == ["A"]
    assert said(guide) == []


def test_a_guide_that_is_added_is_not_added_to_itself(tmp_path: Path) -> None:
    guide = opened(tmp_path, tmp_path / "guide")
    assert [identifier for identifier, _ in guide.terms] == ["ache", "cytokine"]
    assert guide.glossaries == ()


def test_a_single_text_has_the_added_words(tmp_path: Path, more: Path) -> None:
    (tmp_path / "notes.md").write_text("A chill.")
    guide = Library(tmp_path, tmp_path / "cache", [str(more)]).open(str(tmp_path / "notes.md"))
    assert explained(guide, "chill").mentions[0].times == 1


def test_the_help_has_no_added_words(tmp_path: Path, more: Path) -> None:
    folder(tmp_path / "content" / Library.help, article_md="A chill.")
    guide = Library(tmp_path / "content", tmp_path / "cache", [str(more)]).open(Library.help)
    assert guide.terms == ()


def test_a_printed_page_explains_an_added_word_and_names_its_glossary(tmp_path: Path, more: Path) -> None:
    guide = opened(tmp_path, more, article_md="# A {#a}\n\nA cytokine brings a chill.")
    glyphs = Glyphs(paths.bundled("resources") / "print" / "glyphs.txt")
    printed = [(each["term"], each["glossary"]) for each in build(guide, Order("sections", ("a",)), glyphs).entries]
    assert printed == [("chill", "Cells & more"), ("cytokine", "")]


def _nothing(place: Path) -> None:
    place.rmdir()


def _file(place: Path) -> None:
    place.rmdir()
    place.write_text("cytokine\n: A.")


def _fifo(place: Path) -> None:
    import os

    os.mkfifo(place / "glossary.md")


def _link_out(place: Path) -> None:
    (place.parent / "secret.md").write_text("secret\n: A.")
    (place / "glossary.md").symlink_to(place.parent / "secret.md")


def _large(place: Path) -> None:
    with (place / "glossary.md").open("wb") as file:
        file.truncate(16 * MB + 1)


def _binary(place: Path) -> None:
    (place / "glossary.md").write_bytes(b"a\0b")


UNUSABLE = [
    (_nothing, "is not there now; it may be on a drive that is not connected"),
    (_file, "is no folder"),
    (lambda _: None, "holds no glossary.md"),
    (_fifo, "cannot be used: its glossary.md is not an ordinary file"),
    (_link_out, "cannot be used: its glossary.md leads out of the guide's folder"),
    (_large, "cannot be used: its glossary.md is larger than 16 MB, the most that is read of it"),
    (_binary, "cannot be used: its glossary.md is not a text file"),
]


@pytest.mark.parametrize(("spoil", "reason"), UNUSABLE)
def test_what_cannot_be_used_is_one_sentence_and_the_guide_opens(tmp_path: Path, spoil: object, reason: str) -> None:
    place = tmp_path / "added"
    place.mkdir()
    spoil(place)  # type: ignore[operator]
    guide = opened(tmp_path, place)
    assert said(guide) == [f"{place}: The added glossary {reason}. The guide opens without it."]
    assert guide.glossaries[0].trouble == reason
    assert added.trouble(str(place)) == ("" if spoil is _binary else reason)  # nothing is read only to list a folder
    assert explained(guide, "cytokine").entry.glossary == ""


def test_those_beyond_the_most_are_named_as_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(added, "MOST", 2)
    places = [folder(tmp_path / name, article_md="", glossary_md=f"{name}\n: A.") for name in ("one", "two", "three")]
    origin = source.find(folder(tmp_path / "guide"))
    found = compiling.read(map(str, places), origin, [], {})
    assert [(each.title, each.words) for each in found.glossaries] == [("one", 1), ("two", 1), ("three", 0)]
    assert [str(each) for each in found.problems] == [
        f"{places[2]}: The added glossary comes after the first 20, and no more are read. The guide opens without it."
    ]


def test_to_list_a_folder_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: Path) -> None:
    monkeypatch.setattr(source, "decode", None)
    monkeypatch.setattr(source.Source, "read", None)
    assert added.trouble(str(more)) == ""


def test_a_mistake_in_an_added_glossary_names_that_file_and_comes_last(tmp_path: Path, more: Path) -> None:
    folder(more, glossary_md=f"{MORE}\nlonely\n")
    guide = opened(tmp_path, more, article_md=f"{ARTICLE}\n[x](#none)\n")
    assert said(guide)[0].startswith("article.md")
    assert said(guide)[1].startswith(f"{more}/glossary.md, line 17: lonely")


def test_many_mistakes_are_counted_and_hide_none_of_the_guides(tmp_path: Path, more: Path) -> None:
    folder(more, glossary_md="\n\n".join(f"lonely{number}" for number in range(2000)))
    guide = opened(tmp_path, more, article_md=f"{ARTICLE}\n[x](#none)\n")
    assert said(guide)[0].startswith("article.md")
    assert len(guide.problems) < 30


def test_a_change_in_an_added_glossary_makes_the_guide_new_and_its_end_does_too(tmp_path: Path, more: Path) -> None:
    library = Library(tmp_path, tmp_path / "cache", [str(more)])
    origin = library.find(str(folder(tmp_path / "guide")))
    guide = library.open(str(origin.path))
    assert library.ready(origin) == guide.file
    folder(more, glossary_md="sleep\n: Rest.")
    assert library.ready(origin) is None
    assert not library.is_current(origin, guide.file, guide.files)
    changed = library.open(str(origin.path))
    assert changed.terms == (("sleep", "sleep"),)
    more.rename(tmp_path / "elsewhere")
    assert library.ready(origin) is None
    assert "is not there now" in said(library.open(str(origin.path)))[0]
    (tmp_path / "elsewhere").rename(more)
    assert library.ready(origin) == changed.file


def test_who_adds_no_glossary_shares_the_prepared_guide_of_before(tmp_path: Path, more: Path) -> None:
    library = Library(tmp_path, tmp_path / "cache")
    origin = library.find(str(folder(tmp_path / "guide")))
    before = library.open(str(origin.path)).file
    library.glossaries = (str(more),)
    assert library.ready(origin) is None
    library.glossaries = ()
    assert library.ready(origin) == before


def test_a_name_that_is_no_text_is_a_folder_like_others(tmp_path: Path) -> None:
    place = folder(tmp_path / "bad\udcff", glossary_md="sleep\n: Rest.")
    guide = opened(tmp_path, place, tmp_path / "none\udcfe")
    assert explained(guide, "sleep").entry.glossary == "bad�"
    assert [each.folder for each in guide.glossaries] == [str(place), str(tmp_path / "none\udcfe")]


def _hostile(place: Path) -> Path:
    """Return a glossary that takes far more than a second."""
    return folder(place, glossary_md="\n\n".join(f"term {n:x}\n: {'word ' * 20}" for n in range(100_000)))


@pytest.mark.slow
def test_a_glossary_that_takes_too_long_is_left_out_and_said(
    tmp_path: Path, more: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compilation, "GLOSSARY_SECONDS", 0.0)
    hostile = _hostile(tmp_path / "hostile")
    library = Library(tmp_path, tmp_path / "cache")
    origin = library.find(str(folder(tmp_path / "guide", article_md=ARTICLE, glossary_md=OWN)))
    made = Compilation(origin, tmp_path, seconds=1.0, glossaries=[str(hostile), str(more)]).wait()
    guide = Guide(made)
    reason = "is more than this program can read, or one that was added with it is"
    sentence = f"The added glossary {reason}. The guide opens without it."
    assert said(guide) == [f"{hostile}: {sentence}", f"{more}: {sentence}"]
    assert [span[0] for span in spans(guide.blocks("a")[1], "term")] == ["cytokine"]


@pytest.mark.slow
def test_an_article_that_takes_too_long_is_no_fault_of_the_glossaries(
    tmp_path: Path, more: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compilation, "GLOSSARY_SECONDS", 0.0)
    library = Library(tmp_path, tmp_path / "cache")
    origin = library.find(str(folder(tmp_path / "guide", article_md="# A {#a}\n\nA chill.\n\n" + "[" * 50_000)))
    guide = Guide(Compilation(origin, tmp_path, seconds=1.0, glossaries=[str(more)]).wait())
    assert said(guide) == ["article.md: Its formatting could not be read, so it is shown as plain text."]
    assert explained(guide, "chill").mentions[0].times == 1
