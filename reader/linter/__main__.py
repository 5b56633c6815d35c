"""``python -m reader.linter SOURCE SECONDS [--plain] [--brief]``: inspect a guide, in a process its parent can stop.

SECONDS is the time for reading the files; when they are read, READ goes to standard error. Then the report goes to
standard output as JSON. Returns 0; REFUSED with one sentence on standard error where the guide cannot be inspected at
all; or TOO_HARD of `reader.compiler` where the text is more than the parsers can take, which ``--plain`` then reads
without them. ``--brief`` leaves out all that takes long.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import traceback
from pathlib import Path

from reader import paths
from reader.compiler.__main__ import TOO_HARD
from reader.core import crashlog
from reader.core.inspection import READ, REFUSED
from reader.core.limits import apply_limits, within
from reader.core.source import find
from reader.errors import ReaderError


def main(arguments: list[str]) -> int:
    """Inspect the guide that the arguments name, and return how it went."""
    apply_limits()
    gc.disable()  # as in the compiler: a process for one guide
    from reader.linter.lint import report
    from reader.linter.subject import Subject

    place, seconds, *options = arguments
    can_be_read_plainly = "--plain" not in options
    try:
        with within(float(seconds)):
            subject = Subject(find(Path(place), needs_article=False), as_plain_text="--plain" in options)
        sys.stderr.write(f"{READ}\n")
        sys.stderr.flush()
        can_be_read_plainly = False
        found = report(subject, is_brief="--brief" in options)
    except ReaderError as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    except MemoryError:
        os._exit(TOO_HARD)  # there is no memory to say more, or to end in good order
    except RecursionError:
        return TOO_HARD
    except Exception as error:  # whatever a stranger's text breaks, the parent still reports the rest
        log = crashlog.write(paths.state(), traceback.format_exc())
        if can_be_read_plainly:
            return TOO_HARD
        details = f"The details are in {log}." if log else f"It is {error!r}."
        sys.stderr.write(f"Pathway Reader made a mistake, so this guide was not checked. {details}\n")
        return REFUSED
    json.dump(found.to_json(), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
