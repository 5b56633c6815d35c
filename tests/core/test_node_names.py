"""Nodes by words: labels, what the glossary calls them, numbers in databases, and words that are written wrong."""

from __future__ import annotations

import pytest

from reader.core.guide import Guide
from reader.core.node_names import NodeNames
from reader.core.pathway import Node, Pathway


@pytest.fixture(scope="module")
def names(bundled: Guide) -> NodeNames:
    assert bundled.pathway is not None
    return NodeNames(bundled.pathway, bundled)


def stranger(*nodes: Node) -> NodeNames:
    return NodeNames(Pathway("", "", (), nodes, ()))


STRANGERS = stranger(
    Node("1", "IL6", "GeneProduct", xref="Ensembl:ENSG00000136244"),
    Node("2", "IL6 receptor", "Protein", xref="Uniprot-TrEMBL:P08887"),
    Node("3", "IL-6", "Protein"),
    Node("4", "TNF-α", "Protein"),
    Node("5", "Glucose", "Metabolite", xref="HMDB:HMDB0000122"),
    Node("6", "D-glucose", "Metabolite", xref="HMDB:HMDB0000122"),
    Node("7", "CD4+", "Label"),
    Node("8", "CD4-", "Label"),
    Node("9", "B cells", "Label"),
)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("cytokines", "Cytokines"),
        ("the Cytokine", "Cytokines"),
        ("il6", "IL-6, IL-8, TNF-α (raise inflammation)"),
        ("TNF alpha", "IL-6, IL-8, TNF-α (raise inflammation)"),
        ("il 10", "IL-10 (calms inflammation)"),
        ("interleukin-10", "IL-10 (calms inflammation)"),
        ("exhaustion", "Fatigue"),  # another name in the glossary
        ("nociceptors", "Pain-sensing nerve"),  # its entry, in another number
        ("mitogenic activator", "Mitogenic activators"),  # two nodes have this entry
        ("pain", "Widespread pain"),  # no other label ends so
    ],
)
def test_a_node_of_the_guide_is_found_as_people_call_it(names: NodeNames, words: str, label: str) -> None:
    assert [node.label for node in names.meant(words)] == [label]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("IL6", "1 3"),  # all that bear one label, however it is written
        ("il 6", "1 3"),
        ("TNFalpha", "4"),
        ("HMDB:HMDB0000122", "5 6"),  # all that have one number
        ("hmdb0000122", "5 6"),
        ("ENSG00000136244", "1 3"),
        ("CD4+", "7"),
        ("CD4-", "8"),
        ("b cell", "9"),
        ("receptor", "2"),
        ("cells", "9"),
        ("IL", ""),
        ("", ""),
        ("!?", ""),
    ],
)
def test_a_node_of_a_stranger_is_found_by_label_and_number(words: str, ids: str) -> None:
    assert " ".join(node.id for node in STRANGERS.meant(words)) == ids


def test_a_name_inside_another_is_not_taken_for_it() -> None:
    only = stranger(Node("2", "IL6 receptor", "Protein"))
    assert only.meant("IL6") == ()
    assert [each.label for each in only.nearest("IL6")] == ["IL6 receptor"]


def test_what_two_labels_end_with_means_neither() -> None:
    assert stranger(Node("1", "Back pain", ""), Node("2", "Joint pain", "")).meant("pain") == ()


def test_words_that_are_written_wrong_name_what_is_near(names: NodeNames) -> None:
    assert names.nearest("cytokins")[0].label == "Cytokines"
    assert names.nearest("fatige")[0].label == "Fatigue"
    assert (names.nearest("tired")[0].label, names.nearest("tired")[0].said) == ("Fatigue", "tiredness")
    assert names.nearest("xyzzy") == ()


def test_while_one_types_labels_come_before_other_names(names: NodeNames) -> None:
    found = names.matching("inter")
    assert [(each.label, each.said) for each in found[:2]] == [
        ("IL-10 (calms inflammation)", "interleukin-10"),
        ("IL-6, IL-8, TNF-α (raise inflammation)", "interleukin-6"),
    ]
    assert [each.label for each in names.matching("pain")] == ["Pain-sensing nerve", "Widespread pain"]
    assert names.matching(" ") == ()


def test_what_is_called_as_typed_comes_before_what_goes_on() -> None:
    several = stranger(
        Node("1", "TNFRSF1A", "Protein"), Node("2", "TNF receptor", "Protein"), Node("3", "TNF", "Protein")
    )
    assert [each.label for each in several.matching("tnf")] == ["TNF", "TNFRSF1A", "TNF receptor"]
    assert [each.label for each in STRANGERS.matching("cd4-")] == ["CD4-", "CD4+"]


def test_matches_count_every_node_of_a_label() -> None:
    assert [(each.label, len(each.nodes)) for each in STRANGERS.matching("il-6")] == [("IL6", 2), ("IL6 receptor", 1)]


def test_very_long_words_are_no_names() -> None:
    assert STRANGERS.meant("il6" * 100_000) == ()
    assert STRANGERS.nearest("glucose " * 100_000)
