"""Taking the pathway along: saved as SVG, PNG, PDF or GPML, or copied as a picture. Files on disk are never edited."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from reader import atomic, paths
from reader.core.guide import Guide
from reader.core.source import printable
from reader.errors import ReaderError

# Made when somebody takes something along: no part of the first screen.
if TYPE_CHECKING:
    from reader.core.picturing import Part, Picturing
    from reader.ui.pathway import PathwayPanel

POLL_MS = 15


class TakeAlong(QObject):
    """Makes one thing at a time, in another process; the window goes on meanwhile.

    What is taken is the whole drawing, or what is lit of it; a picture that lacks parts says so, or it would tell
    whoever is shown it that these are not known. A stranger's drawing is taken as it is looked at, in its own colours
    or in ours.
    """

    working = Signal(str, str, object)  # a sentence, the word on the button that stops it, its QAction
    told = Signal(str)
    failed = Signal(str)
    folder_used = Signal(str)

    def __init__(self, window: QWidget, folder: str, pathway: PathwayPanel) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder or str(Path.home())
        self._pathway = pathway
        self._guide: Guide | None = None
        self._picturing: Picturing | None = None
        self._part: Part | None = None  # None: the whole
        self._take: Callable[[dict[str, Path]], None] = self._copy
        self._target = Path()
        self._stop = QAction(self)
        self._stop.triggered.connect(self._stop_and_tell)
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)

    def show_guide(self, guide: Guide) -> None:
        """Speak of *guide* from now on; what was on its way is stopped."""
        self.stop()
        self._guide = guide

    def save(self) -> None:
        """Ask for a name and a kind of file, and save the pathway there."""
        if (guide := self._with_pathway()) is not None:
            kinds = {**self._pictures(), "gpml": self.tr("GPML, the pathway itself (*.gpml)")}
            title = guide.pathway.title if guide.pathway else ""
            self._ask(self.tr("Save the pathway as"), title, kinds, None)

    def save_lit(self) -> None:
        """Ask for a name and a kind of file, and save a picture of what is lit there."""
        from reader.core.picturing import Part

        if self._with_pathway() is None:
            return
        title, keys = self._pathway.lit_part()
        if keys:
            self._ask(self.tr("Save what is lit as"), title, self._pictures(), Part(title, keys))
        else:
            self.told.emit(
                self.tr("Nothing is lit on its own. Go to a section that has a part in the pathway, or walk a route.")
            )

    def _pictures(self) -> dict[str, str]:
        return {
            "svg": self.tr("SVG picture, sharp at any size (*.svg)"),
            "png": self.tr("PNG picture (*.png)"),
            "pdf": self.tr("PDF, for printing (*.pdf)"),
        }

    def _ask(self, asked: str, title: str, kinds: dict[str, str], part: Part | None) -> None:
        from reader.ui import file_dialog

        name = file_dialog.file_name(title, self.tr("pathway"))
        chosen = file_dialog.target(self._window, asked, self._folder, name, kinds)
        if chosen is not None:
            self._target = chosen
            self._take, self._part = self._save, part
            self._begin([chosen.suffix.lower().removeprefix(".")])

    def copy(self) -> None:
        """Put the pathway on the clipboard, as PNG and as SVG."""
        if self._with_pathway() is not None:
            self._take, self._part = self._copy, None
            self._begin(["png", "svg"])

    def stop(self) -> None:
        """Stop what is on its way."""
        self._timer.stop()
        if self._picturing is not None:
            self._picturing.close()
            self._picturing = None

    def _with_pathway(self) -> Guide | None:
        if self._guide is not None and self._guide.pathway is not None:
            return self._guide
        self.told.emit(self.tr("This guide has no pathway."))
        return None

    def _begin(self, formats: Sequence[str]) -> None:
        from reader.core.drafting import Means
        from reader.core.picturing import Picturing

        self.stop()
        if self._guide is None:
            return
        themes = json.loads((paths.bundled("resources") / "styles" / "themes.json").read_text(encoding="utf-8"))
        means = Means(tuple(paths.drawing_faces()), themes["light"])
        try:
            is_restyled = self._pathway.is_restyled()
            self._picturing = Picturing(self._guide.file, formats, means, is_restyled=is_restyled, part=self._part)
        except OSError as error:
            self.failed.emit(self.tr("The picture could not be made ({0}).").format(error.strerror))
            return
        self.working.emit(self.tr("Making the picture of the pathway…"), self.tr("Stop"), self._stop)
        self._timer.start()

    def _poll(self) -> None:
        try:
            made = self._picturing.poll() if self._picturing is not None else None
            if made is None:
                return
            self._timer.stop()
            self._take(made)
        except ReaderError as error:
            self.failed.emit(str(error))
        except OSError as error:
            words = self.tr("{0} cannot be written ({1}).")
            self.failed.emit(words.format(printable(self._target.name), error.strerror))
        self.stop()

    def _save(self, made: dict[str, Path]) -> None:
        (file,) = made.values()
        atomic.write(self._target, file.read_bytes())
        self._folder = str(self._target.parent)
        self.folder_used.emit(self._folder)
        words = self.tr("Saved as {0} in {1}")
        self.told.emit(words.format(printable(self._target.name), printable(self._folder)))

    def _copy(self, made: dict[str, Path]) -> None:
        from reader.ui.clipboard import mime_data

        svg = made["svg"].read_bytes()
        data = mime_data("")
        data.setData("image/svg+xml", svg)
        data.setImageData(QImage.fromData(made["png"].read_bytes()))
        QGuiApplication.clipboard().setMimeData(data)
        self.told.emit(self.tr("The pathway is on the clipboard, as a picture."))

    def _stop_and_tell(self) -> None:
        self.stop()
        self.told.emit(self.tr("Stopped. Nothing was saved."))
