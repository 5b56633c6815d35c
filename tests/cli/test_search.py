"""`pathway-reader search`: what is written, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.__main__ import main
from tests.guides.writing import folder

SMALL = str(Path(__file__).parents[1] / "guides" / "small")


def test_each_hit_says_what_and_where_it_is_with_the_words_between_stars(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "counted cytokine", SMALL]) == 0
    assert capsys.readouterr() == (
        "Section text: First things [first]\n"
        "    … It says that *cytokines* are small, that there are many of them, and that nobody has *counted* them all."
        " See what comes last.\n",
        "",
    )


def test_all_kinds_are_in_one_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "cytokine", SMALL]) == 0
    kinds = [line.split(":")[0] for line in capsys.readouterr().out.splitlines() if not line.startswith(" ")]
    assert kinds[0] == "Glossary"
    assert {"Glossary", "Section text", "Pathway"} <= set(kinds)
    assert main(["search", "hinted", SMALL]) == 0
    assert "[Hinted2021]" in capsys.readouterr().out


def test_no_more_than_asked_for_and_the_rest_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--limit", "2", "they", SMALL]) == 0
    out, err = capsys.readouterr()
    assert len([line for line in out.splitlines() if not line.startswith(" ")]) == 2
    total = int(err.split()[2])
    assert err == f"2 of {total} are listed; --limit {total} lists them all.\n"
    assert main(["search", "--limit", str(total), "they", SMALL]) == 0
    assert capsys.readouterr().err == ""


def test_when_only_some_of_the_words_are_found_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "keyhole nobody", SMALL]) == 0
    out, err = capsys.readouterr()
    assert "*keyhole*" in out
    assert err.startswith("Nothing has all of these words")


def test_when_nothing_is_found_words_of_the_guide_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "citokine", SMALL]) == 1
    assert capsys.readouterr() == (
        "",
        "Nothing in this guide has “citokine”. Words like it: cytokine, cytokines.\n",
    )


@pytest.mark.parametrize("query", ["", "  ", "?!"])
def test_without_a_word_nothing_is_searched(query: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", query, SMALL]) == 1
    assert capsys.readouterr() == ("", "There is no word to search for. Give at least one.\n")


def test_json_tells_every_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "counted cytokine", SMALL, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (hit,) = told["hits"]
    assert (told["total"], told["has_all_words"], hit["kind"], hit["target"]) == (1, True, "text", "first")
    assert hit["place"]["section"] == "first"
    start, end = hit["excerpt"]["marks"][0]
    assert hit["excerpt"]["text"][start:end] == "cytokines"
    assert main(["search", "zzz", SMALL, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["hits"] == []


def test_what_a_stranger_wrote_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = str(folder(tmp_path, article_md="# A\n\nred \x1b[31m word \x9b31m\n"))
    for options in ([], ["--json"]):
        assert main(["search", "word", place, *options]) == 0
        out = capsys.readouterr().out
        assert "word" in out
        assert "\x1b" not in out
        assert "\x9b" not in out
    assert main(["search", "no\x1b[31mne", place]) == 1
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("limit", ["0", "-1", "x", "9" * 5000])
def test_a_limit_that_is_none_is_wrong_use(limit: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["search", "word", SMALL, "--limit", limit])
    assert caught.value.code == 2
    assert "N is a number from 1 to 1000" in capsys.readouterr().err
