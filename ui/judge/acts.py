"""Acts of a judge: shown at once, saved by the lane, one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.scoring.desk_facts import History, Marks, read_history, read_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.scoring.desk import Desk


class Act(Struct, frozen=True):
    """Something the judge did.

    Attributes:
        save: does it on the open file, on the lane's thread; returns the codes of the regions
            whose sheets it changed.
        regions: what it will change, for the mark "not saved yet".
    """

    save: Callable[[Desk], tuple[str, ...]]
    regions: tuple[str, ...]


class Saved(Struct, frozen=True):
    """What the file holds after an act.

    Attributes:
        sheets: of the regions concerned. at: the instant at which the disk had it, as text.
    """

    sheets: Mapping[str, ScoreSheet]
    marks: Marks
    history: History
    at: str


def save_act(desk: Desk, act: Act) -> Saved:
    """Carry an act out; when this returns, it is on the disk."""
    changed = act.save(desk)
    sheets = {code: desk.sheet(code) for code in changed}
    return Saved(sheets, read_marks(desk), read_history(desk), desk.now())
