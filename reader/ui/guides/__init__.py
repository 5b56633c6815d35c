"""The guides one can open: the start page, recent ones, what is dropped on the window, changes on disk."""
