"""Letterheads are data: read with every fault named at once, and harmless."""

from __future__ import annotations

import tomllib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.plenary.signatories import signatories_of
from smartcity_desktop.reports.emblem import read_emblem
from smartcity_desktop.reports.letterhead import Letterhead, Paper
from smartcity_desktop.reports.letterhead_emblem import with_emblem, without_emblem
from smartcity_desktop.reports.letterhead_reading import read_letterhead

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "letterheads"


def faults(data: bytes, emblem: bytes = b"") -> dict[str, str]:
    with pytest.raises(InputError) as caught:
        read_letterhead(data, emblem)
    return {str(problem.where): str(problem.what) for problem in caught.value.problems}


def test_the_shipped_letterheads_are_read() -> None:
    neutral = read_letterhead((FOLDER / "netral.toml").read_bytes())
    assert neutral.lines == ("Dewan Juri", "{title}")
    assert neutral.number_template("berita-acara") == "{number}/BA/{month}/{year}"
    example = read_letterhead((FOLDER / "contoh-kementerian.toml").read_bytes(),
                              (FOLDER / "contoh-lambang.png").read_bytes())  # fmt: skip
    assert example.emblem_file == "contoh-lambang.png"
    assert example.emblem.startswith(b"\x89PNG")
    assert example.chair.role.in_language(Language.ENGLISH) == "Chair of the Jury"
    assert [w.name for w in example.witnesses][1] == "Drs. Haris Munandar"


def test_a_letterhead_may_say_nothing_at_all() -> None:
    assert read_letterhead(b"format = 1") == Letterhead()


