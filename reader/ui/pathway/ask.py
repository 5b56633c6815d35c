"""How does one thing lead to another? The answer is lit in the drawing and told step by step."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.core.answer import Answer, Way, answer, counted
from reader.core.evidence import CONTRADICTED, WORDS
from reader.core.node_names import NodeNames
from reader.core.pathway import Interaction, Route, Step
from reader.core.sentences import called, sentence
from reader.ui.announce import announce
from reader.ui.pathway import stride
from reader.ui.pathway.ask_strip import AskStrip
from reader.ui.pathway.light import Light
from reader.ui.pathway.step_words import Told
from reader.ui.pathway.stepping import Stepping
from reader.ui.pathway.subject import Subject
from reader.ui.pathway.twin import Twin


class _Left(NamedTuple):
    """Where one was when another pathway came, or another mode."""

    question: tuple[str, str] = ("", "")
    route: int = -1  # of the answer; -1: one was asking
    at: int = 0


class Ask(Stepping):
    """Asks for two ends, then goes along one of the routes between them. After the last step stands what to keep in
    mind; where no route is known, that stands alone.
    """

    strip: AskStrip
    reference_chosen = Signal(str)  # its key

    def __init__(self, twin: Twin, strip: AskStrip, parent: QObject | None = None) -> None:
        super().__init__(twin, strip, parent)
        self._subject: Subject | None = None
        self._routes: list[Route] = []
        self._left: dict[str, _Left] = {}  # by pathway
        self._ends: frozenset[str] = frozenset()  # the nodes that were asked about
        self.strip.asked.connect(self._answer)
        self.strip.way_chosen.connect(self._take)
        self.strip.step_requested.connect(self.step)
        self.strip.end_requested.connect(self.end)
        self.strip.reference_chosen.connect(self.reference_chosen)
        self.strip.unhide_requested.connect(self.unhide_requested)

    def begin(self, subject: Subject, start: str = "", goal: str = "") -> None:
        """Let one ask; ids of nodes that are given are filled in. Else all stands as one left it."""
        left = self._left.get(subject.key, _Left()) if self._subject is None else _Left()
        self._subject, self._route = subject, None
        self.begun.emit()
        filled = [called(node, subject.pathway) if (node := subject.pathway.node(end)) else "" for end in (start, goal)]
        ends = [given or before for given, before in zip(filled, left.question, strict=True)]
        self.strip.show_question(subject.names, *ends)
        if left.route >= 0 and not any(filled):
            self._answer(*left.question, left.route, left.at)

    def resume(self) -> None:
        """Answer again: lines may be hidden that were not, or no longer. The route stays where it is still one."""
        if self._route is None or not self.strip.is_answering:
            return
        before, at = self._route.steps, self._at
        if self._look_for(*self.strip.question):
            same = ((number, at) for number, route in enumerate(self._routes) if route.steps == before)
            self._take(*next(same, (0, 0)))

    def _answer(self, start: str, goal: str, route: int = 0, at: int = 0) -> None:
        """Answer what is asked, from a step of a route on; or say which end is not known."""
        if self._look_for(start, goal):
            self._take(*((route, at) if route < len(self._routes) else (0, 0)))

    def _look_for(self, start: str, goal: str) -> bool:
        """Look for routes and offer them; where an end is not known, say so and return False."""
        if self._subject is None:
            return False
        names = self._subject.names
        starts, goals = names.meant(start), names.meant(goal)
        if not starts or not goals:
            said = self._unknown(names, goal if starts else start)
            self.strip.refuse(said, goal=bool(starts))
            announce(self.strip, said)
            return False
        self._ends = frozenset(node.id for node in (*starts, *goals))
        found = answer(self._subject.pathway, starts, goals, self.twin.hidden)
        titles, self._routes = self._choices(found)
        self.strip.show_ways(titles, self._about_hidden(found))
        return True

    def _about_hidden(self, found: Answer) -> str:
        """Return how many routes there are besides, by lines that one has hidden; "" for none."""
        if not found.hidden:
            return ""
        if found.ways:
            one, many = self.tr("one more route uses them."), self.tr("{0} more routes use them.")
        else:
            one, many = self.tr("one route uses them."), self.tr("{0} routes use them.")
        return one if found.hidden == 1 else many.format(found.hidden)

    def _unknown(self, names: NodeNames, words: str) -> str:
        said = self.tr("Nothing in this pathway is called “{0}”.").format(words.strip())
        near = ", ".join(each.label for each in names.nearest(words, 3))
        return f"{said} {self.tr('Nearest: {0}.').format(near)}" if near else said

    def _choices(self, found: Answer) -> tuple[list[str], list[Route]]:
        """Return what can be gone through, each with its title: the routes; or that there is none, and what is near."""
        words = {
            "only": self.tr("Shortest and best supported: {0}"),
            "shortest": self.tr("Shortest: {0}"),
            "best": self.tr("Best supported: {0}"),
            "other": self.tr("Another: {0}"),
        }
        closing = self._closing(found)
        told = [(words[way.sort].format(way.amount), self._closed(way, closing)) for way in found.ways]
        if not found.ways:
            none = self.tr("No route without weak lines") if found.hidden else self.tr("No route is known")
            told.append((none, Route("", "", "", closing, ())))
        if found.back is not None:
            title = self.tr("The other way: {0}").format(found.back.amount)
            told.append((title, self._closed(found.back, "")))
        if found.tied:
            last = self.tr("This ties the two, but does not say that one leads to the other.")
            title = self.tr("Without a direction: {0}").format(counted(len(found.tied)))
            told.append((title, self._listed(self.tr("What ties the two"), found.tied, last)))
        if self._offers_refuted(found):
            old = WORDS[CONTRADICTED]
            title = f"{old}: {counted(len(found.refuted))}"
            told.append((title, self._listed(old, found.refuted, self.tr("Studies do not support this."))))
        return [title for title, _ in told], [route for _, route in told]

    def _closing(self, found: Answer) -> str:
        """Return what stands after the last step, or where there is none."""
        said = [found.none_known]
        if found.refuted:
            direct = self.tr("Studies do not support a direct link.")
            said.append(direct if found.refutes_direct else self.tr("Studies do not support an older idea of how."))
        if not found.ways and (self._offers_refuted(found) or found.back is not None or found.tied):
            said.append(self.tr("What is near can be chosen above."))
        return " ".join(filter(None, said))

    def _offers_refuted(self, found: Answer) -> bool:
        """Return whether there is an old idea to be looked at, and one has not hidden it."""
        return bool(found.refuted) and self.twin.hidden.isdisjoint(each.id for each in found.refuted)

    def _closed(self, way: Way, closing: str) -> Route:
        words = " ".join(filter(None, (way.route.closing, closing)))
        return way.route._replace(closing=words or self.tr("That is the whole route."))

    def _listed(self, title: str, every: tuple[Interaction, ...], closing: str) -> Route:
        pathway = self._subject.pathway if self._subject is not None else None
        steps = tuple(Step(each.id, "", sentence(each, pathway)) for each in every) if pathway is not None else ()
        return Route("", title, "", closing, steps)

    def _take(self, number: int, at: int = 0) -> None:
        """Go along one of the routes, from a step on."""
        self._route = route = self._routes[number]
        self.strip.show_route(number, [*map(self._told, route.steps), Told(route.closing)])
        self._show(min(at, len(route.steps)))

    def _told(self, step: Step) -> Told:
        """Return what is said at a step, how sure it is, and what it rests on."""
        pathway, guide = (self._subject.pathway, self._subject.guide) if self._subject is not None else (None, None)
        each = pathway.interaction(step.interaction) if pathway is not None else None
        found = (guide.reference(key) for key in each.references) if each is not None and guide is not None else ()
        references = [reference for reference in found if reference is not None]
        return Told(step.caption, stride.level(each), references)

    def _show(self, at: int) -> None:
        if self._subject is None or self._route is None:
            return
        pathway, route, self._at = self._subject.pathway, self._route, at
        if route.steps:
            stride.show(self.twin, pathway, route, at)
        else:
            self.twin.light(Light(self._ends, lines=frozenset(), said=self.tr("In the question")))
            self.twin.bring_into_view(self._ends)
        self.strip.show_step(at, stride.ends(pathway, route, at))
        self.mark_in_list()
        announce(self.strip, self.strip.said())

    def mark_in_list(self) -> None:
        """Put the list's keyboard where the step leads."""
        if self._route is not None and self._subject is not None:
            self.twin.list.set_current(self.twin.current)

    def end(self) -> None:
        """Ask no more."""
        if self._subject is not None:
            is_answered = self._route is not None and self.strip.is_answering
            route = self.strip.route if is_answered else -1
            self._left[self._subject.key] = _Left(self.strip.question, route, self._at)
            self._subject, self._route = None, None
            self.ended.emit()
