"""Changes to one score sheet, from value to value; nothing here touches a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.errors import InputError, RuleError
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.score_sheet import REGION_NOTE, Evidence, ScoreSheet, SheetState
from smartcity_desktop.scoring.wording import clean_note, clean_reason

if TYPE_CHECKING:
    from smartcity_desktop.domain.instrument import Indicator, Instrument

REFUSALS = (RuleError, InputError)
"""What an edit raises when a rule or the instrument forbids it."""


def record_score(
    sheet: ScoreSheet, instrument: Instrument, indicator_id: str, value: int
) -> ScoreSheet:
    """Set one value (value x 10**decimals); it takes the place of an abstention.

    Raises:
        RuleError: the sheet is recused or absent, or the value is not permitted.
    """
    index, indicator = find_indicator(instrument, indicator_id)
    _expect_scored(sheet)
    if isinstance(value, bool) or not indicator.scale.permits(value):
        raise RuleError(
            message(
                "{value} is not a permitted value of indicator {indicator} for {region} {name}.",
                value=str(indicator.scale.exact(value)),
                indicator=indicator_id,
                region=sheet.region,
                name=sheet.name,
            )
        )
    return replace(
        sheet,
        values=_with(sheet.values, index, value),
        abstained=_without(sheet.abstained, indicator_id),
    )


def clear_score(sheet: ScoreSheet, instrument: Instrument, indicator_id: str) -> ScoreSheet:
    """Take back a value or an abstention: the indicator is open again."""
    index, _ = find_indicator(instrument, indicator_id)
    _expect_scored(sheet)
    return replace(
        sheet,
        values=_with(sheet.values, index, None),
        abstained=_without(sheet.abstained, indicator_id),
    )


def abstain(
    sheet: ScoreSheet, instrument: Instrument, indicator_id: str, reason: str
) -> ScoreSheet:
    """Leave one indicator unscored, with a reason; never a zero."""
    index, _ = find_indicator(instrument, indicator_id)
    _expect_scored(sheet)
    kept = _without(sheet.abstained, indicator_id)
    return replace(
        sheet,
        values=_with(sheet.values, index, None),
        abstained=tuple(sorted((*kept, (indicator_id, clean_reason(reason))))),
    )


def recuse(sheet: ScoreSheet, reason: str) -> ScoreSheet:
    """Leave the whole region unscored because of a conflict of interest."""
    return _unscored(sheet, SheetState.RECUSED, clean_reason(reason))


def report_absent(sheet: ScoreSheet, reason: str) -> ScoreSheet:
    """Report that the region did not appear; the coordinator confirms or denies it."""
    return _unscored(sheet, SheetState.ABSENT, clean_reason(reason))


def resume(sheet: ScoreSheet) -> ScoreSheet:
    """Take back a recusal or a reported absence: the sheet is open for scores again."""
    return replace(sheet, state=SheetState.SCORED, reason="")


def write_note(
    sheet: ScoreSheet, instrument: Instrument, indicator_id: str, text: str
) -> ScoreSheet:
    """Set or, with an empty text, remove the note of an indicator, or of the region (``*``)."""
    if indicator_id != REGION_NOTE:
        find_indicator(instrument, indicator_id)
    note = clean_note(text)
    kept = _without(sheet.notes, indicator_id)
    return replace(sheet, notes=tuple(sorted((*kept, (indicator_id, note)))) if note else kept)


def attach_evidence(
    sheet: ScoreSheet, instrument: Instrument, indicator_id: str, evidence: Evidence
) -> ScoreSheet:
    """Attach a file to an indicator, or to the region (``*``); the same file only once."""
    if indicator_id != REGION_NOTE:
        find_indicator(instrument, indicator_id)
    kept = {item for item in sheet.evidence if item != (indicator_id, evidence)}
    ordered = sorted((*kept, (indicator_id, evidence)), key=_evidence_order)
    return replace(sheet, evidence=tuple(ordered))


def detach_evidence(sheet: ScoreSheet, indicator_id: str, sha256: str) -> ScoreSheet:
    """Take a file away from an indicator; its bytes stay in the panel file for undo."""
    return replace(
        sheet,
        evidence=tuple(
            (owner, file)
            for owner, file in sheet.evidence
            if (owner, file.sha256) != (indicator_id, sha256)
        ),
    )


def move_scores(sheet: ScoreSheet, region: str, name: str) -> ScoreSheet:
    """Return the same sheet for another region: the wrong one was scored."""
    return replace(sheet, region=region, name=name)


def find_indicator(instrument: Instrument, indicator_id: str) -> tuple[int, Indicator]:
    """Return position and indicator; raises InputError for an id the instrument has not."""
    for index, indicator in enumerate(instrument.indicators()):
        if indicator.id == indicator_id:
            return index, indicator
    raise InputError(
        message("The instrument has no indicator {indicator}.", indicator=indicator_id)
    )


def _expect_scored(sheet: ScoreSheet) -> None:
    if sheet.state is SheetState.SCORED:
        return
    raise RuleError(
        message(
            "{region} {name} is marked as not scored ({reason}). Take that back first; no score "
            "was changed.",
            region=sheet.region,
            name=sheet.name,
            reason=sheet.reason,
        )
    )


def _unscored(sheet: ScoreSheet, state: SheetState, reason: str) -> ScoreSheet:
    return replace(
        sheet, state=state, reason=reason, values=(None,) * len(sheet.values), abstained=()
    )


def _with(values: tuple[int | None, ...], index: int, value: int | None) -> tuple[int | None, ...]:
    return (*values[:index], value, *values[index + 1 :])


def _without(pairs: tuple[tuple[str, str], ...], key: str) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in pairs if pair[0] != key)


def _evidence_order(item: tuple[str, Evidence]) -> tuple[str, str, str]:
    owner, file = item
    return owner, file.name, file.sha256
