"""The commands that need no window, one file a family. They load no Qt."""
