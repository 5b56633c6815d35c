"""Install what pip cannot bring: system libraries and programs, on Debian and Ubuntu.

    python .ci/system.py GROUP [GROUP ...]

Looks for each thing by using it (load the library, find the program or header), says what is missing and what it
will install before it does, and does nothing when nothing is missing.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

# What is needed -> the names of the package that brings it, the newest first.
# Qt: all that `ldd` names for PySide6's QtGui, QtWidgets, QtSvg, QtPrintSupport, QtNetwork and the xcb and offscreen
# platforms, and that Qt does not bring itself.
QT = {
    "libEGL.so.1": ["libegl1"],
    "libGL.so.1": ["libgl1"],
    "libX11.so.6": ["libx11-6"],
    "libX11-xcb.so.1": ["libx11-xcb1"],
    "libbrotlidec.so.1": ["libbrotli1"],
    "libdbus-1.so.3": ["libdbus-1-3"],
    "libfontconfig.so.1": ["libfontconfig1"],
    "libfreetype.so.6": ["libfreetype6"],
    "libglib-2.0.so.0": ["libglib2.0-0t64", "libglib2.0-0"],
    "libgssapi_krb5.so.2": ["libgssapi-krb5-2"],
    "libxcb-cursor.so.0": ["libxcb-cursor0"],
    "libxcb-glx.so.0": ["libxcb-glx0"],
    "libxcb-icccm.so.4": ["libxcb-icccm4"],
    "libxcb-image.so.0": ["libxcb-image0"],
    "libxcb-keysyms.so.1": ["libxcb-keysyms1"],
    "libxcb-randr.so.0": ["libxcb-randr0"],
    "libxcb-render-util.so.0": ["libxcb-render-util0"],
    "libxcb-render.so.0": ["libxcb-render0"],
    "libxcb-shape.so.0": ["libxcb-shape0"],
    "libxcb-shm.so.0": ["libxcb-shm0"],
    "libxcb-sync.so.1": ["libxcb-sync1"],
    "libxcb-util.so.1": ["libxcb-util1"],
    "libxcb-xfixes.so.0": ["libxcb-xfixes0"],
    "libxcb-xkb.so.1": ["libxcb-xkb1"],
    "libxcb.so.1": ["libxcb1"],
    "libxkbcommon-x11.so.0": ["libxkbcommon-x11-0"],
    "libxkbcommon.so.0": ["libxkbcommon0"],
    "libz.so.1": ["zlib1g"],
    "libzstd.so.1": ["libzstd1"],
}
# pygraphviz, which lays pathways out for authors, is compiled on the spot.
AUTHOR = {
    "dot": ["graphviz"],
    "gcc": ["gcc"],
    "/usr/include/graphviz/cgraph.h": ["libgraphviz-dev"],
    f"{sysconfig.get_path('include')}/Python.h": [f"python3.{sys.version_info.minor}-dev"],
    "/usr/include/string.h": ["libc6-dev"],
}
# A screen in memory, for what must be seen in a real window.
SCREEN = {"Xvfb": ["xvfb"], "openbox": ["openbox"], "xdotool": ["xdotool"]}
# What looks into PDF files.
PDF = {"pdftotext": ["poppler-utils"]}
# A printer that writes what it prints into a PDF.
CUPS = {
    "/usr/sbin/cupsd": ["cups"],
    "lp": ["cups-client"],
    "/usr/lib/cups/backend/cups-pdf": ["printer-driver-cups-pdf"],
}
# The face of the pathways of WikiPathways: Liberation Sans has Arial's widths, so that words fit their boxes.
FONTS = {"/usr/share/fonts/truetype/liberation*/LiberationSans-Regular.ttf": ["fonts-liberation", "fonts-liberation2"]}
GROUPS = {"qt": QT, "author": AUTHOR, "screen": SCREEN, "pdf": PDF, "cups": CUPS, "fonts": FONTS}


def is_there(need: str) -> bool:
    """Return whether a library can be loaded, a file (``*`` stands for any letters) read or a program found."""
    if need.startswith("/"):
        return any(Path("/").glob(need[1:]))
    if ".so." not in need:
        return shutil.which(need) is not None
    try:
        ctypes.CDLL(need)
    except OSError:
        return False
    return True


def name_here(packages: list[str]) -> str:
    """Return the one of several names that this release can install."""
    for package in packages:
        known = subprocess.run(["apt-cache", "show", "--no-all-versions", package], capture_output=True, check=False)
        if known.returncode == 0:
            return package
    return packages[-1]


def install(needs: dict[str, list[str]]) -> None:
    """Install the packages that bring *needs*, having said so; exit with a sentence where that cannot be done."""
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    if as_root and shutil.which("sudo") is None:
        names = " ".join(sorted({name_here(packages) for packages in needs.values()}))
        sys.exit(f"Some system packages are missing; ask whoever looks after this machine to install: {names}")
    print(f"Some system packages are missing. Asking {' '.join([*as_root, 'apt-get'])} for them …", flush=True)
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]  # sudo hands no variables on
    subprocess.run([*apt, "update"], check=False)  # an old list may still do
    names = sorted({name_here(packages) for packages in needs.values()})
    print(f"Installing: {' '.join(names)}", flush=True)
    done = subprocess.run(
        [*apt, "install", "--yes", "--no-install-recommends", *names],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # hundreds of lines of dpkg; what goes wrong is on standard error
        check=False,
    )
    if done.returncode:
        sys.exit(f"These packages could not be installed: {' '.join(names)}")


def main() -> None:
    """Install what is missing of the groups named on the command line."""
    if not sys.platform.startswith("linux"):
        return
    needs = {need: packages for group in sys.argv[1:] for need, packages in GROUPS[group].items()}
    missing = {need: packages for need, packages in needs.items() if not is_there(need)}
    if not missing:
        return
    if shutil.which("apt-get") is None:
        sys.exit(f"Please install with your system's package tool what brings: {', '.join(missing)}")
    install(missing)


if __name__ == "__main__":
    main()
