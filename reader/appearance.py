"""How the article is set: theme, face, size, spaces and width, each within its limits."""

from __future__ import annotations

from typing import Any, NamedTuple, Self

SYSTEM = "system"  # the theme that the desktop asks for
SERIF, SANS = "serif", "sans"  # the two faces that come with the program

LIMITS = {  # name: least, most, step
    "size": (12.0, 40.0, 1.0),
    "line": (1.2, 2.5, 0.05),
    "paragraph": (0.3, 3.0, 0.1),
    "letter": (0.0, 0.2, 0.01),
    "word": (0.0, 0.5, 0.02),
    "width": (40, 90, 2),
}
"""What can be chosen; WCAG 2.2, 1.4.12 asks that line 1.5, paragraph 2, letter 0.12 and word 0.16 lose nothing."""


class Appearance(NamedTuple):
    """The choices of the Appearance panel. A change makes another one."""

    theme: str = SYSTEM  # or a theme's name
    face: str = SERIF  # or SANS, or the name of an installed family
    size: float = 14.0  # of the text, in points: 1/72 inch, 18.7 px on a screen of 96 dpi
    line: float = 1.55  # from one line to the next, of the size
    paragraph: float = 0.75  # between paragraphs, of the size
    letter: float = 0.0  # added between letters, of the size
    word: float = 0.0  # added between words, of the size
    width: int = 66  # characters a line
    unknown: tuple[tuple[str, Any], ...] = ()  # names and values of a later version

    @classmethod
    def from_json(cls, found: Any) -> Self:
        """Return the appearance that *found* holds: a value that is wrong or out of bounds becomes its default.

        Raises TypeError when *found* is no JSON object.
        """
        if not isinstance(found, dict):
            raise TypeError
        usual = cls()
        names = [name for name in cls._fields if name != "unknown"]
        unknown = tuple((name, value) for name, value in found.items() if name not in names)
        return cls(**{name: _within(name, found.get(name), usual) for name in names}, unknown=unknown)

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` reads."""
        known = self._asdict()
        del known["unknown"]
        return {**dict(self.unknown), **known}


def _within(name: str, value: object, usual: Appearance) -> Any:
    """Return *value* within its limits, of the default's type; the default where it is no such value."""
    default = getattr(usual, name)
    if isinstance(default, str):
        return value if isinstance(value, str) and value else default
    if isinstance(value, bool) or not isinstance(value, int | float):
        return default
    least, most, _ = LIMITS[name]
    return type(default)(value) if least <= value <= most else default
