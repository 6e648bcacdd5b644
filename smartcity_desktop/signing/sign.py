"""Signing a PDF in one of its prepared fields: PAdES B-B, or B-T with a time-stamp service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyhanko.pdf_utils.form_tools import annot_width_height, get_single_field_annot
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner
from pyhanko.stamp.noop import NoOpStampStyle

from smartcity_desktop.domain.errors import Problem
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.signatory import CHAIR
from smartcity_desktop.signing.addendum import Addendum
from smartcity_desktop.signing.field_states import field_entries
from smartcity_desktop.signing.key import LibrarySigner
from smartcity_desktop.signing.legible import legible
from smartcity_desktop.signing.library import FAULTS
from smartcity_desktop.signing.mark import mark_style
from smartcity_desktop.signing.opening import PdfRefusedError, damaged, open_pdf
from smartcity_desktop.signing.reading import read_signatures
from smartcity_desktop.signing.time_stamps import TimeStampService

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from pyhanko.pdf_utils.writer import BasePdfFileWriter
    from pyhanko.sign.signers.pdf_signer import PdfSigningSession
    from pyhanko.stamp.base import BaseStampStyle

    from smartcity_desktop.signing.field_states import FieldEntry
    from smartcity_desktop.signing.key import PdfSignerKey
    from smartcity_desktop.signing.mark import Mark
    from smartcity_desktop.signing.opening import BoundedReader


def sign_pdf(
    pdf: bytes,
    key: PdfSignerKey,
    field: str | None = None,
    *,
    moment: datetime,
    mark: Mark | None = None,
    tsa_url: str | None = None,
) -> bytes:
    """Return the PDF with one more signature added at its end.

    The first signature certifies the document and permits nothing but further signatures in
    prepared fields; the others approve. The same input gives the same bytes, unless a time
    stamp is asked for.

    Args:
        pdf: a document with prepared fields.
        key: see ``open_p12``.
        field: name of the prepared field; None takes the only empty one.
        moment: of signing, as the signer's computer claims it.
        mark: what is drawn in the field; None draws nothing.
        tsa_url: address of a time-stamp service; this uses the network.

    Raises:
        KeyRefusedError: the key may not sign now.
        PdfRefusedError: no such field, already signed, or a signature already there does not
            hold.
        TimeStampError: no usable time stamp.
        InputError: not an address of a service.
    """
    key.refuse_unless_fit(moment)
    service = TimeStampService(tsa_url) if tsa_url is not None else None
    reader = open_pdf(pdf)
    entry = _chosen(reader, field)
    first = not _refuse_broken(reader, moment)
    purpose = f"{entry.name} {key.certificate_sha256} {write_instant(moment)}".encode()
    try:
        style = _style(entry, mark, key, moment)
        signer = _ArchiveSigner(
            _metadata(entry, key, certify=first), LibrarySigner(key), timestamper=service,
            stamp_style=style,
        )  # fmt: skip
        signer.moment = moment
        finished = signer.sign_pdf(Addendum(reader, purpose), existing_fields_only=True)
        return bytes(finished.getbuffer())
    except FAULTS as fault:
        raise PdfRefusedError(damaged()) from fault


def _metadata(entry: FieldEntry, key: PdfSignerKey, *, certify: bool) -> PdfSignatureMetadata:
    return PdfSignatureMetadata(
        field_name=entry.name,
        name=key.name,
        md_algorithm=key.hash_name,
        subfilter=SigSeedSubFilter.PADES,
        certify=certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )


class _ArchiveSigner(PdfSigner):
    """Signs without leaving PDF 1.7, without a clock, and without orders from the file."""

    moment: datetime

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:  # noqa: ARG002
        """Name the extension for PAdES only.

        The library would also name one for elliptic curves, which belongs to PDF 2.0; PDF/A-3
        ends at 1.7, and every reader knows these curves without being told.
        """
        pdf_out.ensure_output_version(version=(1, 7))  # type: ignore[no-untyped-call]
        pdf_out.register_extension(ESIC_EXTENSION_1)

    def init_signing_session(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002
    ) -> PdfSigningSession:
        """Begin, at the moment that was passed in."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.moment
        return session

    def _retrieve_seed_value_spec(self, _sig_field: object) -> None:
        # A field may ask for a time stamp from an address of its choice; no file sends us there.
        return None


def field_to_sign(pdf: bytes, field: str | None = None) -> str:
    """Return the name of the field that ``sign_pdf`` would fill.

    Raises:
        PdfRefusedError: as ``sign_pdf``.
    """
    return _chosen(open_pdf(pdf), field).name


def _chosen(reader: BoundedReader, field: str | None) -> FieldEntry:
    """Return the field to sign."""
    entry = _named(field_entries(reader), field)
    chair_waits = any(one.name == CHAIR and not one.filled for one in field_entries(reader))
    if chair_waits and entry.name != CHAIR:
        raise PdfRefusedError(
            message("The field {chair} is still empty. The chair signs first: that signature "
                    "certifies the document, the others approve it.", chair=CHAIR)
        )  # fmt: skip
    return entry


def _named(entries: Sequence[FieldEntry], field: str | None) -> FieldEntry:
    empty = [entry for entry in entries if not entry.filled]
    if not entries:
        raise PdfRefusedError(
            message("This PDF has no field prepared for a signature. Print it anew with "
                    "signatories, or sign it on paper.")
        )  # fmt: skip
    if field is None and len(empty) == 1:
        return empty[0]
    for entry in empty:
        if entry.name == field:
            return entry
    names = ", ".join(legible(entry.name) for entry in empty)
    if not empty:
        what = message("Every field of this PDF is signed already.")
    elif field is None:
        what = message("Several fields are empty: {names}. Say which one to sign.", names=names)
    elif field in {entry.name for entry in entries}:
        what = message("The field {field} is signed already. Still empty: {names}.",
                       field=field, names=names)  # fmt: skip
    else:
        what = message("This PDF has no field {field}. Still empty: {names}.",
                       field=field, names=names)  # fmt: skip
    raise PdfRefusedError(what)


def _refuse_broken(reader: BoundedReader, moment: datetime) -> int:
    """Refuse a document whose present signatures do not hold; return how many there are."""
    present = read_signatures(reader, roots=(), now=moment)
    problems = [
        Problem(
            one.field,
            message(
                "The signature in this field does not hold: the document was changed after it. "
                "Nothing was signed. Ask for the file again, and do not sign this one."
            ),
        )
        for one in present
        if not (one.intact and one.undisturbed)
    ]
    if problems:
        raise PdfRefusedError(problems)
    return len(present)


def _style(
    entry: FieldEntry, mark: Mark | None, key: PdfSignerKey, moment: datetime
) -> BaseStampStyle:
    widget = get_single_field_annot(entry.dictionary)
    width, height = annot_width_height(widget)
    if mark is None or not width or not height:
        return NoOpStampStyle()
    return mark_style(mark, key, moment, float(width), float(height))
