"""Themes and scale: what is painted can be read in each of them, and nothing is named that is not there."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader import appearance as choice
from reader import paths
from reader.appearance import LIMITS, Appearance
from reader.core.contrast import contrast
from reader.ui import theme as look

STYLES = paths.bundled("resources") / "styles"
NAMES = ("light", "sepia", "dark", "contrast-light", "contrast-dark")

PAIRS = {  # least contrast: what is painted on what. WCAG 2.2: 1.4.6 asks 7 of text, 1.4.11 asks 3 of signs
    7.0: [
        *((ink, ground) for ink in ("ink", "quiet", "accent") for ground in ("paper", "panel", "tint", "lit")),
        *((ink, style) for ink in ("ink", "quiet", "accent") for style in ("important", "remember", "unclear", "mine")),
        ("paper", "accent"),  # the current hit, what is selected, the one big button
        ("paper", "ink"),  # that button under the pointer
    ],
    4.5: [("off", ground) for ground in ("paper", "panel", "tint")],  # nothing is asked of it; it shall be read
    3.0: [("rule", ground) for ground in ("paper", "panel", "tint", "lit")],
}


@pytest.mark.parametrize("name", NAMES)
def test_every_pair_that_is_painted_can_be_read(name: str) -> None:
    theme = look.themes()[name]._asdict()
    pale = [
        (front, back, round(contrast(theme[front], theme[back]), 2))
        for least, pairs in PAIRS.items()
        for front, back in pairs
        if contrast(theme[front], theme[back]) < least
    ]
    assert pale == []


@pytest.mark.parametrize("name", NAMES)
def test_a_tinted_ground_is_seen_by_its_colour_or_by_its_edge(name: str) -> None:
    theme = look.themes()[name]
    for ground in (theme.paper, theme.panel):
        assert theme.tint != ground or contrast(theme.edge, ground) >= 7


@pytest.mark.parametrize("name", NAMES)
def test_words_of_what_cannot_be_used_differ_from_others(name: str) -> None:
    theme = look.themes()[name]
    assert contrast(theme.off, theme.ink) >= 2


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", NAMES)
def test_the_style_sheet_has_a_value_for_every_name_and_a_file_for_every_sign(name: str) -> None:
    sheet = look.style_sheet(look.themes()[name])
    assert "@" not in sheet
    signs = set(re.findall(r"url\((\w+):([\w.]+)\)", sheet))
    assert signs
    for ground, sign in signs:
        assert QSvgRenderer(str(STYLES / ground / sign)).isValid(), sign


@pytest.mark.parametrize("name", NAMES)
def test_signs_stand_out_from_the_grounds_they_are_drawn_on(name: str) -> None:
    theme = look.themes()[name]
    sign, counter = ("#FFFFFF", "#000000") if theme.is_dark else ("#000000", "#FFFFFF")
    assert min(contrast(sign, ground) for ground in (theme.paper, theme.panel, theme.tint)) >= 7
    assert contrast(counter, theme.accent) >= 7
    for folder, colour in (("ondark", "#FFFFFF"), ("onlight", "#000000")):
        for file in (STYLES / folder).glob("*.svg"):
            assert re.findall(r'stroke="(#\w+)"', file.read_text()) == [colour], file.name


def painted(widget: QWidget) -> set[str]:
    """Return the colours that a widget is painted in."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)
    colours = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {colour.name() for colour in colours if colour.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_a_tick_is_drawn_into_its_box_in_every_theme(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme = look.themes()[name]
    look.apply(qapp, theme)
    box = QCheckBox()
    qtbot.addWidget(box)
    box.show()
    assert theme.accent.lower() not in painted(box)
    box.setChecked(True)
    assert {theme.accent.lower(), "#000000" if theme.is_dark else "#ffffff"} <= painted(box)


@pytest.mark.parametrize("name", ["contrast-light", "contrast-dark"])
def test_where_tints_are_paper_a_button_that_is_pressed_in_has_an_edge(
    qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    theme = look.themes()[name]
    look.apply(qapp, theme)
    ground = QFrame()
    qtbot.addWidget(ground)
    button = QPushButton(ground)
    ground.show()
    assert theme.edge.lower() not in painted(button)
    button.setCheckable(True)
    button.setChecked(True)
    assert {theme.edge.lower(), theme.accent.lower()} <= painted(button)


@pytest.mark.parametrize("name", NAMES)
def test_the_words_in_an_empty_box_are_as_clear_as_second_text(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme = look.themes()[name]
    look.apply(qapp, theme)
    box = QLineEdit()
    qtbot.addWidget(box)
    box.setPlaceholderText("IIIIIIII")
    box.show()
    assert box.palette().placeholderText().color().name() == theme.quiet.lower()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("scheme", "wants_contrast", "expected"),
    [
        (Qt.ColorScheme.Light, False, "light"),
        (Qt.ColorScheme.Dark, False, "dark"),
        (Qt.ColorScheme.Light, True, "contrast-light"),
        (Qt.ColorScheme.Dark, True, "contrast-dark"),
    ],
)
def test_the_theme_of_the_system_follows_its_tone_and_its_contrast(
    monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, wants_contrast: bool, expected: str
) -> None:
    class Accessibility:
        def contrastPreference(self) -> Qt.ContrastPreference:
            return Qt.ContrastPreference.HighContrast if wants_contrast else Qt.ContrastPreference.NoPreference

    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return scheme

        def accessibility(self) -> Accessibility:
            return Accessibility()

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    assert look.chosen(choice.SYSTEM).name == expected
    assert look.chosen("of a later version").name == expected
    assert look.chosen("sepia").name == "sepia"


@pytest.mark.usefixtures("qapp")
def test_before_qt_tells_of_contrast_the_system_is_light_or_dark(monkeypatch: pytest.MonkeyPatch) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return Qt.ColorScheme.Dark

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    assert look.chosen(choice.SYSTEM).name == "dark"


def test_every_space_and_size_of_the_window_is_in_the_scale() -> None:
    scale = look.scale()
    assert list(scale.space.values()) == [4, 8, 12, 16, 24, 32, 48]
    assert scale.target >= 44
    assert min(scale.text, scale.small, scale.large) >= 13
    assert scale.heading[1] > scale.heading[2] > scale.heading[3] >= 1


@pytest.mark.usefixtures("qapp")
def test_the_face_one_reads_in_has_the_size_and_spaces_that_were_chosen() -> None:
    usual = Appearance(size=20)
    wide = usual._replace(letter=LIMITS["letter"][1], word=LIMITS["word"][1])
    font = look.reading(wide, 1.5)
    assert font.pointSizeF() == 30
    pixel = QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72
    assert font.letterSpacing() == pytest.approx(0.2 * 30 * pixel, abs=0.02)  # Qt keeps 1/64
    assert font.wordSpacing() == pytest.approx(0.5 * 30 * pixel, abs=0.02)
    assert look.reading(usual).letterSpacing() == 0
    assert look.reading(usual._replace(face="Not Installed")).families()[:2] == ["Not Installed", look.SERIF]
    assert look.reading(usual._replace(face="Not Installed"), aside=True).families()[0] == look.SANS
    assert look.reading(usual, strong=True).weight() == QFont.Weight.DemiBold


@pytest.mark.usefixtures("qapp")
def test_only_a_face_that_is_installed_can_be_shown() -> None:
    look.load_faces()
    assert look.is_installed(choice.SERIF)
    assert look.is_installed(look.SANS)
    assert not look.is_installed("No Such Family")
