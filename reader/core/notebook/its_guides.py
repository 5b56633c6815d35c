"""The guides that notes belong to, opened as far as they can be found."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping

from reader.core.guide import Guide
from reader.core.library import Library
from reader.errors import ReaderError


def opened(identifiers: Iterable[str], library: Library, places: Mapping[str, str]) -> dict[str, Guide]:
    """Return the guides with these ids that can be opened, by id; compiles them where needed, and waits for that.

    *places* has the folder or file from which a guide was read last, by id. An id itself, which may be a stranger's, is
    never taken for a path: it is only compared.
    """
    installed = library.identifiers()
    found = {}
    for identifier in dict.fromkeys(identifiers):
        place = identifier if identifier in installed else places.get(identifier, "")
        with contextlib.suppress(ReaderError):
            if place:
                guide = library.open(place)
                if guide.about.id == identifier:  # else another guide stands there now
                    found[identifier] = guide
                else:
                    guide.close()
    return found
