"""The pathway as a list: its routes, then stages, their nodes, and what is known between them in sentences."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from reader.core.evidence import WORDS
from reader.core.pathway import Interaction, Node, Pathway, Route
from reader.ui import theme as look

KEY = int(Qt.ItemDataRole.UserRole)
_PADDING = 12  # above and below a row's text, together
_BESIDE = 8  # what the style leaves free beside it


class StepsList(QTreeView):
    """Everything the drawing shows, for those who would rather read it or hear it."""

    node_chosen = Signal(str)
    interaction_chosen = Signal(str)
    step_chosen = Signal(str, int)  # a route's id, and which of its steps; their number for the closing words

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._nodes: dict[str, QStandardItem] = {}
        self._routes: dict[str, QStandardItem] = {}
        self._waiting: Pathway | None = None
        self._lit: frozenset[str] = frozenset()
        self.setModel(self._model)
        self.setItemDelegate(_Wrapping(self))
        self.setObjectName("steps")
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setIndentation(16)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(self.tr("The pathway as a list"))
        self.activated.connect(self._activate)
        self.clicked.connect(self._activate)

    def show_pathway(self, pathway: Pathway | None) -> None:
        """List another pathway; the rows are made when they are first looked at."""
        self._model.clear()
        self._model.setHorizontalHeaderLabels([self.tr("Pathway")])  # hidden, but a screen reader would say "1"
        self._nodes, self._routes = {}, {}
        self._waiting = pathway

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows."""
        self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        pathway, self._waiting = self._waiting, None
        if pathway is None:
            return
        if pathway.routes:
            heading = _item(self.tr("Routes"), "", is_bold=True)
            self._model.appendRow(heading)
            heading.appendRows([self._route(route, pathway) for route in pathway.routes])
            self.expand(heading.index())
        for stage in pathway.stages:
            heading = _item(stage.title, "", is_bold=True)
            self._model.appendRow(heading)
            for node in pathway.nodes:
                if node.stage == stage.id:
                    heading.appendRow(self._node(node, pathway))
            self.expand(heading.index())
        stages = {stage.id for stage in pathway.stages}
        for node in pathway.nodes:
            if node.stage not in stages:
                self._model.appendRow(self._node(node, pathway))
        self.light(self._lit)

    def _route(self, route: Route, pathway: Pathway) -> QStandardItem:
        item = _item(route.title, f"step 0 {route.id}")
        for number, step in enumerate(route.steps):
            interaction = pathway.interaction(step.interaction)
            text = self.tr("{0}. {1}").format(number + 1, step.caption)
            item.appendRow(_item(_with_evidence(text, interaction), f"step {number} {route.id}"))
        item.appendRow(_item(route.closing, f"step {len(route.steps)} {route.id}"))
        self._routes[route.id] = item
        return item

    def _node(self, node: Node, pathway: Pathway) -> QStandardItem:
        label = node.label or self.tr("(no name)")
        item = _item(self.tr("{0} · {1}").format(label, node.kind) if node.kind else label, f"node {node.id}")
        for each in pathway.touching(node.id):
            item.appendRow(_item(in_a_sentence(each, pathway), f"interaction {each.id}"))
        self._nodes[node.id] = item
        return item

    def light(self, nodes: frozenset[str]) -> None:
        """Make the nodes of a section stand out, open them, and show the first."""
        self._lit = nodes
        first: QStandardItem | None = None
        for identifier, item in self._nodes.items():
            is_lit = identifier in nodes
            item.setFont(look.sans(strong=is_lit))
            self.setExpanded(item.index(), is_lit)
            first = first or (item if is_lit else None)
        if first is not None:
            self.scrollTo(first.index(), QTreeView.ScrollHint.PositionAtTop)

    def set_current(self, node: str) -> None:
        """Put the keyboard on a node."""
        if node in self._nodes:
            index = self._nodes[node].index()
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def show_step(self, route: str, at: int) -> None:
        """Put the keyboard on a step of a route."""
        if route in self._routes:
            index = self._routes[route].child(at).index()
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def rect_of(self, node: str) -> QRect:
        """Return where a node's row is, in the list's own coordinates."""
        if node not in self._nodes:
            return QRect()
        return self.visualRect(self._nodes[node].index()).translated(self.viewport().pos())

    def _activate(self, index: QModelIndex) -> None:
        sort, _, key = str(index.data(KEY) or "").partition(" ")
        if sort == "node":
            self.node_chosen.emit(key)
        elif sort == "interaction":
            self.interaction_chosen.emit(key)
        elif sort == "step":
            number, _, route = key.partition(" ")
            self.step_chosen.emit(route, int(number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # other widths, other heights


def in_a_sentence(each: Interaction, pathway: Pathway) -> str:
    """Return an interaction as its author's sentence with its evidence, or as its relation where nobody wrote one."""
    source, target = pathway.node(each.source), pathway.node(each.target)
    plain = f"{source.label if source else '?'} {each.relation.replace('-', ' ')} {target.label if target else '?'}."
    return _with_evidence(each.sentence or plain, each)


def _with_evidence(text: str, each: Interaction | None) -> str:
    return f"{text}\n{WORDS[each.evidence]}" if each is not None and each.evidence in WORDS else text


def _item(text: str, key: str, *, is_bold: bool = False) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(key, KEY)
    item.setFont(_bold() if is_bold else look.sans())
    return item


def _bold() -> QFont:
    return look.sans(strong=True)


class _Wrapping(QStyledItemDelegate):
    """Rows as tall as their wrapped text: QTreeView alone measures one line."""

    def __init__(self, tree: StepsList) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = self._tree.viewport().width() - self._tree.indentation() * depth - _BESIDE
        self.initStyleOption(option, index)
        flags = int(Qt.TextFlag.TextWordWrap)
        box = option.fontMetrics.boundingRect(QRect(0, 0, max(40, width), 10_000), flags, option.text)
        return QSize(width, max(look.TARGET_PX, box.height() + _PADDING))
