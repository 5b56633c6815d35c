"""Printing: the real pages of a section or of the whole guide, to be looked at, printed or saved."""

from reader.ui.printing.dialog import PrintDialog

__all__ = ["PrintDialog"]
