"""What verify says of files named together, by file and check."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from smartcity_desktop.merging.sources import find_sources
from smartcity_desktop.sealing.public_key import read_jwk
from smartcity_desktop.verifying.document import Means
from smartcity_desktop.verifying.several import Together, verify_together
from tests.signing.people import LATER, panel

if TYPE_CHECKING:
    from smartcity_desktop.domain.check import Check
    from tests.verifying.declared import Declared


class Table(Struct, frozen=True):
    """A folder on which files are laid to be verified together.

    Attributes:
        panel_files: the folder given as ``--panel-files``; None for none.
    """

    folder: Path
    panel_files: Path | None = None
    key: str = ""
    code: str = ""
    identities: tuple[str, ...] = ()

    def lay(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path

    def checks(self, *paths: Path) -> dict[Path, tuple[Check, ...]]:
        folder = (self.panel_files,) if self.panel_files else ()
        means = Means(
            now=LATER,
            trust_roots=(panel().root.pem(),),
            identities=self.identities,
            panel_files=find_sources(folder) if folder else None,
        )
        files = Together(
            paths,
            means,
            read=Path.read_bytes,
            recomputing=lambda: contextlib.nullcontext(lambda: None),
            fingerprint=self.key,
            typed=self.code,
        )
        return dict(verify_together(files))

    def wrong(self, path: Path, *others: Path) -> list[tuple[str, str]]:
        """Return name and sentence of what fails of one file, named with others."""
        return [(c.name, str(c.detail)) for c in self.checks(path, *others)[path] if not c.ok]

    def said(self, name: str, path: Path, *others: Path) -> str:
        """Return the one sentence of a check that holds."""
        (check,) = (c for c in self.checks(path, *others)[path] if c.name == name)
        assert check.ok
        return str(check.detail)

    def with_panel_files(self, folder: Path) -> Table:
        return replace(self, panel_files=folder)


def fingerprint(made: Declared) -> str:
    """The fingerprint of the assessment's key, as the record of integrity prints it."""
    return read_jwk(made.shop.roster().assessment.public_key).thumbprint
