"""Printing: what one chooses, the real pages that come of it, and where they go."""

from reader.ui.printing.dialog import PrintDialog
from reader.ui.printing.job import Job

__all__ = ["Job", "PrintDialog"]
