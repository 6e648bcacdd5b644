"""The shipped colour profile is what its note says, byte for byte."""

from __future__ import annotations

import struct
from decimal import Decimal, localcontext
from pathlib import Path

PROFILE = Path(__file__).resolve().parents[2] / "resources" / "colour" / "srgb.icc"
POINTS = 1024


def fixed(number: str) -> bytes:
    return struct.pack(">i", round(Decimal(number) * 65536))


def triple(*numbers: str) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(fixed(number) for number in numbers)


def curve() -> bytes:
    values = []
    with localcontext() as context:
        context.prec = 40
        for index in range(POINTS):
            value = Decimal(index) / (POINTS - 1)
            low = value <= Decimal("0.04045")
            bent = (value + Decimal("0.055")) / Decimal("1.055")
            linear = value / Decimal("12.92") if low else bent ** Decimal("2.4")
            values.append(int((linear * 65535).to_integral_value()))
    return b"curv\0\0\0\0" + struct.pack(f">I{POINTS}H", POINTS, *values)


def named(text: str) -> bytes:
    letters = text.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(letters)) + letters + bytes(8 + 3 + 67)


def expected() -> bytes:
    parts = {
        b"desc": named("sRGB IEC61966-2.1"),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": triple("0.96420", "1.00000", "0.82491"),
        b"rXYZ": triple("0.43607", "0.22249", "0.01392"),
        b"gXYZ": triple("0.38515", "0.71687", "0.09708"),
        b"bXYZ": triple("0.14307", "0.06061", "0.71410"),
        b"rTRC": curve(),
    }
    count = len(parts) + 2
    start = 128 + 4 + 12 * count
    table, body, entry = b"", b"", b""
    for signature, data in parts.items():
        entry = struct.pack(">II", start + len(body), len(data))
        table += signature + entry
        body += data + bytes(-len(data) % 4)
    table += b"gTRC" + entry + b"bTRC" + entry
    size = start + len(body)
    head = struct.pack(">I4xI4s4s4s6H4s", size, 0x02100000, b"mntr", b"RGB ", b"XYZ ",
                       2017, 5, 2, 0, 0, 0, b"acsp")  # fmt: skip
    head = head.ljust(68, b"\0") + fixed("0.96420") + fixed("1.00000") + fixed("0.82491")
    return head.ljust(128, b"\0") + struct.pack(">I", count) + table + body


def test_the_profile_can_be_computed_again() -> None:
    assert PROFILE.read_bytes() == expected()


def test_colours_come_through_it_unchanged() -> None:
    from PIL import Image, ImageCms

    picture = Image.new("RGB", (256, 2))
    for level in range(256):
        picture.putpixel((level, 0), (level, level, level))
        picture.putpixel((level, 1), (level, 255 - level, 40))
    transform = ImageCms.buildTransform(
        ImageCms.getOpenProfile(str(PROFILE)), ImageCms.createProfile("sRGB"), "RGB", "RGB"
    )
    seen = ImageCms.applyTransform(picture, transform)
    assert seen is not None
    assert max(abs(a - b) for a, b in zip(picture.tobytes(), seen.tobytes(), strict=True)) <= 1
