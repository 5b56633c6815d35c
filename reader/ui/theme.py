"""Themes and scale: the colours, faces and sizes of the window, from the tables in resources/styles/."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QDir, QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from reader import appearance as choice
from reader import paths
from reader.appearance import Appearance

SERIF = "Source Serif Pro"
SANS = "Source Sans Pro"
LARGEST = 1.5  # times their usual size: so far words beside the article grow with its text, and their panels do not


class Scale(NamedTuple):
    """The sizes of everything. The article's are multiples of the size one chose, the window's are pixels."""

    title: float  # of a guide, at the head of its article
    heading: dict[int, float]  # by level; one that is not here is 1
    aside: float  # evidence, names of boxes: in Sans
    table: float  # cells: in Sans
    code: float
    tight: float  # from one line to the next in headings, of their own size

    text: int  # the interface's own words
    small: int  # second words; nothing is smaller
    large: int  # an explanation
    word: int  # the word that is explained
    name: int  # of the guide, in the bar at the top
    page: int  # what a page of the window is called

    space: dict[str, int]  # between things: tight 4, near 8, close 12, apart 16, wide 24, broad 32, far 48

    target: int  # the least height and width of what can be pressed (WCAG 2.2, 2.5.5)
    ring: int  # around what has the keyboard
    icon: int
    bar: int  # scroll bars
    radius: int  # of controls
    card: int  # radius of what lies above the page


@cache
def scale() -> Scale:
    """Return the sizes in resources/styles/scale.json."""
    table = _table("scale")
    article = table["article"]
    heading = dict(enumerate(article.pop("heading"), start=1))
    return Scale(heading=heading, space=table["space"], **article, **table["window"], **table["control"])


def _table(name: str) -> Any:
    return json.loads((paths.bundled("resources") / "styles" / f"{name}.json").read_text(encoding="utf-8"))


TEXT_PX = scale().text
SMALL_PX = scale().small
ICON_PX = scale().icon
TARGET_PX = scale().target


class Theme(NamedTuple):
    """The colours of one theme, as ``#RRGGBB``."""

    name: str
    paper: str  # behind the article
    panel: str  # sides and bars
    ink: str  # text
    quiet: str  # second text
    accent: str  # links, focus, what is current
    rule: str  # borders of controls
    hair: str  # lines between regions
    tint: str  # gist, current row
    edge: str  # around a tint, 2 px: its own colour, but where contrast is high and tint is paper
    lit: str  # the term that is open, hits
    off: str  # words of what cannot be used now
    important: str  # the grounds of highlights, by their styles; paper where contrast is high: their lines say it
    remember: str
    unclear: str
    mine: str

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark page."""
        return QColor(self.paper).lightness() < 128


@cache
def themes() -> dict[str, Theme]:
    """Return every theme by its name."""
    return {name: Theme(name, **colours) for name, colours in _table("themes").items()}


def chosen(name: str) -> Theme:
    """Return the theme called *name*; for ``system`` or a name that is unknown, the one the system asks for."""
    if name in themes():
        return themes()[name]
    tone = "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    return themes()[f"contrast-{tone}" if _wants_contrast() else tone]


def when_system_changes(follow: Callable[[], None]) -> None:
    """Call *follow* whenever the desktop asks for dark or light, more or less contrast."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(follow)
    if hasattr(hints, "accessibility"):  # since Qt 6.10
        hints.accessibility().contrastPreferenceChanged.connect(follow)


def _wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):  # since Qt 6.10
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def load_faces() -> None:
    """Make Source Serif and Source Sans known to Qt: the weights the window uses, nothing else."""
    faces = ("SerifPro-Regular", "SerifPro-It", "SerifPro-Semibold", "SansPro-Regular", "SansPro-Semibold")
    for folder in paths.faces():
        for face in faces:
            if (file := folder / f"Source{face}.otf").exists():
                QFontDatabase.addApplicationFont(str(file))


def sans(pixels: float = TEXT_PX, *, strong: bool = False) -> QFont:
    """Return the interface's face at a size in pixels."""
    return _face([SANS, "sans-serif"], _points(pixels), strong)


def serif(pixels: float, *, strong: bool = False) -> QFont:
    """Return the article's own face at a size in pixels."""
    return _face([SERIF, "serif"], _points(pixels), strong)


def reading(appearance: Appearance, ratio: float = 1.0, *, strong: bool = False, aside: bool = False) -> QFont:
    """Return the face that one chose to read in, *ratio* times its size, with its spaces between letters and words.

    *aside* asks for Source Sans instead, for what stands beside the text. A family that is not installed is ours.
    """
    points = appearance.size * ratio
    font = _face([SANS, "sans-serif"] if aside else families(appearance.face), points, strong)
    pixels = points * QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, appearance.letter * pixels)
    font.setWordSpacing(appearance.word * pixels)
    return font


