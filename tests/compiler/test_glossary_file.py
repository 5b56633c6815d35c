"""glossary.md: what its lines say, what is wrong in them, and that everything can be written in it."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compiler import glossary, glossary_table
from reader.compiler.glossary_entries import KEYS, MARKS, Written, checked
from reader.compiler.glossary_text import joined, names
from reader.core.glossary import look_up
from reader.core.records import Entry, Problem
from reader.errors import ReaderError
from tests.guides.writing import blocks, compiled, said, spans

GLOSSARY = """# Glossary

interleukin-6
IL six
: A messenger
  between cells.
: short: IL-6
: also: IL6, B-cell factor,  x
: say: in-ter-LOO-kin
: parts: inter·leukin
: see: Cytokines
: mesh: D015850
: sources: A1
: mark: every

cytokine
: A messenger.
: It has a second sentence.
"""


def test_an_entry_holds_all_that_its_lines_say(tmp_path: Path) -> None:
    guide = compiled(tmp_path, glossary_md=GLOSSARY, references_json='[{"id": "A1"}]')
    assert guide.entry("interleukin-6") == Entry(
        id="interleukin-6",
        term="interleukin-6",
        definition="A messenger between cells.",
        short_forms=("IL-6",),
        other_names=("IL six", "IL6", "B-cell factor", "x"),
        pronunciation="in-ter-LOO-kin",
        parts="inter·leukin",
        see_also=("cytokine",),
        mesh="D015850",
        sources=("A1",),
        mark="every",
    )
    cytokine = guide.entry("cytokine")
    assert cytokine is not None
    assert cytokine.definition == "A messenger. It has a second sentence."


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ("a\n: A.\n: see: nothing", "line 3: a points to nothing, which the glossary does not explain."),
        ("a\n: A.\n: also: ab\n: see: AB", "line 4: a points to itself by the name AB, which is left out."),
        ("a\n: A.\n\nb\n: B.\n: also: c, A", "line 6: b and a (line 1) are both called A, which leads to the latter; "
         "leave it to one of them."),
        ("a\n: A.\n: also: c\n\nb\n: B.\n: short: C", "line 7: b and a (line 1) are both called C, which leads to the "
         "latter; leave it to one of them."),
        ("a\n: A.\n: also: b\n\nb\n: B.", "line 3: a and b (line 5) are both called b, which leads to the latter; "
         "leave it to one of them."),
        ("a\n: A.\n: also: b, ?!", "line 3: ?! is not a word that can be looked up, so this name is left out."),
        ("a\n: Red \x1b[31m.", "line 2: Here stands a control character, which nobody can see; it is shown as �, "
         "and so are others."),
        ("a\n: A.\n: sources: X1", "line 3: a names the reference X1, which references.json lacks."),
        ("a\n: A.\n: mark: loud", "line 3: mark is one of: never, asked, once, first, every. It is left out."),
        ("a\n: A.\n\nA\n: B.", "line 4: A is explained twice; the entry in line 1 counts."),
        ("\n: A.", "line 2: An explanation stands here without its word above it."),
        ("a\n: A.\n: sya: AY", "line 3: sya is not a word of an entry, so this line is left out; "
         "known are: short, also, say, parts, see, mesh, ids, sources, mark."),
        ("a\n: A.\n: See: a", "line 3: See is not a word of an entry, so this line is left out; "
         "known are: short, also, say, parts, see, mesh, ids, sources, mark."),
        ("a\n\nb\n: B.", "line 1: a has no explanation, so this entry is left out."),
        ("?!\n: A.", "line 1: ?! is not a word that can be looked up, so this entry is left out."),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_glossary_is_said_with_its_line(tmp_path: Path, entry: str, sentence: str) -> None:
    assert said(compiled(tmp_path, glossary_md=entry)) == [f"glossary.md, {sentence}"]


def test_an_explanation_may_go_on_with_a_word_and_a_colon(tmp_path: Path) -> None:
    entry = compiled(tmp_path, glossary_md="a\n: link: what ties.\n: Note: it also binds.").entry("a")
    assert entry is not None
    assert entry.definition == "link: what ties. Note: it also binds."


def test_see_also_becomes_the_ids_of_entries(tmp_path: Path) -> None:
    guide = compiled(tmp_path, glossary_md="a\n: A.\n: see: B-cell, gone\n\nB cell\n: B.")
    entry = guide.entry("a")
    assert entry is not None
    assert entry.see_also == ("b-cell",)


@pytest.mark.parametrize(
    ("lines", "entry"),
    [
        ("\\#1 pain\n: A.", Entry("1-pain", "#1 pain", "A.")),
        ("\\:pain\n: A.", Entry("pain", ":pain", "A.")),
        ("pain\n: see\\: what you see.", Entry("pain", "pain", "see: what you see.")),
        ("pain\n: A.\n: also: A\\; B", Entry("pain", "pain", "A.", other_names=("A; B",))),
        ("pain\n: A.\n: also: aches\\, old, ache", Entry("pain", "pain", "A.", other_names=("aches, old", "ache"))),
        ("pain\n: A.\n: also: aches, old; ache", Entry("pain", "pain", "A.", other_names=("aches, old", "ache"))),
        ("pain\n: A.\n: also: aches, old;", Entry("pain", "pain", "A.", other_names=("aches, old",))),
        ("D\n: A.\n: also: 1,25-D,D3", Entry("d", "D", "A.", other_names=("1,25-D", "D3"))),
        ("pain\n: C:\\new and \\\\ and a\\*", Entry("pain", "pain", "C:\\new and \\ and a*")),
        ("pain\naches, old\n: A.", Entry("pain", "pain", "A.", other_names=("aches, old",))),
        ("pain\n: A.\n# a note\n: mark: once", Entry("pain", "pain", "A.", mark="once")),
    ],
)
def test_everything_can_be_written(lines: str, entry: Entry) -> None:
    problems: list[Problem] = []
    assert [each.entry for each in glossary.read(lines, problems)] == [entry]
    assert problems == []


_NASTY = st.text(st.sampled_from("ab1 é痛ألم\u0301\\\\#:;,|=+-@'\"<>&*[](){}.\t\n"), max_size=12)
_WORDS = _NASTY.map(lambda text: " ".join(text.split()))
_NAME = _WORDS.map(lambda text: text if any(letter in "ab1é痛ألم" for letter in text) else f"{text}a")
_NAMES = st.lists(_NAME, max_size=3).map(lambda found: tuple(dict.fromkeys(found)))
_DEFINITIONS = st.one_of(
    _WORDS.map(lambda text: text or "a"), st.builds("{}: {}".format, st.sampled_from(KEYS), _WORDS)
).map(str.strip)
ENTRIES = st.lists(
    st.builds(
        Entry,
        id=st.just(""),
        term=st.builds("{}a{}".format, _NASTY, _NASTY).map(lambda text: " ".join(text.split())),
        definition=_DEFINITIONS,
        short_forms=_NAMES,
        other_names=_NAMES,
        pronunciation=_WORDS,
        parts=_WORDS,
        see_also=_NAMES,
        mesh=_WORDS,
        ids=_NAMES,
        sources=_NAMES,
        mark=st.sampled_from(MARKS),
    ),
    min_size=1,
    max_size=4,
)


def fit(entries: list[Entry]) -> list[Entry]:
    """Return those of the entries that a glossary can hold."""
    return [each.entry for each in checked((Written(0, each, {}) for each in entries), "", [])]


@pytest.mark.slow
@settings(deadline=None, max_examples=30)
@given(ENTRIES)
def test_what_is_written_is_read_back(entries: list[Entry]) -> None:
    problems: list[Problem] = []
    written = glossary.read(glossary.write(fit(entries)), problems)
    assert [each.entry for each in written] == fit(entries)
    assert problems == []


@pytest.mark.slow
@pytest.mark.parametrize("delimiter", [",", "\t"])
@settings(deadline=None, max_examples=30)
@given(ENTRIES)
def test_a_table_of_any_glossary_is_read_back(delimiter: str, entries: list[Entry]) -> None:
    problems: list[Problem] = []
    notes: list[str] = []
    table = glossary_table.write(fit(entries), delimiter).encode()
    assert [each.entry for each in glossary_table.read(table, "words.csv", problems, notes)] == fit(entries)
    assert (problems, notes) == ([], [])


@given(st.text(st.sampled_from("ab \t\n\\\\#:;,|-see"), max_size=60))
def test_whatever_a_glossary_holds_it_can_be_written_again(text: str) -> None:
    entries = [each.entry for each in glossary.read(text, [])]
    assert [each.entry for each in glossary.read(glossary.write(entries), [])] == entries


@given(st.one_of(st.binary(), st.text(st.sampled_from("ab\"',;\t\n=-\x1bé")).map(str.encode)))
def test_no_table_is_too_strange_for_a_sentence(content: bytes) -> None:
    problems: list[Problem] = []
    try:
        found = glossary_table.read(content, "words.csv", problems, [])
    except ReaderError as error:
        assert "words.csv" in str(error)
    else:
        assert found or problems


@given(st.lists(st.text(string.printable, min_size=1).map(lambda text: " ".join(text.split())).filter(bool)))
def test_a_list_of_any_names_is_read_back(given_names: list[str]) -> None:
    assert names(joined(given_names)) == tuple(dict.fromkeys(given_names))


SHARED = """fibro fog
: Trouble with thinking.
: also: brain fog

