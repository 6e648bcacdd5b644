"""The proof of sealed sheets: digest, canonical form, whose it is, permitted values, finished.

``SheetChecker.check`` is the complete check of one sheet; plain_sheets is a short way for most.
"""

from __future__ import annotations

from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from smartcity_desktop.domain.errors import ExpectedError, InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import Refusal, RefusalReason
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.plain_sheets import PlainSheets
from smartcity_desktop.sealing.sheet_payload import read_sheet
from smartcity_desktop.sealing.strict_object import MalformedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from smartcity_desktop.domain.assessment import FormerName
    from smartcity_desktop.domain.instrument import Instrument, Scale
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.score_sheet import ScoreSheet


class SealRefusedError(ExpectedError):
    """A seal or sheets under it failed a check.

    Attributes:
        refusal: the first check that failed. refusals: one for every sheet that fails.
    """

    def __init__(self, refusal: Refusal, *more: Refusal) -> None:
        """Keep the refusals for the plan or the verdict."""
        self.refusal = refusal
        self.refusals = (refusal, *more)
        super().__init__(Problem(_place(each), each.what) for each in self.refusals)


class SheetContent(NamedTuple):
    """What a proven sheet contributes to results."""

    state: SheetState
    values: tuple[int | None, ...]


_content = partial(tuple.__new__, SheetContent)
"""The same as ``SheetContent(...)`` in a third of the time; a merge makes ten thousand of them."""


def scored_contents(rows: Iterable[Iterable[int]]) -> Iterator[SheetContent]:
    """Yield the contents of scored sheets with these values."""
    return map(_content, zip(repeat(SheetState.SCORED), map(tuple, rows), strict=False))


class SheetChecker:
    """Checks sheets against one instrument; made once and used for all files of a merge.

    Attributes:
        ids: of the indicators, in instrument order.
        permitted: the values of each indicator, in the same order.
        names: the regions' names by code; where empty, the name on a sheet is not compared.
        former: (code, name) that a region bore before its name was corrected.
        plain: the short way for plain sheets; those with a former name go the complete one.
    """

    def __init__(
        self,
        instrument: Instrument,
        names: Mapping[str, str] | None = None,
        former: Iterable[FormerName] = (),
    ) -> None:
        """Work out what each indicator permits."""
        indicators = instrument.indicators()
        self.ids = tuple(indicator.id for indicator in indicators)
        self.permitted = tuple(_permitted(indicator.scale) for indicator in indicators)
        self.names = dict(names or {})
        self.former = frozenset((each.region, each.name) for each in former)
        self.plain = PlainSheets(self.ids, self.permitted, self.names)

    def check(self, payload: bytes, sha256: str, judge: str, region: str) -> SheetContent:
        """Check one payload that a seal lists under ``region`` with digest ``sha256``.

        Raises:
            SealRefusedError: the first check that fails, with judge and region.
        """
        if sha256_hex(payload) != sha256:
            raise refuse(
                RefusalReason.SHEET_CHANGED,
                message("The score sheet is not the one that was sealed: its content was changed."),
                judge,
                region,
            )
        try:
            sheet = read_sheet(payload, self.ids)
        except InputError as error:
            raise _unreadable(error, judge, region) from error
        fault = self._misplaced(sheet, judge, region) or self._find_fault(sheet)
        if fault:
            raise refuse(*fault, judge, region)
        return SheetContent(sheet.state, sheet.values)

    def _misplaced(
        self, sheet: ScoreSheet, judge: str, region: str
    ) -> tuple[RefusalReason, Message] | None:
        known = sheet.name == self.names.get(region, sheet.name)
        known = known or (region, sheet.name) in self.former
        if known and (sheet.judge, sheet.region) == (judge, region):
            return None
        return RefusalReason.SHEET_MISPLACED, message(
            "The sheet was filled in by judge {judge} for {region} {name}, and the seal says "
            "otherwise.",
            judge=sheet.judge,
            region=sheet.region,
            name=sheet.name,
        )

    def _find_fault(self, sheet: ScoreSheet) -> tuple[RefusalReason, Message] | None:
        for indicator, permitted, value in zip(self.ids, self.permitted, sheet.values, strict=True):
            if value is not None and value not in permitted:
                return RefusalReason.VALUE_NOT_PERMITTED, message(
                    "The value {value} is not permitted for indicator {indicator}.",
                    value=str(value),
                    indicator=indicator,
                )
        if sheet.changed.count == 0:
            return RefusalReason.SHEET_MALFORMED, _not_published("changed")
        missing = sheet.open_indicators(self.ids)
        if missing:
            return RefusalReason.SHEET_UNFINISHED, message(
                "The sheet is sealed although indicator {indicator} is neither scored nor "
                "abstained.",
                indicator=missing[0],
            )
        return None


def refuse(
    reason: RefusalReason, what: Message, judge: str = "", region: str = ""
) -> SealRefusedError:
    """Return the error for one failed check."""
    return SealRefusedError(Refusal(reason, what, judge, region))


def _permitted(scale: Scale) -> frozenset[int] | range:
    if scale.values:
        return frozenset(scale.values)
    return range(scale.minimum, scale.maximum + 1, scale.step)


def _unreadable(error: InputError, judge: str, region: str) -> SealRefusedError:
    if not isinstance(error, MalformedError):
        what = error.problems[0].what
        return refuse(RefusalReason.SHEET_MALFORMED, what, judge, region)
    if error.reason is RefusalReason.VALUE_NOT_PERMITTED:
        what = message("A score is no whole number ({field}).", field=error.field)
        return refuse(RefusalReason.VALUE_NOT_PERMITTED, what, judge, region)
    return refuse(RefusalReason.SHEET_MALFORMED, _not_published(error.field), judge, region)


def _not_published(field: str) -> Message:
    return message(
        "The score sheet does not have the form of this program's sheets ({field}).", field=field
    )


def _place(refusal: Refusal) -> str | Message:
    if refusal.region:
        return message("judge {judge}, region {region}", judge=refusal.judge, region=refusal.region)
    return message("judge {judge}", judge=refusal.judge) if refusal.judge else ""
