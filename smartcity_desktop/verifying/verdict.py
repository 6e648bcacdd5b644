"""The verdict on one file: a sentence first, then every check in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.domain.message import Message

TITLES = {
    "audit_head": message("Place in the audit log"),
    "audit_log": message("Audit log"),
    "certified": message("Certified by the first signer"),
    "changes": message("Nothing was changed after signing"),
    "code": message("Code on the first page"),
    "coverage": message("The last signature covers the whole file"),
    "declaration": message("Declaration"),
    "fields": message("Signature fields"),
    "in_force": message("Declaration in force"),
    "instrument": message("Instrument"),
    "integrity": message("Bytes as they were signed"),
    "issued": message("Made from this assessment"),
    "key": message("Key"),
    "keys": message("Keys of the judges"),
    "later": message("Later declarations"),
    "log": message("Entries of the audit log"),
    "panel_file": message("Panel file"),
    "panel_files": message("Panel files"),
    "paper": message("Paper"),
    "passed_over": message("Passed over"),
    "readable": message("Readable"),
    "recorded": message("Recorded documents"),
    "recount": message("Results recomputed"),
    "results": message("Results"),
    "roster": message("Roster"),
    "seal": message("Seal"),
    "seals": message("Seals"),
    "settled": message("Nothing open"),
    "short_code": message("Short code"),
    "signatories": message("Signatories"),
    "signed": message("Signed"),
    "signer": message("Signer"),
    "superseded": message("Superseded"),
    "timestamp": message("Time stamp"),
    "token": message("Token of the declaration"),
    "trust": message("Who vouches for the signer"),
}
"""What each check is called on the screen; the keys are those of ``--json``."""


class Verdict(Struct, frozen=True):
    """What is to be said of one file.

    Attributes:
        ok: whether every check holds. sentence: the verdict in one sentence.
        checks: those that fail first, otherwise in the order in which they were made.
    """

    path: Path
    ok: bool
    sentence: Message
    checks: tuple[Check, ...]


def title_of(check: Check) -> Message | None:
    """Return what a check is called, or None for one that has no name in words."""
    return TITLES.get(check.name)


def give_verdict(path: Path, checks: Sequence[Check]) -> Verdict:
    """Return the verdict on a file that these checks were made of."""
    failed = [check for check in checks if not check.ok]
    ordered = (*failed, *(check for check in checks if check.ok))
    if failed:
        sentence = message("Not verified: {what}", what=failed[0].detail)
    else:
        sentence = message("Verified: all {count} checks hold.", count=len(checks))
    return Verdict(path, not failed, sentence, ordered)
