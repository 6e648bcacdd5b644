"""Spreadsheets that were made to do harm, or broke on the way: refused in a sentence, quickly."""

from __future__ import annotations

import io
import random
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.tables.reading import read_table

if TYPE_CHECKING:
    from collections.abc import Callable

    Workbook = Callable[..., bytes]

SHEET = "xl/worksheets/sheet1.xml"
DAMAGED = "damaged"


def sentence(data: bytes) -> str:
    started = time.monotonic()
    with pytest.raises(InputError) as caught:
        read_table(data, "hostile.xlsx")
    assert time.monotonic() - started < 20
    (problem,) = caught.value.problems
    assert str(problem.where).startswith("hostile.xlsx")
    return str(problem.what)


def test_a_bomb_is_not_unpacked(workbook: Workbook) -> None:
    assert "100 MB" in sentence(workbook("", parts={"xl/media.bin": bytes(101 * 2**20)}))


def test_a_part_that_claims_to_be_small(workbook: Workbook) -> None:
    data = workbook("<row/>" * 200_000)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo(SHEET).file_size
    lie = data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert DAMAGED in sentence(lie)


def test_two_cells_in_opposite_corners_cost_nothing(workbook: Workbook) -> None:
    far = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    )
    assert "columns" in sentence(workbook(far))


def test_a_row_far_down_costs_nothing(workbook: Workbook) -> None:
    data = workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c><v>2</v></c></row>')
    assert [row.line for row in read_table(data, "s.xlsx").rows] == [1_048_576]


def test_one_long_text_repeated_in_every_cell(workbook: Workbook) -> None:
    rows = ("<row>" + "<c t='s'><v>0</v></c>" * 20 + "</row>") * 5_000
    data = workbook(rows, f"<si><t>{'x' * 30_000}</t></si>")
    assert len(data) < 100_000
    assert "larger than any list" in sentence(data)


def test_too_many_cells(workbook: Workbook) -> None:
    wide = "".join(f'<row r="{n}"><c r="KN{n}"><v>1</v></c></row>' for n in range(1, 14_000))
    assert "more cells" in sentence(workbook(wide))


@pytest.mark.parametrize(
    "sheet",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>',
        "<worksheet><sheetData><row>",
        "",
        "not XML",
        b"\xff\xfe<\0w\0",
        b'<?xml version="1.0" encoding="utf-7"?><worksheet/>'[:-3],
    ],
)
def test_xml_that_grows_or_breaks(workbook: Workbook, sheet: str | bytes) -> None:
    assert DAMAGED in sentence(workbook("", parts={SHEET: sheet}))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="0"><c><v>1</v></c></row>',
        '<row r="-1"><c><v>1</v></c></row>',
        '<row r="1048577"><c><v>1</v></c></row>',
        '<row r="99999999999999999999"><c><v>1</v></c></row>',
        '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="AAAA1"><v>1</v></c></row>',
        '<row r="1"><c r="a1"><v>1</v></c></row>',
        '<row r="1"><c r="1"><v>1</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c t="s"><v>0</v></c></row>',
        '<row r="1"><c t="s"><v>-1</v></c></row>',
        '<row r="1"><c t="s"><v>99999999999999</v></c></row>',
    ],
)
def test_cells_that_contradict_themselves(workbook: Workbook, rows: str) -> None:
    assert DAMAGED in sentence(workbook(rows))


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"content.xml": ""}, "OpenDocument"),
        ({"xl/workbook.bin": ""}, "XLSB"),
        ({"word/document.xml": ""}, "text document"),
        ({"xl/workbook.xml": "<workbook/>"}, "empty"),
        ({"xl/_rels/workbook.xml.rels": "<r/>"}, "empty"),
        ({"_rels/.rels": "<r/>"}, DAMAGED),
    ],
)
def test_other_archives(workbook: Workbook, parts: dict[str, str], reason: str) -> None:
    assert reason in sentence(workbook('<row><c t="str"><v>a</v></c></row>', parts=parts))


def test_sheets_outside_the_archive_are_never_opened(workbook: Workbook) -> None:
    target = '<r><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></r>'
    assert DAMAGED in sentence(workbook("", parts={"xl/_rels/workbook.xml.rels": target}))


def test_old_and_locked_spreadsheets() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    assert "XLS" in sentence(compound + "Workbook".encode("utf-16-le"))
    assert "password" in sentence(compound + "EncryptedPackage".encode("utf-16-le"))


def test_an_archive_with_a_password(workbook: Workbook) -> None:
    data = bytearray(workbook(""))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "password" in sentence(bytes(data))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice(workbook: Workbook) -> None:
    file = io.BytesIO(workbook(""))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(SHEET, "<worksheet/>")
    assert "unknown way" in sentence(file.getvalue())


def test_numbers_beyond_numbers_are_errors_not_scores(workbook: Workbook) -> None:
    cells = "".join(f"<c><v>{v}</v></c>" for v in ("NaN", "inf", "1e400", "0x10", "1_0", "1e999"))
    header = "".join(f'<c t="str"><v>{letter}</v></c>' for letter in "abcdef")
    table = read_table(workbook(f"<row>{header}</row><row>{cells}</row>"), "s.xlsx")
    assert len(table.rows[0].oddities) == 6


WHOLE = (
    (
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
        '<row r="2"><c r="A2" s="1"><f>1</f><v>41029.5</v></c></row>'
    ),
    "<si><t>kode</t></si>",
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
)


def broken(data: bytes, chance: random.Random) -> bytes:
    some = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        some[chance.randrange(len(some))] = chance.choice((chance.randrange(256), *b'0</>"& 9:'))
    return bytes(some)


def is_refused(data: bytes) -> bool:
    """Read a table; whatever is wrong with it, a person is told in a sentence."""
    try:
        read_table(data, "s.xlsx")
    except InputError as error:
        return bool(error.problems)
    return False


def test_no_broken_byte_does_more_than_be_refused(workbook: Workbook) -> None:
    data = workbook(*WHOLE)
    chance = random.Random(7)  # noqa: S311 - which byte breaks is no secret
    refused = 0
    for _ in range(1_000):
        cut = chance.randint(4, len(data))
        for hurt in (broken(data, chance), data[:cut], data[cut:] + data[:cut]):
            refused += is_refused(hurt)
    assert 1_000 < refused <= 3_000


def test_no_broken_part_does_more_than_be_refused(workbook: Workbook) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(*WHOLE))) as archive:
        parts = {path: archive.read(path) for path in archive.namelist()}
    chance = random.Random(11)  # noqa: S311 - which byte breaks is no secret
    paths = sorted(set(parts) - {"[Content_Types].xml"}) * 200
    hurt = (workbook("", parts=parts | {path: broken(parts[path], chance)}) for path in paths)
    refused = sum(is_refused(data) for data in hurt)
    assert 0 < refused < len(paths)