def test_every_fault_is_named_at_once_with_its_place() -> None:
    found = faults(
        b"format = 2\npaper = 'A5'\ncopies = -1\nplace = 7\nstray = 1\n"
        b"legal_basis = ['a', {de = 'b'}]\n[kop]\nlines = 'one'\nlogo = 'x'\n"
        b"[chair]\nname = ['a']\n[numbering]\nberita-acara = '{number}/{secret}'\nsurat = 'x'\n"
        b"[[witnesses]]\nnip = '1'\n",
        b"no picture",
    )
    assert set(found) == {
        "format", "paper", "copies", "place", "stray", "legal_basis[2]", "kop.lines", "kop.logo",
        "chair.name", "numbering.berita-acara", "numbering.surat", "witnesses[1].nip", "kop.emblem",
    }  # fmt: skip
    assert "A4, F4" in found["paper"]
    assert "{month_roman}" in found["numbering.berita-acara"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"format = ", "not valid TOML"),
        (b"place = '\xff'", "UTF-8"),
        (b"#" * 200_001, "larger than"),
        (b"format = 1\nplace = '" + b"x" * 401 + b"'", "longer than 400"),
        (b"format = 1\n[numbering]\nrekapitulasi = '{number!r}'", "placeholders"),
        (b"format = 1\n[numbering]\nrekapitulasi = '{number:>9999999}'", "placeholders"),
        (b"format = 1\n[numbering]\nrekapitulasi = '{'", "placeholders"),
        (b"format = 1\ncopies = true", "whole number"),
        (b"format = 1\nlegal_basis = [" + b"'a'," * 41 + b"]", "At most 40"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(data: bytes, said: str) -> None:
    assert said in " ".join(faults(data).values())


def test_a_person_may_be_bound_to_a_certificate() -> None:
    bound = read_letterhead(b"format = 1\n[chair]\ncertificate_sha256 = '" + b"AB" * 32 + b"'")
    assert bound.chair.certificate_sha256 == "ab" * 32
    found = faults(b"format = 1\n[secretary]\ncertificate_sha256 = 'abc'")
    assert "64 hexadecimal digits" in found["secretary.certificate_sha256"]


def test_f4_is_known() -> None:
    assert read_letterhead(b"format = 1\npaper = 'F4'").paper is Paper.F4


def test_an_emblem_leaves_everything_but_its_pixels_behind() -> None:
    source = BytesIO()
    picture = Image.new("RGBA", (900, 450), (0, 0, 0, 0))
    picture.save(source, "PNG", icc_profile=b"strange", dpi=(1, 1))
    plain = Image.open(BytesIO(read_emblem(source.getvalue(), "e.png")))
    assert (plain.mode, plain.size, plain.getpixel((5, 5))) == ("RGB", (600, 300), (255,) * 3)
    assert not plain.info


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
def test_other_pictures_are_refused(kind: str) -> None:
    target = BytesIO()
    Image.new("RGB", (8, 8)).save(target, kind)
    with pytest.raises(InputError, match="no sound PNG or JPEG"):
        read_emblem(target.getvalue(), "emblem")


def test_a_broken_or_huge_picture_is_refused() -> None:
    good = BytesIO()
    Image.new("RGB", (64, 64), "red").save(good, "PNG")
    wide = BytesIO()
    Image.new("1", (4001, 2)).save(wide, "PNG")
    for data in (good.getvalue()[:60], wide.getvalue(), b"x" * 2_000_001, b""):
        with pytest.raises(InputError, match="no sound PNG or JPEG"):
            read_emblem(data, "emblem")


def test_an_emblem_travels_at_the_end_of_its_letterhead() -> None:
    own = (FOLDER / "contoh-kementerian.toml").read_bytes()
    whole = with_emblem(own, (FOLDER / "contoh-lambang.png").read_bytes(), "contoh-lambang.png")
    assert tomllib.loads(whole.decode())["emblem"]["png"]
    head, picture = without_emblem(whole)
    assert head.rstrip() == own.rstrip()
    read = read_letterhead(whole)
    assert read.emblem.startswith(b"\x89PNG")
    assert read == read_letterhead(own, (FOLDER / "contoh-lambang.png").read_bytes())
    assert picture


@pytest.mark.parametrize(
    "tail", [b"png = 7\n", b'png = "!"\n', b'png = "QUJD"\nstray = 1\n', b'png = "A"\n']
)
def test_what_is_no_emblem_at_the_end_is_an_unknown_entry(tail: bytes) -> None:
    assert "emblem" in faults(b"format = 1\n\n[emblem]\n" + tail)


def test_a_picture_at_the_end_is_checked_like_any_other() -> None:
    assert "kop.emblem" in faults(b'format = 1\n\n[emblem]\npng = "QUJD"\n')


@pytest.mark.parametrize("name", ["../rahasia.png", "/etc/passwd", "a\\\\b.png", "..", "C:x.png"])
def test_an_emblem_lies_beside_its_letterhead(name: str) -> None:
    found = faults(f'format = 1\n[kop]\nemblem = "{name}"'.encode())
    assert "without any folder" in found["kop.emblem"]


def test_judges_sign_only_where_the_letterhead_says_so() -> None:
    assert read_letterhead(b"format = 1\njudges_sign = true").judges_sign
    assert not read_letterhead(b"format = 1").judges_sign
    assert "true or false" in faults(b"format = 1\njudges_sign = 'ya'")["judges_sign"]


def test_a_person_may_sign_on_paper() -> None:
    read = read_letterhead(b'format = 1\n[chair]\nname = "A"\nsigns = "paper"\n')
    assert read.chair.on_paper
    assert not read_letterhead(b'format = 1\n[chair]\nsigns = "electronic"\n').chair.on_paper
    digest = "ab" * 32
    data = f"""format = 1
[chair]
signs = "stamp"
[[witnesses]]
name = "B"
signs = "paper"
certificate_sha256 = "{digest}"
"""
    with pytest.raises(InputError) as fault:
        read_letterhead(data.encode())
    found = [(problem.where, str(problem.what)) for problem in fault.value.problems]
    assert found[0] == ("chair.signs", "A person signs in one of these ways: electronic, paper.")
    assert str(found[1][0]).endswith("signs")
    assert "has no certificate here" in found[1][1]


def test_whoever_signs_on_paper_gets_no_field() -> None:
    data = """format = 1
[chair]
name = "A"
signs = "paper"
[secretary]
name = "B"
[official]
name = "C"
signs = "paper"
[[witnesses]]
name = "D"
signs = "paper"
[[witnesses]]
name = "E"
"""
    letterhead = read_letterhead(data.encode())
    people = signatories_of(letterhead, (), Language.INDONESIAN)
    assert [one.field for one in people] == ["secretary", "witness-2"]