brain fog
: Another explanation.

fatigue
: Tired.
: also: tiredness

sleepiness
: Near sleep.
: also: tiredness
"""


def test_of_entries_that_share_a_name_the_one_whose_term_it_is_explains_it_else_the_first(tmp_path: Path) -> None:
    guide = compiled(tmp_path, glossary_md=SHARED, article_md="# A\n\nBrain fog and tiredness.")
    assert spans(blocks(guide)[0], "term") == [("Brain fog", "term", "brain-fog"), ("tiredness", "term", "fatigue")]
    for written, term in {"brain fog": "brain fog", "Tiredness": "fatigue"}.items():
        found = look_up(guide, written)
        assert found is not None
        assert found.term == term
    assert [entry.term for _, entry in guide.entries_for_forms(["brainfog"])] == ["brain fog", "fibro fog"]


def test_entries_may_point_at_one_another_in_a_ring_but_not_at_themselves(tmp_path: Path) -> None:
    guide = compiled(tmp_path, glossary_md="a\n: A.\n: see: b, A\n\nb\n: B.\n: see: a")
    assert [entry.see_also for each in "ab" if (entry := guide.entry(each))] == [("b",), ("a",)]


def test_a_nul_is_shown_as_other_control_characters_are(tmp_path: Path) -> None:
    guide = compiled(tmp_path, glossary_md=b"pain\n: What hu\0rts.\n\nsleep\n: Rest at night.\n")
    entry = guide.entry("pain")
    assert entry is not None
    assert entry.definition == "What hu�rts."
    assert guide.entry("sleep") is not None
    assert said(guide) == [
        "glossary.md, line 2: Here stands a control character, which nobody can see; it is shown as �, and so are "
        "others."
    ]


def test_utf_16_without_its_mark_is_no_glossary(tmp_path: Path) -> None:
    guide = compiled(tmp_path, glossary_md="pain\n: What hurts.\n".encode("utf-16-le"))
    assert said(guide) == ["glossary.md: This file is not a text file. The guide opens without it."]
