"""The record of a declaration without the judges: what every published document is drawn from.

Where an assessment is anonymous, names are not left out document by document: published documents
are given a record that does not hold them. Values stand under letters that are drawn anew for every
region, so that what is known of a judge in one region tells nothing in another.
"""

from __future__ import annotations

import hmac
from collections import Counter, defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec.structs import replace

from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.score_sheet import Changed, SheetState
from smartcity_desktop.reports.record import Veil
from smartcity_desktop.reports.silence import Silence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.counted import CountedSheet
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.judging import JudgeEffect, Judging
    from smartcity_desktop.domain.score_sheet import ScoreSheet
    from smartcity_desktop.reports.record import DeclaredRecord, SealNote

    Letters = dict[tuple[str, str], str]
    """The letter by judge and region."""


def published(record: DeclaredRecord) -> DeclaredRecord:
    """Return what published documents may print: the record itself where judges are named.

    Details of regions are to be added afterwards: among equal values the rules leave out that of
    the judge who comes first, and the order of judges is no longer that of the letters.
    """
    if not record.secret or record.veil is not None:
        return record
    letters = _letters(record)
    silence = Silence(record.roster.judges)
    declaration = record.declaration
    return replace(
        silence.in_record(record),
        secret=b"",
        veil=_veil(record),
        counted=tuple(sorted(_counted(record.counted, letters), key=_place)),
        sheets=tuple(sorted(_sheets(record.sheets, letters), key=_place)),
        details=(),
        seals=tuple(sorted(map(_seal, record.seals), key=lambda seal: seal.receipt)),
        gaps=tuple(sorted((replace(g, judge="") for g in record.gaps), key=lambda g: g.region)),
        recusals=tuple(
            sorted(
                (replace(r, judge="", reason="") for r in record.recusals),
                key=lambda recusal: recusal.region,
            )
        ),
        absences=tuple(
            sorted(
                (replace(a, judge="", reason="") for a in record.absences),
                key=lambda absence: absence.region,
            )
        ),
        refused=tuple(
            replace(r, file="", refusal=replace(r.refusal, judge="")) for r in record.refused
        ),
        decisions=tuple(_decision(silence.in_decision(d)) for d in record.decisions),
        lapsed=tuple(_decision(silence.in_decision(d)) for d in record.lapsed),
        judging=_judging(record.judging) if record.judging else None,
        declaration=silence.in_declaration(declaration),
        objections=tuple(map(silence.in_objection, record.objections)),
    )


def letter(position: int) -> str:
    """Return A, B ... Z, AA, AB ... for 0, 1, 2 ..."""
    found = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _letters(record: DeclaredRecord) -> Letters:
    """Draw the letters of every region with the secret; those who scored come first."""
    found: Letters = {}
    present: dict[str, list[CountedSheet]] = defaultdict(list)
    for sheet in record.counted:
        present[sheet.region].append(sheet)
    for region, sheets in present.items():
        drawn = sorted(
            (
                sheet.state is not SheetState.SCORED,
                _draw(record.secret, str(record.declaration.number), region, sheet.judge),
                sheet.judge,
            )
            for sheet in sheets
        )
        found.update(
            ((judge, region), letter(position)) for position, (_, _, judge) in enumerate(drawn)
        )
    return found


def _draw(secret: bytes, *about: str) -> bytes:
    return hmac.digest(secret, "\n".join(about).encode(), "sha256")


def _veil(record: DeclaredRecord) -> Veil:
    counting = {sheet.judge for sheet in record.counted}
    kinds = Counter(issue.kind for issue in record.roster.issues)
    return Veil(
        judges=len(record.roster.judges),
        counting=len(counting),
        scoring=len({s.judge for s in record.counted if s.state is SheetState.SCORED}),
        corrected=sum(1 for seal in record.seals if seal.reason),
        issues=tuple(sorted(kinds.items(), key=lambda pair: pair[0].value)),
    )


def _counted(sheets: Iterable[CountedSheet], letters: Letters) -> Iterable[CountedSheet]:
    for sheet in sheets:
        own = letters[sheet.judge, sheet.region]
        yield sheet._replace(judge=own, sha256="", seal="", issue="", paper=False)


def _sheets(sheets: Iterable[ScoreSheet], letters: Letters) -> Iterable[ScoreSheet]:
    """Keep the values; what a judge wrote, and when, says too much of who it was."""
    for sheet in sheets:
        yield replace(
            sheet,
            judge=letters[sheet.judge, sheet.region],
            reason="",
            abstained=tuple((indicator, "") for indicator, _ in sheet.abstained),
            notes=(),
            evidence=(),
            changed=Changed("", "", 0),
        )


def _place(sheet: CountedSheet | ScoreSheet) -> tuple[str, int, str]:
    return sheet.region, len(sheet.judge), sheet.judge


def _seal(seal: SealNote) -> SealNote:
    """Keep receipt, digest and what became of it; how many sheets it holds tells judges apart."""
    return replace(
        seal, judge="", issue="", number=0, time="", thumbprint="", reason="", sheets=0, open=0
    )


def _decision(decision: Decision) -> Decision:
    subject = decision.subject
    match decision.kind:
        case DecisionKind.KEY | DecisionKind.ADMIT | DecisionKind.REISSUE:
            subject = ()
        case DecisionKind.RECUSE | DecisionKind.VOID:
            subject = subject[1:]
        case DecisionKind.WAIVE:
            subject = tuple(sorted(pair.partition(":")[2] for pair in subject))
    return replace(decision, subject=subject)


def _judging(judging: Judging) -> Judging:
    """Keep how far the judges lie apart, and nobody's own figures: these lead back to letters."""
    known = [effect for effect in judging.judges if effect.effect is not None]
    ends = sorted(known, key=lambda effect: effect.effect or Fraction(0))
    return replace(judging, judges=tuple(map(_nameless, [*ends[:1], *ends[1:][-1:]])))


def _nameless(effect: JudgeEffect) -> JudgeEffect:
    return replace(effect, judge="", count=0, mean=Fraction(0), rest=None, group=0)
