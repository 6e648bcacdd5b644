"""A printing service of one's own: Debian's CUPS with a printer that prints into a folder.

It shares nothing with the service of the system but the programs, and ends with the test. The one
file outside its folder names that folder to the printer, for cups-pdf reads its settings from
nowhere else; it bears a name of its own and is taken away again.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

SERVER, PRINTER = "/usr/sbin/cupsd", Path("/usr/lib/cups/backend/cups-pdf")
DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
SETTINGS = Path("/etc/cups")
QUEUE = "Sekretariat"
SECONDS = 20

PLACES = """\
ServerRoot {folder}/root
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/temporary
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
"""
RULES = """\
Listen {folder}/socket
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Allow all
</Location>
<Location /admin>
  Allow all
</Location>
<Policy default>
  <Limit All>
    Allow all
  </Limit>
</Policy>
"""


class CannotStartError(Exception):
    """The service cannot run here; the text says why."""


class PrintService(Struct, frozen=True):
    """A running service.

    Attributes:
        socket: where it listens, as in CUPS_SERVER. output: where printed documents come to lie.
    """

    folder: Path
    server: subprocess.Popen[bytes]

    @property
    def socket(self) -> str:
        return f"{self.folder}/socket"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def command(self, *words: str) -> str:
        """Do what whoever looks after the printer does; returns what it says."""
        environment = {**os.environ, "CUPS_SERVER": self.socket, "LC_ALL": "C"}
        done = subprocess.run(
            words, check=True, env=environment, timeout=SECONDS, capture_output=True, text=True
        )
        return done.stdout

    def printed(self) -> bytes:
        """Wait for the one document that the printer has put out; returns it, and clears it."""
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            if not self.command("lpstat", "-o"):
                (one,) = self.output.glob("*.pdf")
                data = one.read_bytes()
                one.unlink()
                return data
            time.sleep(0.1)
        raise AssertionError((self.folder / "error.log").read_text("utf-8", "replace")[-4000:])

    def stop(self) -> None:
        """Switch it off."""
        self.server.terminate()
        self.server.wait(SECONDS)


@contextmanager
def a_print_service() -> Iterator[PrintService]:
    """Start a service with one queue; it is over at the end.

    Raises:
        CannotStartError: it is not installed, or may not run here.
    """
    for part in (SERVER, PRINTER, DRIVER):
        if not Path(part).exists():
            raise CannotStartError(f"{part} is not installed")
    if os.geteuid() != 0:
        raise CannotStartError("cups-pdf prints for nobody but root's cupsd")
    with ExitStack() as ending:
        # The service's own helpers run as somebody else, who may not look into a test's folder.
        folder = Path(tempfile.mkdtemp(prefix="cups-"))
        ending.callback(shutil.rmtree, folder, ignore_errors=True)
        folder.chmod(0o755)
        settings = SETTINGS / f"cups-pdf-{folder.name}.conf"
        ending.callback(settings.unlink, missing_ok=True)
        service = PrintService(folder, _start(folder, settings))
        ending.callback(service.stop)
        _wait_for(service)
        service.command("lpadmin", "-p", QUEUE, "-E", "-v", f"cups-pdf:/{folder.name}",
                        "-P", str(DRIVER))  # fmt: skip
        yield service


def _start(folder: Path, settings: Path) -> subprocess.Popen[bytes]:
    for name in ("root", "cache", "state", "spool", "temporary", "drawn", "output"):
        (folder / name).mkdir()
    (folder / "temporary").chmod(0o1777)
    files, rules = folder / "cups-files.conf", folder / "cupsd.conf"
    files.write_text(PLACES.format(folder=folder), encoding="utf-8")
    rules.write_text(RULES.format(folder=folder), encoding="utf-8")
    lines = f"Out {folder}/output\nSpool {folder}/drawn\nLog {folder}\n"
    try:
        settings.write_text(lines, encoding="utf-8")
        return subprocess.Popen(
            [SERVER, "-f", "-c", str(rules), "-s", str(files)], stderr=subprocess.DEVNULL
        )
    except OSError as error:
        raise CannotStartError(str(error)) from error


def _wait_for(service: PrintService) -> None:
    until = time.monotonic() + SECONDS
    while not Path(service.socket).exists():
        if service.server.poll() is not None or time.monotonic() > until:
            raise CannotStartError("cupsd does not start here")
        time.sleep(0.05)
