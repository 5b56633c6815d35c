"""What one handout may take of the machine, wherever it is made: a guide is a stranger's, and nothing stops Typst.

A window has handouts made by a process that it can end (typesetting.py). A command makes them itself, and ends itself.
"""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.core.limits import within, within_memory

SECONDS = 300  # of work
MEGABYTES = 6000  # of address space, of which 300 pages use a sixth as memory
RESIDENT = 0.7  # of that, as memory, after which there is still room to say so: the system ends whoever takes all
GLANCE = 0.1  # seconds between two looks
SPARE = 5  # seconds: where an endless expression lets no look be taken, the system ends the process
TOO_SLOW = "Making the pages took too long and was stopped. Printing fewer sections may help."
ENDED = "Making the pages was cut short: this computer may not have enough memory. Printing fewer sections may help."


@contextlib.contextmanager
def bounded(give_up: Callable[[str], object]) -> Iterator[None]:
    """While a handout is made here, call *give_up* with a sentence once it takes too much; that ends the process.

    It is called in another thread, for what makes the pages cannot be interrupted.
    """
    done = threading.Event()
    end = time.process_time() + SECONDS

    def watch() -> None:
        while not done.wait(GLANCE):
            if time.process_time() > end:
                give_up(TOO_SLOW)
            elif megabytes_used() > RESIDENT * MEGABYTES:
                give_up(ENDED)

    threading.Thread(target=watch, daemon=True).start()
    try:
        with within(SECONDS + SPARE), within_memory(MEGABYTES):
            yield
    finally:
        done.set()


def megabytes_used() -> float:
    """Return the most memory that this process has used; 0 where the system does not say."""
    with contextlib.suppress(OSError), Path("/proc/self/status").open(encoding="ascii", errors="replace") as status:
        # Not getrusage: on Linux that counts what the parent used, too, when it began this process.
        return next((int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM:")), 0.0)
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 2**20)
