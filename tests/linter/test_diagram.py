"""The pathway's graph: what the linter says of interactions, nodes, routes, and of a layout that is out of date."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader.compiler.gpml.network.walks import MOST_ROUTES
from reader.core.records import Problem
from reader.core.source import find
from reader.linter.lint import MOST, lint
from tests.guides.writing import folder

SMALL = {
    name.replace(".", "_"): (Path(__file__).parents[1] / "guides" / "small" / name).read_text(encoding="utf-8")
    for name in ("article.md", "glossary.md", "references.json", "claims.toml", "guide.toml")
}
TOML = (Path(__file__).parents[1] / "guides" / "small" / "pathway.toml").read_text(encoding="utf-8")
GPML = (Path(__file__).parents[1] / "guides" / "small" / "pathway.gpml").read_text(encoding="utf-8")
RULES = ("interaction-", "node-", "route-", "caption-", "layout-")


def found(place: Path, toml: str = "", gpml: str = GPML) -> list[tuple[str, int, str]]:
    """Return file, line and rule of what the linter says of the small guide with this pathway."""
    return [(each.file, each.line, each.rule) for each in problems(place, toml, gpml)]


def problems(place: Path, toml: str = "", gpml: str = GPML) -> list[Problem]:
    files: dict[str, str] = SMALL | ({"pathway_toml": toml} if toml else {}) | ({"pathway_gpml": gpml} if gpml else {})
    every = lint(find(folder(place / "guide", **files))).findings
    return [each for each in every if each.file.startswith("pathway") and not each.rule.endswith("unknown")]


def without(text: str, key: str, occurrence: int = 0) -> str:
    """Return TOML without one of its lines ``key = …``."""
    lines = text.split("\n")
    numbers = [number for number, line in enumerate(lines) if line.startswith(f"{key} =")]
    return "\n".join(line for number, line in enumerate(lines) if number != numbers[occurrence])


def line(text: str, start: str, occurrence: int = 1) -> int:
    """Return the line of *text* that begins so."""
    return [number for number, each in enumerate(text.split("\n"), 1) if each.strip().startswith(start)][occurrence - 1]


def of_rule(everything: list[tuple[str, int, str]], rule: str) -> list[tuple[str, int]]:
    return [(file, number) for file, number, name in everything if name == rule]


def test_a_pathway_that_says_everything_is_not_complained_of_but_for_a_node_without_term(tmp_path: Path) -> None:
    assert found(tmp_path / "with", TOML) == [("pathway.toml", line(TOML, "[[node]]"), "node-without-term")]
    assert found(tmp_path / "without") == [
        ("pathway.gpml", line(GPML, '<DataNode TextLabel="Immune'), "node-without-term")
    ]


@pytest.mark.parametrize(
    ("attribute", "rule"),
    [
        ('<Attribute Key="org.pathwayreader.sentence" Value="Immune cells release cytokines." />', "sentence"),
        ('<Attribute Key="org.pathwayreader.evidence" Value="well supported" />', "level"),
        ("<BiopaxRef>Known2020</BiopaxRef>", "references"),
    ],
)
def test_an_interaction_needs_a_sentence_a_level_and_references(tmp_path: Path, attribute: str, rule: str) -> None:
    assert attribute in GPML
    here = ("pathway.gpml", line(GPML, '<Interaction GraphId="E1"'))
    assert of_rule(found(tmp_path, gpml=GPML.replace(attribute, "")), f"interaction-without-{rule}") == [here]
    assert of_rule(found(tmp_path), f"interaction-without-{rule}") == []


def unknown(place: Path, **files: str) -> list[tuple[str, int, str]]:
    every = lint(find(folder(place / "guide", **SMALL, **files))).findings
    return [(each.file, each.line, each.rule) for each in every if each.rule.endswith("unknown")]


def test_a_name_that_leads_nowhere_is_found_where_it_is_given(tmp_path: Path) -> None:
    gpml = GPML.replace('.section" Value="first"', '.section" Value="gone"')
    begins = ('<Attribute Key="org.pathwayreader.route.1"', '<DataNode TextLabel="Immune', '<DataNode TextLabel="Cyto')
    wanted = [("pathway.gpml", line(gpml, begin), "section-unknown") for begin in begins]
    assert unknown(tmp_path, pathway_gpml=gpml) == wanted


def test_a_name_that_leads_nowhere_is_said_once_in_the_file_that_its_author_edits(tmp_path: Path) -> None:
    toml = TOML.replace('references = ["Known2020"]', 'references = ["Gone2020"]', 1)
    gpml = GPML.replace("<BiopaxRef>Known2020</BiopaxRef>", "<BiopaxRef>Gone2020</BiopaxRef>", 1)
    assert toml != TOML
    assert gpml != GPML
    found = unknown(tmp_path, pathway_toml=toml, pathway_gpml=gpml)
    assert found == [("pathway.toml", line(toml, "[[interaction]]"), "citation-unknown")]


def test_what_the_source_of_the_pathway_lacks_is_said_there(tmp_path: Path) -> None:
    toml = without(without(TOML, "references", 1), "section", 2)
    everything = found(tmp_path, toml)
    assert of_rule(everything, "interaction-without-references") == [("pathway.toml", line(toml, "[[interaction]]", 2))]
    assert of_rule(everything, "node-without-section") == [("pathway.toml", line(toml, "[[node]]", 3))]


def test_an_interaction_that_ends_nowhere_is_named_with_its_line(tmp_path: Path) -> None:
    loose = GPML.replace('GraphRef="receptors" RelX="0.0" RelY="-1.0" ', "")
    assert of_rule(found(tmp_path, gpml=loose), "interaction-untied") == [
        ("pathway.gpml", line(GPML, '<Interaction GraphId="E2"'))
    ]


def test_a_route_has_four_to_nine_steps(tmp_path: Path) -> None:
    short = TOML[: TOML.rindex("[[route.step]]")]
    step = TOML[TOML.rindex("[[route.step]]") :] + "\n"
    for toml, is_wrong in (
        (short, True),
        (TOML, False),
        (TOML + "\n" + 5 * step, False),
        (TOML + "\n" + 6 * step, True),
    ):
        here = [("pathway.toml", line(TOML, "[[route]]"))] if is_wrong else []
        assert of_rule(found(tmp_path, toml), "route-length") == here


def test_a_route_does_not_jump(tmp_path: Path) -> None:
    jump = TOML.replace('interaction = "E1"\ncap', 'interaction = "E2"\ncap')
    assert of_rule(found(tmp_path, jump), "route-broken") == [("pathway.toml", line(jump, "[[route.step]]", 2))]
    assert of_rule(found(tmp_path, TOML), "route-broken") == []


def test_a_jump_is_found_in_the_laid_out_file_too(tmp_path: Path) -> None:
    jump = GPML.replace('route.1.step.2" Value="E1"', 'route.1.step.2" Value="E2"')
    here = line(GPML, '<Attribute Key="org.pathwayreader.route.1.step.2"')
    assert of_rule(found(tmp_path, gpml=jump), "route-broken") == [("pathway.gpml", here)]


def test_a_caption_has_at_most_20_words(tmp_path: Path) -> None:
    for count, is_wrong in ((20, False), (21, True)):
        toml = TOML.replace("It begins with immune cells.", " ".join(["word"] * count))
        here = [("pathway.toml", line(TOML, "caption"))] if is_wrong else []
        assert of_rule(found(tmp_path, toml), "caption-long") == here


@pytest.mark.parametrize(
    ("old", "new", "start", "occurrence", "words"),
    [
        ('title = "How', 'title = "Why', "title", 1, "another title;"),
        ('"Nerves"', '"The nerves"', "[[stage]]", 2, "the stage nerves with another title;"),
        ('"Receptors"', '"Catchers"', "[[node]]", 3, "the node receptors with another label;"),
        ('"binds"', '"activates"', "[[interaction]]", 2, "the interaction E2 with another relation;"),
        ("take note", "not hear", "[[route]]", 1, "the route talk with other steps;"),
    ],
)
def test_a_layout_older_than_its_source_is_noticed(
    tmp_path: Path, old: str, new: str, start: str, occurrence: int, words: str
) -> None:
    assert old in TOML
    toml = TOML.replace(old, new, 1)
    (only,) = [each for each in problems(tmp_path, toml) if each.rule == "layout-old"]
    assert (only.file, only.line) == ("pathway.toml", line(toml, start, occurrence))
    assert words in only.message


def test_white_space_and_line_breaks_of_a_label_are_no_news(tmp_path: Path) -> None:
    toml = TOML.replace('"Immune cells"', '"Immune  cells"').replace('"Cytokines"', '"Cyto-kines"')
    gpml = GPML.replace('TextLabel="Cytokines"', 'TextLabel="Cyto-&#10;kines"')
    assert of_rule(found(tmp_path, toml, gpml), "layout-old") == []


def test_another_order_is_news(tmp_path: Path) -> None:
    first, second = (TOML.index("[[interaction]]"), TOML.rindex("[[interaction]]"))
    end = TOML.index("[[route]]")
    toml = TOML[:first] + TOML[second:end] + TOML[first:second] + TOML[end:]
    (only,) = [each for each in problems(tmp_path, toml) if each.rule == "layout-old"]
    assert "the interactions in another order" in only.message


def test_what_only_the_laid_out_file_holds_is_named_there(tmp_path: Path) -> None:
    toml = TOML[: TOML.index("[[route]]")]
    here = line(GPML, '<Attribute Key="org.pathwayreader.route.1"')
    assert of_rule(found(tmp_path, toml), "layout-old") == [("pathway.gpml", here)]


def test_a_source_that_was_never_laid_out_asks_for_it_once(tmp_path: Path) -> None:
    assert of_rule(found(tmp_path, TOML, gpml=""), "layout-old") == [("pathway.toml", 0)]


def test_a_broken_laid_out_file_is_the_cause_of_its_age(tmp_path: Path) -> None:
    assert [rule for _, _, rule in found(tmp_path, TOML, gpml="<broken") if rule in ("malformed", "layout-old")] == [
        "malformed"
    ]


def test_a_malformed_source_is_one_finding_and_the_laid_out_file_is_looked_at(tmp_path: Path) -> None:
    toml = TOML.replace('kind = "receptor"', 'kind = "keyhole"')
    everything = found(tmp_path, toml)
    assert [each for each in everything if each[0] == "pathway.toml"] == [
        ("pathway.toml", line(toml, 'kind = "keyhole"'), "malformed")
    ]
    assert of_rule(everything, "node-without-term") == [("pathway.gpml", line(GPML, "<DataNode"))]


def test_an_empty_source_says_what_it_lacks(tmp_path: Path) -> None:
    place = folder(tmp_path / "guide", pathway_toml="")
    assert [(each.line, each.rule) for each in lint(find(place)).findings if each.file == "pathway.toml"] == [
        (1, "malformed")
    ]


def test_a_source_that_is_no_text_is_unreadable(tmp_path: Path) -> None:
    place = folder(tmp_path / "guide", pathway_toml=b"\xff\xfe")
    assert [(each.file, each.rule) for each in lint(find(place)).findings if each.file == "pathway.toml"] == [
        ("pathway.toml", "unreadable")
    ]


def test_a_single_file_has_no_pathway_even_where_one_lies_beside_it(tmp_path: Path) -> None:
    place = folder(tmp_path / "guide", text_md="# A\n\ntext\n", pathway_toml="nonsense", pathway_gpml=GPML)
    assert not [each for each in lint(find(place / "text.md")).findings if each.file.startswith("pathway")]


@pytest.mark.slow
def test_the_layout_is_checked_without_the_tool_that_makes_it(tmp_path: Path) -> None:
    place = folder(tmp_path / "guide", **SMALL, pathway_toml=TOML, pathway_gpml=GPML)
    code = (
        "import sys; sys.modules['pygraphviz'] = None\n"
        "from pathlib import Path; from reader.core.source import find; from reader.linter.lint import lint\n"
        f"print('layout-old' in [each.rule for each in lint(find(Path({str(place)!r}))).findings])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_a_pathway_of_strangers_is_found_to_say_little_and_not_without_end(tmp_path: Path) -> None:
    nodes = "".join(
        f'<DataNode TextLabel="{"x" * 3000}" GraphId="n{number}" Type="Protein">'
        f'<Graphics CenterX="{number % 90 * 100}" CenterY="{number // 90 * 50}" Width="80" Height="20"/></DataNode>\n'
        for number in range(300)
    )
    gpml = f'<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="Theirs">\n{nodes}</Pathway>'
    said = problems(tmp_path, gpml=gpml)
    assert [(each.line, each.rule) for each in said if each.rule.startswith("node-without")] == [
        (0, "node-without-section"),
        (0, "node-without-term"),
    ]
    assert max(len(each.message) for each in said) < 400


def test_a_flood_of_routes_is_refused_at_once(tmp_path: Path) -> None:
    route = TOML[TOML.index("[[route]]") :] + "\n"
    toml = TOML + "".join(route.replace('"talk"', f'"talk{number}"') for number in range(2000))
    first = line(toml, "[[route]]", MOST_ROUTES + 1)
    assert of_rule(found(tmp_path, toml), "malformed") == [("pathway.toml", first)]


def test_sentences_and_captions_sound_no_surer_than_the_evidence_of_their_interaction(tmp_path: Path) -> None:
    sure = TOML.replace("Some early studies hint that cytokines bind", "Scientists have proved that cytokines bind")
    sure = sure.replace("Early studies hint that these receptors", "Studies confirm that these receptors")
    places = [line(sure, "[[interaction]]", 2), line(sure, 'caption = "Studies confirm')]
    assert of_rule(found(tmp_path / "weak", sure), "certainty") == [("pathway.toml", each) for each in places]
    supported = sure.replace('"weak"', '"well supported"')
    assert of_rule(found(tmp_path / "supported", supported), "certainty") == []
    german = SMALL | {"guide_toml": SMALL["guide_toml"].replace('"en-GB"', '"de"'), "pathway_toml": sure}
    assert german["guide_toml"] != SMALL["guide_toml"]
    assert not any(each.rule == "certainty" for each in lint(find(folder(tmp_path / "german", **german))).findings)


def test_what_no_interaction_and_no_node_has_is_said_once_with_how_to_give_it(tmp_path: Path) -> None:
    bare = re.sub(r"<BiopaxRef>.*?</BiopaxRef>", "", GPML)
    bare = re.sub(r'<Attribute Key="org\.pathwayreader\.(sentence|evidence|section|term)" Value="[^"]*" />', "", bare)
    said = {each.rule: each for each in problems(tmp_path, gpml=bare) if "-without-" in each.rule}
    assert [(each.file, each.line) for each in said.values()] == [("pathway.gpml", 0)] * 5
    assert said["interaction-without-level"].message == (
        "Each of the 2 interactions has no evidence level; give it one: "
        'write <Attribute Key="org.pathwayreader.evidence" Value="…"/> in every <Interaction>.'
    )
    mended = bare.replace("</Interaction>", '<Attribute Key="org.pathwayreader.evidence" Value="mixed"/></Interaction>')
    assert "interaction-without-level" not in {each.rule for each in problems(tmp_path / "mended", gpml=mended)}


def test_what_no_table_of_the_source_has_is_said_once_in_its_words(tmp_path: Path) -> None:
    toml = "\n".join(line for line in TOML.split("\n") if not line.startswith("references ="))
    (only,) = [each for each in problems(tmp_path, toml) if each.rule == "interaction-without-references"]
    assert (only.file, only.line) == ("pathway.toml", 0)
    assert only.message.endswith("write references = … in every [[interaction]].")


def test_every_table_of_the_source_that_is_wrong_is_found_and_what_names_it_is_not(tmp_path: Path) -> None:
    toml = TOML.replace('kind = "receptor"', 'kind = "keyhole"').replace('relation = "binds"', 'relation = "bites"')
    toml = toml.replace("[[route]]", '[[route]]\nlength = "long"')
    wrong = [line(toml, begin) for begin in ('kind = "keyhole"', 'relation = "bites"', "length =")]
    assert of_rule(found(tmp_path, toml), "malformed") == [("pathway.toml", number) for number in wrong]


def test_a_flood_of_wrong_tables_is_not_read_to_its_end(tmp_path: Path) -> None:
    node = '[[node]]\nid = "n{0}"\nlabel = "N"\nkind = "keyhole"\nstage = "cells"\n\n'
    toml = TOML + "\n" + "".join(node.format(number) for number in range(2000))
    found = [each for each in problems(tmp_path, toml) if each.rule == "malformed"]
    assert len(found) == MOST
    assert {each.file for each in found} == {"pathway.toml"}
