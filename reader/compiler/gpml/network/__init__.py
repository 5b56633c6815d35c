"""The graph behind the drawing: what the lines tie together, and the guided walks through it."""
