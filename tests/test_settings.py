"""What is chosen and remembered survives, whatever happens to its file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.session import RECENT_GUIDES, Remembered, Session
from reader.settings import Settings


def test_a_session_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    session = Session(
        guide="/a",
        recent=["/a"],
        guides={"g": Remembered(title="G", anchor=["s", "s.2", 5], read={"s": 0.5})},
        window=[1, 2, 300, 400],
    )
    session.save(tmp_path / "deep" / "session.json")
    assert Session.load(tmp_path / "deep" / "session.json") == (session, "")


def test_without_a_file_the_usual_choices_are_in_force_and_nothing_is_said(tmp_path: Path) -> None:
    assert Settings.load(tmp_path / "settings.json") == (Settings(), "")


def test_a_damaged_file_is_set_aside_whole_and_said_once(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"theme": "da')
    settings, said = Settings.load(file)
    assert settings == Settings()
    assert "settings.damaged-1.json" in said
    assert (tmp_path / "settings.damaged-1.json").read_text() == '{"theme": "da'
    assert Settings.load(file) == (Settings(), "")


def test_brackets_without_end_are_damage_too(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("[" * 100_000)
    settings, said = Settings.load(tmp_path / "settings.json")
    assert settings == Settings()
    assert "settings.damaged-1.json" in said


def test_a_file_name_that_is_no_text_is_remembered(tmp_path: Path) -> None:
    session = Session(guide="/bad\udcff.md")  # how Python names bytes that are not UTF-8
    session.save(tmp_path / "session.json")
    assert Session.load(tmp_path / "session.json") == (session, "")


def test_a_second_damaged_file_does_not_replace_the_first(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for text in ("first", "second"):
        file.write_text(text)
        Settings.load(file)
    assert (tmp_path / "settings.damaged-1.json").read_text() == "first"
    assert (tmp_path / "settings.damaged-2.json").read_text() == "second"


def test_a_value_of_the_wrong_kind_becomes_its_default_and_the_rest_stays(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    file.write_text(json.dumps({"guide": 7, "window": [{}, None], "maximised": "yes", "print_folder": "/x"}))
    session, said = Session.load(file)
    assert session == Session(print_folder="/x")
    assert said == (
        "Some of what session.json remembers could not be understood, so it begins anew. "
        "The file was kept as session.odd-1.json."
    )


def test_what_a_later_version_wrote_is_written_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"single_keys": false, "lamp": {"height": 3}}')
    settings, _ = Settings.load(file)
    settings.save(file)
    written = json.loads(file.read_text())
    assert (written["single_keys"], written["lamp"]) == (False, {"height": 3})


def test_only_its_owner_can_read_what_is_remembered(tmp_path: Path) -> None:
    Session().save(tmp_path / "session.json")
    assert (tmp_path / "session.json").stat().st_mode & 0o077 == 0


def test_the_newest_guide_is_first_and_stands_there_once() -> None:
    session = Session()
    for number in range(RECENT_GUIDES + 3):
        session.remember_guide(f"/{number}")
    session.remember_guide("/5")
    assert session.recent[0] == session.guide == "/5"
    assert len(session.recent) == len(set(session.recent)) == RECENT_GUIDES


@settings(deadline=None, max_examples=25)
@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists)
    | st.dictionaries(st.text(), st.text())
)
def test_no_json_whatever_stops_the_start(tmp_path_factory: object, value: object) -> None:
    file = tmp_path_factory.mktemp("any") / "session.json"  # type: ignore[attr-defined]
    file.write_text(json.dumps(value))
    session, _ = Session.load(file)
    assert isinstance(session.recent, list)


def test_a_list_of_the_wrong_things_becomes_its_default(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    file.write_text(json.dumps({"recent": [5, "/a"], "window": ["a", 1, 2, 3], "columns": [1.5, None], "guide": 7}))
    assert Session.load(file)[0] == Session()


@pytest.mark.parametrize(
    "given",
    [
        {"depth": 7},
        {"depth": "abyss"},
        {"single_keys": "yes"},
        {"single_keys": 1},
        {"stop_after": -9},
        {"stop_after": 10**30},
        {"scale": 5},
        {"scale": True},
        {"marking": "all"},
        {"marking": None},
        {"explain_beside": "no"},
        {"hover": 1},
        {"glossaries": "/a"},
        {"glossaries": ["/a", 7]},
        {"glossaries": ["a/b"]},
        {"glossaries": [""]},
        {"glossaries": ["/a\0b"]},
        {"glossaries": ["/a\ud800"]},
        {"glossaries": {"/a": 1}},
        {"profiles": {"": {}}},
        {"profiles": {"Evening": 3}},
        {"appearance": {"size": "huge"}},
        {"appearance": {"letter": 1e308}},
        {"appearance": {"width": -4}},
        {"appearance": {"width": 10**400}},
    ],
)
def test_a_choice_that_is_not_understood_is_the_usual_one_and_its_file_is_kept_once(
    tmp_path: Path, given: dict[str, object]
) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"ruler": True, **given}))
    for _ in range(2):  # a second start before anything was changed
        settings, said = Settings.load(file)
        assert settings == Settings(ruler=True)
        assert said == (
            "Some choices in settings.json could not be understood, so the usual ones are in force. "
            "The file was kept as settings.odd-1.json."
        )
    settings.save(file)
    assert Settings.load(file) == (settings, "")
    assert [each.name for each in tmp_path.glob("*.odd-*")] == ["settings.odd-1.json"]
    assert json.loads((tmp_path / "settings.odd-1.json").read_text()) == {"ruler": True, **given}


def test_names_of_a_later_version_are_no_fault_wherever_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    look = {"theme": "dark", "width": 70, "glow": [1, {"a": 2}]}
    file.write_text(json.dumps({"lamp": 1, "appearance": look, "profiles": {"Evening": look}}))
    settings, said = Settings.load(file)
    assert said == ""
    settings.appearance = settings.appearance._replace(theme="light")
    settings.save(file)
    written = json.loads(file.read_text())
    assert written["lamp"] == 1
    assert written["profiles"]["Evening"]["glow"] == written["appearance"]["glow"] == look["glow"]


def test_a_damaged_session_says_what_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "session.json").write_text("{")
    assert Session.load(tmp_path / "session.json")[1] == (
        "session.json was damaged. It was set aside as session.damaged-1.json, "
        "and your places and what you have read begin anew."
    )
