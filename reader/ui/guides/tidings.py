"""What one should know of a guide that was opened, in one notice."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from reader.core.anchor import Found
from reader.core.guide import Guide
from reader.core.records import Glossary
from reader.core.source import printable
from reader.session import Session


class Tidings(QObject):
    """Puts the sentences together; of a glossary that cannot be used, it speaks once, until that changes."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def of(self, guide: Guide, said: str, found: Found | None) -> str:
        """Return the notice for *guide*, "" for none. *said* comes first; *found* is where one begins to read."""
        sentences = [said] if said else []
        if found is not None and found.how == "lost" and (section := guide.section(found.place.section)) is not None:
            lost = self.tr("The part you were reading is no longer in this guide. You are at “{0}”.")
            sentences.append(lost.format(printable(section.title)))
        problems = [each for each in guide.problems if not Path(each.file).is_absolute()]  # the guide's own
        if len(problems) > 1:
            sentences.append(self.tr("Some files of this guide have mistakes: see Help > Problems in this guide."))
        elif problems and sentences:
            sentences.append(self.tr("A file of this guide has a mistake: see Help > Problems in this guide."))
        elif problems:
            sentences.append(str(problems[0]))
        if guide.glossaries:
            sentences.append(self._of_glossaries([each for each in guide.glossaries if each.trouble]))
        return " ".join(filter(None, sentences))

    def _of_glossaries(self, left_out: list[Glossary]) -> str:
        now = {f"{each.folder} {each.trouble}": each for each in left_out}
        new = [each for said, each in now.items() if said not in self._session.left_out]
        self._session.left_out = list(now)
        if len(new) == 1:
            words = self.tr("The glossary “{0}”, which you added, {1}. The guide is open without it.")
            return words.format(new[0].title, new[0].trouble)
        several = self.tr("{0} glossaries that you added cannot be used now: see Help > Problems in this guide.")
        return several.format(len(new)) if new else ""
