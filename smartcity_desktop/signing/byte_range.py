"""Which bytes a signature covers, and that nothing hides between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyhanko.sign.validation import EmbeddedPdfSignature

_HEXADECIMAL = re.compile(rb"<[0-9A-Fa-f]*>")


def covered_end(embedded: EmbeddedPdfSignature) -> int:
    """Return up to which byte a signature covers the file."""
    _, _, start, length = (int(value) for value in embedded.byte_range)
    return start + length


def fills_its_gap(embedded: EmbeddedPdfSignature) -> bool:
    """Tell whether the only bytes left out are the signature's own, and nothing hides in them."""
    begin, first, second, _ = (int(value) for value in embedded.byte_range)
    data = embedded.reader.stream.getbuffer()
    if begin != 0 or not _HEXADECIMAL.fullmatch(data[first:second]):
        return False
    used = len(embedded.pkcs7_content.rstrip(b"\0"))
    return used <= _length_of_der(embedded.pkcs7_content)


def _length_of_der(content: bytes) -> int:
    """Return the length of the first element, header included."""
    first = content[1]
    if first < 0x80:
        return 2 + first
    if first == 0x80:  # of open length: its end is marked, not counted
        return len(content)
    count = first & 0x7F
    return 2 + count + int.from_bytes(content[2 : 2 + count])
