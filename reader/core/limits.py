"""The limits on time and memory that a process of ours holds itself to, or its parent wishes (`reader.core.child`).

It takes in as little as can be: each such process begins with it.
"""

from __future__ import annotations

import contextlib
import math
import os
import time
from collections.abc import Iterator

MEMORY_VARIABLE = "PATHWAY_READER_CHILD_MB"
TIME_VARIABLE = "PATHWAY_READER_CHILD_SECONDS"
OUT_OF_TIME = 24  # SIGXCPU, which the system sends to a child over its time; then SIGKILL


def apply_limits() -> None:
    """In a child: hold it to the memory and the time its parent allowed. Systems without such limits go on without.

    It also ends the child whose parent was killed, which would otherwise work on for nobody.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    if megabytes := int(os.environ.get(MEMORY_VARIABLE, "0")):
        with contextlib.suppress(ValueError, OSError):  # a lower one is in force already; macOS knows none
            resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20,) * 2)
    if seconds := float(os.environ.get(TIME_VARIABLE, "0")):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds),) * 2)


def within(seconds: float) -> contextlib.AbstractContextManager[None]:
    """End this process where what is inside works longer than that. Systems without such limits go on without."""
    return _held_to("RLIMIT_CPU", math.ceil(time.process_time() + seconds))


def within_memory(megabytes: int) -> contextlib.AbstractContextManager[None]:
    """Let this process ask for no more address space inside. Systems without such limits go on without."""
    return _held_to("RLIMIT_AS", megabytes * 2**20)


@contextlib.contextmanager
def _held_to(name: str, most: int) -> Iterator[None]:
    """Lower a limit, unless a lower one is in force, and put it back."""
    try:
        import resource
    except ImportError:  # Windows
        yield
        return
    kind = getattr(resource, name)
    before = resource.getrlimit(kind)
    lowest = min([most, *(each for each in before if each != resource.RLIM_INFINITY)])
    with contextlib.suppress(ValueError, OSError):  # macOS knows none for memory
        resource.setrlimit(kind, (lowest, before[1]))
    try:
        yield
    finally:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, before)
