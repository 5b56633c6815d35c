"""The references of a guide, and which sections cite each."""
