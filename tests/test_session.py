"""What is remembered from one start to the next, by all windows together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import session as of_session
from reader import settings as chosen
from reader.core.depth import DEPTHS
from reader.session import GUIDES, Remembered, Session
from reader.session_file import SessionFile, arranged, newest_first


def wrong(**values: object) -> Remembered:
    """Return what is read of a guide of which these values were written."""
    return Session.from_json({"guides": {"g": values}}).guides["g"]


def test_what_is_wrong_in_one_guide_is_forgotten_and_the_rest_stays() -> None:
    read = wrong(
        title=7,
        path=None,
        anchor={"section": "s"},
        when="yesterday",
        read={"a": 0.5, "b": 2, "c": -1, "d": "x", "e": True, "f": 1, "g": None},
        share=float("nan"),
        depths={"a": "gist", "b": "everything", "c": ["gist"], "d": 1},
    )
    assert read == Remembered(read={"a": 0.5, "f": 1}, depths={"a": "gist"})


def test_moments_without_a_fraction_are_moments() -> None:
    assert wrong(when=1_795_000_000).when == 1_795_000_000.0
    assert wrong(when=float("inf")).when == 0.0


def test_what_has_no_end_is_cut_or_forgotten() -> None:
    read = wrong(
        title="x" * 10_000,
        anchor=["s", "s.1", 0, "q" * 100_000],
        read={f"{number}": 0.5 for number in range(20_000)} | {"n" * 1000: 0.5},
    )
    assert len(read.title) == of_session.LONGEST_TEXT
    assert read.anchor == []
    assert len(read.read) == of_session.SECTIONS_A_GUIDE


def test_what_cannot_be_an_id_is_forgotten() -> None:
    half = "\ud800"
    read = wrong(
        title=half, path=half, anchor=[half, "", 0], read={half: 0.5, "a": 0.5}, depths={half: "gist"},
        looked_up=[half, "pain", "", "x" * 1000, 7], scope=half, pinned=half, tab=half,
        closed=[half], basket=[half],
    )  # fmt: skip
    assert read == Remembered(read={"a": 0.5}, looked_up=["pain"])


def test_a_step_that_no_route_can_have_is_forgotten() -> None:
    read = wrong(routes={"talk": 2, "b": 0, "c": True, "d": "3", "e": 10**9, "": 1}, route="talk")
    assert read == Remembered(routes={"talk": 2}, route="talk")


def test_a_path_that_is_no_text_is_a_path() -> None:
    assert wrong(path="/caf\udce9").path == "/caf\udce9"


def test_the_depths_are_those_of_the_article() -> None:
    assert chosen.DEPTHS == DEPTHS


def test_guides_read_longest_ago_are_forgotten_first() -> None:
    session = Session(guides={f"g{number}": Remembered(when=float(number)) for number in range(GUIDES + 50)})
    session.forget_oldest()
    assert len(session.guides) == GUIDES
    assert "g49" not in session.guides
    assert "g50" in session.guides


def test_guides_of_endless_outlines_do_not_make_the_file_endless() -> None:
    many = {f"{number}": 1.0 for number in range(of_session.SECTIONS_A_GUIDE)}
    session = Session(guides={f"g{number}": Remembered(when=float(number), read=many) for number in range(20)})
    session.forget_oldest()
    assert list(session.guides) == ["g19", "g18"]


Json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=5), each, max_size=3),
    max_leaves=4,
)
Guide = st.fixed_dictionaries({}, optional=dict.fromkeys(Remembered().to_json(), Json))


@pytest.mark.slow
@settings(deadline=None, max_examples=20)
@given(st.dictionaries(st.sampled_from([*Session().to_json(), "guides"]), Json | st.dictionaries(st.text(), Guide)))
def test_whatever_the_file_holds_it_is_read_and_written_and_read_the_same(found: dict[str, object]) -> None:
    session = Session.from_json(found)
    session.forget_oldest()
    again = Session.from_json(json.loads(json.dumps(session.to_json())))
    assert json.dumps(again.to_json()) == json.dumps(session.to_json())
    for each in session.guides.values():
        assert all(0 <= share <= 1 for share in [*each.read.values(), each.share])


def opened(file: Path) -> tuple[Session, SessionFile]:
    """Return what a window that starts now knows, and its part in the file."""
    session, said = Session.load(file)
    assert said == ""
    return session, SessionFile(session, file)


def test_two_windows_keep_what_the_other_remembered_of_its_guide(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    Session(guides={"old": Remembered(title="Old", when=1.0)}, print_folder="/p").save(file)
    (one, file_of_one), (two, file_of_two) = opened(file), opened(file)
    for session, part, name in ((one, file_of_one, "a"), (two, file_of_two, "b")):
        part.own(name)
        session.of_guide(name).when = 2.0
        session.remember_guide(f"/{name}")
        part.writing()()
    two.of_guide("b").share = 0.5
    two.window = [1, 2, 800, 600]
    file_of_two.writing()()
    one.of_guide("a").share = 0.25
    file_of_one.writing()()
    both, _ = Session.load(file)
    assert {name: each.share for name, each in both.guides.items()} == {"old": 0.0, "a": 0.25, "b": 0.5}
    assert both.recent == ["/a", "/b"]
    assert both.window == [1, 2, 800, 600]
    assert both.print_folder == "/p"


def two_on_one_guide(file: Path, **remembered: object) -> list[tuple[Remembered, SessionFile]]:
    """Return what two windows remember of a guide that is open in both, and their parts in the file."""
    Session.from_json({"guides": {"g": {"when": 1.0, **remembered}}}).save(file)
    windows = []
    for session, part in (opened(file), opened(file)):
        part.own("g")
        windows.append((session.of_guide("g"), part))
    return windows


def test_two_windows_on_one_guide_keep_each_others_words(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    (one, of_one), (two, of_two) = two_on_one_guide(file, looked_up=["pain", "sleep"])
    two.looked_up = ["link", "pain", "sleep"]
    of_two.writing()()
    one.looked_up = ["fibromyalgia", "pain"]
    of_one.writing()()
    of_two.writing()()  # has nothing new to say
    both = Session.load(file)[0].guides["g"]
    assert both.looked_up == ["fibromyalgia", "link", "pain"]


def test_two_windows_on_one_guide_write_only_what_they_changed(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    old = {"pinned": "pain", "scope": "all", "read": {"a": 0.5, "b": 0.5}, "depths": {"a": "gist"}, "closed": ["a"]}
    (one, of_one), (two, of_two) = two_on_one_guide(file, **old)
    one.pinned, one.read, one.depths = "link", {"a": 1.0, "b": 0.5, "c": 0.25}, {}
    two.scope, two.read, two.closed = "mine", {"a": 0.5, "b": 1.0}, []
    of_one.writing()()
    of_two.writing()()
    both = Session.load(file)[0].guides["g"]
    assert (both.pinned, both.scope, both.depths, both.closed) == ("link", "mine", {}, [])
    assert both.read == {"a": 1.0, "b": 1.0, "c": 0.25}


def test_a_word_taken_away_in_one_window_is_not_brought_back_by_another(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    (one, of_one), (two, of_two) = two_on_one_guide(file)
    one.looked_up = ["pain"]
    of_one.writing()()
    two.looked_up = ["pain"]
    of_two.writing()()
    two.looked_up = []
    of_two.writing()()
    one.pinned = "pain"
    of_one.writing()()
    assert Session.load(file)[0].guides["g"].looked_up == []


def test_sections_ticked_in_two_windows_are_all_in_the_basket(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    (one, of_one), (two, of_two) = two_on_one_guide(file)
    one.basket = ["start", "cells"]
    of_one.writing()()
    two.basket = ["nerves"]
    of_two.writing()()
    one.basket = ["cells"]
    of_one.writing()()
    assert Session.load(file)[0].guides["g"].basket == ["cells", "nerves"]


def test_what_was_not_written_is_written_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    (one, of_one), _ = two_on_one_guide(file)
    one.looked_up = ["pain"]
    of_one.writing()  # gives way to the next
    one.looked_up = ["link", "pain"]
    of_one.writing()()
    assert Session.load(file)[0].guides["g"].looked_up == ["link", "pain"]


Ids = st.lists(st.sampled_from("abcdef"), unique=True)


@given(Ids, Ids)
def test_what_nobody_else_changed_becomes_what_it_is_now(before: list[str], now: list[str]) -> None:
    assert newest_first(before, now, before) == now
    assert newest_first(now, now, before) == before


@given(Ids, Ids, Ids)
def test_nothing_of_others_is_lost_and_what_was_put_to_the_front_stands_there(
    before: list[str], now: list[str], theirs: list[str]
) -> None:
    both = newest_first(before, now, theirs)
    assert len(set(both)) == len(both)
    assert set(theirs) - set(before) <= set(both)
    assert set(now) - set(before) <= set(both)
    assert not (set(before) - set(now)) & set(both)


@given(Ids, Ids, Ids)
def test_an_order_of_ones_own_stays_and_nothing_of_others_is_lost(
    before: list[str], now: list[str], theirs: list[str]
) -> None:
    assert arranged(before, now, before) == now
    both = arranged(before, now, theirs)
    assert len(set(both)) == len(both)
    assert [each for each in both if each in now] == [each for each in now if each in both]
    assert (set(theirs) | set(now)) - set(before) <= set(both)
    assert not (set(before) - set(now)) & set(both)
    assert not (set(before) - set(theirs)) & set(both)


@pytest.mark.parametrize(
    ("before", "now", "theirs", "both"),
    [
        ("ab", "cab", "dab", "cdab"),  # one each
        ("ab", "ba", "dab", "bda"),  # looked up again
        ("abc", "ac", "dabc", "dac"),  # taken away
        ("ac", "abc", "dac", "abdc"),  # and put back
        ("ab", "cab", "", "c"),  # taken away elsewhere
    ],
)
def test_the_newest_of_this_window_come_first(before: str, now: str, theirs: str, both: str) -> None:
    assert "".join(newest_first(list(before), list(now), list(theirs))) == both


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    part = SessionFile(Session(print_folder="/p"), file)
    file.symlink_to(file)
    with pytest.raises(OSError, match="symbolic links"):
        part.writing()()
    assert file.is_symlink()


def test_a_window_that_opened_nothing_leaves_the_list_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    Session(recent=["/x"]).save(file)
    (_, idle), (busy, part) = opened(file), opened(file)
    busy.remember_guide("/new")
    part.writing()()
    idle.writing()()
    assert Session.load(file)[0].recent == ["/new", "/x"]


def test_a_guide_taken_off_the_list_does_not_come_back(tmp_path: Path) -> None:
    session, part = opened(tmp_path / "session.json")
    session.remember_guide("/a")
    part.writing()()
    session.recent = []
    part.writing()()
    assert Session.load(part.file)[0].recent == []


def test_a_file_damaged_meanwhile_is_set_aside_and_written_anew(tmp_path: Path) -> None:
    session, part = opened(tmp_path / "session.json")
    session.of_guide("a").title = "A"
    part.own("a")
    part.file.write_text("{")
    part.writing()()
    assert Session.load(part.file)[0].guides["a"].title == "A"
    assert (tmp_path / "session.damaged-1.json").exists()


def test_a_file_that_was_spoilt_in_part_meanwhile_loses_nothing_else(tmp_path: Path) -> None:
    session, part = opened(tmp_path / "session.json")
    part.file.write_text('{"window": "wide", "guides": {"b": {"share": 0.5}}}')
    session.of_guide("a").title = "A"
    part.own("a")
    part.writing()()
    assert set(Session.load(part.file)[0].guides) == {"a", "b"}
    assert "wide" in (tmp_path / "session.odd-1.json").read_text()


def test_what_a_later_version_wrote_beside_it_stays(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    file.write_text('{"lamp": 1, "guides": {"a": {"shelf": 2, "words": ["pain"]}}}')
    session, part = opened(file)
    part.own("a")
    session.of_guide("a").share = 0.5
    part.writing()()
    written = json.loads(file.read_text())
    assert (written["lamp"], written["guides"]["a"]["shelf"], written["guides"]["a"]["share"]) == (1, 2, 0.5)
