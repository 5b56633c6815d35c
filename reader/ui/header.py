"""The bar at the top: menus, back and forward, the guide's title, find, colours, print."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenuBar, QSizePolicy, QToolButton, QWidget

from reader.ui import theme as look
from reader.ui.commands import draw_icons
from reader.ui.theme import Theme

BUTTONS = ("find", "print")
ARROWS = ("back", "forward")


class Header(QFrame):
    """One row; its buttons are the commands themselves."""

    def __init__(self, bar: QMenuBar, actions: dict[str, QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._actions = actions
        self._title = _Title()
        self._buttons = {name: self._button(name, words=name in BUTTONS) for name in (*ARROWS, *BUTTONS)}
        bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        bar.setNativeMenuBar(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(4)
        row.addWidget(bar)
        row.addSpacing(8)
        for name in ARROWS:
            row.addWidget(self._buttons[name])
        row.addSpacing(8)
        row.addWidget(self._title, 1)
        for name in BUTTONS:
            row.addWidget(self._buttons[name])
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's ink."""
        draw_icons(self._actions, theme, (*ARROWS, *BUTTONS))

    def set_title(self, title: str) -> None:
        """Show the guide's title."""
        self._title.set_whole(title)

    def _button(self, name: str, *, words: bool) -> QToolButton:
        button = QToolButton()
        action = self._actions[name]
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(look.ICON_PX, look.ICON_PX))
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly)
        plain = action.text().replace("&", "").rstrip("…")
        button.setAccessibleName(plain)
        button.setToolTip(f"{plain} ({action.shortcut().toString()})")
        if words:
            action.setIconText(plain.split()[0])
        button.setMinimumSize(look.TARGET_PX, look.TARGET_PX)
        return button


class _Title(QLabel):
    """A line that is shortened with an ellipsis where it is too long."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(look.serif(18, strong=True))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""

    def set_whole(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))
