"""What is made at its first use, since a start needs little of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial


def pattern(expression: str) -> Callable[[], re.Pattern[str]]:
    """Return what compiles a regular expression when it is first called, and then returns the same one."""
    return cache(partial(re.compile, expression))
