"""The words of a list: read in pieces, in the order of the alphabet, of the text, or of a reader's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.core import word_list
from reader.core.guide import Guide
from tests.guides.writing import compiled

MANY = 200  # several pieces


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    entries = [f"word{number:03}\n: Explained as {number}." for number in range(MANY)]
    entries += ["élan\n: Energy.", f"long\n: {'again and ' * 10_000}."]
    # The tenth block comes after the second, though its id does not by the alphabet.
    paragraphs = "\n\n".join(f"Here is word{number:03}." for number in reversed(range(12)))
    article = f"# First\n\n{paragraphs}\n\n## Inside\n\nAn élan, and word003 again.\n\n# Last\n\nword150\n"
    return compiled(tmp_path, article_md=article, glossary_md="\n\n".join(entries) + "\n")


def terms(words: word_list.WordSequence) -> list[str]:
    return [word.term for word in words]


def test_all_words_come_in_the_order_of_the_alphabet(guide: Guide) -> None:
    every = word_list.every(guide)
    assert len(every) == MANY + 2
    assert terms(every) == [term for _, term in guide.terms]
    assert every[MANY + 1].id == guide.terms[-1][0]


def test_only_what_is_looked_at_is_read(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    original = word_list.read

    def note(of: Guide, numbers: Sequence[int]) -> list[word_list.Word]:
        read.extend(numbers)
        return original(of, numbers)

    monkeypatch.setattr(word_list, "read", note)
    assert word_list.every(guide)[100].term
    assert 100 in read
    assert len(read) <= word_list.PIECE
    assert "terms" not in vars(guide)


def test_a_row_beyond_the_last_is_none_of_the_list(guide: Guide) -> None:
    every = word_list.every(guide)
    for row in (-1, len(every)):
        with pytest.raises(IndexError):
            every[row]


def test_a_long_explanation_is_shown_by_its_beginning_in_one_line(guide: Guide) -> None:
    (word,) = word_list.of_entries(guide, ["long"])
    assert word.beginning.startswith("again and again")
    assert len(word.beginning) <= word_list.BEGINNING


def test_words_of_a_section_come_in_the_order_of_the_text_with_those_inside_it(guide: Guide) -> None:
    first = terms(word_list.of_sections(guide, guide.within("first")))
    assert first == [*(f"word{number:03}" for number in reversed(range(12))), "élan"]
    assert terms(word_list.of_sections(guide, guide.within("inside"))) == ["élan", "word003"]
    for nothing in ((), ("renamed", "since")):
        assert len(word_list.of_sections(guide, nothing)) == 0


def test_own_words_keep_their_order_and_those_the_guide_lost_are_left_out(guide: Guide) -> None:
    ids = {term: identifier for identifier, term in guide.terms}
    own = word_list.of_entries(guide, [ids["word150"], "nowhere", ids["élan"], ids["word003"]])
    assert terms(own) == ["word150", "élan", "word003"]
    assert own.row(ids["élan"]) == 1
    assert own.row("nowhere") is None


def test_a_row_is_found_by_its_entry(guide: Guide) -> None:
    every = word_list.every(guide)
    assert every.row(every[7].id) == 7
    assert every.row("nowhere") is None
