"""A screen in memory, and what is seen on it (Debian's xvfb and openbox; mss and numpy from the extra `bench`)."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import mss
import mss.tools
import numpy as np

SETTLED_SECONDS, LIMIT_SECONDS = 2.0, 40.0
VISIBLE = 24  # of 255 steps of red: less is dithering
Picture: TypeAlias = Any  # a numpy array: the red of every pixel


@contextmanager
def screen(environment: dict[str, str], size: tuple[int, int] = (1280, 900)) -> Iterator[dict[str, str]]:
    """Give *environment* with a screen of *size* pixels in memory and a window manager on it."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{size[0]}x{size[1]}x24"]
    xvfb = subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL)
    display = ":" + os.read(read_end, 16).decode().strip()
    shown = {**environment, "DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1"}
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        shown.pop(name, None)
    openbox = subprocess.Popen(["openbox"], env=shown, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.7)  # openbox says nothing when it is ready
    try:
        yield shown
    finally:
        for process in (openbox, xvfb):
            process.terminate()
            process.wait()


class Eye:
    """Looks at a screen."""

    def __init__(self, display: str) -> None:
        self._mss = mss.MSS(display=display)

    def close(self) -> None:
        """Let go of the screen."""
        self._mss.close()

    def look(self) -> Picture:
        """Return what is on the screen now."""
        grab = self._mss.grab(self._mss.monitors[0])
        return np.frombuffer(grab.rgb, dtype=np.uint8).reshape(-1, 3)[:, 0].astype(np.int16)

    def save(self, path: str) -> None:
        """Write what is on the screen now to a PNG file."""
        grab = self._mss.grab(self._mss.monitors[0])
        mss.tools.to_png(grab.rgb, grab.size, output=path)

    def watch(self, start: float) -> list[tuple[float, Picture]]:
        """Return the pictures that follow one another until the screen stands still, with their seconds since *start*.

        Looks about every 15 ms, until nothing has moved for two seconds.
        """
        pictures: list[tuple[float, Picture]] = []
        changed = start
        while True:
            picture = self.look()
            now = time.perf_counter()
            if not pictures or differing(picture, pictures[-1][1]).sum() > 200:
                pictures.append((now - start, picture))
                changed = now
            if now - start > LIMIT_SECONDS or (len(pictures) > 1 and now - changed > SETTLED_SECONDS):
                return pictures
            time.sleep(0.01)


def differing(a: Picture, b: Picture) -> Picture:
    """Return which pixels of two pictures differ visibly."""
    return np.abs(a - b) > VISIBLE
