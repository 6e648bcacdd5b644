"""A printed document, and the steps from a draft to its bytes."""

from __future__ import annotations

import json
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct
from reportlab.platypus import BaseDocTemplate  # type: ignore[import-untyped]

from smartcity_desktop.reports.archive.canvas import ArchiveCanvas
from smartcity_desktop.reports.archive.facts import ArchiveFacts, Attachment
from smartcity_desktop.reports.archive.fonts import REGULAR
from smartcity_desktop.reports.furniture.page import PageFurniture

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from reportlab.platypus import Flowable

    from smartcity_desktop.domain.signatory import Signatory
    from smartcity_desktop.reports.archive.canvas import FieldBox
    from smartcity_desktop.reports.furniture.geometry import PageShape
    from smartcity_desktop.reports.furniture.imprint import Imprint
    from smartcity_desktop.reports.kinds import ReportKind
    from smartcity_desktop.reports.letterhead import Paper
    from smartcity_desktop.reports.press import Press


class Report(Struct, frozen=True):
    """A finished document.

    Attributes:
        pdf: the file's bytes, PDF/A-3b, the same on every run.
        signature_fields: where fields go; the signing package adds them to the file.
    """

    kind: ReportKind
    pdf: bytes
    signature_fields: tuple[FieldBox, ...]
    page_count: int


class Draft(Struct, frozen=True):
    """A document before it is set.

    Attributes:
        title, author, subject: of the file's own data. moment: its date.
        landscape: the first page lies.
        compose: returns the content for pages of a given shape; the second argument is the
            shape of a page that lies.
        attachments: beside the list of signatories, which is made here.
        signatories: those for whom the content prepares fields, in printed order.
    """

    kind: ReportKind
    title: str
    author: str
    subject: str
    moment: datetime
    imprint: Imprint
    paper: Paper
    compose: Callable[[PageShape, PageShape], list[Flowable]]
    landscape: bool = False
    attachments: tuple[Attachment, ...] = ()
    signatories: tuple[Signatory, ...] = ()


def set_draft(
    draft: Draft,
    press: Press,
    advance: Callable[[int, int], None] | None = None,
    *,
    tagged: bool = True,
) -> Report:
    """Set a draft on pages and write the file.

    Args:
        draft: what to set.
        press: the means of printing.
        advance: called with parts done and parts in all; what it raises stops the printing.
        tagged: mark headings, rows and figures for screen readers.
    """
    facts = ArchiveFacts(
        title=draft.title,
        author=draft.author,
        subject=draft.subject,
        language=press.words.language.value,
        moment=draft.moment,
        profile=press.profile,
        attachments=(*draft.attachments, _list_of_signatories(draft.signatories)),
    )
    furniture = PageFurniture(draft.imprint, draft.paper)
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pageTemplates=furniture.templates(landscape=draft.landscape),
        initialFontName=REGULAR,
        lang=facts.language,
    )
    maker = partial(ArchiveCanvas, facts=facts, finish_page=furniture.finish_page, tagged=tagged)
    if advance is not None:
        document.setProgressCallBack(_counted(advance))
    story = draft.compose(furniture.shape(landscape=draft.landscape),
                          furniture.shape(landscape=True))  # fmt: skip
    document.build(story, canvasmaker=maker)
    canvas = document.canv
    return Report(draft.kind, target.getvalue(), tuple(canvas.field_boxes), canvas.page_count)


def _counted(advance: Callable[[int, int], None]) -> Callable[[str, int], None]:
    """Return what the page maker calls: first with the size of the whole, then at each part."""
    total = furthest = 0

    def tell(kind: str, value: int) -> None:
        nonlocal total, furthest
        if kind == "SIZE_EST":
            total = value
        elif kind == "PROGRESS":
            # A part that is divided between two pages is counted twice.
            furthest = min(max(furthest, value), total)
            advance(furthest, total)
        elif kind == "FINISHED":
            advance(total, total)

    return tell


def _list_of_signatories(signatories: tuple[Signatory, ...]) -> Attachment:
    entries = [
        {"field": s.field, "name": s.name, "role": s.role,
         "certificate_sha256": s.certificate_sha256}
        for s in signatories
    ]  # fmt: skip
    text = json.dumps(entries, ensure_ascii=False, indent=1)
    return Attachment(
        "signatories.json",
        "application/json",
        text.encode(),
        "Who signs this document, field by field",
        relationship="Supplement",
    )
