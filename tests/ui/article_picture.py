"""What the article looks like, for tests."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from reader.ui.article.view import ArticleView


def picture(view: ArticleView) -> QImage:
    """Return the whole widget, gutters included, in pixels of one colour each."""
    QApplication.processEvents()
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
