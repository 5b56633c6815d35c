"""`explain` in the terminal: an answer, its JSON, an end that is not known, and one end alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.__main__ import main

SMALL = str(Path(__file__).parents[1] / "guides" / "small")

Out = pytest.CaptureFixture[str]


def test_a_route_is_told_in_sentences_with_evidence_and_references(capsys: Out) -> None:
    assert main(["explain", "--from", "cytokines", "--to", "fatigue"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("From Cytokines to Fatigue\nThe shortest route (3 steps, least sure: weak):\n")
    assert "3. One early study hints at a link between neuroinflammation and fatigue. (Weak: early studies) [" in out
    assert "The best supported route (7 steps, least sure: mixed):\n" in out
    assert out.index("This does not show that the whole way happens") < out.index("\nReferences\n")
    old = out.partition("Old ideas that studies do not support:\n")[2]
    assert old.startswith("- It was once thought that cytokines inflame muscles")


def test_a_direct_link_that_studies_do_not_support_is_said_with_exit_code_1(capsys: Out) -> None:
    assert main(["explain", "--from", "autoimmunity", "--to", "tissue damage"]) == 1
    out = capsys.readouterr().out
    assert out.startswith(
        "No route is known in this pathway from Autoimmunity to Tissue damage by the immune system.\n"
    )
    assert "Studies do not support a direct link:\n- It was once thought that autoimmunity damages tissue" in out


def test_where_none_is_known_the_way_back_is_told(capsys: Out) -> None:
    assert main(["explain", "--from", "fatigue", "--to", "cytokines"]) == 1
    assert "the other way, from Cytokines to Fatigue (3 steps, least sure: weak):" in capsys.readouterr().out


def test_an_end_that_is_not_known_names_the_nearest(capsys: Out) -> None:
    assert main(["explain", "--from", "cytokins", "--to", "xyzzy"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "Nothing in this pathway is called “cytokins”. Nearest: Cytokines (cytokine), "
        "Shared receptors (cytokine receptor).",
        "Nothing in this pathway is called “xyzzy”.",
    ]


def test_json_has_every_key_that_the_help_names(capsys: Out) -> None:
    assert main(["explain", "--from", "pain", "--to", "sleep", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["from", "to", "routes", "not_supported", "back", "tied"]
    assert found["from"] == {"query": "pain", "label": "Widespread pain", "nodes": ["pain"]}
    (route,) = found["routes"]
    assert (route["sort"], route["least_sure"], route["closing"]) == ("only", "well supported", "")
    assert list(route["steps"][0]) == ["id", "sentence", "from", "to", "relation", "evidence", "references"]
    assert [each["key"] for each in route["steps"][0]["references"]] == ["Wagner2012", "Creed2020"]


def test_the_same_name_twice_asks_for_the_way_back_to_itself(capsys: Out) -> None:
    assert main(["explain", "--from", "pain", "--to", "pain", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [step["to"] for step in found["routes"][0]["steps"]] == ["sleep", "pain"]


def test_one_end_alone_tells_what_lies_beyond_it_by_depth(capsys: Out) -> None:
    assert main(["explain", "--to", "sleep"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "1 step before Poor sleep:\n- Widespread pain can make it hard to sleep well. (Well supported) [19, 21]\n"
    )
    assert "2 steps before Poor sleep:" in out
    assert out.index("This does not show that the whole way") < out.index("\nReferences\n") < out.index("\n19. ")
    assert "not support this. (" not in out  # the title says it of all
    assert main(["explain", "--from", "daily tasks"]) == 0
    assert capsys.readouterr().out == "This pathway shows nothing that Less able to do daily tasks leads to.\n"


def test_no_end_tells_the_whole_pathway_of_a_guide(capsys: Out) -> None:
    assert main(["explain", SMALL]) == 0
    out = capsys.readouterr().out
    assert "Linked from:" in out


def test_what_cannot_be_answered_is_one_sentence(capsys: Out, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Notes\n\nWords.\n")
    assert main(["explain", "--from", "a", "--to", "b", str(tmp_path / "notes.md")]) == 1
    assert capsys.readouterr().err == "This guide has no pathway.\n"
    assert main(["explain", "--from", "pain", "--json"]) == 1
    assert capsys.readouterr().err == "--json needs --from and --to.\n"
