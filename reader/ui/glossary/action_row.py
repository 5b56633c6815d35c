"""The row below an explanation: back and forward between those one has read, and what can be done with this one.

Every button has its place whatever is explained: one that cannot be used now is dim or leaves its place free.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QIcon, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from reader.core.trail import Trail
from reader.ui import theme as look
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.tip import tip

SIDE, FOOT = 6, 4  # pixels beside the buttons and below them


class ActionRow(QWidget):
    """Back, Forward, Pin, Add to my words, Close."""

    back_requested = Signal()
    forward_requested = Signal()
    pin_requested = Signal()
    keep_requested = Signal()
    close_requested = Signal()

    def __init__(self, *, can_be_pinned: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_be_pinned = can_be_pinned
        self._is_entry = False
        self._back, self._forward = _arrow(), _arrow()
        self._pin = _button(self.tr("Pin"), self.tr("Keep this explanation in view, in the panel at the right"))
        self._keep = _button("", self.tr("My words are listed in the panel at the right"))
        self._close = _button(self.tr("Close"), self.tr("Close this explanation"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 0, SIDE, FOOT)
        row.setSpacing(0)
        for button in (self._back, self._forward, self._pin, self._keep):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._close)
        for button, asked in (
            (self._back, self.back_requested),
            (self._forward, self.forward_requested),
            (self._pin, self.pin_requested),
            (self._keep, self.keep_requested),
            (self._close, self.close_requested),
        ):
            button.clicked.connect(asked)
        self._draw()

    @property
    def buttons(self) -> list[QPushButton]:
        """Those that can be pressed now."""
        every = (self._back, self._forward, self._pin, self._keep, self._close)
        return [button for button in every if button.isVisibleTo(self) and button.isEnabled()]

    def show_trail(self, trail: Trail) -> None:
        """Name where the ways lead now."""
        ways = (
            (self._back, trail.before, self.tr("Back to {0}"), self.tr("Back"), "Alt+Left"),
            (self._forward, trail.after, self.tr("Forward to {0}"), self.tr("Forward"), "Alt+Right"),
        )
        for button, other, named, nowhere, keys in ways:
            words = named.format(other.words) if other is not None else nowhere
            button.setEnabled(other is not None)
            button.setAccessibleName(words)
            button.setAccessibleDescription(keys)  # or a screen reader would say the tip, with its tags
            button.setToolTip(tip(f"{words} ({keys})"))

    def show_actions(self, *, is_entry: bool, is_kept: bool) -> None:
        """Offer what can be done with an entry, where there is one."""
        self._is_entry = is_entry
        self._keep.setVisible(is_entry)
        self._keep.setText(self.tr("Remove from my words") if is_kept else self.tr("Add to my words"))
        self._keep.setAccessibleName(self._keep.text())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Pin only where there is room: in a window so narrow the panel would take the place of the text.

        On the panel's page Close gives way, too: the line above the explanation leads back as well.
        """
        longest = max(self.tr("Remove from my words"), self.tr("Add to my words"), key=len)
        grow = self.fontMetrics().horizontalAdvance(longest) - self.fontMetrics().horizontalAdvance(self._keep.text())
        others = sum(each.sizeHint().width() for each in (self._pin, self._keep, self._close))
        room = self.width() - 2 * (SIDE + look.TARGET_PX)
        self._pin.setVisible(self._can_be_pinned and self._is_entry and others + grow <= room)
        self._close.setVisible(self._can_be_pinned or others - self._pin.sizeHint().width() + grow <= room)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the arrows in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        role, group = QPalette.ColorRole.WindowText, QPalette.ColorGroup
        for button, name in ((self._back, "back"), (self._forward, "forward")):
            icon = QIcon()
            for of, mode in ((group.Active, QIcon.Mode.Normal), (group.Disabled, QIcon.Mode.Disabled)):
                colour = self.palette().color(of, role).name()
                icon.addPixmap(QPixmap.fromImage(look.image(name, colour, scale=self.devicePixelRatioF())), mode)
            button.setIcon(icon)


def _arrow() -> QPushButton:
    button = _button("", "")
    button.setProperty("square", True)
    button.setIconSize(QSize(look.ICON_PX, look.ICON_PX))
    button.setFixedWidth(look.TARGET_PX)
    return button


def _button(text: str, description: str) -> QPushButton:
    button = text_button(text, "link", name=text)
    button.setAccessibleDescription(description)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button
