"""A guide on its way to its compiled form: the children that make it, one after the other until one succeeds."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from reader.core.child import Child, Outcome
from reader.core.fingerprint import fingerprint
from reader.core.source import Source, printable
from reader.errors import ReaderError

COMPILER = "reader.compiler"
READ = "read"  # what the compiler says on standard error once the article is read, and before the added glossaries are
SECONDS = 20.0  # for Markdown, which some texts stall
PLAIN_SECONDS = 60.0  # without it, time grows with the text only: 13 s for 16 MB of short paragraphs
GLOSSARY_SECONDS = 20.0  # more for the added glossaries: one of 30,000 entries takes 4
MEGABYTES = 1500  # of address space, of which Python and its libraries take 200


class Compilation:
    """A guide that is being compiled in a child process, into a file in *folder* that its content names.

    Where the child cannot take the text (Python-Markdown stalls on 50,000 brackets and gives up at 300 nested lists),
    another one reads it as plain text. Where it fails at the *glossaries* that the reader added, another one leaves
    these out. The guide's problems say so.
    """

    def __init__(
        self, origin: Source, folder: Path, seconds: float = SECONDS, *, glossaries: Sequence[str] = ()
    ) -> None:
        self._origin = origin
        self._folder = folder
        self._glossaries = tuple(glossaries)
        self._fingerprint = fingerprint(origin, self._glossaries)
        self._seconds = seconds  # for a child that reads Markdown
        self._is_plain = False
        self._leaves_out = False  # the added glossaries
        self._child = self._start()

    def poll(self) -> Path | None:
        """Return the compiled guide, or None while it is being made. Raises ReaderError when it cannot be made."""
        outcome = self._child.poll()
        if outcome is None:
            return None
        if outcome.how == "finished":
            return self._finished()
        if outcome.how == "stopped":
            raise ReaderError(f"Opening {self._name} was stopped.")
        said = outcome.errors.split("\n")
        if outcome.how == "failed" and outcome.code == 1:
            raise ReaderError(next((line for line in reversed(said) if line), f"{self._name} cannot be read."))
        self._ask_less(outcome)
        self._child = self._start()
        return None

    def _ask_less(self, outcome: Outcome) -> None:
        """Leave out what the last child has failed at. Raises ReaderError when nothing can be left out any more."""
        is_article_read = READ in outcome.errors.splitlines()
        if self._glossaries and not self._leaves_out and (is_article_read or self._is_plain):
            self._leaves_out = True
        elif self._origin.is_pathway:
            raise ReaderError(f"{self._name} is more than this program can read: it holds too much for one pathway.")
        elif not self._is_plain:
            self._is_plain = True
        else:
            raise ReaderError(f"{self._name} is more than this program can read. Split it into smaller guides.")

    def _finished(self) -> Path | None:
        """Return the compiled guide, unless the files changed meanwhile: nobody knows which the child has read."""
        now = fingerprint(self._origin, self._glossaries)
        if now == self._fingerprint:
            return self._file
        with contextlib.suppress(OSError):  # not ours to remove, and harmless
            self._file.unlink(missing_ok=True)
        self._fingerprint = now
        self._child = self._start()
        return None

    def wait(self) -> Path:
        """Return the compiled guide once it is made. Raises ReaderError when it cannot be."""
        while (file := self.poll()) is None:
            self._child.wait()
        return file

    def stop(self) -> None:
        """End it now."""
        self._child.stop()

    @property
    def _file(self) -> Path:
        return self._folder / f"{self._fingerprint}.guide"

    @property
    def _name(self) -> str:
        return printable(self._origin.path.name)

    def _start(self) -> Child:
        option = "--left-out" if self._leaves_out else "--glossary"
        arguments = [str(self._origin.path), str(self._file)] + ["--plain"] * self._is_plain
        arguments += ["--no-article"] * self._origin.is_glossary
        arguments += (word for folder in self._glossaries for word in (option, folder))
        seconds = PLAIN_SECONDS if self._is_plain else self._seconds
        if self._glossaries and not self._leaves_out:
            seconds += GLOSSARY_SECONDS
        return Child(COMPILER, arguments, seconds=seconds, megabytes=MEGABYTES)
