"""The article: a guide's text as one calm column, and what stands beside it.

`Column` is the widget: it lays out a document, scrolls, paints layers, moves the caret, and knows the places of what it
shows. It knows nobody. Beside it stand objects with one idea each, which are given the column and what else they need,
and say by signals what others may want to hear:

    ScrollAnchor    the place one reads, which stays where it stands until the reader moves
    Contents        the guide's document, at a depth, which grows from that place to both ends
    Going           brings a place to where one reads
    Hyperlinks      terms, citations and links: what has the keyboard, and what each asks for
    Mouse           what the mouse asks of them
    Marks           the hits of a search, and the term whose explanation is open
    Copying         words as they are copied
    ContextMenu     what can be done at a place, in words
    Guiding         the lit paragraph, the ruler, the numbers beside the text
    Destination     the paragraph to which one was led
    Noting          what the reader noted, in the text and beside it
    Selection       which words, and which notes, an act is about
    Leading         from mark to mark by keys, and what is said of each

`ArticleView` is a column with all of these: it makes them, connects their signals, says which layer lies over which,
and hands each event of keyboard and mouse to those whom it concerns, in an order that stands in one place.
"""

from reader.ui.article.view import ArticleView

__all__ = ["ArticleView"]
