"""A line that is too long for its place is still whole where it is pointed at, and is never read as a page."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from reader.ui.widgets.elided import Elided


def test_a_strangers_tags_are_shown_as_they_are_written(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.set_whole('Pain <img src="/etc/passwd"> & sleep')
    assert label.toolTip() == "<p>Pain &lt;img src=&quot;/etc/passwd&quot;&gt; &amp; sleep</p>"
    interface = QAccessible.queryAccessibleInterface(label)
    for text in (QAccessible.Text.Name, QAccessible.Text.Description):  # the tool tip, where a label says none
        assert interface.text(text) == 'Pain <img src="/etc/passwd"> & sleep'


def test_a_long_line_is_shortened_and_a_screen_reader_hears_all_of_it(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.set_whole("A very long title of a guide")
    assert label.text().endswith("…")
    assert label.accessibleName() == "A very long title of a guide"


def test_the_end_of_a_line_that_must_be_seen_is_not_shortened(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.resize(140, 20)
    label.set_whole("A very long heading of a section", " · 3 minutes")
    assert label.text().startswith("A very")
    assert label.text().endswith("… · 3 minutes")
    assert label.accessibleName() == "A very long heading of a section · 3 minutes"
