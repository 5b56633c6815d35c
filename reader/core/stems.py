"""Stems of English words, as SQLite's own Porter stemmer cuts them (Porter 1980, doi:10.1108/eb046814)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from functools import lru_cache


def stems(words: Iterable[str]) -> dict[str, str]:
    """Return the stem of each of *words*, which are folded as `tokens` does: ``pains`` -> ``pain``."""
    every = list(dict.fromkeys(words))
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE word USING fts5(letters, content='', tokenize='porter ascii')")
        database.execute("CREATE VIRTUAL TABLE stem USING fts5vocab(word, instance)")
        database.executemany("INSERT INTO word (rowid, letters) VALUES (?, ?)", enumerate(every))
        return {every[number]: stem for stem, number in database.execute("SELECT term, doc FROM stem")}


@lru_cache(maxsize=1000)  # as one types, all words but the last are the same
def stem(word: str) -> str:
    """Return the stem of one word."""
    return stems([word]).get(word, word)
