"""Handouts: what is printed of a guide, from what one asks for to the pages of a PDF.

order.py says what is asked for and presets.py how it is to look; building.py makes of both, of the guide and of the
reader's notes a `Handout` of plain data (handout.py); typeset.py sets it as a PDF. typesetting.py has that done in a
process of its own (typesetting_process.py), within what one handout may take (bounds.py). basket.py holds the sections
that a reader collects for one.

A handout has parts, each made in a file of its own: the text (choosing.py and, of selected words, selecting.py; nested
as a page needs it by nesting.py, cut into runs by runs.py), the pathway and its routes (figure.py, told by telling.py),
what the reader added (mine.py; on a sheet for the doctor with doctor.py), words explained (explaining.py, everyday.py),
references (sources.py), and what the guide says of itself (colophon.py). alone.py says what of this can be had without
the text.

The picture of a pathway comes onto paper by on_paper.py, which chooses how to cut it: between its stages (fitting.py)
or anywhere (tiling.py). going_on.py makes the parts, and edge_words.py puts at their edges where each line goes on.
"""
