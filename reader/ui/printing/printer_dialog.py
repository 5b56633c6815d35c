"""Asks for a printer, with ranges, copies, sides and colour: with the desktop's dialog, or Qt's where there is none."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QGroupBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from reader.ui.widgets.sheet import FRAME
from reader.ui.widgets.within_screen import keep_within_screen

WIDTH = 640  # pixels: Qt's own dialog cuts its words at the size it takes
GREY = "grayscale"
NARROW = 480  # pixels, under which what stands side by side is cut
NUMBER = 56  # pixels: room for four digits


def ask(printer: QPrinter, pages: int, window: QWidget) -> bool:
    """Let *printer* be chosen and told what to do; *pages* are 0 while unknown. Return whether it shall print."""
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)  # "Save as PDF…" makes the one with tags
    if pages:
        dialog.setMinMax(1, pages)
    _dress(dialog)
    is_chosen = bool(dialog.exec())
    grey = dialog.findChild(QRadioButton, GREY)
    if is_chosen and grey is not None and grey.isChecked():
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    dialog.deleteLater()
    return is_chosen


def _dress(dialog: QPrintDialog) -> None:
    """Show all of Qt's own dialog at once, within the screen, each field with a name."""
    tabs, buttons = dialog.findChild(QTabWidget, "tabs"), dialog.findChild(QDialogButtonBox)
    options = tabs.parentWidget() if tabs is not None else None
    if options is None or buttons is None:
        return
    width = min(WIDTH, dialog.screen().availableSize().width() - FRAME.width())
    for button in buttons.buttons():
        if buttons.buttonRole(button) == QDialogButtonBox.ButtonRole.ResetRole:  # "Options": they are there already
            button.hide()
    options.show()
    for name, words in _names().items():
        if (field := dialog.findChild(QWidget, name)) is not None:
            field.setAccessibleName(words)
            if isinstance(field, QComboBox):
                field.setAccessibleDescription(words)  # on Linux Qt tells the choice as the name
    if (kind := dialog.findChild(QLabel, "type")) is not None:
        kind.setWordWrap(True)
    if width < NARROW:
        _stack(dialog)
    dialog.setMinimumWidth(width)
    _Care(dialog)
    keep_within_screen(dialog)


def _names() -> dict[str, str]:
    """Return what fields are called that have words beside them, but none of their own."""
    return {
        "from": _tr("From page"),
        "to": _tr("To page"),
        "pagesLineEdit": _tr("Pages, such as 1-3,5"),
        "copies": _tr("Copies"),
        "printers": _tr("Printer"),
        "pageSetCombo": _tr("All pages, or every second one"),
    }


def _stack(dialog: QPrintDialog) -> None:
    """Put below each other what stands side by side."""
    copies, group = dialog.findChild(QWidget, "copiesTab"), dialog.findChild(QWidget, "printerGroup")
    rows = copies.layout() if copies is not None else None
    if isinstance(rows, QBoxLayout):
        rows.setDirection(QBoxLayout.Direction.TopToBottom)
    for name in ("from", "to"):
        if (field := dialog.findChild(QSpinBox, name)) is not None:
            field.setMaximumWidth(NUMBER)
    _below(dialog.findChild(QPushButton, "properties"), group, column=1)
    _below(dialog.findChild(QGroupBox, "colorMode"), dialog.findChild(QWidget, "optionsTab"))


def _below(part: QWidget | None, whole: QWidget | None, column: int = 0) -> None:
    grid = whole.layout() if whole is not None else None
    if part is not None and isinstance(grid, QGridLayout):
        grid.removeWidget(part)
        grid.addWidget(part, grid.rowCount(), column)


class _Care(QObject):
    """Keeps within the screen what opens over the dialog, too, and offers colour or none.

    Qt hides that choice for printers of CUPS, and expects people to find it among a printer's properties.
    """

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._colour = dialog.findChild(QGroupBox, "colorMode")
        if self._colour is not None:
            self._colour.setTitle(_tr("Colour"))
        for name, words in (("color", _tr("In colour")), (GREY, _tr("In shades of grey"))):
            if (row := dialog.findChild(QRadioButton, name)) is not None:
                row.setText(words)
                row.setIcon(QIcon())
        dialog.installEventFilter(self)
        if (printers := dialog.findChild(QComboBox, "printers")) is not None:
            printers.currentIndexChanged.connect(self._offer_colour, Qt.ConnectionType.QueuedConnection)  # after Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a dialog that Qt has just put together, and the one that is about to be shown."""
        if isinstance(event, QChildEvent) and event.polished():
            child = event.child()
            if isinstance(child, QDialog):
                keep_within_screen(child)
        elif event.type() == QEvent.Type.Show:
            self._offer_colour()
        return super().eventFilter(watched, event)

    def _offer_colour(self) -> None:
        if self._colour is not None:
            self._colour.show()


def _tr(sentence: str) -> str:
    return QCoreApplication.translate("PrinterDialog", sentence)
