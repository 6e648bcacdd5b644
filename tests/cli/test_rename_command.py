"""``rename``: a mistyped name is corrected with a reason; the code stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartcity_desktop.domain.assessment import Region
from tests.cli.jury_room import JuryRoom
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

WHY = ("--reason", "Salah ketik")


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    places = (Region("32.73", "Kota Bandungg", "Jawa Barat"), Region("tim-1", "Tim Melatti"))
    return Workshop.open(tmp_path / "lokakarya", places=places)


@pytest.fixture
def room(tmp_path: Path, capsys: pytest.CaptureFixture[str], shop: Workshop) -> JuryRoom:
    return JuryRoom(tmp_path, capsys, shop.clock, shop.random_bytes)


def test_the_right_name_is_shown_and_old_copies_merge(room: JuryRoom, shop: Workshop) -> None:
    copies = [shop.hand_in(judge) for judge in shop.judges]
    told = room.json("rename", str(shop.path), "tim-1", "Tim Melati", *WHY)
    assert told["code"] == "tim-1"
    assert (told["former"], told["name"], told["decision"]) == ("Tim Melatti", "Tim Melati", 1)
    told = room.json("merge", str(shop.path), *map(str, copies))
    assert {file["outcome"] for file in told["files"]} == {"new"}
    told = room.json("results", str(shop.path))
    names = {row["code"]: row["name"] for row in told["regions"]}
    assert names == {"32.73": "Kota Bandungg", "tim-1": "Tim Melati"}


def test_people_read_both_names(room: JuryRoom, shop: Workshop) -> None:
    ran = room.run("rename", str(shop.path), "32.73", "Kota Bandung", *WHY, "--lang", "en")
    assert ran.code == 0
    assert "32.73 is now called Kota Bandung, and no longer Kota Bandungg." in ran.out + ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("32.73", "Kota Bogor"), "32.71 Kota Bogor"),
        (("99.99", "Kota Bandung"), "no region 99.99"),
        (("tim-1", "Tim Melatti"), "called Tim Melatti already"),
    ],
)
def test_a_name_that_cannot_be_is_one_line(
    room: JuryRoom, shop: Workshop, words: tuple[str, str], said: str
) -> None:
    before = shop.path.read_bytes()
    ran = room.run("rename", str(shop.path), *words, *WHY, "--lang", "en")
    assert ran.code == 1
    assert said in ran.err
    assert shop.path.read_bytes() == before


def test_without_a_reason_it_is_wrong_usage(room: JuryRoom, shop: Workshop) -> None:
    assert room.run("rename", str(shop.path), "tim-1", "Tim Melati").code == 2


def test_it_is_a_decision_of_the_closed_list(room: JuryRoom, shop: Workshop) -> None:
    told = room.json(
        "decide", str(shop.path), "name", "tim-1", "Tim", "Melati", "--by", "Ketua", *WHY
    )
    assert (told["kind"], told["subject"]) == ("name", ["tim-1", "Tim Melatti"])
    assert told["choice"] == "Tim Melati"


def test_help_teaches(room: JuryRoom) -> None:
    ran = room.run("rename", "--help", "--lang", "en")
    assert "The code never changes" in " ".join(ran.out.split())
    assert "rename lomba.assessment tim-07" in ran.out