def growth(points: float) -> float:
    """Return how many times as large as usual words beside an article of this size are: they grow less far."""
    return min(max(points / Appearance().size, 1.0), LARGEST)


def families(face: str) -> list[str]:
    """Return the families of a face of an Appearance, the wanted one first."""
    if face == choice.SANS:
        return [SANS, "sans-serif"]
    return [SERIF, "serif"] if face == choice.SERIF else [face, SERIF, "serif"]


def is_installed(face: str) -> bool:
    """Whether a face of an Appearance can be shown."""
    return face in (choice.SERIF, choice.SANS) or QFontDatabase.hasFamily(face)


def _points(pixels: float) -> float:
    """Return a size in points, since Qt takes whole pixels only (1 px = 0.75 pt at 96 an inch)."""
    return pixels * 72 / QGuiApplication.primaryScreen().logicalDotsPerInchY()


def _face(names: list[str], points: float, strong: bool) -> QFont:
    font = QFont(names)
    font.setPointSizeF(points)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def apply(to: QWidget | QApplication, theme: Theme) -> None:
    """Give the application the theme's palette, and a window with all that belongs to it the theme's style sheet.

    Where the application has the sheet instead, another one makes Qt polish each widget as often as it has ancestors.
    """
    QApplication.setPalette(palette(theme))
    to.setStyleSheet(style_sheet(theme))


def follow_properties(widget: QWidget) -> None:
    """Let a widget look as the style sheet says of the properties that it has now.

    By the event of its first polish: `style()` would make PySide load all names of QStyle.
    """
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Polish))


def fill(painter: QPainter, rect: QRect | QRectF, colour: str) -> None:
    """Fill a rectangle. `fillRect` would make PySide load the 180 names of ready-made gradients."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(rect)
    painter.restore()


def palette(theme: Theme) -> QPalette:
    """Return the theme as a palette, for what no style sheet reaches."""
    role = QPalette.ColorRole
    result = QPalette()
    for which, colour in (
        (role.Window, theme.panel),
        (role.WindowText, theme.ink),
        (role.Base, theme.paper),
        (role.AlternateBase, theme.panel),
        (role.Text, theme.ink),
        (role.Button, theme.panel),
        (role.ButtonText, theme.ink),
        (role.PlaceholderText, theme.quiet),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.paper),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.ToolTipBase, theme.panel),
        (role.ToolTipText, theme.ink),
        (role.Light, theme.hair),
        (role.Mid, theme.rule),
        (role.Dark, theme.rule),
    ):
        result.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.off))
    return result


def style_sheet(theme: Theme) -> str:
    """Return resources/styles/window.qss with the theme's colours and the scale's sizes in the place of their names.

    Raises KeyError for a name that nothing has.
    """
    folder = paths.bundled("resources") / "styles"
    for ground in ("onlight", "ondark"):  # a search path: the folder's own name may hold what ends an address
        QDir.setSearchPaths(ground, [str(folder / ground)])
    sizes = scale()
    pixels = {
        **sizes.space,
        **{name: getattr(sizes, name) for name in ("small", "name", "target", "ring", "icon", "bar", "radius", "card")},
        "inside": sizes.target - 2 * sizes.ring,  # of a target with the ring's room around it
        "framed": sizes.target - 2,  # of one with a border of 1 px
    }
    names = {
        **theme._asdict(),
        **{name: f"{value}px" for name, value in pixels.items()},
        "sign": "ondark" if theme.is_dark else "onlight",
        "counter": "onlight" if theme.is_dark else "ondark",  # signs on a ground of accent
    }
    text = (folder / "window.qss").read_text(encoding="utf-8")
    return re.sub(r"@([a-z]+)", lambda found: names[found[1]], text)


def image(name: str, colour: str, pixels: int = ICON_PX, scale: float = 1.0) -> QImage:
    """Return resources/icons/*name*.svg drawn in a colour, *pixels* wide and high at 1x."""
    from PySide6.QtSvg import QSvgRenderer

    source = (paths.bundled("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    side = round(pixels * scale)
    result = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    result.setDevicePixelRatio(scale)
    return result


def icon(name: str, theme: Theme, *, can_be_disabled: bool = False) -> QIcon:
    """Return an icon in the theme's ink, sharp on the sharpest screen there is."""
    sharp = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    result = QIcon(QPixmap.fromImage(image(name, theme.ink, scale=sharp)))
    if can_be_disabled:  # else Qt makes the grey one itself, when it is needed
        result.addPixmap(QPixmap.fromImage(image(name, theme.off, scale=sharp)), QIcon.Mode.Disabled)
    return result
