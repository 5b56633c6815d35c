"""Children that work in the process of the test, which then need not wait for a Python to start."""

from __future__ import annotations

import contextlib
import gc
import io

import pytest

from reader.core import compilation, inspection
from reader.core.child import Outcome


class ChildHere:
    """Takes the place of `reader.core.child.Child`: the work is done at once, and without limits."""

    def __init__(self, module: str, arguments: list[str], *, seconds: float, megabytes: int) -> None:
        if module == compilation.COMPILER:
            from reader.compiler.__main__ import main
        else:
            from reader.linter.__main__ import main
        output, errors = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            code = main(arguments)
        gc.enable()  # which a process for one guide does without
        self._outcome = Outcome("failed" if code else "finished", output.getvalue().encode(), errors.getvalue(), code)

    def poll(self) -> Outcome:
        return self._outcome

    def wait(self) -> Outcome:
        return self._outcome

    def stop(self) -> None:
        pass


def stay_here(patch: pytest.MonkeyPatch) -> None:
    """Let guides be compiled and checked in this process from now on."""
    patch.setattr(compilation, "Child", ChildHere)
    patch.setattr(inspection, "Child", ChildHere)
