"""The graph: neighbours, and the way to JSON and back."""

from __future__ import annotations

from reader.core.pathway import Interaction, Node, Pathway, Route, Stage, Step

CELLS = Node("cells", "Immune cells", "cell", "one", "cytokines", "immune-cell")
MESSENGERS = Node("messengers", "Cytokines", "molecule", "one", "cytokines")
PAIN = Node("pain", "Pain", "symptom", "two", "symptoms")
RELEASE = Interaction("E1", "cells", "messengers", "releases", "well supported", "Cells release them.", ("Who2001",))
HURT = Interaction("E2", "messengers", "pain", "contributes-to", "weak", "Some early studies hint.", (), ("C1",))
FIRST, THEN = Step("", "cells", "Cells wake up."), Step("E1", "", "They send messengers.")
WALK = Route("walk", "From cells to pain", "cytokines", "Little is known.", (FIRST, THEN))
STAGES = (Stage("one", "First"), Stage("two", "Then"))
GRAPH = Pathway("A way", "", STAGES, (CELLS, MESSENGERS, PAIN), (RELEASE, HURT), (WALK,))


def test_a_graph_comes_back_from_json_as_it_was() -> None:
    assert Pathway.from_json(GRAPH.to_json()) == GRAPH


def test_a_section_knows_its_nodes() -> None:
    assert GRAPH.in_sections({"cytokines"}) == {"cells", "messengers"}
    assert GRAPH.in_sections({"elsewhere"}) == frozenset()


def test_an_interaction_is_between_nodes_only_with_both_its_ends() -> None:
    assert GRAPH.between(frozenset({"cells", "messengers"})) == {"E1"}


def test_neighbours_are_found_in_both_directions() -> None:
    assert GRAPH.neighbours("messengers") == (CELLS, PAIN)


def test_a_node_that_is_tied_to_one_outside_the_graph_has_no_neighbour_there() -> None:
    loose = Interaction("E3", "pain", "nowhere", "activates", "", "")
    assert Pathway("", "", (), (PAIN,), (loose,)).neighbours("pain") == ()


def test_a_step_touches_its_node_or_both_ends_of_its_interaction() -> None:
    assert [GRAPH.nodes_of(step) for step in WALK.steps] == [{"cells"}, {"cells", "messengers"}]


def test_a_term_leads_to_its_node() -> None:
    assert GRAPH.of_term("immune-cell") == CELLS
    assert GRAPH.of_term("nothing") is None
