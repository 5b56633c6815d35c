"""What guides the eye: one step at a time, and paragraphs by their numbers."""
