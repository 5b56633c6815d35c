"""The bar at the top: menus, outline, back and forward, the guide's title, find, text, print."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QToolButton, QWidget

from reader.ui import theme as look
from reader.ui.commands import draw_icons
from reader.ui.theme import Theme, icon
from reader.ui.widgets.elided import Elided

WORDED = ("find", "appearance", "print")
ARROWS = ("back", "forward")
NARROW_ONLY = ("show_outline",)  # elsewhere the outline stands beside the article
LEAST_TITLE = 120  # pixels, under which a title says nothing


class Header(QFrame):
    """One row; its buttons are the commands themselves. In a narrow window one button opens all menus."""

    def __init__(self, bar: QMenuBar, actions: dict[str, QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        # In a low window it would give way, and not always as much: the text below it would move.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._actions = actions
        self._theme = theme
        self._is_narrow = False
        self._bar = bar
        bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        bar.setNativeMenuBar(False)
        self._title = Elided()
        self._title.setFont(look.serif(look.scale().name, strong=True))
        words = {"find": self.tr("Find"), "appearance": self.tr("Text"), "print": self.tr("Print")}
        for name, word in words.items():
            actions[name].setIconText(word)
        self._buttons = {name: self._button(actions[name]) for name in (*NARROW_ONLY, *ARROWS, *WORDED)}
        self._menu = self._menu_button()
        self._row = row = QHBoxLayout(self)
        row.addWidget(bar)
        row.addWidget(self._menu)
        for name in (*NARROW_ONLY, *ARROWS):
            row.addWidget(self._buttons[name])
        row.addWidget(self._title, 1)
        row.addStretch()
        for name in WORDED:
            row.addWidget(self._buttons[name])
        self._arrange()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's ink."""
        self._theme = theme
        draw_icons(self._actions, theme, (*ARROWS, *WORDED, *(NARROW_ONLY if self._is_narrow else ())))
        if self._is_narrow:
            self._menu.setIcon(icon("menu", theme))

    def set_title(self, title: str) -> None:
        """Show the guide's title."""
        self._title.set_whole(title)

    def set_narrow(self, narrow: bool) -> None:
        """Show pictures alone, and one button for all menus; or words, and the menus."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.set_theme(self._theme)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title away where it would say nothing."""
        super().resizeEvent(event)
        shown = [each for each in (self._menu, self._bar, *self._buttons.values()) if not each.isHidden()]
        taken = sum(each.sizeHint().width() + self._row.spacing() for each in shown)
        self._title.setVisible(event.size().width() - taken >= LEAST_TITLE)

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it likes: the bar adapts."""
        return QSize(320, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        narrow = self._is_narrow
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for name in WORDED:
            self._buttons[name].setToolButtonStyle(style)
        self._bar.setVisible(not narrow)
        if narrow and self._menu.menu() is None:
            self._menu.setMenu(self._all_menus())
        self._menu.setVisible(narrow)
        for name in NARROW_ONLY:
            self._buttons[name].setVisible(narrow)
        side = 4 if narrow else 12
        self._row.setContentsMargins(side, 5, side, 5)
        self._row.setSpacing(0 if narrow else 4)

    def _button(self, action: QAction) -> QToolButton:
        button = _Button()
        plain = action.text().replace("&", "").rstrip("…")
        action.setToolTip(f"{plain} ({action.shortcut().toString()})")  # the button's own would be taken from it
        button.setDefaultAction(action)
        button.setAccessibleName(plain)
        return button

    def _all_menus(self) -> QMenu:
        menu = QMenu(self._menu)
        menu.addActions(self._bar.actions())
        return menu

    def _menu_button(self) -> QToolButton:
        button = _Button()
        button.setText(self.tr("&Menu"))  # Alt and its letter open it
        button.setAccessibleName(self.tr("Menu"))
        button.setToolTip(self.tr("Menu (Alt+M)"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button


class _Button(QToolButton):
    """A button that Enter presses, as Space does; Qt leaves that to the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(look.ICON_PX, look.ICON_PX))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setMinimumSize(look.TARGET_PX, look.TARGET_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
