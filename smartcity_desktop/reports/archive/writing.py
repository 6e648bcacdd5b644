"""Writing a finished file object by object, so that it is never in memory twice.

The writing library would gather every object, join them, and only then write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from reportlab.pdfbase import pdfdoc  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from smartcity_desktop.reports.archive.structure import Structure


def write_file(
    document: pdfdoc.PDFDocument, structure: Structure | None, identity: bytes, target: BinaryIO
) -> None:
    """Write header, objects, cross references and trailer.

    Args:
        document: complete but for its fonts.
        structure: settled in the document; None for a file without tags.
        identity: 32 hexadecimal digits.
        target: to write to, from its beginning.
    """
    for font in document.delayedFonts:
        font.addObjects(document)
    ends = [_number(document, one) for one in (document.Catalog, document.info)]
    target.write(b"%%PDF-%d.%d\n%%\223\214\213\236\n" % document._pdfVersion)  # noqa: SLF001
    offsets = []
    number = 1
    while number <= document.objectcounter:  # which grows meanwhile
        if structure is not None and number == structure.first_number:
            for body in structure.written(document):
                offsets.append(target.tell())
                target.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
                number += 1
            continue
        name = document.numberToId[number]
        body = pdfdoc.PDFIndirectObject(name, document.idToObject[name]).format(document)
        offsets.append(target.tell())
        target.write(body)
        number += 1
    start = target.tell()
    target.write(b"xref\n0 %d\n0000000000 65535 f \n" % number)
    target.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    target.write(
        b"trailer\n<<\n/ID [<%b><%b>]\n/Info %d 0 R\n/Root %d 0 R\n/Size %d\n>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (identity, identity, ends[1], ends[0], number, start)
    )  # fmt: skip


def _number(document: pdfdoc.PDFDocument, one: pdfdoc.PDFObject) -> int:
    number: int
    number, _ = document.idToObjectNumberAndVersion[document.Reference(one).name]
    return number
