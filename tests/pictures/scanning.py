"""What a scanner or a telephone makes of a page, the same on every run."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
from msgspec import Struct
from PIL import Image, ImageChops, ImageFilter


class Scanner(Struct, frozen=True):
    """How badly a page is read; the defaults are those of the project's bar."""

    dpi: int = 150
    turned: float = 1.7
    blur: float = 0.8
    noise: float = 0.25
    quality: int = 60

    def page(self, pdf: bytes, number: int = 0) -> Image.Image:
        """Return the picture of a page before it is compressed."""
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[number].render(scale=self.dpi / 72, grayscale=True).to_pil().copy()
        finally:
            document.close()
        page = page.rotate(self.turned, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        page = page.filter(ImageFilter.GaussianBlur(self.blur))
        width, height = page.size
        grain = Image.frombytes("L", page.size, hashlib.shake_128(b"grain").digest(width * height))
        grain = grain.point(lambda value: 128 + (value - 128) * self.noise)
        return ImageChops.add(page, grain, 1, -128)

    def jpeg(self, pdf: bytes, number: int = 0) -> bytes:
        """Return a page as a JPEG file."""
        return saved(self.page(pdf, number), "JPEG", quality=self.quality)

    def pdf(self, pdf: bytes) -> bytes:
        """Return the first page as a PDF that holds nothing but a picture."""
        return saved(self.page(pdf), "PDF", resolution=self.dpi, quality=self.quality)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    target = BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()
