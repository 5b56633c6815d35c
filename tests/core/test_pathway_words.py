"""What a pathway says in words: sentences, answers, what lies upstream and downstream, and the whole as text."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from reader.core.answer import Answer, answer
from reader.core.description import describe, in_short
from reader.core.pathway import Interaction, Node, Pathway, Stage
from reader.core.relations import RELATIONS, relation
from reader.core.sentences import belonging, called, is_plural, kind_in_words, listed, sentence
from reader.core.tracing import trace
from tests.guides.graphs import graph

CELLS, IL6, JAK = (
    Node("cells", "Immune cells", "cell"),
    Node("il6", "IL-6", "GeneProduct"),
    Node("jak", "JAK1", "Protein"),
)
COMPLEX = Node("g", "", "Complex")
MEMBERS = tuple(Node(name.lower(), name, "Protein", group="g") for name in ("A", "B", "C"))


def between(
    relation: str, source: Node, target: Node, evidence: str = "", said: str = "", acts_on: str = ""
) -> Interaction:
    key = f"{source.id}-{target.id}"
    return Interaction(key, source.id, target.id, relation, evidence, said, acts_on=acts_on)


def pathway(*interactions: Interaction, nodes: tuple[Node, ...] = (), stages: tuple[Stage, ...] = ()) -> Pathway:
    return Pathway("A way", "What it shows.", stages, nodes or (CELLS, IL6, JAK, COMPLEX, *MEMBERS), interactions)


# Sentences


@pytest.mark.parametrize(
    ("name", "one", "many"),
    [
        ("activates", "IL-6 activates JAK1.", "Immune cells activate JAK1."),
        ("binds", "IL-6 binds to JAK1.", "Immune cells bind to JAK1."),
        ("contributes-to", "IL-6 contributes to JAK1.", "Immune cells contribute to JAK1."),
        ("is-marker-of", "IL-6 is a marker of JAK1.", "Immune cells are markers of JAK1."),
        ("turns into", "IL-6 turns into JAK1.", "Immune cells turn into JAK1."),
        ("is linked with", "IL-6 is linked with JAK1.", "Immune cells are linked with JAK1."),
        ("", "IL-6 is linked with JAK1.", "Immune cells are linked with JAK1."),
    ],
)
def test_an_interaction_without_a_sentence_gets_one(name: str, one: str, many: str) -> None:
    assert sentence(between(name, IL6, JAK), pathway()) == one
    assert sentence(between(name, CELLS, JAK), pathway()) == many


def test_what_holds_both_ways_and_what_is_guessed_are_said_so() -> None:
    both = between("turns into", IL6, JAK)._replace(both_ways=True)
    assert sentence(both, pathway()) == "IL-6 and JAK1 turn into each other."
    guessed = between("activates", IL6, JAK)._replace(is_guessed=True)
    assert sentence(guessed, pathway()) == "IL-6 activates JAK1, as far as the drawing shows."


def test_every_relation_has_a_verb_for_one_and_for_many() -> None:
    assert all(each.one != each.many and "-" not in each.one for each in RELATIONS.values())
    assert relation("phosphorylates-at").one == "phosphorylates at"


def test_the_author_s_own_sentence_is_not_touched() -> None:
    assert sentence(between("activates", IL6, JAK, said="IL-6 wakes JAK1 up."), pathway()) == "IL-6 wakes JAK1 up."


def test_a_group_is_called_by_what_stands_in_it() -> None:
    whole = pathway()
    assert sentence(between("activates", COMPLEX, JAK), whole) == "The complex of A, B and C activates JAK1."
    assert sentence(between("activates", JAK, COMPLEX), whole) == "JAK1 activates the complex of A, B and C."
    assert belonging("a", "g", whole) == "A is part of the complex of A, B and C."


def test_of_a_large_group_a_few_are_named() -> None:
    members = tuple(Node(f"m{number}", f"M{number}", "Protein", group="g") for number in range(9))
    whole = pathway(nodes=(COMPLEX._replace(kind="Group"), *members))
    assert called(whole.node("g"), whole) == "M0, M1, M2, M3, M4 and 4 more"


def test_a_group_named_by_a_list_is_called_by_its_members_even_where_more_stands_in_it() -> None:
    listing = COMPLEX._replace(kind="Group", label="A, B, C, and a note")
    assert called(listing, pathway(nodes=(listing, *MEMBERS))) == "A, B and C"
    assert called(listing._replace(label="Trio"), pathway(nodes=(listing, *MEMBERS))) == "Trio"


def test_a_complex_of_two_of_one_kind_is_told_as_two() -> None:
    whole = pathway(nodes=(COMPLEX, *(each._replace(label="A") for each in MEMBERS[:2])))
    assert called(COMPLEX, whole) == "the complex of A and A"


def test_a_list_of_lists_tells_where_each_ends() -> None:
    assert listed(["A", "B"]) == "A and B"
    assert listed(["A and B", "C"]) == "A and B; C"


def test_one_name_drawn_twice_and_a_loop_are_told_apart() -> None:
    again = IL6._replace(id="again")
    whole = pathway(nodes=(IL6, again, CELLS))
    assert sentence(between("activates", IL6, again), whole) == "IL-6 activates IL-6 elsewhere in the drawing."
    assert sentence(between("activates", IL6, IL6), whole) == "IL-6 activates itself."
    assert sentence(between("activates", CELLS, CELLS), whole) == "Immune cells activate themselves."


def test_a_label_as_long_as_a_page_is_cut_in_a_sentence() -> None:
    page = IL6._replace(label="word " * 20_000)
    assert len(sentence(between("activates", page, JAK), pathway(nodes=(page, JAK)))) < 200


def test_what_acts_on_an_interaction_is_said_to_act_on_that_step() -> None:
    made = between("turns into", IL6, JAK)
    speeds = between("speeds up", CELLS, JAK, acts_on=made.id)
    assert sentence(speeds, pathway(made, speeds)) == "Immune cells speed up the step in which IL-6 turns into JAK1."


def test_interactions_that_act_on_each_other_still_make_a_sentence() -> None:
    first = Interaction("1", "il6", "jak", "activates", "", "", acts_on="2")
    second = Interaction("2", "jak", "il6", "inhibits", "", "", acts_on="1")
    assert sentence(first, pathway(first, second)) == "IL-6 activates the step in which JAK1 inhibits IL-6."


def test_a_name_that_is_missing_leaves_no_gap() -> None:
    bare = pathway(nodes=(Node("x", "", "Protein"), JAK))
    assert sentence(Interaction("1", "x", "nowhere", "activates", "", ""), bare) == (
        "A part without a name activates a part without a name."
    )


@pytest.mark.parametrize(
    "name", ["Immune cells", "IL-6, IL-8, TNF-α (raise it)", "IL-6 and IL-8", "MAPKs", "Mice", "Changes in blood"]
)
def test_several_things_take_the_verb_for_many(name: str) -> None:
    assert is_plural(name)


@pytest.mark.parametrize(
    "name",
    [
        "Fibromyalgia",
        "IL-10 (calms inflammations)",
        "Ras",
        "Stress",
        "Arthritis",
        "Nerve and immune talk",
        "Loss of nerves",
        "KE167: Activation, LXR",
    ],
)
def test_one_thing_takes_the_verb_for_one(name: str) -> None:
    assert not is_plural(name)


def test_a_kind_is_said_as_people_say_it() -> None:
    assert [kind_in_words(kind) for kind in ("GeneProduct", "Rna", "cell", "Label")] == [
        "gene product",
        "RNA",
        "cell",
        "",
    ]


# Answers


def asked(whole: Pathway, start: str, goal: str, hidden: Collection[str] = ()) -> Answer:
    starts, goals = (tuple(node for node in whole.nodes if node.id == end) for end in (start, goal))
    return answer(whole, starts, goals, hidden)


def weak(whole: Pathway) -> list[str]:
    return [each.id for each in whole.interactions if each.evidence in ("weak", "contradicted")]


def test_the_answer_is_a_route_of_sentences_that_can_be_walked() -> None:
    found = asked(graph("a b well", "b c weak inhibits", "a x mixed", "x y mixed", "y c mixed"), "a", "c")
    assert [way.sort for way in found.ways] == ["shortest", "best"]
    assert [step.caption for step in found.ways[0].route.steps] == ["A activates B.", "B inhibits C."]
    assert [way.least_sure for way in found.ways] == ["weak", "mixed"]
    assert found.ways[0].route.title == "From A to C"
    assert found.none_known == ""


def test_a_chain_is_not_said_to_be_known_as_a_whole() -> None:
    assert "whole way" in asked(graph("a b well", "b c well"), "a", "c").closing[0]
    assert asked(graph("a b well"), "a", "b").closing == ()
    assert "does not say how sure" in asked(graph("a b"), "a", "b").closing[0]
    assert "whole way" in asked(graph("a b", "b c"), "a", "c").closing[0]


def test_where_nobody_said_how_sure_the_steps_are_none_is_called_the_best_supported() -> None:
    assert [way.sort for way in asked(graph("a b", "b c", "a c"), "a", "c").ways] == ["shortest", "other"]
    assert [way.sort for way in asked(graph("a c weak"), "a", "c").ways] == ["only"]


def test_another_route_says_something_else() -> None:
    whole = graph("a b", "b c", "a x", "x c")
    alike = whole._replace(nodes=tuple(n._replace(label="B") if n.id == "x" else n for n in whole.nodes))
    assert [len(asked(each, "a", "c").ways) for each in (whole, alike)] == [2, 1]


def test_a_thing_that_no_line_ties_is_said_so() -> None:
    whole = graph("a b", groups={"lone": "", "m": "a"})
    assert asked(whole, "lone", "b").none_known == (
        "No route is known in this pathway from LONE to B. No line ties LONE to anything."
    )
    assert asked(whole, "b", "m").untied == ()  # its group is tied


def test_where_only_another_of_a_family_has_a_route_that_is_said_and_no_route_is_made_of_it() -> None:
    whole = graph("n z", "y p", groups={"m": "f", "n": "f", "p": "h", "q": "h"})
    assert asked(whole, "m", "z").none_known == (
        "No route is known in this pathway from M to Z. No line ties M to anything."
        " M is drawn in one group with N, from which there is a route."
    )
    assert asked(whole, "y", "q").none_known.endswith("Q is drawn in one group with P, to which there is a route.")


def test_the_way_back_to_oneself_is_called_so() -> None:
    assert asked(graph("a b", "b a"), "a", "a").ways[0].route.title == "From A back to it"
    assert asked(graph("a b"), "a", "a").none_known == "No route is known in this pathway from A back to it."


def test_what_is_part_of_what_is_said_between_the_steps() -> None:
    whole = graph("a g", "m z", groups={"m": "g", "n": "g"})
    steps = asked(whole, "a", "z").ways[0].route.steps
    assert [step.caption for step in steps] == ["A activates G.", "M is part of the group “G”.", "M activates Z."]
    (first, *_), (*_, last) = asked(graph("g y", groups={"m": "g"}), "m", "y").ways[0].route.steps, steps
    assert first.caption == "M is part of the group “G”."
    assert (last.node, steps[1].node) == ("", "m")


def test_that_two_are_part_of_one_complex_is_said_where_nobody_drew_a_line() -> None:
    whole = graph("a m well", "n z well", groups={"m": "c", "n": "c", "o": "c"}, complexes="c")
    (way,) = asked(whole, "a", "z").ways
    assert [step.caption for step in way.route.steps] == [
        "A activates M.",
        "M and N are part of one complex.",
        "N activates Z.",
    ]
    assert [step.interaction != "" for step in way.route.steps] == [True, False, True]
    assert whole.parts_of(way.route.steps[1]) == {"m", "n"}  # both are lit, and no line
    assert asked(whole, "a", "o").ways[0].route.steps[-1].caption == "M and O are part of one complex."


def test_where_no_route_is_known_that_is_said_with_what_is_near() -> None:
    found = asked(graph("a b well", "b c well"), "c", "a")
    assert found.none_known == "No route is known in this pathway from C to A."
    assert found.back is not None
    assert [step.caption for step in found.back.route.steps] == ["A activates B.", "B activates C."]
    tied = asked(graph("a b well is-marker-of"), "a", "b")
    assert [each.relation for each in tied.tied] == ["is-marker-of"]
    assert tied.back is None


def test_studies_that_do_not_support_a_direct_link_are_told() -> None:
    found = asked(graph("a b old", "b c well"), "a", "b")
    assert found.refutes_direct
    assert [each.target for each in found.refuted] == ["b"]
    assert found.ways == ()


def test_no_route_uses_a_hidden_line_and_how_many_would_is_said() -> None:
    whole = graph("a b well", "b c weak", "a x mixed", "x y mixed", "y c mixed")
    (way,) = asked(whole, "a", "c", weak(whole)).ways
    assert [step.caption for step in way.route.steps] == ["A activates X.", "X activates Y.", "Y activates C."]
    assert asked(whole, "a", "c", weak(whole)).hidden == 1
    assert asked(whole, "a", "y", weak(whole)) == asked(whole, "a", "y")


def test_where_every_route_uses_a_hidden_line_it_is_not_said_that_none_is_known() -> None:
    whole = graph("a b well", "b c weak", "a c old")
    found = asked(whole, "a", "c", weak(whole))
    assert (found.ways, found.hidden) == ((), 1)
    assert found.none_known == "There is no route from A to C without the lines that are hidden."
    assert found.refutes_direct
    assert asked(whole, "c", "a", weak(whole)).none_known == "No route is known in this pathway from C to A."


def test_what_only_hidden_lines_tie_is_not_said_to_be_tied_to_nothing() -> None:
    whole = graph("a b weak", "x y well")
    assert asked(whole, "a", "y", weak(whole)).none_known == "No route is known in this pathway from A to Y."


# Upstream and downstream


def test_what_lies_downstream_is_told_by_depth_each_node_once() -> None:
    layers = trace(graph("a b", "a c", "b d", "c d", "d a", "d e"), ["a"], "downstream").layers
    assert [[node.id for node in layer.nodes] for layer in layers] == [["b", "c"], ["d"], ["e"]]
    assert [len(layer.interactions) for layer in layers] == [2, 2, 2]  # the way back to a stands in its step


def test_upstream_goes_against_the_arrows() -> None:
    layers = trace(graph("a b", "b c", "x c"), ["c"], "upstream").layers
    assert [[node.id for node in layer.nodes] for layer in layers] == [["b", "x"], ["a"]]


def test_nothing_is_followed_along_what_studies_do_not_support_nor_without_a_direction() -> None:
    found = trace(graph("a b old", "b c well", "a m well is-marker-of"), ["a"], "downstream")
    assert found.layers == ()
    assert [each.target for each in found.refuted] == ["b"]
    assert [each.target for each in found.undirected] == ["m"]


def test_nothing_is_followed_along_hidden_lines_and_how_many_are_left_out_is_said() -> None:
    whole = graph("a b well", "b c weak", "c d well", "b e old")
    found = trace(whole, ["a"], "downstream", weak(whole))
    assert [[node.id for node in layer.nodes] for layer in found.layers] == [["b"]]
    assert found.hidden == 2  # the weak one, and what it leads to
    assert [each.target for each in found.refuted] == ["e"]
    assert trace(whole, ["a"], "downstream").hidden == 0


def test_what_reaches_a_group_goes_on_from_its_members() -> None:
    layers = trace(graph("a g", "m z", groups={"m": "g"}), ["a"], "downstream").layers
    assert [[node.id for node in layer.nodes] for layer in layers] == [["g"], ["z"]]


def test_what_reaches_a_complex_goes_on_from_all_its_members() -> None:
    whole = graph("a m", "n z", groups={"m": "c", "n": "c"}, complexes="c")
    layers = trace(whole, ["a"], "downstream").layers
    assert [[node.id for node in layer.nodes] for layer in layers] == [["m"], ["z"]]


# The whole as text


def test_the_text_goes_stage_by_stage_from_what_leads_to_what_it_leads_to() -> None:
    stages = (Stage("one", "First"), Stage("two", "Then"))
    nodes = (JAK._replace(stage="one"), IL6._replace(stage="one"), CELLS._replace(stage="two"))
    told = between("activates", IL6, JAK, "weak"), between("activates", JAK, CELLS, "contradicted")
    whole = pathway(*told, nodes=nodes, stages=stages)
    assert list(describe(whole).lines(whole)) == [
        "A way",
        "What it shows.",
        "It shows 3 things in 2 stages and 2 links between them.",
        "",
        "First",
        "IL-6 · gene product.",
        "- IL-6 activates JAK1. (Weak: early studies)",
        "JAK1 · protein. Linked from: IL-6.",
        "- JAK1 activates Immune cells. (Old idea: not supported)",
        "",
        "Then",
        "Immune cells · cell. Linked from: JAK1 (not supported).",
    ]


def test_without_stages_what_is_tied_together_stands_together() -> None:
    parts = describe(graph("a b", "x y", "y z", groups={"lone": ""})).parts
    assert [(part.title, [told.node.id for told in part.nodes]) for part in parts] == [
        ("Part 1 of 2", ["x", "y", "z"]),
        ("Part 2 of 2", ["a", "b"]),
        ("Without a line to anything", ["lone"]),
    ]


def test_what_is_drawn_many_times_and_tied_to_nothing_is_counted() -> None:
    many = tuple(IL6._replace(id=f"il6_{number}") for number in range(3))
    whole = pathway(between("activates", CELLS, JAK), nodes=(CELLS, JAK, *many, COMPLEX, MEMBERS[0]))
    lines = list(describe(whole).lines(whole))
    assert lines[-2:] == ["Without a line to anything", "IL-6 · gene product (3 times)."]


def test_what_leads_on_is_told_each_time_that_it_is_drawn() -> None:
    again = IL6._replace(id="again")
    whole = pathway(between("activates", IL6, JAK), between("activates", again, JAK), nodes=(IL6, again, JAK))
    assert list(describe(whole).lines(whole)).count("IL-6 · gene product.") == 2


def test_every_node_and_every_interaction_is_told_once_even_in_cycles() -> None:
    whole = graph("a b", "b c", "c a", "c c", "q r")
    told = [each for part in describe(whole).parts for each in part.nodes]
    assert sorted(each.node.id for each in told) == sorted(node.id for node in whole.nodes)
    assert sorted(one.id for each in told for one in each.onward) == sorted(one.id for one in whole.interactions)


def test_a_group_is_told_before_what_stands_in_it() -> None:
    (part,) = describe(graph("a g", "m a", groups={"m": "g", "n": "g"})).parts
    assert [(told.node.id, told.part_of) for told in part.nodes] == [
        ("a", ""),
        ("g", ""),
        ("m", "In the group of G."),
        ("n", "In the group of G."),
    ]


def test_a_complex_is_told_once_as_what_it_is() -> None:
    names = [told.name for part in describe(pathway(nodes=(COMPLEX, *MEMBERS))).parts for told in part.nodes]
    assert names == ["The complex of A, B and C", "A · protein", "B · protein", "C · protein"]


def test_a_description_as_long_as_a_book_is_cut_where_a_sentence_ends() -> None:
    book = pathway()._replace(description="It goes on. " * 100_000)
    assert in_short(book).count("It goes on. ") > 40
    assert len(in_short(book)) < 1000
    assert describe(book).about[0].endswith("It goes on. …")
    assert sum(map(len, describe(book).about)) < 7000


def test_in_short_it_says_what_it_is_and_how_much() -> None:
    assert in_short(pathway(nodes=(JAK,))) == "What it shows. It shows 1 thing and no link between them."
