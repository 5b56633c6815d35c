"""Take the pictures of the running program: `make screenshots`.

First those that the README shows, driven by keys as a person would drive the program; then every state in every theme
and size, to be looked at (gallery.py). On screens in memory (Debian's xvfb, openbox, xdotool; mss and numpy from the
extra `bench`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.home import READER, prepared_home
from tests.benchmarks.screen import Eye, screen

HERE = Path(__file__).parent
NOTED = "ctrl+Return"
CYTOKINES = ["F6", "Home", "Down", "Down", "Down", "Return"]
PICTURES = {
    # file: theme, keys
    "popup": ("light", [*CYTOKINES, "F7", "Tab", "Return"]),
    "words": ("light", [*CYTOKINES, "g", "Tab", "Right"]),
    "route": ("light", [*CYTOKINES, "F8", "shift+Tab", "shift+Tab", *5 * ["Return"]]),
    "list": ("light", [*CYTOKINES, "l"]),
    "notes": (
        "light",
        [*CYTOKINES, "F7", *3 * ["Down"], "h", "m", *"Ask", "space", *"about", "space", *"sleep", NOTED, "t"],
    ),
    "dark": ("dark", CYTOKINES),
    "print": ("light", [*CYTOKINES, "ctrl+p"]),
}


def take(name: str, theme: str, keys: list[str], environment: dict[str, str]) -> None:
    """Start the reader in a theme, press keys one by one, and write the settled screen to *name*.png."""
    settings = Path(environment["XDG_CONFIG_HOME"]) / "pathway-reader" / "settings.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(json.dumps({"appearance": {"theme": theme}}))
    eye = Eye(environment["DISPLAY"])
    process = subprocess.Popen([READER, "fibromyalgia-and-the-immune-system"], env=environment)
    eye.watch(time.perf_counter())
    for key in keys:
        subprocess.run(["xdotool", "key", key], env=environment, check=True)
        time.sleep(0.2)
    eye.watch(time.perf_counter())
    eye.save(str(HERE / f"{name}.png"))
    eye.close()
    process.terminate()
    process.wait()


def main() -> None:
    """Take every picture."""
    for name, (theme, keys) in PICTURES.items():
        with prepared_home() as home, screen(home) as shown:
            take(name, theme, keys, shown)
            print(f"tests/pictures/{name}.png")  # noqa: T201
    subprocess.run([sys.executable, "-m", "tests.pictures.gallery"], check=True)


if __name__ == "__main__":
    main()
