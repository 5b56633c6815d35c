"""Routes between two ends: the shortest, the best supported, through groups, past cycles and old ideas."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from reader.core.pathway import Interaction, Pathway
from reader.core.routes import Web, find
from tests.guides.graphs import MIXED, REFUTED, WEAK, WELL, graph


def way(steps: tuple[Interaction, ...]) -> str:
    """Return a route as ``a>b b>c``."""
    return " ".join(f"{each.source}>{each.target}" for each in steps)


def test_the_shortest_has_the_fewest_steps_and_the_best_the_fewest_weak_ones() -> None:
    pathway = graph("a b well", "b c weak", "a x mixed", "x y mixed", "y c well")
    found = find(pathway, ["a"], ["c"])
    assert way(found.shortest) == "a>b b>c"
    assert way(found.best) == "a>x x>y y>c"


def test_of_two_as_short_the_better_supported_is_named_first() -> None:
    pathway = graph("a b weak", "b c well", "a x mixed", "x c well")
    found = find(pathway, ["a"], ["c"])
    assert way(found.shortest) == way(found.best) == "a>x x>c"
    assert [way(other) for other in found.others] == ["a>b b>c"]


def test_a_step_of_which_nobody_said_how_sure_it_is_counts_for_less_than_a_weak_one() -> None:
    assert way(find(graph("a c", "a b weak", "b c weak"), ["a"], ["c"]).best) == "a>b b>c"


def test_of_several_interactions_between_two_nodes_the_best_supported_is_told_once() -> None:
    pathway = graph("a b weak", "a b well", "a b mixed")
    found = find(pathway, ["a"], ["b"])
    assert [each.evidence for each in found.shortest] == [WELL]
    assert found.others == ()


def test_what_studies_do_not_support_is_no_step_but_is_named() -> None:
    found = find(graph("a b old", "b c well"), ["a"], ["c"])
    assert found.shortest == ()
    assert way(found.refuted) == "a>b"
    assert not found.refutes_direct
    assert find(graph("a b old"), ["a"], ["b"]).refutes_direct


def test_an_old_idea_that_is_longer_than_what_is_known_is_not_worth_a_word() -> None:
    assert find(graph("a c well", "a b old", "b c old"), ["a"], ["c"]).refuted == ()


def test_a_route_goes_along_the_interactions_and_never_against_them() -> None:
    assert find(graph("a b well", "c b well"), ["a"], ["c"]).shortest == ()


def test_what_holds_both_ways_is_a_step_in_both() -> None:
    pathway = graph("a b", "b c")
    both = pathway._replace(interactions=tuple(each._replace(both_ways=True) for each in pathway.interactions))
    assert way(find(both, ["c"], ["a"]).shortest) == "c>b b>a"


def test_neither_a_marker_nor_a_line_without_a_direction_leads_anywhere() -> None:
    pathway = graph("a b well is-marker-of", "c b well is linked with", "c d well")
    assert find(pathway, ["a"], ["b"]).shortest == find(pathway, ["b"], ["d"]).shortest == ()
    (tied,) = Web(pathway, undirected=True).routes(["a"], ["d"])
    assert way(tied) == "a>b b>c c>d"


def test_a_cycle_is_gone_through_once_and_may_lead_back_to_where_it_began() -> None:
    pathway = graph("a b", "b a", "b c", "c b", "c d")
    assert way(find(pathway, ["a"], ["d"]).shortest) == "a>b b>c c>d"
    assert way(find(pathway, ["a"], ["a"]).shortest) == "a>b b>a"


def test_all_nodes_of_one_name_are_one_end() -> None:
    found = find(graph("a x", "b y", "y z"), ["a", "b"], ["q", "z"])
    assert way(found.shortest) == "b>y y>z"


def test_a_member_acts_through_its_group_and_what_reaches_the_group_reaches_its_members() -> None:
    pathway = graph("a g", "m z", "g y", groups={"m": "g", "n": "g"})
    assert way(find(pathway, ["a"], ["z"]).shortest) == "a>g m>z"
    assert way(find(pathway, ["m"], ["y"]).shortest) == "g>y"
    assert way(find(pathway, ["a"], ["n"]).shortest) == "a>g"
    assert find(pathway, ["m"], ["n"]).shortest == ()  # they stand together, which leads from neither to the other


def test_the_members_of_a_complex_are_one_thing_in_a_cell() -> None:
    pathway = graph("a m", "n z", groups={"m": "c", "n": "c"}, complexes="c")
    assert way(find(pathway, ["a"], ["z"]).shortest) == "a>m n>z"
    assert way(find(pathway, ["a"], ["n"]).shortest) == "a>m"
    assert way(find(pathway, ["m"], ["z"]).shortest) == "n>z"
    assert find(pathway, ["m"], ["n"]).shortest == ()  # still, that leads from neither to the other


def test_the_members_of_a_family_in_a_complex_act_each_for_itself() -> None:
    pathway = graph("a m", "n y", "k z", groups={"m": "f", "n": "f", "f": "c", "k": "c"}, complexes="c")
    assert find(pathway, ["a"], ["y"]).shortest == ()
    assert way(find(pathway, ["a"], ["z"]).shortest) == "a>m k>z"


def test_a_line_inside_a_complex_is_gone_along_where_there_is_one() -> None:
    pathway = graph("a m", "m n", "n z", groups={"m": "c", "n": "c"}, complexes="c")
    found = find(pathway, ["a"], ["z"])
    assert (way(found.shortest), found.others) == ("a>m m>n n>z", ())


def test_a_complex_in_a_complex_and_a_complex_in_itself_end_nothing() -> None:
    inner = graph("a m", "k z", groups={"m": "d", "n": "d", "d": "c", "k": "c"}, complexes="cd")
    assert way(find(inner, ["a"], ["z"]).shortest) == "a>m k>z"
    loop = graph("a m", "n z", groups={"m": "c", "n": "d", "c": "d", "d": "c"}, complexes="cd")
    assert way(find(loop, ["a"], ["z"]).shortest) == "a>m n>z"


def test_a_complex_without_measure_does_not_act_as_one() -> None:
    members = {f"m{number}": "c" for number in range(5000)}
    pathway = graph("a m1", "m2 z", groups=members, complexes="c")
    assert find(pathway, ["a"], ["z"]).shortest == ()
    assert len(pathway.near("m1")) == 2


def test_a_route_does_not_go_through_its_beginning_again_by_a_group() -> None:
    pathway = graph("m x", "x g", "m z", groups={"m": "g"})
    found = find(pathway, ["m"], ["z"])
    assert (way(found.shortest), found.others) == ("m>z", ())


def test_a_member_may_lead_to_its_own_group() -> None:
    pathway = graph("m a well", "a m well", "a g weak", groups={"m": "g"})
    found = find(pathway, ["m"], ["g"])
    assert way(found.shortest) == way(found.best) == "m>a a>m"


def test_groups_that_stand_in_each_other_end_nothing() -> None:
    pathway = graph("a g", "h z", groups={"g": "h", "h": "g"})
    assert way(find(pathway, ["a"], ["z"]).shortest) == "a>g h>z"


def test_a_web_of_equal_routes_is_not_listed_without_end() -> None:
    # 12^12 of them would take longer than anybody lives.
    layers = [[f"{depth}_{number}" for number in range(12)] for depth in range(12)]
    lines = [f"{one} {other}" for near, far in pairwise(layers) for one in near for other in far]
    found = find(graph(*lines), layers[0], layers[-1])
    assert len(found.shortest) == 11
    assert len(found.others) == 2


NODES = some.sampled_from("abcdef")
LEVELS = some.sampled_from(["well", "mixed", "weak", "unsaid", "old"])
EDGES = some.lists(some.tuples(NODES, NODES, LEVELS), max_size=14)
GROUPS = some.dictionaries(NODES, some.sampled_from("gh")) | some.just({"a": "g", "b": "g", "g": "h"})
COMPLEXES = some.sampled_from(["", "g", "h", "gh"])


@given(EDGES, GROUPS, COMPLEXES)
def test_the_answer_is_as_if_every_route_were_looked_at(
    edges: list[tuple[str, str, str]], groups: dict[str, str], complexes: str
) -> None:
    lines = (*(" ".join(each) for each in edges), "a z0 well", "z1 b well")
    pathway = graph(*lines, groups=groups, complexes=complexes)
    every = every_route(pathway, "a", "b")
    found = find(pathway, ["a"], ["b"])
    if not every:
        assert found.shortest == found.best == ()
        return
    assert len(found.shortest) == min(map(len, every))
    assert doubts(found.best) == min(map(doubts, every))


def doubts(route: tuple[Interaction, ...]) -> tuple[int, int, int, int]:
    levels = [each.evidence for each in route]
    return levels.count("unsaid"), levels.count(WEAK), levels.count(MIXED), len(route)


def every_route(pathway: Pathway, start: str, goal: str) -> list[tuple[Interaction, ...]]:
    """Return every route without a node twice, by trying them all."""
    found: list[tuple[Interaction, ...]] = []

    def go_on(node: str, seen: frozenset[str], steps: tuple[Interaction, ...]) -> None:
        for each in pathway.interactions:
            if each.evidence == REFUTED or each.source == each.target or each.source not in pathway.near(node):
                continue
            if each.target in pathway.near(goal):
                found.append((*steps, each))
            elif each.target not in seen:
                go_on(each.target, seen | {each.target}, (*steps, each))

    go_on(start, frozenset({start}), ())
    return found
