"""Where content/, resources/, the faces and the user's own folders are."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

APPLICATION = "pathway-reader"


def bundled(folder: str) -> Path:
    """Return *folder* (``content`` or ``resources``) of this installation.

    Inside the package when installed from a wheel, beside it in a checkout.
    """
    package = Path(__file__).resolve().parent
    inside = package / folder
    return inside if inside.is_dir() else package.parent / folder


def faces() -> list[Path]:
    """Return the folders that hold the type faces for screen and print (Source Serif, Source Sans; OFL)."""
    folders = []
    for name in ("font_source_serif_pro", "font_source_sans_pro"):
        # find_spec, because importing these packages lists and names every file in them
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin:
            folders.append(Path(spec.origin).parent / "files")
    return folders


def cache() -> Path:
    """Return the folder for what can be made again: compiled guides (XDG_CACHE_HOME on Linux)."""
    return Path(_directories().user_cache_dir)


def config() -> Path:
    """Return the folder for what the user chose (XDG_CONFIG_HOME on Linux)."""
    return Path(_directories().user_config_dir)


def state() -> Path:
    """Return the folder for what the program remembers and logs (XDG_STATE_HOME on Linux)."""
    return Path(_directories().user_state_dir)


def _directories() -> PlatformDirs:
    # platformdirs and not QStandardPaths: the commands need the same folders and load no Qt
    from platformdirs import PlatformDirs

    return PlatformDirs(APPLICATION, appauthor=False)
