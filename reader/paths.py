"""Where content/, resources/, the faces and the user's own folders are."""

from __future__ import annotations

import functools
import os
import sys
from pathlib import Path
from typing import Any

APPLICATION = "pathway-reader"
LIBERATION = ("truetype/liberation", "truetype/liberation2", "liberation-sans", "liberation-sans-fonts", "liberation")


@functools.cache
def bundled(folder: str) -> Path:
    """Return *folder* (``content`` or ``resources``) of this installation.

    Inside the package when installed from a wheel, beside it in a checkout.
    """
    package = Path(__file__).resolve().parent
    inside = package / folder
    return inside if inside.is_dir() else package.parent / folder


def faces() -> list[Path]:
    """Return the folders that hold the type faces for screen and print (Source Serif, Source Sans; OFL)."""
    import importlib.util

    folders = []
    for name in ("font_source_serif_pro", "font_source_sans_pro"):
        # find_spec, because importing these packages lists and names every file in them
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin:
            folders.append(Path(spec.origin).parent / "files")
    return folders


def drawing_faces() -> list[Path]:
    """Return the folders with the faces of pictures: ours, and Arial's or, where that is missing, Liberation's."""
    windows = Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts"
    places = [  # of Arial, then of Liberation as Debian, Fedora and Arch install it
        (windows, "arial.ttf"),
        (Path("/System/Library/Fonts/Supplemental"), "Arial.ttf"),
        (Path("/usr/share/fonts/truetype/msttcorefonts"), "Arial.ttf"),
        *((Path("/usr/share/fonts") / folder, "LiberationSans-Regular.ttf") for folder in LIBERATION),
    ]
    found = next((folder for folder, file in places if (folder / file).is_file()), None)
    return faces() if found is None else [*faces(), found]


def cache() -> Path:
    """Return the folder for what can be made again: compiled guides (XDG_CACHE_HOME on Linux)."""
    return _users_own("user_cache_dir", "XDG_CACHE_HOME", ".cache")


def config() -> Path:
    """Return the folder for what the user chose (XDG_CONFIG_HOME on Linux)."""
    return _users_own("user_config_dir", "XDG_CONFIG_HOME", ".config")


def state() -> Path:
    """Return the folder for what the program remembers and logs (XDG_STATE_HOME on Linux)."""
    return _users_own("user_state_dir", "XDG_STATE_HOME", ".local/state")


def data() -> Path:
    """Return the folder for what the user wrote (XDG_DATA_HOME on Linux)."""
    return _users_own("user_data_dir", "XDG_DATA_HOME", ".local/share")


def folders(found: Any) -> list[str]:
    """Return the folders that *found*, a value of one of the user's files, names by their whole paths.

    Raises TypeError or ValueError for anything else: from a part of a path, nobody knows where it begins.
    """
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise TypeError
    for each in found:
        if not Path(each).is_absolute() or b"\0" in os.fsencode(each):  # which raises ValueError for what is no name
            raise ValueError
    return list(found)


def _users_own(kind: str, variable: str, below_home: str) -> Path:
    """Return one of the user's folders: by the XDG Base Directory Specification, on Windows and macOS by platformdirs.

    Not by QStandardPaths: the commands need the same folders and load no Qt. platformdirs knows XDG too, but takes a
    twentieth of a command's time to import.
    """
    if sys.platform in ("win32", "darwin"):
        from platformdirs import PlatformDirs

        return Path(getattr(PlatformDirs(APPLICATION, appauthor=False), kind))
    chosen = os.environ.get(variable, "")
    # "All paths must be absolute. If a relative path is encountered, it should be considered invalid and ignored."
    base = Path(chosen) if Path(chosen).is_absolute() else Path.home() / below_home
    return base / APPLICATION
