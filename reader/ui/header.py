"""The bar at the top: menus, back and forward, the guide's title, find, colours, print."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QSizePolicy, QToolButton, QWidget

from reader.ui import theme as look
from reader.ui.commands import draw_icons
from reader.ui.elided import Elided
from reader.ui.theme import Theme

BUTTONS = ("find", "print")
ARROWS = ("back", "forward")
NARROW = 640  # pixels, under which pictures stand alone and the title gives way


class Header(QFrame):
    """One row; its buttons are the commands themselves."""

    def __init__(self, bar: QMenuBar, actions: dict[str, QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._actions = actions
        self._title = Elided()
        self._title.setFont(look.serif(18, strong=True))
        self._buttons = {name: self._button(name, words=name in BUTTONS) for name in (*ARROWS, *BUTTONS)}
        bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        bar.setNativeMenuBar(False)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(bar)
        for name in ARROWS:
            row.addWidget(self._buttons[name])
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take no more room than there is."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        style = Qt.ToolButtonStyle
        for name in BUTTONS:
            self._buttons[name].setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )
        self._title.setVisible(not narrow)
        side = 2 if narrow else 12
        self._row.setContentsMargins(side, 5, side, 5)
        self._row.setSpacing(0 if narrow else 8)

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it likes: the bar adapts."""
        return QSize(320, super().minimumSizeHint().height())

    def _button(self, name: str, *, words: bool) -> QToolButton:
        button = _Button()
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


class _Button(QToolButton):
    """A button that Enter presses, as Space does; Qt leaves that to the desktop."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
