"""The article: a guide's text as one calm column that knows its places."""

from reader.ui.article.view import ArticleView

__all__ = ["ArticleView"]
