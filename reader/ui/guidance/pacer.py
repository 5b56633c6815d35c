"""Reading one step at a time: which paragraph is lit, what Next leads to, and when a rest is offered."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Signal

from reader.core.guide import Guide
from reader.core.numbering import Paragraph
from reader.core.steps import Sitting, Steps
from reader.core.text import Place
from reader.settings import Settings
from reader.ui.announce import announce
from reader.ui.article import ArticleView
from reader.ui.article.scroll_anchor import Spot
from reader.ui.guidance.pace_bar import PaceBar


class Pacer(QObject):
    """Leads through the article.

    The mode is not kept from one start to the next: a window that opens with most of its text dimmed would have to be
    understood first, and one key brings it back at the place where one is.
    """

    switched = Signal(bool)  # whether one reads step by step
    lit = Signal(object)  # the Paragraph that is lit now

    def __init__(
        self, article: ArticleView, bar: PaceBar, settings: Settings, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(article)
        self._article, self._bar, self._clock = article, bar, clock
        self._stop_after = settings.stop_after
        self._sitting = Sitting(clock())
        self._is_on = False
        self._moved: tuple[Spot | None, Spot | None] = (None, None)  # what stood where before it began, and since

    def set_choices(self, settings: Settings) -> None:
        """Offer a rest after as many minutes as was chosen."""
        self._stop_after = settings.stop_after

    def switch(self, on: bool) -> None:
        """Begin at the paragraph that is being read, or end."""
        if not on:
            self.end()
            return
        here = self._article.here()
        paragraph = self._paragraph(here) if here is not None else None
        if self._is_on or paragraph is None:
            self.switched.emit(self._is_on)
            return
        self._is_on = True
        self._sitting = Sitting(self._clock())
        before = self._article.scroll_anchor.where()
        self._bar.open()
        self._light(paragraph)
        self._moved = (before, self._article.scroll_anchor.where())
        self._article.setFocus()
        self.switched.emit(True)

    def end(self) -> None:
        """Light the whole text again. The place stays."""
        if self._is_on:
            self._is_on = False
            before, begun = self._moved
            has_stayed = begun == self._article.scroll_anchor.where()
            self._article.guiding.light(None)
            if has_stayed and before is not None:
                self._article.scroll_anchor.stand(before)  # nothing was read meanwhile: the text has not moved at all
            self._article.setFocus()  # first: a bar that hides with the keyboard in it hands it to its neighbour
            self._bar.hide()
            announce(self._article, self.tr("The whole text is shown again. Your place is kept."))
        self.switched.emit(False)

    def next(self) -> None:
        """Go on by a step, or offer a rest first when its time has come."""
        lit = self._article.guiding.lit
        if lit is None or not self._is_on:
            return
        seconds = self._sitting.step(self._clock())
        if self._article.guiding.read_on(1):
            self._show(lit)  # nothing interrupts a paragraph
            return
        if self._bar.is_resting:
            self._sitting = Sitting(self._clock())
        elif 0 < self._stop_after * 60 <= seconds:
            self._rest()
            return
        onward = self._steps().after(lit)
        if onward is None:
            self.end()
        else:
            self._light(onward)

    def previous(self) -> None:
        """Go back by a step."""
        lit = self._article.guiding.lit
        if lit is None or not self._is_on:
            return
        back = None if self._article.guiding.read_on(-1) else self._steps().before(lit)
        if back is None:
            self._show(lit)
        else:
            self._light(back)

    def choose(self, paragraph: Paragraph) -> None:
        """Light the paragraph that was clicked, where it is: nothing moves under the pointer."""
        if self._is_on:
            self._light(paragraph, bring=False)

    def show_place(self, place: Place) -> None:
        """Light the paragraph to which somebody has gone."""
        paragraph = self._paragraph(place)
        if self._is_on and paragraph is not None:
            self._light(paragraph)

    def show_guide(self, guide: Guide, place: Place | None) -> None:
        """Light the paragraph at *place* in another guide, or in the same one read again."""
        first = next(iter(guide.outline), None)
        if first is None:
            self.end()
        else:
            self.show_place(place or Place(first.id))

    def refresh(self) -> None:
        """Follow what has changed about the article: its depth, its look, how much of it is there."""
        lit = self._article.guiding.lit
        if not self._is_on or lit is None or self._bar.is_resting:
            return
        nearest = self._steps().nearest(lit)
        if nearest == lit:
            self._show(lit)
        else:
            self._light(nearest)

    def _steps(self) -> Steps:
        if self._article.contents.numbering is None:
            raise RuntimeError("a paragraph is lit, and there are no numbers")
        return Steps(self._article.contents.numbering, self._article.contents.is_shown)

    def _paragraph(self, place: Place) -> Paragraph | None:
        """Return the paragraph at a place, or the section's heading."""
        numbering = self._article.contents.numbering
        if numbering is None:
            return None
        found = numbering.at(place.section, place.block) or numbering.at(place.section)
        return self._steps().nearest(found) if found is not None else None

    def _light(self, paragraph: Paragraph, *, bring: bool = True) -> None:
        self._article.guiding.light(paragraph, bring=bring)
        self._show(paragraph)
        self.lit.emit(paragraph)
        if self._article.contents.numbering is not None:
            marks, words = self._article.leading.said_of(paragraph), self._article.contents.numbering.text(paragraph)
            announce(self._article, ". ".join(filter(None, (self._bar.said(), marks, words))))

    def _show(self, paragraph: Paragraph) -> None:
        """Show in the bar where one is and where Next leads."""
        done, of = self._steps().progress(paragraph)
        self._bar.show_step(self._said(done, of), done, of, self._onward(paragraph))

    def _said(self, done: int, of: int) -> str:
        if done:
            return self.tr("Paragraph {0} of {1} in this section").format(done, of)
        if of == 1:
            return self.tr("A new section: 1 paragraph")
        return self.tr("A new section: {0} paragraphs").format(of) if of else self.tr("A new section")

    def _onward(self, paragraph: Paragraph) -> str:
        """Return the words of Next."""
        following = self._steps().after(paragraph)
        if self._article.guiding.can_read_on() or (following is not None and following.of == paragraph.of):
            return self.tr("Next · Space")
        if following is None or self._article.contents.numbering is None:
            return self.tr("This is the end: finish")
        return self.tr("Next section: {0}").format(self._article.contents.numbering.section(following).title)

    def _rest(self) -> None:
        if self._stop_after == 1:
            read = self.tr("You have read for a minute.")
        else:
            read = self.tr("You have read for {0} minutes.").format(self._stop_after)
        sentence = read + " " + self.tr("This is a good place to rest: your place is kept.")
        self._bar.show_rest(sentence)
        announce(self._article, sentence)
