"""Themes: the colours and faces of the window, from one table in resources/styles/themes.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from reader import paths

SERIF = "Source Serif Pro"
SANS = "Source Sans Pro"
TEXT_PX = 15  # the interface's own text
SMALL_PX = 14
ARTICLE_PX = 18.5
ICON_PX = 20
TARGET_PX = 44  # the least height of what can be pressed (WCAG 2.2, 2.5.5)


@dataclass(frozen=True, slots=True)
class Theme:
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

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark page."""
        return QColor(self.paper).lightness() < 128


@cache
def themes() -> dict[str, Theme]:
    """Return every theme by its name."""
    table = json.loads((paths.bundled("resources") / "styles" / "themes.json").read_text(encoding="utf-8"))
    return {name: Theme(name, **colours) for name, colours in table.items()}


def chosen(name: str) -> Theme:
    """Return the theme called *name*; for ``system`` or a name that is unknown, the one the system asks for."""
    if name in themes():
        return themes()[name]
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return themes()["dark" if dark else "light"]


def load_faces() -> None:
    """Make Source Serif and Source Sans known to Qt: the weights the window uses, nothing else."""
    faces = ("SerifPro-Regular", "SerifPro-It", "SerifPro-Semibold", "SansPro-Regular", "SansPro-Semibold")
    for folder in paths.faces():
        for face in faces:
            if (file := folder / f"Source{face}.otf").exists():
                QFontDatabase.addApplicationFont(str(file))


def sans(pixels: float = TEXT_PX, *, strong: bool = False) -> QFont:
    """Return the interface's face at a size in pixels."""
    return _face(SANS, "sans-serif", pixels, strong)


def serif(pixels: float = ARTICLE_PX, *, strong: bool = False) -> QFont:
    """Return the article's face at a size in pixels."""
    return _face(SERIF, "serif", pixels, strong)


def _face(family: str, fallback: str, pixels: float, strong: bool) -> QFont:
    font = QFont([family, fallback])
    # Qt takes whole pixels only; points at 96 a inch carry the half pixel through (1 px = 0.75 pt).
    font.setPointSizeF(pixels * 72 / QGuiApplication.primaryScreen().logicalDotsPerInchY())
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def apply(application: QApplication, theme: Theme) -> None:
    """Give the whole application the theme's palette and style sheet."""
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))


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
        result.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.rule))
    return result


def style_sheet(theme: Theme) -> str:
    """Return resources/styles/window.qss with the theme's colours in the place of their names."""
    text = (paths.bundled("resources") / "styles" / "window.qss").read_text(encoding="utf-8")
    for name in ("paper", "panel", "ink", "quiet", "accent", "rule", "hair", "tint", "edge", "lit"):
        text = text.replace(f"@{name}", getattr(theme, name))
    return text


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
    scale = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    result = QIcon(QPixmap.fromImage(image(name, theme.ink, scale=scale)))
    if can_be_disabled:  # else Qt makes the grey one itself, when it is needed
        result.addPixmap(QPixmap.fromImage(image(name, theme.rule, scale=scale)), QIcon.Mode.Disabled)
    return result
