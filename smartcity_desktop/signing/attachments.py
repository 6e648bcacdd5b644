"""The files that a PDF carries, as they were when it was first signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
)
from pyhanko.sign.validation import EmbeddedPdfSignature

from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.byte_range import covered_end
from smartcity_desktop.signing.field_states import field_entries
from smartcity_desktop.signing.library import FAULTS
from smartcity_desktop.signing.opening import PdfRefusedError, damaged, open_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.signing.opening import BoundedReader
    from smartcity_desktop.signing.resolver import BoundedResolver

MAX_ATTACHMENTS = 64
MAX_TOTAL = 128 * 2**20
"""Bytes of all attachments together, after decompression."""


def read_attachments(pdf: bytes) -> dict[str, bytes]:
    """Return the attachments by name, as the first signature covers them.

    A PDF without a signature gives what it holds now. What was attached or exchanged after the
    first signature is not here; ``check_signatures`` tells of it.

    Raises:
        PdfRefusedError: the PDF or its attachments cannot be read, or are too large.
    """
    reader = open_pdf(pdf)
    return attachments_at(reader, _first_signed(reader))


def attachments_at(reader: BoundedReader, revision: int) -> dict[str, bytes]:
    """Return the attachments of a revision by name.

    Raises:
        PdfRefusedError: see ``read_attachments``.
    """
    found: dict[str, bytes] = {}
    total = 0
    try:
        for name, data in _files(reader.get_historical_resolver(revision)):
            total += len(data)
            if name in found or len(found) >= MAX_ATTACHMENTS or total > MAX_TOTAL:
                raise PdfRefusedError(
                    message(
                        "The attachments of this PDF are not of this program: two of one name, "
                        "or too many, or too large."
                    )
                )
            found[name] = data
    except FAULTS as fault:
        raise PdfRefusedError(damaged()) from fault
    return found


def as_first_signed(pdf: bytes) -> bytes:
    """Return the file up to where the first signature covers it, or all of an unsigned one.

    Raises:
        PdfRefusedError: the PDF cannot be read.
    """
    reader = open_pdf(pdf)
    try:
        ends = [
            covered_end(EmbeddedPdfSignature(reader, entry.dictionary, entry.name))
            for entry in field_entries(reader)
            if entry.filled
        ]
    except FAULTS as fault:
        raise PdfRefusedError(damaged()) from fault
    return pdf[: min(ends, default=len(pdf))]


def _first_signed(reader: BoundedReader) -> int:
    newest: int = reader.total_revisions - 1
    revisions = [newest]
    try:
        for entry in field_entries(reader):
            if entry.filled:
                signature = entry.dictionary.raw_get("/V").reference
                revisions.append(reader.xrefs.get_last_change(signature))
    except FAULTS as fault:
        raise PdfRefusedError(damaged()) from fault
    return min(revisions)


def _files(resolver: BoundedResolver) -> Iterator[tuple[str, bytes]]:
    root = resolver.root
    if "/Names" not in root or "/EmbeddedFiles" not in root["/Names"]:
        return
    seen: set[object] = set()
    nodes = [root["/Names"].raw_get("/EmbeddedFiles")]
    while nodes:
        node = nodes.pop()
        if isinstance(node, IndirectObject):
            if node.reference in seen:
                raise ValueError("the list of attachments turns in a circle")
            seen.add(node.reference)
            node = resolver(node.reference)
        if "/Kids" in node:
            nodes.extend(_entries(node["/Kids"]))
        if "/Names" in node:
            yield from _named(resolver, node["/Names"])


def _named(resolver: BoundedResolver, names: object) -> Iterator[tuple[str, bytes]]:
    entries = _entries(names)
    for name, reference in zip(entries[::2], entries[1::2], strict=True):
        file = resolver(reference.reference) if isinstance(reference, IndirectObject) else reference
        if not isinstance(file, DictionaryObject):
            raise TypeError("an attachment is a dictionary")
        stream = file["/EF"]["/F"]
        if not isinstance(stream, StreamObject):
            raise TypeError("an attachment holds a stream")
        yield str(name), stream.data


def _entries(array: object) -> list[object]:
    if not isinstance(array, ArrayObject):
        raise TypeError("a list is an array")
    return [array.raw_get(index) for index in range(len(array))]
