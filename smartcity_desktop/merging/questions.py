"""Open questions about seals and sheets, each with the decisions that would answer it."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.question import Question, QuestionKind, Rival
from smartcity_desktop.merging.claims import DisputeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.merging.claims import Claim, Contents, Pair
    from smartcity_desktop.merging.completeness import Completeness
    from smartcity_desktop.merging.state import MergeState


def find_questions(
    state: MergeState, completeness: Completeness, contents: Contents
) -> tuple[Question, ...]:
    """Return every open question, those about keys first, then pair by pair.

    ``contents`` looks up the sheets that are in dispute.
    """
    names = {region.code: region.name for region in state.roster.regions}
    return (
        *find_seal_questions(state, contents),
        *_about_absences(completeness, names),
        *_about_missing(completeness),
    )


def find_seal_questions(state: MergeState, contents: Contents) -> tuple[Question, ...]:
    """Return the open questions about keys, seals and sheets that are there."""
    names = {region.code: region.name for region in state.roster.regions}
    return (
        *_about_keys(state),
        *_about_pairs(state, names, contents),
        *_about_late_seals(state),
    )


def _about_keys(state: MergeState) -> Iterator[Question]:
    for standing in state.standings:
        for key in standing.questions:
            voids = tuple(("void", digest) for digest in key.seals)
            yield Question(
                QuestionKind.KEY,
                message(
                    "Judge {judge} has seals under the key {thumbprint} (issue {issue}), and "
                    "that key does not stand. Compare the fingerprint with the judge, then "
                    "accept the key or void its seals.",
                    judge=key.judge,
                    thumbprint=key.thumbprint,
                    issue=key.issue,
                ),
                (("key", key.judge, key.thumbprint), *voids),
                blocking=True,
                judge=key.judge,
            )


def _about_pairs(
    state: MergeState, names: dict[str, str], contents: Contents
) -> Iterator[Question]:
    taking_part = state.taking_part()
    for pair in state.pairs:
        if (pair.judge, pair.region) in state.recused or pair.region not in taking_part:
            continue
        if pair.half_typed:
            yield Question(
                QuestionKind.PAPER_HALF_TYPED,
                message(
                    "The paper sheet of judge {judge} for {code} {name} has been typed once; "
                    "it counts when the second person has typed it too.",
                    judge=pair.judge,
                    code=pair.region,
                    name=names[pair.region],
                ),
                _void_each(pair),
                blocking=True,
                judge=pair.judge,
                region=pair.region,
            )
        elif pair.dispute is not None:
            yield Question(
                QuestionKind(pair.dispute.value),
                _dispute_sentence(pair.dispute, pair, names[pair.region]),
                _void_each(pair),
                blocking=True,
                judge=pair.judge,
                region=pair.region,
                rivals=tuple(_rival(claim, contents) for claim in pair.rivals),
            )


def _rival(claim: Claim, contents: Contents) -> Rival:
    state, values = contents(claim.sha256) if claim.sha256 else (None, ())
    return Rival(claim.seal, claim.issue, claim.paper, state, values)


def _void_each(pair: Pair) -> tuple[tuple[str, ...], ...]:
    return tuple(("void", claim.seal, pair.region) for claim in pair.rivals)


def _dispute_sentence(kind: DisputeKind, pair: Pair, name: str) -> Message:
    fields = {"judge": pair.judge, "code": pair.region, "name": name}
    match kind:
        case DisputeKind.SEALS:
            return message(
                "Judge {judge} has seals that cannot both stand for {code} {name}: they were "
                "made apart from each other. Void those that shall not count for it.",
                **fields,
            )
        case DisputeKind.ISSUES:
            return message(
                "Judge {judge} has sealed {code} {name} in more than one panel file. Void the "
                "sheets that shall not count.",
                **fields,
            )
        case DisputeKind.PAPER_DIFFERS:
            return message(
                "The paper sheet of judge {judge} for {code} {name} was typed differently by "
                "the two people. Compare with the paper and void the wrong typing, or correct "
                "it and seal again.",
                **fields,
            )
        case DisputeKind.PAPER_AND_ELECTRONIC:
            return message(
                "Judge {judge} has both a paper sheet and a sealed one for {code} {name}. Void "
                "the one that shall not count.",
                **fields,
            )


def _about_late_seals(state: MergeState) -> Iterator[Question]:
    for standing in state.standings:
        for seal in standing.late:
            yield Question(
                QuestionKind.LATE_SEAL,
                message(
                    "A seal of judge {judge} ({receipt}) belongs to the replaced panel file "
                    "{issue}. It is stored and does not count unless it is admitted.",
                    judge=seal.judge,
                    receipt=seal.receipt,
                    issue=seal.issue,
                ),
                (("admit", seal.digest),),
                blocking=False,
                judge=seal.judge,
            )


def _about_absences(completeness: Completeness, names: dict[str, str]) -> Iterator[Question]:
    for judge, region in completeness.reported_absent:
        yield Question(
            QuestionKind.REPORTED_ABSENT,
            message(
                "Judge {judge} reports that {code} {name} was absent. Confirm or deny it.",
                judge=judge,
                code=region,
                name=names[region],
            ),
            (("status", region, "absent"), ("status", region, "present")),
            blocking=True,
            judge=judge,
            region=region,
        )


def _about_missing(completeness: Completeness) -> Iterator[Question]:
    if completeness.missing and not completeness.waived:
        shown = "; ".join(
            f"{judge}: {', '.join(region for _, region in pairs)}"
            for judge, pairs in groupby(completeness.missing[:10], key=itemgetter(0))
        )
        rest = len(completeness.missing) - 10
        yield Question(
            QuestionKind.MISSING,
            message(
                "{count} score sheets are missing: {pairs}{more}. Merge them, or declare "
                "without them by a written waiver.",
                count=len(completeness.missing),
                pairs=shown,
                more=f" … (+{rest})" if rest > 0 else "",
            ),
            (("waive",),),
            blocking=True,
        )
