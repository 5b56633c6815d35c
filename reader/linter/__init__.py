"""The linter: what is wrong with a guide, and how hard it is to read."""
