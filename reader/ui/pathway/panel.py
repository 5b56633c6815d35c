"""The pathway's panel: tools above, the drawing or its list, a sentence about what is chosen, and the legend."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.core.drawing import Drawing
from reader.core.palette import Palette, palette
from reader.core.pathway import Node, Pathway
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.pathway.legend import Legend
from reader.ui.pathway.scene import PathwayScene
from reader.ui.pathway.steps import StepsList, in_a_sentence
from reader.ui.pathway.view import STEP, PathwayView
from reader.ui.theme import Theme


class PathwayPanel(QWidget):
    """Shows a pathway in step with the reading place."""

    node_chosen = Signal(str)
    interaction_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pathway: Pathway | None = None
        self._lit: frozenset[str] = frozenset()
        self._scene = PathwayScene(_palette(theme), theme.accent, self)
        self._view = PathwayView(self._scene)
        self._list = StepsList()
        self._title = QLabel()
        self._caption = QLabel()
        self._legend = Legend(theme)
        self._stack = QStackedWidget()
        self._smaller = self._button("zoom-out", "", self.tr("Smaller"))
        self._larger = self._button("zoom-in", "", self.tr("Larger"))
        self._fit = self._button("fit", self.tr("Fit"), self.tr("Show the whole pathway"))
        self._as_list = self._button("list", self.tr("As a list"), self.tr("Show the pathway as a list"))
        self._lay_out()
        self.setFocusProxy(self._view)
        self._connect()
        self.set_theme(theme)

    def _button(self, icon: str, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(icon)  # set_theme finds its picture by this
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setIconSize(QSize(look.ICON_PX, look.ICON_PX))
        button.setMinimumSize(look.TARGET_PX, look.TARGET_PX)
        return button

    def _lay_out(self) -> None:
        self._as_list.setCheckable(True)
        self._view.setAccessibleName(self.tr("Pathway"))
        self._view.setAccessibleDescription(
            self.tr("Page Down and Page Up go from node to node, Enter opens one. The list says the same in words.")
        )
        for label in (self._title, self._caption):
            label.setTextFormat(Qt.TextFormat.PlainText)  # labels come from a stranger's file
            label.setWordWrap(True)
        self._title.setFont(look.sans(strong=True))
        self._caption.setFont(look.sans())
        self._caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # Always room for four lines, so that the drawing never moves because a sentence is long.
        self._caption.setFixedHeight(self._caption.fontMetrics().lineSpacing() * 4)
        tools = QHBoxLayout()
        tools.setContentsMargins(8, 0, 8, 0)
        tools.setSpacing(0)
        for button in (self._smaller, self._larger, self._fit, self._as_list):
            tools.addWidget(button)
        tools.addStretch(1)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._list)
        words = QVBoxLayout()
        words.setContentsMargins(18, 8, 18, 12)
        words.setSpacing(8)
        words.addWidget(self._caption)
        words.addWidget(self._legend)
        head = QVBoxLayout()
        head.setContentsMargins(18, 12, 18, 0)
        head.addWidget(self._title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)
        column.addLayout(words)

    def _connect(self) -> None:
        self._smaller.clicked.connect(self._zoom_out)
        self._larger.clicked.connect(self._zoom_in)
        self._fit.clicked.connect(self._view.fit_all)
        self._view.fitted.connect(self._show_all_lines)
        self._as_list.toggled.connect(self._show_list)
        self._view.step_requested.connect(self._step)
        self._view.end_requested.connect(self._go_to_end)
        self._scene.current_changed.connect(self._tell_node)
        self._scene.current_changed.connect(self._show_near_lines)
        for part in (self._scene, self._list):
            part.node_chosen.connect(self.node_chosen)
            part.interaction_chosen.connect(self._tell_interaction)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._scene.set_colours(_palette(theme), theme.accent)
        self._legend.set_theme(theme)
        for button in (self._smaller, self._larger, self._fit, self._as_list):
            button.setIcon(look.icon(button.objectName(), theme))

    def show_pathway(self, pathway: Pathway | None, drawing: Drawing | None) -> None:
        """Show another pathway, or none."""
        self._pathway = pathway
        self._lit = frozenset()
        self._scene.show_drawing(drawing)
        self._list.show_pathway(pathway)
        self._legend.show_levels(drawing.evidence() if drawing else [])
        self._title.setText(pathway.title if pathway else "")
        self._caption.clear()
        self._view.forget_zoom()
        self._view.bring_into_view(frozenset(node.id for node in pathway.nodes) if pathway else frozenset())

    def show_sections(self, sections: Collection[str], title: str) -> None:
        """Light the nodes of a section and of those inside it, and what is known between them; the rest is quiet.

        Lines that neither begin nor end at these nodes are left out.
        """
        if self._pathway is None:
            return
        nodes = self._pathway.in_sections(sections)
        self._lit = nodes
        self._scene.light(nodes | self._pathway.between(nodes))
        self._show_near_lines()
        self._list.light(nodes)
        self._view.bring_into_view(nodes)
        self._title.setText(title)
        self._caption.setText(self._about_section(len(nodes)))

    def _show_near_lines(self) -> None:
        """Draw the lines at the section's nodes and at the node that has the keyboard: all at once are clutter."""
        if self._pathway is not None:
            near = self._lit | ({self._scene.current} - {""})
            self._scene.show_lines(self._pathway.around(near) if near else None)

    def _show_all_lines(self) -> None:
        self._scene.show_lines(None)

    def _about_section(self, count: int) -> str:
        if not count:
            return self.tr("No part of the pathway belongs to this section.")
        if count == 1:
            return self.tr("One part of the pathway belongs to this section. Choose it to read about it.")
        return self.tr("{0} parts of the pathway belong to this section. Choose one to read about it.").format(count)

    def show_node(self, identifier: str) -> None:
        """Show a node and put the keyboard on it."""
        if self._as_list.isChecked():
            self._list.set_current(identifier)
        else:
            self._scene.set_current(identifier)
            self._view.bring_into_view(frozenset({identifier}))
        self._shown().setFocus(Qt.FocusReason.OtherFocusReason)

    def node_rect(self, identifier: str) -> QRect:
        """Return where a node is now, in this panel's coordinates; an empty one where it is not shown."""
        shown = self._shown()
        rect = shown.rect_of(identifier)
        if rect.isEmpty():
            return QRect()
        return QRect(shown.mapTo(self, rect.topLeft()), rect.size())

    def _shown(self) -> PathwayView | StepsList:
        return self._list if self._as_list.isChecked() else self._view

    def _zoom_out(self) -> None:
        self._view.zoom_by(1 / STEP)

    def _zoom_in(self) -> None:
        self._view.zoom_by(STEP)

    def _show_list(self, is_list: bool) -> None:
        self._stack.setCurrentWidget(self._list if is_list else self._view)
        self.setFocusProxy(self._shown())
        self._legend.setVisible(not is_list)
        for button in (self._smaller, self._larger, self._fit):
            button.setEnabled(not is_list)
        if is_list:
            self._list.light(self._lit)
            self._list.set_current(self._scene.current)

    def _in_reading_order(self) -> list[str]:
        """Return the nodes the keyboard goes through: those of the section being read, or all."""
        every = [node.id for node in self._pathway.nodes] if self._pathway else []
        return [node for node in every if node in self._lit] or every

    def _step(self, step: int) -> None:
        nodes = self._in_reading_order()
        if not nodes:
            return
        here = self._scene.current
        number = nodes.index(here) + step if here in nodes else (0 if step > 0 else len(nodes) - 1)
        self._go_to(nodes[min(len(nodes) - 1, max(0, number))])

    def _go_to_end(self, which: int) -> None:
        nodes = self._in_reading_order()
        if nodes:
            self._go_to(nodes[-1 if which > 0 else 0])

    def _go_to(self, node: str) -> None:
        self._scene.set_current(node)
        self._view.bring_into_view(frozenset({node}))

    def _tell_node(self, identifier: str) -> None:
        node = self._pathway.node(identifier) if self._pathway else None
        if self._pathway is not None and node is not None:
            self._tell(self._about_node(node, self._pathway), self._view)

    def _about_node(self, node: Node, pathway: Pathway) -> str:
        names = [other.label for other in pathway.neighbours(node.id)]
        linked = self.tr("Linked with: {0}.").format(", ".join(names)) if names else self.tr("Not linked.")
        return f"{node.label} · {node.kind}. {linked}"

    def _tell_interaction(self, identifier: str) -> None:
        pathway = self._pathway
        found = next((each for each in pathway.interactions if each.id == identifier), None) if pathway else None
        if pathway is not None and found is not None:
            self._tell(in_a_sentence(found, pathway), self._shown())
            self.interaction_chosen.emit(identifier)

    def _tell(self, text: str, speaker: QWidget) -> None:
        self._caption.setText(text)
        announce(speaker, text)


def _palette(theme: Theme) -> Palette:
    return palette(
        ground=theme.panel,
        ink=theme.ink,
        quiet=theme.quiet,
        rule=theme.rule,
        stage=theme.paper,
        is_dark=theme.is_dark,
        is_plain=theme.name.startswith("contrast"),
    )
