"""The limits on time and memory that a process of ours holds itself to, as its parent wishes (`reader.core.child`).

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


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """In a child: end it where what is inside works longer than that. Systems without such limits go on without."""
    try:
        import resource
    except ImportError:  # Windows
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    end = math.ceil(time.process_time() + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (end if hard == resource.RLIM_INFINITY else min(end, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
