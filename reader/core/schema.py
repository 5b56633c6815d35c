"""The tables of a compiled guide."""

from __future__ import annotations

FORMAT = 44  # goes into the cache's key: raise it whenever what the compiler writes changes

SCHEMA = """
CREATE TABLE about (json TEXT NOT NULL);
CREATE TABLE section (
    ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, level INTEGER NOT NULL,
    parent TEXT NOT NULL, words INTEGER NOT NULL, blocks TEXT NOT NULL
);
CREATE TABLE entry (ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, term TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE form (
    joined TEXT NOT NULL, rank INTEGER NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (joined, rank)
) WITHOUT ROWID;
CREATE TABLE names (lines TEXT NOT NULL, entries BLOB NOT NULL, words TEXT NOT NULL);
CREATE TABLE glossary (json TEXT NOT NULL);
CREATE TABLE mention (
    entry TEXT NOT NULL, section INTEGER NOT NULL, count INTEGER NOT NULL, places TEXT NOT NULL,
    PRIMARY KEY (entry, section)
) WITHOUT ROWID;
CREATE TABLE reference (key TEXT PRIMARY KEY, number INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE claim (ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
CREATE TABLE pathway (graph TEXT NOT NULL, drawing TEXT NOT NULL);
CREATE TABLE original (bytes BLOB NOT NULL);
CREATE TABLE image (key TEXT PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE file (name TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE problem (
    ordinal INTEGER PRIMARY KEY, file TEXT NOT NULL, line INTEGER NOT NULL, message TEXT NOT NULL
);
CREATE TABLE passage (
    ordinal INTEGER PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL, block TEXT NOT NULL, start INTEGER NOT NULL,
    shown TEXT NOT NULL
);
CREATE VIRTUAL TABLE passages USING fts5(head, body, joined, content='', tokenize='ascii');
CREATE TABLE stem (stem TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (stem, word)) WITHOUT ROWID;
"""
