"""Text in a pathway: told from what lies beneath it, in every theme and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.contrast import contrast
from reader.core.source import find
from reader.linter.lint import lint
from tests.guides.writing import folder


def messages(place: Path, *things: str) -> list[tuple[int, str]]:
    """Return line and message of what is pale in a pathway whose nth thing stands on line n + 1."""
    text = '<Pathway xmlns="http://pathvisio.org/GPML/2013a">\n' + "\n".join(things) + "\n</Pathway>"
    report = lint(find(folder(place / "guide", pathway_gpml=text)))
    return [(each.line, each.message) for each in report.findings if each.rule == "pathway-contrast"]


def thing(tag: str, text: str, look: str, *, order: int = 1, width: int = 80, bound: str = "") -> str:
    place = f'CenterX="100" CenterY="100" Width="{width}" Height="40" ZOrder="{order}" Valign="Middle"'
    inside = f'<Attribute Key="org.pathwayreader.kind" Value="{bound}"/>' if bound else ""
    return f'<{tag} TextLabel="{text}" GraphId="{tag}{order}">{inside}<Graphics {place} {look}/></{tag}>'


def node(look: str) -> str:
    return thing("DataNode", "IL6", look)


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#FFFFFF", 21), ("#777777", "#777777", 1), ("#777777", "#FFFFFF", 4.48)]
)
def test_contrast_is_counted_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("look", "is_pale"),
    [
        ("", False),
        ('Color="767676"', False),  # 4.54:1 on white
        ('Color="777777"', True),  # 4.48:1
        ('Color="FFFFFF" FillColor="000080"', False),
        ('Color="0000FF" FillColor="000080"', True),
        ('Color="808080" FillColor="Transparent"', True),  # on the paper
    ],
)
def test_text_is_compared_with_the_fill_of_its_box_or_the_paper(tmp_path: Path, look: str, is_pale: bool) -> None:
    assert [line for line, _ in messages(tmp_path, node(look))] == [2] * is_pale


def test_the_message_names_the_text_the_colours_and_the_figure(tmp_path: Path) -> None:
    ((_, message),) = messages(tmp_path, node('Color="ffff00"'))
    assert message.startswith("“IL6” has a contrast of 1.0:1 (#ffff00 on #FFFFFF); ")


def test_what_lies_beneath_is_what_was_drawn_last_before_the_text(tmp_path: Path) -> None:
    dark = thing("Shape", "", 'FillColor="000040"', order=1, width=300)
    label = thing("Label", "Nucleus", 'Color="000000"', order=3)
    light = thing("Shape", "", 'FillColor="FFFFFF"', order=2, width=200)
    assert [line for line, _ in messages(tmp_path / "dark", dark, label)] == [3]
    assert messages(tmp_path / "light", dark, label, light) == []
    above = thing("Shape", "", 'FillColor="000040"', order=4, width=300)
    assert messages(tmp_path / "above", above, label) == []


def test_text_that_stands_half_outside_its_dark_box_is_pale(tmp_path: Path) -> None:
    wide = thing("DataNode", "x" * 60, 'Color="FFFFFF" FillColor="000080"')
    assert [line for line, _ in messages(tmp_path, wide)] == [2]


def test_a_rounded_corner_is_no_ground(tmp_path: Path) -> None:
    oval = thing("Shape", "", 'FillColor="000040" ShapeType="Oval"', order=1, width=300)
    corner = '<Label TextLabel="x" GraphId="c"><Graphics CenterX="-45" CenterY="83" Width="8" Height="8"/></Label>'
    assert messages(tmp_path, oval, corner) == []


@pytest.mark.parametrize("kind", ["cell", "molecule", "receptor", "process", "factor", "symptom", "stage"])
def test_our_own_nodes_can_be_read_in_every_theme(tmp_path: Path, kind: str) -> None:
    tag = "Shape" if kind == "stage" else "DataNode"
    assert messages(tmp_path, thing(tag, "IL6", "", bound=kind)) == []


def test_a_strangers_label_among_our_nodes_cannot_be_read_in_the_dark(tmp_path: Path) -> None:
    label = thing("Label", "Blood", 'Color="000000"').replace('CenterX="100"', 'CenterX="400"')
    ((line, message),) = messages(tmp_path, thing("DataNode", "IL6", "", bound="cell"), label)
    assert line == 3
    assert "dark theme" in message
