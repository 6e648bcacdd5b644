"""What a region filed beforehand: shown to judges beside the rubric, never counted."""

from __future__ import annotations

from msgspec import Struct


class Answer(Struct, frozen=True):
    """A region's own answer to one indicator.

    Attributes:
        text: may have several lines; empty where only a level was claimed.
        claimed: the level the region claims, value x 10**decimals of the indicator's scale, or
            None.
    """

    indicator: str
    text: str
    claimed: int | None = None


class Dossier(Struct, frozen=True):
    """All that one region filed.

    Attributes:
        figures: (name, text) of context figures such as population; sorted by name.
        answers: in instrument order; indicators without an answer are left out.
    """

    region: str
    figures: tuple[tuple[str, str], ...] = ()
    answers: tuple[Answer, ...] = ()

    def answer(self, indicator: str) -> Answer | None:
        """Return the answer to an indicator, None when the region gave none."""
        return next((a for a in self.answers if a.indicator == indicator), None)
