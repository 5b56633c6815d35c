"""The least window that could be this reader, filled with ready-made text: the floor to compare its start with.

An outline tree, an article, a card, a drawing of 36 boxes and a bar of buttons, all stock widgets.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainterPath, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsScene,
    QGraphicsView,
    QMainWindow,
    QSplitter,
    QTextBrowser,
    QToolBar,
    QTreeWidget,
    QTreeWidgetItem,
)

PARAGRAPH = (
    "<p>Some <a href='term:cytokine'>cytokines</a> are a little higher on average in people with long-term pain, and "
    "many people overlap with those who do not have it. Studies disagree about what this means. <small>[3]</small></p>"
)
SECTIONS = 12


def outline() -> QTreeWidget:
    """Return a tree that names every section."""
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    for i in range(SECTIONS):
        tree.addTopLevelItem(QTreeWidgetItem([f"Section {i}"]))
    return tree


def article() -> QTextBrowser:
    """Return the text, ten paragraphs a section."""
    text = QTextBrowser()
    text.setFont(QFont("DejaVu Serif", 13))
    text.setHtml("".join(f"<h2>Section {i}</h2>" + PARAGRAPH * 10 for i in range(SECTIONS)))
    return text


def drawing() -> QGraphicsScene:
    """Return 36 boxes with a word and a line each."""
    scene = QGraphicsScene()
    for i in range(36):
        x, y = (i % 6) * 150, (i // 6) * 90
        path = QPainterPath()
        path.addRoundedRect(x, y, 120, 50, 8, 8)
        scene.addPath(path, QPen(Qt.GlobalColor.darkGray), Qt.GlobalColor.white)
        scene.addText(f"Node number {i}").setPos(x + 8, y + 12)
        scene.addLine(x + 120, y + 25, x + 150, y + 25)
    return scene


def main() -> int:
    """Show the window until it is closed."""
    app = QApplication(sys.argv)
    window = QMainWindow()
    card = QTextBrowser()
    card.setHtml("<h3>cytokine</h3>" + PARAGRAPH)
    scene = drawing()
    view = QGraphicsView(scene)
    companion = QSplitter(Qt.Orientation.Vertical)
    companion.addWidget(card)
    companion.addWidget(view)
    split = QSplitter()
    for part in (outline(), article(), companion):
        split.addWidget(part)
    split.setSizes([240, 640, 360])
    bar = QToolBar()
    for word in ("Back", "Forward", "Find", "Text", "Print"):
        bar.addAction(word)
    window.addToolBar(bar)
    window.setCentralWidget(split)
    window.resize(1240, 840)
    window.show()
    view.fitInView(scene.itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
