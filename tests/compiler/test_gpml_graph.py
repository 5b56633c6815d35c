"""What is tied to what in GPML: groups, states, anchors, ends that only lie near, directions."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.compiler import gpml
from reader.compiler.gpml.look.heads import HEADS
from reader.core.pathway import Interaction, Pathway
from reader.core.relations import RELATIONS


def node(key: str, x: float = 0, y: float = 0, more: str = "", inside: str = "") -> str:
    return (
        f'<DataNode TextLabel="{key.upper()}" GraphId="{key}" Type="Protein" {more}>'
        f'<Graphics CenterX="{x}" CenterY="{y}" Width="80" Height="20"/>{inside}</DataNode>\n'
    )


def line(key: str, start: str, end: str, heads: Sequence[str] = ("", "Arrow"), anchor: str = "", tag: str = "") -> str:
    """Return a line between two places, each the GraphId of what it is tied to or "x y"."""
    points = "".join(
        f'<Point X="{x}" Y="{y}" GraphRef="{ref}" ArrowHead="{head or "Line"}"/>'
        for (x, y, ref), head in zip(map(_place, (start, end)), heads, strict=True)
    )
    inside = f'<Anchor Position="0.5" GraphId="{anchor}"/>' if anchor else ""
    tag = tag or "Interaction"
    return f'<{tag} GraphId="{key}"><Graphics>{points}{inside}</Graphics></{tag}>\n'


def _place(text: str) -> tuple[str, str, str]:
    x, _, y = text.partition(" ")
    return (x, y, "") if y else ("900", "900", text)


def read(*parts: str, guesses: bool = False) -> Pathway:
    body = f'<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="A way">\n{"".join(parts)}</Pathway>'
    return gpml.survey(body.encode(), "a.gpml", guesses=guesses).pathway


def edges(pathway: Pathway) -> list[tuple[str, str, str]]:
    return [(each.id, each.source, each.target) for each in pathway.interactions]


def only(pathway: Pathway) -> Interaction:
    (found,) = pathway.interactions
    return found


AB = node("a") + node("b", 300) + line("L", "a", "b", anchor="x")


def test_a_catalyst_at_an_anchor_acts_on_the_making_of_what_its_line_leads_to() -> None:
    *_, third = read(AB, node("c"), line("M", "c", "x", ("", "mim-catalysis"))).interactions
    assert (third.source, third.target, third.relation, third.acts_on) == ("c", "b", "speeds up", "L")


def test_a_line_that_begins_at_an_anchor_begins_at_what_the_anchors_line_begins_at() -> None:
    pathway = read(AB, node("c"), line("M", "x", "c"))
    assert edges(pathway)[1] == ("M", "a", "c")
    assert pathway.interactions[1].acts_on == ""


def test_anchors_on_lines_at_anchors_are_followed() -> None:
    pathway = read(AB, node("c"), node("d"), line("M", "c", "x", anchor="y"), line("N", "d", "y"))
    assert edges(pathway) == [("L", "a", "b"), ("M", "c", "b"), ("N", "d", "b")]
    assert [each.acts_on for each in pathway.interactions] == ["", "L", "M"]


def test_an_anchor_on_a_plain_line_counts_too() -> None:
    plain = line("L", "a", "b", anchor="x", tag="GraphicalLine")
    pathway = read(node("a"), node("b"), node("c"), plain, line("M", "c", "x"))
    assert edges(pathway) == [("M", "c", "b")]
    assert only(pathway).acts_on == ""  # what is no interaction cannot be acted on


def test_a_line_that_points_back_leads_the_other_way_through_its_anchor() -> None:
    back = line("L", "a", "b", ("mim-conversion", ""), anchor="x")
    pathway = read(node("a"), node("b"), node("c"), back, line("M", "c", "x"))
    assert edges(pathway) == [("L", "b", "a"), ("M", "c", "a")]
    assert pathway.interactions[0].relation == "turns into"


def test_lines_that_meet_on_a_loose_line_are_tied_to_each_other() -> None:
    stem = line("S", "500 500", "600 500", ("", ""), anchor="x")
    pathway = read(*map(node, "abc"), stem, line("L", "a", "x"), line("M", "x", "b"), line("N", "x", "c"))
    assert ("M", "a", "b") in edges(pathway)
    assert ("N", "a", "c") in edges(pathway)
    assert edges(pathway)[0][:2] == ("L", "a")


def test_a_head_at_both_ends_holds_both_ways() -> None:
    both = only(read(node("a"), node("b"), line("L", "a", "b", ("Arrow", "Arrow"))))
    assert (both.source, both.target, both.both_ways) == ("a", "b", True)
    assert not only(read(node("a"), node("b"), line("L", "a", "b", ("TBar", "Arrow")))).both_ways
    assert not only(read(node("a"), node("b"), line("L", "a", "b", ("", "")))).both_ways


def test_a_state_stands_for_its_node() -> None:
    state = '<State TextLabel="P" GraphId="s" GraphRef="b"><Graphics RelX="1" RelY="1" Width="9" Height="9"/></State>'
    assert edges(read(node("a"), node("b"), state, line("L", "a", "s"))) == [("L", "a", "b")]


@pytest.mark.parametrize("style", ["None", "Group", "Complex", "Pathway"])
def test_a_group_that_lines_are_tied_to_is_a_node_and_its_members_name_it(style: str) -> None:
    group = f'<Group GroupId="g" GraphId="G" Style="{style}"/>'
    members = node("b", more='GroupRef="g"') + node("c", more='GroupRef="g"')
    pathway = read(node("a"), members, group, line("L", "a", "G"))
    assert edges(pathway) == [("L", "a", "G")]
    assert {each.id: each.group for each in pathway.nodes} == {"a": "", "b": "G", "c": "G", "G": ""}
    assert [each.label for each in pathway.members("G")] == ["B", "C"]
    assert [each.kind for each in pathway.nodes if each.id == "G"] == ["Complex" if style == "Complex" else "Group"]


def test_a_complex_is_a_node_even_where_no_line_is_tied_to_it_and_other_groups_are_not() -> None:
    for style, count in (("Complex", 2), ("Group", 1)):
        assert (
            len(read(node("b", more='GroupRef="g"'), f'<Group GroupId="g" GraphId="G" Style="{style}"/>').nodes)
            == count
        )


def test_a_node_stands_in_the_nearest_group_that_is_a_node() -> None:
    inner = '<Group GroupId="h" GraphId="H" GroupRef="g"/><Group GroupId="g" GraphId="G" Style="Complex"/>'
    (found,) = (each for each in read(node("b", more='GroupRef="h"'), inner).nodes if each.id == "b")
    assert found.group == "G"


def test_a_node_knows_its_place_in_a_database() -> None:
    inside = '<Xref Database="Ensembl" ID="ENSG00000136244"/>'
    assert read(node("a", inside=inside)).nodes[0].xref == "Ensembl:ENSG00000136244"
    assert read(node("a", inside='<Xref Database="Ensembl" ID=""/>')).nodes[0].xref == ""


NEAR = line("L", "a", "245 10")  # b reaches from 260 to 340


def test_an_end_that_the_file_ties_to_nothing_is_tied_to_what_is_near_only_as_a_guess() -> None:
    assert read(node("a"), node("b", 300), NEAR).interactions == ()
    found = only(read(node("a"), node("b", 300), NEAR, guesses=True))
    assert (found.source, found.target, found.is_guessed) == ("a", "b", True)
    assert not only(read(AB, guesses=True)).is_guessed


def test_what_is_far_or_has_no_name_or_is_the_other_end_is_never_guessed() -> None:
    shape = '<Shape GraphId="s"><Graphics CenterX="300" CenterY="0" Width="80" Height="20"/></Shape>'
    assert read(node("a"), node("b", 300), line("L", "a", "230 0"), guesses=True).interactions == ()
    assert read(node("a"), shape, NEAR, guesses=True).interactions == ()
    assert (
        read(node("a").replace('"A"', '""', 1), node("b", 300), line("L", "30 0", "b"), guesses=True).interactions == ()
    )
    assert read(node("a"), line("L", "a", "30 5"), guesses=True).interactions == ()


def test_a_group_and_its_member_are_never_guessed_to_be_linked() -> None:
    group = node("b", 300, more='GroupRef="g"') + '<Group GroupId="g" GraphId="G" Style="Group"/>'
    assert read(group, line("L", "b", "250 5"), guesses=True).interactions == ()
    assert read(group, line("L", "G", "265 0"), guesses=True).interactions == ()


def test_a_short_stroke_without_a_head_is_no_guess() -> None:
    near = node("b", 90)  # 10 pixels to the right of a
    assert read(node("a"), near, line("L", "41 0", "49 0", ("", "")), guesses=True).interactions == ()
    assert only(read(node("a"), near, line("L", "41 0", "49 0"), guesses=True)).is_guessed
    assert only(read(node("a"), node("b", 200), line("L", "41 0", "159 0", ("", "")), guesses=True)).is_guessed


def test_the_nearest_is_guessed_and_what_is_around_counts_by_its_border() -> None:
    cell = '<Shape TextLabel="Cell" GraphId="s"><Graphics CenterX="300" CenterY="0" Width="400" Height="300"/></Shape>'
    assert only(read(node("a"), node("b", 300), cell, NEAR, guesses=True)).target == "b"
    assert only(read(node("a"), cell, line("L", "a", "300 145"), guesses=True)).target == "s"
    assert read(node("a"), cell, line("L", "a", "300 100"), guesses=True).interactions == ()


def shape(key: str, x: float, size: float, graphics: str = "", more: str = "") -> str:
    place = f'CenterX="{x}" CenterY="0" Width="{size}" Height="{size}"'
    return f'<Shape GraphId="{key}">{more}<Graphics {place} {graphics}/></Shape>\n'


def label(text: str, x: float) -> str:
    return f'<Label TextLabel="{text}"><Graphics CenterX="{x}" CenterY="0" Width="40" Height="20"/></Label>\n'


def test_a_shape_without_a_label_is_called_by_what_stands_in_it() -> None:
    nucleus = '<Attribute Key="org.pathvisio.CellularComponentProperty" Value="Nucleus"/>'
    for inside, name in (
        (label("T cell", 300) + node("b", 310), "T cell"),
        (node("b", 300) + node("c", 310), "B, C"),
        (label("one", 290) + label("two", 310), ""),
        ("".join(node(key, 300) for key in "bcdefgh"), ""),
        (label("T cell", 400) + shape("inner", 300, 50) + label("nucleus", 300), ""),
    ):
        nodes = read(node("a"), shape("s", 300, 100), inside, line("L", "a", "s")).nodes
        assert [each.label for each in nodes if each.id == "s"] == [name]
    for drawn, name in (
        (shape("s", 300, 9, 'ShapeType="Mitochondria"'), "Mitochondria"),
        (shape("s", 0, 9, "", nucleus), "Nucleus"),
    ):
        nodes = read(node("a", 900), drawn, line("L", "a", "s")).nodes
        assert [each.label for each in nodes if each.id == "s"] == [name]


def test_every_head_has_words() -> None:
    for name in HEADS:
        found = only(read(node("a"), node("b"), line("L", "a", "b", ("", name))))
        assert found.relation in RELATIONS


@pytest.mark.slow
def test_many_things_at_one_place_do_no_harm() -> None:
    crowd = "".join(node(f"n{n}") for n in range(2000))
    loose = "".join(line(f"L{n}", "0 0", "50 5") for n in range(2000))
    assert all(each.is_guessed for each in read(crowd, loose, guesses=True).interactions)


def test_groups_in_groups_without_end_do_no_harm() -> None:
    nest = "".join(f'<Group GroupId="g{n}" GraphId="G{n}" GroupRef="g{n + 1}"/>' for n in range(2000))
    nodes = "".join(node(f"n{n}", more='GroupRef="g0"') for n in range(2000))
    assert {each.group for each in read(nest, nodes).nodes} == {""}


@pytest.mark.slow
def test_many_lines_at_one_anchor_and_rings_of_anchors_do_no_harm() -> None:
    ring = "".join(line(f"R{n}", f"x{n}", f"x{(n + 1) % 500}", anchor=f"x{n}") for n in range(500))
    star = "".join(line(f"S{n}", "x0", "x1") for n in range(3000))
    assert read(node("a"), ring, star).interactions == ()
