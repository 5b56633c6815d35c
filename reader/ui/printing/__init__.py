"""Printing: what one chooses, the real pages that come of it, and where they go."""
