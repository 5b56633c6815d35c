"""Keeps a dialog that Qt made within the screen: what stands in it scrolls, its buttons stay in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui import theme as look
from reader.ui.widgets.sheet import FRAME


def keep_within_screen(dialog: QDialog) -> None:
    """Let all but the buttons of *dialog* scroll. One of the desktop's own, which has no layout, is left alone."""
    column = dialog.layout()
    if not isinstance(column, QBoxLayout):
        return
    area = _Area(dialog)
    rows = QVBoxLayout(area.page)
    rows.setContentsMargins(0, 0, 0, 0)
    for part in [each for each in _parts(column) if not isinstance(each, QDialogButtonBox)]:
        rows.addWidget(part)
    column.insertWidget(0, area, 1)
    dialog.installEventFilter(area)


def _parts(column: QBoxLayout) -> list[QWidget]:
    items = (column.itemAt(at) for at in range(column.count()))
    return [part for item in items if item is not None and (part := item.widget()) is not None]


class _Area(QScrollArea):
    """Would be as large as what it holds. It has its place in the dialog before its parts come: Tab keeps its order."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.page = QWidget(self)
        self.page.setObjectName("panel")
        self.setWidget(self.page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        """Return the size at which nothing needs to scroll."""
        return self.page.sizeHint().expandedTo(self.page.minimumSizeHint()) + QSize(look.scale().bar, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bound the dialog once it knows how large it would be."""
        if event.type() == QEvent.Type.Show and not event.spontaneous() and isinstance(watched, QDialog):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # of parts that were just dressed
            self.updateGeometry()
            watched.resize(watched.sizeHint().boundedTo(watched.screen().availableSize() - FRAME))
        return super().eventFilter(watched, event)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Show what gets the keyboard from outside, too."""
        if now is not None and self.page.isAncestorOf(now):
            self.ensureWidgetVisible(now)
