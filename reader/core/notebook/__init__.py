"""The notebook: what a reader adds to guides, kept in one file of the user's and never lost.

notes.py has the records; passage.py ties a note to words, finding.py finds them again; store.py keeps the notes on disk
and is the only one that writes them; keeping.py has it open whatever becomes of the file, with mending.py, salvage.py
and copies.py; book.py is one guide's notes in memory, what the window paints and lists.
"""
