"""The card in which one sets the text, beside the text: every change is seen at once, and can be taken back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.appearance import LIMITS, Appearance
from reader.settings import Settings
from reader.ui import theme as look
from reader.ui.appearance.amount import Amount, Words
from reader.ui.appearance.colours import Colours
from reader.ui.appearance.faces import FaceBox
from reader.ui.appearance.profiles import Profiles

WIDTH = 388  # pixels, of the card at the right: as wide as the companion below it
WIDE = 1000  # of the window, over which the card lies at its right; under it, over its lower half
TWO_COLUMNS = 600  # of the card
REST_MS = 25  # between two changes of the text while a slider is dragged


class AppearancePanel(QFrame):
    """A card that stays until one closes it. The window behind it can be used meanwhile."""

    chosen = Signal(Appearance)
    profiles_chosen = Signal(dict)  # name -> Appearance
    closed = Signal()
    left = Signal()  # it closes with the keyboard in it, and what had that before is not in sight

    def __init__(self, settings: Settings, room: QWidget) -> None:
        super().__init__(room)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Appearance"))
        self._room = room
        self._back_to: QWidget | None = None
        self._appearance = settings.appearance
        self._profiles = dict(settings.profiles)
        self._before: tuple[Appearance, dict[str, Appearance]] | None = None
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._send)
        self._faces = FaceBox()
        self._colours = Colours()
        self._kept = Profiles()
        self._amounts = {number: Amount(number, *self._named(number)) for number in LIMITS}
        self._close = QPushButton(self.tr("Close"))
        self._reset = QPushButton(self.tr("Reset all"))
        self._undo = QPushButton(self.tr("Undo"))
        self._place_parts()
        self._connect_parts()
        self.show_settings(settings)
        self.hide()
        room.installEventFilter(self)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen, here or elsewhere."""
        if self._rest.isActive():
            return  # the next change is on its way, and what is dragged must not jump back
        self._appearance, self._profiles = settings.appearance, dict(settings.profiles)
        for number, amount in self._amounts.items():
            amount.show_value(getattr(self._appearance, number))
        self._faces.show_face(self._appearance.face)
        self._colours.show_theme(self._appearance.theme)
        self._kept.show_profiles(self._profiles, self._appearance)

    def open_panel(self) -> None:
        """Show the card and give it the keyboard."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._back_to = focus
        self._place()
        self.show()
        self.raise_()
        self._amounts["size"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Close the card, and give the keyboard back where it was in it."""
        focus = QApplication.focusWidget()
        if focus is None or self.isAncestorOf(focus):
            if self._back_to is not None and self._back_to.isVisible():
                self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.left.emit()
        self.hide()
        self.closed.emit()

    def _named(self, number: str) -> tuple[str, Words]:
        percent: Words = self.tr("{0} %").format
        return {
            "size": (self.tr("Size of the text"), self.tr("{0} points").format),
            "line": (self.tr("From line to line"), percent),
            "paragraph": (self.tr("Between paragraphs"), percent),
            "letter": (self.tr("Between letters"), percent),
            "word": (self.tr("Between words"), percent),
            "width": (self.tr("Width of the text"), self.tr("{0} letters").format),
        }[number]

    def _place_parts(self) -> None:
        space = look.scale().space
        title = QLabel(self.tr("Appearance"))
        title.setObjectName("title")
        head = QHBoxLayout()
        head.setContentsMargins(space["apart"], space["tight"], space["near"], 0)
        head.addWidget(title, 1)
        for button in (self._undo, self._reset, self._close):
            button.setAutoDefault(True)
            head.addWidget(button)
        self._undo.setAccessibleName(self.tr("Undo the last reset, choice or deletion of a look"))
        line = QFrame()
        line.setObjectName("hair")
        self._page = QWidget()
        self._page.setObjectName("page")
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._page)
        self._halves.setContentsMargins(space["apart"], space["close"], space["near"], space["apart"])
        self._halves.setSpacing(space["wide"])
        amounts = self._amounts
        spaces = (amounts[each] for each in ("line", "paragraph", "letter", "word", "width"))
        face, saved = QLabel(self.tr("Face")), QLabel(self.tr("Saved looks"))
        face.setBuddy(self._faces)
        saved.setBuddy(self._kept.list)
        faces = (amounts["size"], face, self._faces, QLabel(self.tr("Colours")), self._colours)
        for parts in (faces, (*spaces, saved, self._kept)):
            column = QVBoxLayout()
            column.setSpacing(space["near"])
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            self._halves.addLayout(column, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line)
        column.addWidget(self._scroll, 1)

    def _connect_parts(self) -> None:
        for amount in self._amounts.values():
            amount.changed.connect(self._change)
        self._faces.chosen.connect(self._choose_face)
        self._colours.chosen.connect(self._choose_theme)
        self._kept.chosen.connect(self._choose_look)
        self._kept.saved.connect(self._save_look)
        self._kept.deleted.connect(self._delete_look)
        self._close.clicked.connect(self.close_panel)
        self._reset.clicked.connect(self._reset_all)
        self._undo.clicked.connect(self._undo_last)
        self._undo.setEnabled(False)
        QApplication.instance().focusChanged.connect(self._show_focus)  # type: ignore[union-attr]

    def _change(self, number: str, value: float) -> None:
        """Take a new value, and send it soon: while a slider is dragged, the text follows as fast as it can."""
        whole: Any = round(value) if number == "width" else value
        self._appearance = self._appearance._replace(**{number: whole})
        if not self._rest.isActive():
            self._rest.start()

    def _send(self) -> None:
        self.chosen.emit(self._appearance)

    def _choose_face(self, face: str) -> None:
        self.chosen.emit(self._appearance._replace(face=face))

    def _choose_theme(self, theme: str) -> None:
        self.chosen.emit(self._appearance._replace(theme=theme))

    def _choose_look(self, appearance: Appearance) -> None:
        self._remember()
        self.chosen.emit(appearance)

    def _save_look(self, name: str) -> None:
        self._remember()
        self.profiles_chosen.emit({**self._profiles, name: self._appearance})

    def _delete_look(self, name: str) -> None:
        self._remember()
        self.profiles_chosen.emit({each: kept for each, kept in self._profiles.items() if each != name})

    def _reset_all(self) -> None:
        self._remember()
        self.chosen.emit(Appearance())

    def _remember(self) -> None:
        self._before = (self._appearance, self._profiles)
        self._undo.setEnabled(True)

    def _undo_last(self) -> None:
        if self._before is not None:
            appearance, profiles = self._before
            self._before = None
            self._reset.setFocus()  # a button that is switched off would hand the keyboard to its neighbour
            self._undo.setEnabled(False)
            self.profiles_chosen.emit(profiles)
            self.chosen.emit(appearance)

    def _place(self) -> None:
        """Lie over what stands at the right of a wide window, over the lower half or more of a narrow one."""
        room = self._room.rect()
        is_beside = self._room.width() >= WIDE
        is_broad = not is_beside and room.width() >= TWO_COLUMNS
        if is_beside:
            room.setLeft(room.right() - WIDTH + 1)
        else:
            room.setTop(
                room.bottom() + 1 - min(max(room.height() // 2, self._least(2 if is_broad else 3)), room.height())
            )
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if is_broad else way.TopToBottom)
        self.setGeometry(room)

    def _least(self, rows: int) -> int:
        """Return the height in pixels at which so many rows of controls show."""
        space = look.scale().space
        row = self._amounts["size"].sizeHint().height() + space["near"]
        return look.TARGET_PX + 2 * space["close"] + rows * row

    def _show_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the keyboard."""
        if now is not None and self._page.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, look.TARGET_PX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the new place when the window has another size."""
        if watched is self._room and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; nothing goes through to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the card is no click behind it."""
        event.accept()
