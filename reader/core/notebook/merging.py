"""What becomes of a note that two windows change: nothing that somebody wrote is lost."""

from __future__ import annotations

import time

from reader.core.notebook.notes import Note

_SPACE = "\n\n"  # between two texts


def merged(before: Note | None, now: Note | None, after: Note) -> Note:
    """Return what is to be kept where a note stands as *now* and one makes *after* of *before*; None: there is none."""
    note = after if now is None or before is None else _both(before, now, after)
    made = note.made or time.time()
    if now is None:
        is_back = before is None and note.revision > 0  # as it was: a newer one elsewhere is to be known as newer
        revision = note.revision if is_back else note.revision + 1
        return note._replace(revision=revision, changed=note.changed or time.time(), made=made)
    revision = max(note.revision, now.revision)
    if is_only_placed(note, now):
        return note._replace(revision=revision, changed=now.changed, made=made)
    changed = max(time.time(), now.changed)  # never back, whatever the clock does
    return note._replace(revision=revision + 1, changed=changed, made=made)


def is_alike(one: Note, other: Note) -> bool:
    """Whether a reader would see no difference: undoing twice, or finding the words elsewhere, changes nothing."""
    return _essence(one) == _essence(other)


def _essence(note: Note) -> tuple[object, ...]:
    return note.kind, note.body, note.style, note.target[:3]  # about, name, quote


def _both(before: Note, now: Note, after: Note) -> Note:
    """Return *now* with what was changed from *before* to *after*."""
    ours = {name: value for name, value in after._asdict().items() if value != getattr(before, name)}
    if "body" in ours and now.body not in (before.body, after.body):
        has_it = f"{_SPACE}{after.body}{_SPACE}" in f"{_SPACE}{now.body}{_SPACE}"  # it was tried before
        ours["body"] = now.body if has_it else f"{now.body}{_SPACE}{after.body}".strip()
    return now._replace(**ours)


def is_only_placed(note: Note, now: Note) -> bool:
    """Whether nobody changed the note: only its words were found elsewhere in the guide."""
    one, other = (
        each._replace(
            target=each.target._replace(section="", block="", start=0, last_block="", end=0),
            revision=0,
            changed=0.0,
            made=0.0,
        )
        for each in (note, now)
    )
    return one == other
