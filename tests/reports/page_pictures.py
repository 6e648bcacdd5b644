"""Pictures of the documents, beside those that somebody looked at and approved.

``python -m tests.reports.page_pictures [--approve] [KIND...]`` draws the pages of every kind, in
both languages, full and empty. Where a page looks different from its approved picture, the two are
laid beside each other with what was added (red) and what is gone (blue), and the call fails.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]
from msgspec import Struct
from PIL import Image, ImageChops, ImageFilter

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.reports.kinds import ReportKind
from tests.reports.every_kind import Extent, print_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parents[2]
APPROVED = ROOT / "tests" / "data" / "pages"
DIFFERENT = ROOT / "out" / "pages"

DPI = 54
SHADES = 16
"""Of grey in an approved picture: it shall be small, and tell where ink is."""

TOLERANCE = 40
"""Of 255, after blurring: more than two machines' smoothing of edges, less than a new figure."""

ALIKE = (0, 1, 2, -1)
"""Which pages are kept of documents that repeat a page for every region; of others, all."""

REPEATING = (ReportKind.REGION_SHEETS, ReportKind.JUDGE_SHEETS)


class PagePicture(Struct, frozen=True):
    """A page as it looks now.

    Attributes:
        name: of its approved picture.
    """

    name: str
    picture: Image.Image

    def differs(self) -> bool:
        """Whether it looks different from the approved picture, or has none."""
        path = APPROVED / self.name
        if not path.exists():
            return True
        with Image.open(path) as approved:
            return look_different(approved.convert("L"), self.picture)

    def approve(self) -> None:
        """Keep it as the approved picture."""
        APPROVED.mkdir(parents=True, exist_ok=True)
        few_shades(self.picture).save(APPROVED / self.name, optimize=True)

    def lay_beside(self) -> Path:
        """Write the approved picture, this one and both over each other; returns the file."""
        path = APPROVED / self.name
        white = Image.new("L", self.picture.size, 255)
        approved = Image.open(path).convert("L") if path.exists() else white
        now = self.picture
        if approved.size != now.size:
            approved = approved.crop((0, 0, *now.size))
        both = Image.merge("RGB", (approved, now, now))
        sheet = Image.new("RGB", (3 * now.width + 20, now.height), "#808080")
        for number, picture in enumerate((approved, now, both)):
            sheet.paste(picture, (number * (now.width + 10), 0))
        DIFFERENT.mkdir(parents=True, exist_ok=True)
        target = DIFFERENT / self.name
        sheet.save(target)
        return target


def few_shades(picture: Image.Image) -> Image.Image:
    """Return a grey picture in shades as far apart as they can be."""
    step = 255 // (SHADES - 1)
    even = picture.point([round(shade / step) * step for shade in range(256)])
    return even.quantize(SHADES, dither=Image.Dither.NONE)


def look_different(approved: Image.Image, now: Image.Image) -> bool:
    """Tell whether two grey pictures differ in more than the smoothing of edges."""
    if approved.size != now.size:
        return True
    blur = ImageFilter.BoxBlur(1)
    difference = ImageChops.difference(approved.filter(blur), now.filter(blur))
    return any(difference.histogram()[TOLERANCE + 1 :])


def page_pictures(kind: ReportKind, extent: Extent, language: Language) -> Iterator[PagePicture]:
    """Yield the kept pages of one document."""
    wanted = ALIKE if kind in REPEATING else None
    drawn = draw_pages(print_kind(kind, extent, language), wanted, DPI)
    for number, picture in drawn.items():
        yield PagePicture(f"{kind.value}-{extent.value}-{language.value}-{number + 1}.png", picture)


def draw_pages(pdf: bytes, wanted: Iterable[int] | None, dpi: float) -> dict[int, Image.Image]:
    """Return grey pictures by page number from 0; negative ones count from the end."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        numbers = range(count) if wanted is None else {n % count for n in wanted if n < count}
        return {
            n: document[n].render(scale=dpi / 72, grayscale=True).to_pil().copy()
            for n in sorted(numbers)
        }
    finally:
        document.close()


def main(arguments: list[str]) -> int:
    """Approve, or show what is different."""
    kinds = [ReportKind(each) for each in arguments if each != "--approve"] or list(ReportKind)
    found = 0
    for each in product(kinds, Extent, Language):
        for page in page_pictures(*each):
            if not page.differs():
                continue
            found += 1
            if "--approve" in arguments:
                page.approve()
                print(f"approved {page.name}", flush=True)
            else:
                print(page.lay_beside().relative_to(ROOT), flush=True)
    if found and "--approve" not in arguments:
        print("These pages look different. If they are right: make pages-approve", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
