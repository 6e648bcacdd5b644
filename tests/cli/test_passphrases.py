from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.cli.passphrase import read_passphrase_file
from smartcity_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("content", "passphrase"),
    [
        (b"empat kata acak", "empat kata acak"),
        (b"empat kata acak\n", "empat kata acak"),
        (b"empat kata acak\r\n", "empat kata acak"),
        (b"two\n\n", "two\n"),
        (b" blank \n", " blank "),
        ("\ufeffdengan BOM\n".encode(), "dengan BOM"),
        (b"\n\n", "\n"),
        ("kata acak\r\n".encode("utf-16"), "kata acak"),
        (codecs.BOM_UTF16_BE + "kata \u0161".encode("utf-16-be"), "kata \u0161"),
    ],
)
def test_a_file_gives_its_text_without_one_line_end(
    tmp_path: Path, content: bytes, passphrase: str
) -> None:
    (tmp_path / "p").write_bytes(content)
    assert read_passphrase_file(tmp_path / "p") == passphrase


@pytest.mark.parametrize("content", [b"", b"\n", b"\r\n", b"\xff\xfe", b"\xff\xfex", b"x" * 4097])
def test_what_is_no_passphrase_is_refused_without_showing_it(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "p").write_bytes(content)
    with pytest.raises(InputError) as raised:
        read_passphrase_file(tmp_path / "p")
    assert raised.value.problems[0].where == str(tmp_path / "p")
    assert "xxx" not in str(raised.value)


def test_nobody_to_ask_is_a_refusal(run: Run) -> None:
    ran = run("crash", "--lang", "en")
    assert ran.code == 1
    assert ran.err == ("Passphrase: nobody can be asked here. Give the option --passphrase-file.\n")


def test_an_empty_passphrase_is_a_refusal(run: Run) -> None:
    ran = run("crash", "--json", typed=[""])
    assert ran.code == 1
    assert "kosong" in json.loads(ran.out)["error"][0]["what"]
