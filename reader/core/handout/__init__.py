"""Handouts: what is printed of a guide, from what one asks for to the pages of a PDF.

order.py says what is asked for and presets.py how it is to look; building.py makes of both, of the guide and of the
reader's notes a `Handout` of plain data (handout.py); typeset.py sets it as a PDF, and typesetting.py does so in a
process of its own. basket.py holds the sections that a reader collects for one.
"""
