"""The passive voice: actions whose doer is left out, and the states that look like them."""

from __future__ import annotations

import pytest

from reader.linter.words.passive import is_passive

PASSIVE = [
    "Blood was taken from 40 people.",
    "Antibodies are made by B cells.",
    "No immune treatment is recommended yet.",
    "The mice were then given the antibodies.",
    "Several drugs have been tested.",
    "It is not yet known why.",
    "Two medicines are being tried.",
    "You may be asked about your sleep.",
    "The results weren’t published.",
    "It's often said that rest helps.",
    "They got treated badly.",
    "How is it treated?",
    "The levels were only very slowly raised.",
    "The first trial was run in 2001.",
    "Flares are brought on by stress.",
    "The two are linked by many researchers.",
    "She is supported by her family.",
    "The plan was agreed.",
    "The tests were made at night.",
    "It is not always so very badly done.",
]
ACTIVE = [
    "Studies link immune changes with fibromyalgia.",
    "Immune changes are linked with fibromyalgia.",
    "You are tired and worried.",
    "The joints are not inflamed or damaged.",
    "A bad spell is called a flare.",
    "Some get very tired.",
    "There are mixed results.",
    "There were reported cases.",
    "Blood is made of cells.",
    "It is an open question.",
    "Cells release cytokines.",
    "Cytokines released in the blood reach the brain.",
    "The pain is in the hundreds of nerves.",
    "It is indeed bad, and they need rest.",
    "Doctors have used it and found it good.",
    "The symptoms are unexplained.",
    "It is, as we said, hard.",
    "It is in a list that we tested.",
    "Pain is red and the bed was soft.",
    "",
]


@pytest.mark.parametrize("sentence", PASSIVE)
def test_an_action_without_its_doer_is_passive(sentence: str) -> None:
    assert is_passive(sentence)


@pytest.mark.parametrize("sentence", ACTIVE)
def test_states_and_actions_with_their_doer_are_not(sentence: str) -> None:
    assert not is_passive(sentence)
