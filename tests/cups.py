"""A CUPS of its own for tests: on a socket in a folder that is thrown away, with a printer that writes PDF files."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PRINTER = "Paper"
PPD = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"
NEEDED = ("/usr/sbin/cupsd", "/usr/bin/lp", "/usr/lib/cups/backend/cups-pdf", PPD)
MISSING = "This test prints through CUPS. `python .ci/system.py cups` installs what is missing here: {0}"
NOT_ROOT = "This test prints through CUPS, whose printer of PDF files works for root only: please run it as root."
SECONDS = 60  # for what takes one or two

DAEMON = """\
Listen {folder}/socket
LogLevel info
Browsing No
DefaultAuthType None
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
FILES = """\
ServerRoot {folder}/root
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/requests
TempDir {folder}/temporary
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
Printcap {folder}/printcap
"""
BACKEND = """\
Out {folder}/out
AnonDirName {folder}/out
Spool {folder}/spool
Log {folder}
"""


class Cups:
    """A running daemon with one printer, and what came out of it."""

    def __init__(self, folder: Path) -> None:
        """Start in *folder*, which is empty. Raises AssertionError, with a sentence, where that cannot be."""
        missing = [need for need in NEEDED if not Path(need).exists()]
        assert not missing, MISSING.format(", ".join(missing))
        assert os.geteuid() == 0, NOT_ROOT
        self._folder = folder
        self._lay_out()
        # The printer looks for its settings there and nowhere else, under the name in its address.
        self._settings = Path(f"/etc/cups/cups-pdf-test{os.getpid()}.conf")
        self._settings.write_text(BACKEND.format(folder=folder), encoding="utf-8")
        self.environment = {**os.environ, "CUPS_SERVER": str(folder / "socket")}
        root, nothing = folder / "root", subprocess.DEVNULL
        said = ["/usr/sbin/cupsd", "-f", "-c", f"{root}/cupsd.conf", "-s", f"{root}/cups-files.conf"]
        self._daemon = subprocess.Popen(said, stdin=nothing, stdout=nothing, stderr=nothing)
        self._wait_until(lambda: self.run("lpstat", "-r").startswith("scheduler is running"))
        self.run("lpadmin", "-p", PRINTER, "-v", f"cups-pdf:/test{os.getpid()}", "-E", "-P", PPD)

    def close(self) -> None:
        """End the daemon."""
        self._daemon.terminate()
        self._daemon.wait()
        self._settings.unlink()

    def run(self, *command: str) -> str:
        """Run a program of CUPS for this daemon, and return what it says."""
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False).stdout

    def remove(self) -> None:
        """Take the printer away."""
        self.run("lpadmin", "-x", PRINTER)

    def printed(self) -> Path:
        """Wait for what was sent, and return the PDF that came out."""
        out = self._folder / "out"
        self._wait_until(lambda: bool(list(out.glob("*.pdf"))) and not self.run("lpstat", "-o"))
        (pdf,) = out.glob("*.pdf")
        return pdf

    def log(self) -> str:
        """Return what the daemon said."""
        return (self._folder / "error_log").read_text(encoding="utf-8", errors="replace")

    def _lay_out(self) -> None:
        self._folder.chmod(0o755)  # filters and the printer work under other names
        for name in ("root", "cache", "state", "requests", "temporary", "out", "spool"):
            (self._folder / name).mkdir()
            (self._folder / name).chmod(0o777)
        for name, text in (("cupsd", DAEMON), ("cups-files", FILES)):
            (self._folder / "root" / f"{name}.conf").write_text(text.format(folder=self._folder), encoding="utf-8")

    def _wait_until(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + SECONDS
        while not done():
            assert time.monotonic() < end, f"CUPS did not do it in {SECONDS} seconds:\n{self.log()[-2000:]}"
            time.sleep(0.1)
