"""``python -m reader.compiler SOURCE OUT [options]``: compile one guide, in a process that its parent can stop.

``--plain`` reads the article without Markdown, ``--no-article`` takes a glossary that stands alone, ``--glossary
FOLDER`` adds a glossary of the reader's, ``--left-out FOLDER`` only says that one is left out. Once the article is
read, READ goes to standard error.

Returns 0; 1 with one sentence on standard error where the guide cannot be opened at all; 3 where the text is more than
the parsers can take.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from reader.core import crashlog, source
from reader.core.compilation import READ
from reader.core.limits import apply_limits
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.compiler.added import Added
    from reader.core.records import Entry, Reference
    from reader.core.source import Source

TOO_HARD = 3


def main(arguments: list[str]) -> int:
    """Compile the guide that the arguments name, and return how it went."""
    apply_limits()
    gc.disable()  # a process for one guide: looking for cycles among a million blocks takes longer than making them
    from reader.compiler.assemble import assemble
    from reader.compiler.store import write

    guide, out, *options = arguments
    try:
        found = source.find(Path(guide), needs_article="--no-article" not in options)
        write(assemble(found, as_plain_text="--plain" in options, add=Adding(options)), Path(out))
    except ReaderError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{out} cannot be written ({error.strerror or error}).\n")
        return 1
    except MemoryError:
        os._exit(TOO_HARD)  # there is no memory to say more, or to end in good order
    except RecursionError:
        return TOO_HARD  # 300 nested lists are no mistake of ours
    except Exception:  # whatever a stranger's text breaks, the parent still opens it as plain text
        crashlog.write(paths.state(), traceback.format_exc())
        return TOO_HARD
    return 0


class Adding:
    """The glossaries that the options name, for when the article is read."""

    def __init__(self, options: Sequence[str]) -> None:
        named = list(pairwise(options))
        self._folders = [folder for option, folder in named if option == "--glossary"]
        self._left_out = [folder for option, folder in named if option == "--left-out"]

    def __call__(self, guide: Source, own: Sequence[Entry], references: Mapping[str, Reference]) -> Added:
        """Say that the article is read, and return the glossaries."""
        from reader.compiler import added

        sys.stderr.write(f"{READ}\n")
        sys.stderr.flush()
        if self._left_out:
            return added.left_out(self._left_out)
        return added.read(self._folders, guide, own, references)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
