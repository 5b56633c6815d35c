"""Buttons that copy what a source is found by: its DOI, its PubMed id, its address. Nothing opens a browser."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from reader.core.mentions import Handle, handles
from reader.core.records import Reference
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button


class CopyButtons(QWidget):
    """One button for each thing that can be copied of one reference, or one for the best of them."""

    copied = Signal(str)  # what was copied, in a sentence

    def __init__(self, *, only_best: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._only_best = only_best  # one button, where there is little room
        self._flow = FlowLayout(gap=4)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._flow)
        self._buttons: list[QPushButton] = []

    def show_reference(self, reference: Reference | None) -> None:
        """Offer what can be copied of *reference*; nothing for None."""
        for button in self._buttons:
            button.hide()  # at once; deleteLater waits for the event loop
            self._flow.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(each, reference) for each in self._offered(reference)] if reference else []
        # Beside a long text they would be cut; on a button itself, the style sheet's own least width would count.
        self.setMinimumWidth(max((button.sizeHint().width() for button in self._buttons), default=0))

    def copy_best(self, reference: Reference) -> None:
        """Copy what *reference* is found by most surely; its words where it has nothing else."""
        self._copy(next(iter(handles(reference)), _words(reference)))

    def show_menu(self, reference: Reference, where: QPoint) -> None:
        """Offer the same in a menu at *where* on the screen."""
        menu = QMenu(self)
        for handle in self._offered(reference):
            menu.addAction(self._label(handle)).triggered.connect(lambda _=False, each=handle: self._copy(each))
        menu.exec(where)
        menu.deleteLater()

    def _offered(self, reference: Reference) -> tuple[Handle, ...]:
        return handles(reference)[:1] if self._only_best else (*handles(reference), _words(reference))

    def _button(self, handle: Handle, reference: Reference) -> QPushButton:
        button = text_button(self._label(handle), "link", name=self._label(handle))
        button.setAccessibleDescription(reference.text)
        button.clicked.connect(lambda: self._copy(handle))
        self._flow.addWidget(button)
        button.show()  # at once and not when the layout comes to it: its height is asked for now
        button.ensurePolished()  # the style sheet says how large it is
        return button

    def _label(self, handle: Handle) -> str:
        return {
            "DOI": self.tr("Copy DOI"),
            "PubMed": self.tr("Copy PubMed id"),
            "address": self.tr("Copy address"),
            "words": self.tr("Copy reference"),
        }[handle.kind]

    def _copy(self, handle: Handle) -> None:
        QApplication.clipboard().setText(handle.value)
        self.copied.emit(self.tr("Copied: {0}").format(handle.value))


def _words(reference: Reference) -> Handle:
    """Return the whole reference as one line, with what it is found by."""
    found_by = [f"{each.kind} {each.value}." if each.kind != "address" else each.value for each in handles(reference)]
    return Handle("words", " ".join([reference.text, *found_by]))
