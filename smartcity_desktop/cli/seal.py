"""Seals a panel file and hands over a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.cli.grammar import (
    PATH,
    Example,
    argument,
    option,
    passphrase_option,
    subcommand,
)
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.scoring.seal import Sealed


@subcommand(
    message(
        "Every finished score sheet is sealed; unfinished ones are listed as open and may follow "
        "later. The copy in the folder holds no drafts and no private key. Keep the receipt: the "
        "signed report prints it, so you can see that exactly these sheets were counted."
    ),
    examples=(
        Example("seal juri-07-1.panel /media/stick", message("Seal and hand over on a stick:")),
        Example(
            'seal juri-07-1.panel /media/stick --reason "Salah ketik indikator A1"',
            message("After a sealed sheet was corrected:"),
        ),
    ),
)
@argument("file", meaning=message("The panel file."), shown="FILE.panel", type=PATH)
@argument("folder", meaning=message("Where the copy goes."), shown=message("DIR"), type=PATH)
@option("--reason", meaning=message("Why a sealed sheet changed; printed."),
        shown=message("REASON"), default="")  # fmt: skip
@passphrase_option(message("File with the passphrase of the key."))
def seal(
    session: Session, file: Path, folder: Path, reason: str, passphrase_file: Path | None
) -> Answer:
    """Seal and hand over."""
    from smartcity_desktop.cli.inputs import open_desk
    from smartcity_desktop.scoring.enrolling import unlock_key
    from smartcity_desktop.scoring.handing_over import hand_over
    from smartcity_desktop.scoring.seal import seal_panel_file

    with open_desk(session, file) as desk:
        desk.expect_enrolled()
        prompt = message("Passphrase of the judge's key")
        signer = unlock_key(desk.panel, session.ask_passphrase(passphrase_file, prompt))
        sealed = seal_panel_file(desk, signer, reason, session.clock)
        # Said first: the seal stands in the judge's own file even where the copy fails.
        excused = [code for code in sealed.open if code in desk.excused()]
        _tell_seal(session, sealed, excused)
        given = hand_over(desk, folder)
    session.say(message("Saved and read back: {path}", path=str(given.copy)))
    if given.evidence is not None:
        session.say(message("Evidence, to be handed over too: {path}", path=str(given.evidence)))
    return Answer(
        {
            "receipt": sealed.receipt,
            "seal": sealed.digest,
            "number": sealed.number,
            "sealed": list(sealed.sealed),
            "open": list(sealed.open),
            "excused": excused,
            "fresh": sealed.fresh,
            "copy": given.copy,
            "evidence": given.evidence,
            "encrypted": given.encrypted,
        }
    )


def _tell_seal(session: Session, sealed: Sealed, excused: list[str]) -> None:
    """Tell what is still open: not what this judge must not score."""
    still = [code for code in sealed.open if code not in excused]
    if not sealed.fresh:
        session.say(message("Nothing changed since the last seal; it is handed over again."))
    session.say(
        message(
            "Receipt {receipt}: {sealed} score sheets sealed, {open} regions open.",
            receipt=sealed.receipt,
            sealed=len(sealed.sealed),
            open=len(still),
        )
    )
    if still:
        session.say(message("Open: {regions}", regions=", ".join(still)))
    if excused:
        session.say(
            message(
                "Not yours to score, because of a conflict of interest: {regions}",
                regions=", ".join(excused),
            )
        )
