"""The table of all claims: how sure each one is, why, and where the text makes it."""

from reader.ui.evidence.dialog import EvidenceDialog

__all__ = ["EvidenceDialog"]
