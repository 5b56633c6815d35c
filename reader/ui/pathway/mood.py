"""What all parts of the drawing ask when they are painted: colours, what is lit, what is shown, what was found."""

from __future__ import annotations

from reader.core.palette import Palette, palette_of
from reader.ui.theme import Theme


class Mood:
    """One object for the whole drawing, changed in place: a change costs a paint and nothing else."""

    def __init__(self, theme: Theme) -> None:
        self.version = 0  # raised when colours change
        self.paper = ""  # what a stranger's colours were chosen for
        self.is_restyled = False  # a stranger's drawing in our colours
        self.set_theme(theme)
        self.forget()

    def forget(self) -> None:
        """Let everything stand out and be shown: another drawing has come."""
        self.lit: frozenset[str] | None = None  # None: everything
        self.walked: frozenset[str] = frozenset()  # what a route has passed
        self.lines: frozenset[str] | None = None  # that are drawn; None: all
        self.nodes: frozenset[str] | None = None  # the same
        self.found: frozenset[str] = frozenset()  # nodes a search has found
        self.chosen = ""  # the interaction the keyboard is on, or that was clicked

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self.palette, self.accent = palette_of(theme.name, theme._asdict()), theme.accent
        self.version += 1

    def restyle(self, is_restyled: bool) -> None:
        """Paint a stranger's drawing in our colours, or as it was drawn."""
        self.is_restyled = is_restyled
        self.version += 1

    @property
    def drawn_palette(self) -> Palette:
        """The colours of what is drawn; a stranger's drawing has one ground."""
        return self.palette._replace(stage=self.palette.ground) if self.paper else self.palette

    @property
    def ground(self) -> str:
        """The colour behind the drawing."""
        return self.paper if self.paper and not self.is_restyled else self.palette.ground

    @property
    def pointer(self) -> str:
        """The colour of rings and of a chosen line: the theme's accent, or one that is seen on a stranger's paper."""
        return "#0A5566" if self.ground == self.paper else self.accent

    def is_lit(self, key: str) -> bool:
        """Whether a part stands out."""
        return self.lit is None or not key or key in self.lit

    def is_shown(self, key: str, role: str) -> bool:
        """Whether a part is drawn."""
        if role == "edge":
            return self.lines is None or key in self.lines
        return not key or self.nodes is None or key in self.nodes
