from __future__ import annotations

import sys
from io import BytesIO

import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from smartcity_desktop.signing.fields import prepare_fields
from smartcity_desktop.signing.opening import open_pdf
from smartcity_desktop.signing.sign import sign_pdf
from tests.signing.people import MOMENT, boxes, document, panel, signed, verdict


def tagged() -> bytes:
    """Return a document with a structure tree, as tagged files have it."""
    with pikepdf.open(BytesIO(document())) as pdf:
        root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        top = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Document, P=root)
        )
        parts = [
            pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.StructElem, S=pikepdf.Name.P, P=top, Pg=page.obj, K=0
                )
            )
            for page in pdf.pages
        ]
        top.K = pikepdf.Array(parts)
        root.K = top
        pdf.Root.StructTreeRoot = root
        target = BytesIO()
        pdf.save(target, static_id=True)
        return target.getvalue()


@pytest.mark.parametrize(
    "pdf", [signed(), document(30, bookmarks=True), tagged()], ids=["signed", "outline", "tagged"]
)
def test_objects_are_found_by_the_same_paths_as_the_library_finds(pdf: bytes) -> None:
    ours, theirs = open_pdf(pdf), PdfFileReader(BytesIO(pdf))
    for revision in range(theirs.total_revisions):
        mine = ours.get_historical_resolver(revision)
        other = theirs.get_historical_resolver(revision)
        mine._load_reverse_xref_cache()
        other._load_reverse_xref_cache()  # type: ignore[no-untyped-call]
        known = other._indirect_object_access_cache
        assert known
        for reference, paths in known.items():
            found = {path.path for path in mine._get_usages_of_ref(reference)}
            assert found == {path.path for path in paths}


def test_a_document_with_hundreds_of_bookmarks_is_judged() -> None:
    pages = 514
    assert pages * 2 > sys.getrecursionlimit()
    pdf = prepare_fields(document(pages, bookmarks=True), boxes("chair", "secretary", "witness"))
    pdf = sign_pdf(pdf, panel().chair, "chair", moment=MOMENT)
    pdf = sign_pdf(pdf, panel().secretary, "secretary", moment=MOMENT)
    assert list(verdict(pdf)) == ["signed"]
