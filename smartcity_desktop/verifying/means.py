"""What files are verified with, read from where people keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.merging.sources import find_sources
from smartcity_desktop.sealing.age_file import read_identities
from smartcity_desktop.verifying.document import Means
from smartcity_desktop.workplace.given_file import about, read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path


def gather_means(
    now: datetime,
    *,
    trust: Sequence[Path] = (),
    identity: Path | None = None,
    panel_files: Path | None = None,
    incomplete_ok: bool = False,
) -> Means:
    """Return what to verify with.

    Args:
        now: the moment at which certificates must hold.
        trust: certificates that vouch for signers.
        identity: file with the age identities that open encrypted copies.
        panel_files: folder from which results are recomputed.
        incomplete_ok: signature fields may still be empty.

    Raises:
        InputError: a file cannot be read or is not what it should be, or there is no such folder.
    """
    from smartcity_desktop.signing.roots import expect_certificates

    identities: tuple[str, ...] = ()
    if identity is not None:
        identities = read_identities(read_bytes(identity).decode("utf-8", "replace"))
    if panel_files is not None and not panel_files.exists():
        raise InputError(Problem(str(panel_files), message("There is no such file or folder.")))
    certificates = [(root, read_bytes(root)) for root in trust]
    for root, data in certificates:
        with about(root):
            expect_certificates(data)
    return Means(
        now=now,
        trust_roots=tuple(data for _, data in certificates),
        identities=identities,
        panel_files=find_sources([panel_files]) if panel_files is not None else None,
        incomplete_ok=incomplete_ok,
    )
