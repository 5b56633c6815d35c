"""Pathway Reader: an offline reader for illustrated health guides.

Two halves. `reader.compiler` turns a guide's folder, which a stranger wrote, into a *compiled guide*: one SQLite
file of plain data. Everything else opens compiled guides only: `reader.core` knows and decides (no Qt),
`reader.ui` shows, `reader.cli` answers without a window, `reader.app` connects the parts.
"""

__version__ = "0.1.0"
