"""Codes, ids and digests turned back into names that people know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.digests import short_digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.instrument import Instrument
    from smartcity_desktop.reports.record import SealNote
    from smartcity_desktop.reports.words import Words


class Naming:
    """Names everything a document mentions; an unknown code stands for itself."""

    def __init__(
        self, roster: Roster, instrument: Instrument, seals: Iterable[SealNote], words: Words
    ) -> None:
        """Take what there is to name."""
        self.words = words
        self._regions = {region.code: region for region in roster.regions}
        self._judges = {judge.id: judge for judge in roster.judges}
        self._bands = {band.name.id: band.name for band in instrument.rules.bands}
        self._seals = {seal.digest: seal for seal in seals}

    @property
    def anonymous(self) -> bool:
        """Whether there are no judges to name: the documents of this set name none."""
        return not self._judges

    def band(self, name: str) -> str:
        """Return a selection band's name in the document's language."""
        known = self._bands.get(name)
        return self.words.local(known) if known else self.words.name(name)

    def region(self, code: str) -> str:
        """Return ``Kota Samarinda (64.72)``."""
        region = self._regions.get(code)
        shown = self.words.name(code)
        return f"{self.words.name(region.name)} ({shown})" if region else shown

    def region_name(self, code: str) -> str:
        """Return the name alone, where the code has a column of its own."""
        region = self._regions.get(code)
        return self.words.name(region.name if region else code)

    def province(self, code: str) -> str:
        """Return the province's name; empty where it is not known."""
        region = self._regions.get(code)
        return self.words.name(region.province) if region else ""

    def judge(self, judge_id: str) -> str:
        """Return a judge's name."""
        judge = self._judges.get(judge_id)
        return self.words.name(judge.name if judge else judge_id)

    def pair(self, pair: str) -> str:
        """Return the judge and the region of a ``judge:region`` pair."""
        judge, _, region = pair.partition(":")
        return f"{self.judge(judge)} \u2013 {self.region(region)}"

    def seal(self, digest: str) -> str:
        """Return whose seal it is, its number and its receipt."""
        seal = self._seals.get(digest)
        if seal is None:
            return self.words.say(message("seal {digest}", digest=short_digest(digest)))
        return self.words.say(
            message("seal {number} of {judge} (receipt {receipt})", number=seal.number,
                    judge=self.judge(seal.judge), receipt=seal.receipt)
        )  # fmt: skip
