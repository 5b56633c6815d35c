"""``python -m reader.compiler SOURCE OUT [--plain]``: compile one guide, in a process that its parent can stop.

Returns 0; 1 with one sentence on standard error where the guide cannot be opened at all; 3 where the text is more than
the parsers can take, which ``--plain`` then reads without them.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from pathlib import Path

from reader import paths
from reader.core import crashlog, source
from reader.core.child import apply_limits
from reader.errors import ReaderError

TOO_HARD = 3


def main(arguments: list[str]) -> int:
    """Compile the guide that the arguments name, and return how it went."""
    apply_limits()
    gc.disable()  # a process for one guide: looking for cycles among a million blocks takes longer than making them
    from reader.compiler.assemble import assemble
    from reader.compiler.store import write

    *places, last = arguments
    as_plain_text = last == "--plain"
    guide, out = places if as_plain_text else (*places, last)
    try:
        write(assemble(source.find(Path(guide)), as_plain_text=as_plain_text), Path(out))
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
