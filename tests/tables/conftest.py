"""Spreadsheets made by hand, part by part, as no library would write them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(**targets: str) -> str:
    """Return a relations part; the keys are ``rId1_worksheet`` and the like."""
    lines = "".join(
        f'<Relationship Id="{key.partition("_")[0]}" '
        f'Type="{OFFICE}/{key.partition("_")[2]}" Target="{target}"/>'
        for key, target in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{lines}</Relationships>'


def build(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return file.getvalue()


def parts_of(sheet: str, strings: str = "", styles: str = "") -> dict[str, str | bytes]:
    """Return the parts of a workbook whose one sheet has this ``sheetData``."""
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(rId1_officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            rId1_worksheet="worksheets/sheet1.xml",
            rId2_sharedStrings="sharedStrings.xml",
            rId3_styles="/xl/styles.xml",
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData>'
        "</worksheet>",
    }


@pytest.fixture
def workbook() -> Callable[..., bytes]:
    """Makes a workbook: ``workbook(sheet, strings, styles)``, or with other ``parts`` besides."""

    def make(
        sheet: str, strings: str = "", styles: str = "", **others: Mapping[str, str | bytes]
    ) -> bytes:
        return build(parts_of(sheet, strings, styles) | dict(others.get("parts", {})))

    return make
