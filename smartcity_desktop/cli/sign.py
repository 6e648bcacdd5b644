"""Signs a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

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

    from smartcity_desktop.signing.mark import Mark


@subcommand(
    message(
        "The chair signs first and certifies the document; the others approve it in turn, each on "
        "the file that the one before has signed. Each fills one of the prepared fields. The "
        "document is signed where it lies. Without a network only --tsa does not work. A document "
        "that was signed elsewhere is taken back with --returned, if nothing but signatures was "
        "added to it."
    ),
    examples=(
        Example(
            "sign rekapitulasi-resmi-penetapan-1.pdf --p12 ketua.p12 --field chair",
            message("The chair signs:"),
        ),
        Example(
            "sign rekapitulasi-resmi-penetapan-1.pdf --p12 sekretaris.p12 --field secretary",
            message("Then the secretary, on the copy that was passed on:"),
        ),
        Example(
            "sign rekapitulasi-resmi-penetapan-1.pdf --returned unduhan/rekapitulasi.pdf",
            message("Signed with the certificate authority on line, and taken back:"),
        ),
    ),
)
@argument("file", meaning=message("The document."), shown="FILE.pdf", type=PATH)
@option("--p12", meaning=message("Certificate with private key."), shown="C.p12", type=PATH)
@option("--returned", meaning=message("The same document, signed elsewhere."), shown="FILE.pdf",
        type=PATH)  # fmt: skip
@option("--field", meaning=message("Which prepared field; needed when several are empty."),
        shown=message("NAME"))  # fmt: skip
@option("--tsa", meaning=message("Address of a time-stamp service."), shown="URL")
@option("--zone", meaning=message("Time zone of what is printed."), shown="ZONE",
        type=click.Choice(["WIB", "WITA", "WIT"]), default="WIB")  # fmt: skip
@passphrase_option(message("File with the passphrase of the .p12 file."))
def sign(
    session: Session,
    file: Path,
    p12: Path | None,
    returned: Path | None,
    passphrase_file: Path | None,
    **how: str | None,
) -> Answer:
    """Sign a PDF."""
    from smartcity_desktop.signing.field_states import signature_fields
    from smartcity_desktop.store.durable import write_atomically
    from smartcity_desktop.workplace.given_file import read_bytes

    pdf = read_bytes(file)
    if p12 is not None and returned is None:
        signed = _sign(session, (file, pdf), p12, passphrase_file, how)
    elif returned is not None and p12 is None:
        signed = _take_back(session, pdf, returned)
    else:
        raise click.UsageError(session.translate(message("Give either --p12 or --returned.")))
    write_atomically(file, signed)
    states = signature_fields(signed)
    done = sum(state.signed for state in states)
    session.say(
        message(
            "{file} is signed: {done} of {all} fields. Never save it with another program "
            "afterwards.",
            file=str(file),
            done=done,
            all=len(states),
        )
    )
    return Answer({"file": file, "signed": done, "fields": len(states)})


def _take_back(session: Session, pdf: bytes, returned: Path) -> bytes:
    from smartcity_desktop.signing.legible import legible
    from smartcity_desktop.signing.returned import expect_signed_elsewhere
    from smartcity_desktop.workplace.given_file import read_bytes

    signed = read_bytes(returned)
    fields = expect_signed_elsewhere(pdf, signed, session.clock())
    session.say(message("Signed elsewhere: {fields}.", fields=", ".join(map(legible, fields))))
    return signed


def _sign(
    session: Session,
    document: tuple[Path, bytes],
    p12: Path,
    passphrase_file: Path | None,
    how: dict[str, str | None],
) -> bytes:
    from smartcity_desktop.secretariat.signing_documents import read_people
    from smartcity_desktop.signing.p12 import open_p12
    from smartcity_desktop.signing.sign import field_to_sign, sign_pdf
    from smartcity_desktop.signing.signatories import expect_listed, role_of
    from smartcity_desktop.workplace.given_file import about, read_bytes

    file, pdf = document
    prompt = message("Passphrase of the .p12 file")
    with about(p12):
        key = open_p12(read_bytes(p12), session.ask_passphrase(passphrase_file, prompt))
    moment = session.clock()
    with about(file):
        chosen = field_to_sign(pdf, how["field"])
        people = read_people(pdf)
        expect_listed(people, chosen, key)
        mark = _mark(session, role_of(people, chosen, key), str(how["zone"]))
        return sign_pdf(pdf, key, chosen, moment=moment, mark=mark, tsa_url=how["tsa"])


def _mark(session: Session, role: str, zone: str) -> Mark:
    from smartcity_desktop.cli.inputs import RESOURCES
    from smartcity_desktop.language.dates import Zone, print_moment
    from smartcity_desktop.signing.mark import Mark

    tzinfo = Zone[zone].tzinfo
    catalogue = session.on_paper()
    return Mark(
        intro=catalogue.translate(message("Signed electronically by:")),
        role=role,
        issued_by=catalogue.translate(message("Certificate issued by:")),
        write_moment=lambda moment: print_moment(moment.astimezone(tzinfo), catalogue.language),
        fonts=RESOURCES / "fonts",
    )
