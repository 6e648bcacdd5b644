"""How the PDF library fails on files made to break it, and what it says meanwhile."""

from __future__ import annotations

import logging
import struct
import zlib

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.diff_analysis import (
    SuspiciousModification,
)
from pyhanko_certvalidator.errors import PathError, ValidationError

FAULTS: tuple[type[Exception], ...] = (
    PdfError,
    SuspiciousModification,
    PathError,
    ValidationError,
    InvalidSignature,
    UnsupportedAlgorithm,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    EOFError,
    OSError,
    MemoryError,
    struct.error,
    zlib.error,
)
"""What reading a damaged or hostile file raises: the library trusts the types it finds in it.

Only statements that walk through a foreign file stand under these; a fault of ours there would
be told as a fault of the file, never as a valid signature.
"""


def _silence() -> None:
    # The library logs what it finds in a file, with tracebacks; every finding is told as a check.
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False


_silence()
