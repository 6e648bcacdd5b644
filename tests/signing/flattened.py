"""What the archive checker says of a signed document."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pikepdf.pdfa

if TYPE_CHECKING:
    from pathlib import Path


def archive_verdict(pdf: bytes, path: Path) -> Any:  # noqa: ANN401
    """Return what the archive checker says of a copy without its form, which it cannot judge."""
    with pikepdf.open(BytesIO(pdf)) as copy:
        copy.flatten_annotations("all")
        for entry in ("/AcroForm", "/Perms", "/Extensions"):
            if entry in copy.Root:
                del copy.Root[entry]
        copy.save(path)
    return pikepdf.pdfa.validate_written(path, "3b")
