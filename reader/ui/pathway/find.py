"""A search in the pathway: one goes from hit to hit, all are marked; Esc leads back, Close leaves one at the hit."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.core.node_names import Named
from reader.core.sentences import listed
from reader.ui.announce import announce
from reader.ui.pathway.find_strip import FindStrip
from reader.ui.pathway.light import Light
from reader.ui.pathway.mode import Mode
from reader.ui.pathway.subject import Subject
from reader.ui.pathway.twin import Twin

_NEAR = 3  # names that are offered where nothing is called what was typed


class Find(Mode):
    """Finds nodes by label, synonym or number in a database. The nodes that fit best come first."""

    strip: FindStrip

    def __init__(self, twin: Twin, strip: FindStrip, parent: QObject | None = None) -> None:
        super().__init__(twin, strip, parent)
        self._subject: Subject | None = None
        self._hits: list[tuple[str, Named]] = []  # ids of nodes, each with what it is called
        self._at = -1  # no hit is shown yet
        self._before = ""  # the node that had the keyboard
        self._left: dict[str, tuple[str, int]] = {}  # by pathway: what was typed, and which hit was shown
        self.strip.asked.connect(self._find)
        self.strip.step_requested.connect(self.step)
        self.strip.end_requested.connect(self.leave)

    def begin(self, subject: Subject) -> None:
        """Let one type; what was typed before in this pathway is found again."""
        words, at = self.strip.words, 0
        if self._subject is None:
            self._before = self.twin.current
            words, at = self._left.get(subject.key, ("", 0))
        self._subject = subject
        self.begun.emit()
        self.strip.show_words(words)
        self.strip.take_keyboard()
        self._find(words, at)

    def resume(self) -> None:
        """Mark the hits again."""
        self._mark()

    def _find(self, typed: str, at: int = 0) -> None:
        if self._subject is None:
            return
        found = self._subject.names.matching(typed)
        self._hits = [(node.id, named) for named in found for node in named.nodes]
        self._at = -1
        self._mark()
        if self._hits:
            self._show(at if at < len(self._hits) else 0)
        else:
            near = self._subject.names.nearest(typed, _NEAR) if typed.strip() else ()
            self.strip.show_found(
                0, -1, self.tr("Perhaps {0}").format(listed([each.label for each in near])) if near else ""
            )

    def _mark(self) -> None:
        hits = frozenset(node for node, _ in self._hits)
        self.twin.mark_found(hits)
        if self._subject is not None and self._subject.is_staged:
            self.twin.light(Light(hits, lines=self._subject.pathway.around(hits), said=self.tr("Found")))
        elif self._subject is not None:
            self.twin.light(Light(hits or None, said=self.tr("Found")))

    def _show(self, at: int) -> None:
        self._at = at
        node, named = self._hits[at]
        self.twin.go_to(node)
        said = f"{named.label} ({named.said})" if named.said else named.label
        self.strip.show_found(len(self._hits), at, said)
        announce(self.strip, self.strip.said())

    def step(self, by: int) -> None:
        """Go on to the next hit (1) or the one before (-1), round and round."""
        if self._hits:
            self._show((self._at + by) % len(self._hits))

    def go_to_end(self, which: int) -> None:
        """Go to the last hit (1) or the first (-1)."""
        if self._hits:
            self._show(len(self._hits) - 1 if which > 0 else 0)

    def mark_in_list(self) -> None:
        """Put the list's keyboard on the hit that is shown."""
        if self._at >= 0:
            self.twin.list.set_current(self._hits[self._at][0])

    def end(self) -> None:
        """Search no more; all stands as it was before."""
        if self._subject is not None:
            self._left[self._subject.key] = (self.strip.words, max(0, self._at))
            self._subject, self._hits, self._at = None, [], -1
            self.twin.mark_found(frozenset())
            self.twin.go_back_to(self._before)
            self.ended.emit()

    def leave(self) -> None:
        """Search no more, and stay at the hit that is shown."""
        hit = self._hits[self._at][0] if self._at >= 0 else ""
        self.end()
        if hit:
            self.twin.go_to(hit)
