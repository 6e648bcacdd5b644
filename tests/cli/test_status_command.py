"""``status``: what a coordinator asks every evening, and what he records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.jury_room import JuryRoom
from tests.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    shop = Workshop.open(tmp_path / "lokakarya")
    shop.merge(shop.hand_in("j01", {shop.regions[0]: (1, 2, 3)}))
    return shop


@pytest.fixture
def room(tmp_path: Path, capsys: pytest.CaptureFixture[str], shop: Workshop) -> JuryRoom:
    return JuryRoom(tmp_path, capsys, shop.clock, shop.random_bytes)


def test_the_whole_matrix_is_known_from_the_first_day(room: JuryRoom, shop: Workshop) -> None:
    told = room.json("status", str(shop.path))
    cells = {(cell["judge"], cell["region"]): cell["state"] for cell in told["cells"]}
    expected = {(judge, region): "missing" for judge in shop.judges for region in shop.regions}
    assert cells == expected | {("j01", shop.regions[0]): "received"}
    assert (told["counts"]["received"], told["counts"]["missing"]) == (1, 5)


def test_people_see_what_each_judge_still_owes(room: JuryRoom, shop: Workshop) -> None:
    ran = room.run("status", str(shop.path), "--lang", "en")
    (line,) = [line for line in ran.out.splitlines() if line.startswith("j01")]
    assert line.split()[1:4] == ["1", "0", "2"]
    assert line.endswith(f"{shop.regions[1]}, {shop.regions[2]}")


def test_a_region_that_is_out_is_owed_no_more(room: JuryRoom, shop: Workshop) -> None:
    region = shop.regions[2]
    told = room.json("status", str(shop.path), region, "withdrawn", "--reason", "Mundur")
    assert (told["code"], told["status"]) == (region, "withdrawn")
    told = room.json("status", str(shop.path))
    assert (told["counts"]["not_due"], told["counts"]["missing"]) == (2, 3)
    assert {"code": region, "status": "withdrawn", "reason": "Mundur"} in told["regions"]


@pytest.mark.parametrize("half", [["11.01"], ["11.01", "absent"], ["--reason", "Mundur"]])
def test_half_a_status_is_wrong_usage(room: JuryRoom, shop: Workshop, half: list[str]) -> None:
    before = shop.path.read_bytes()
    assert room.run("status", str(shop.path), *half).code == 2
    assert shop.path.read_bytes() == before
