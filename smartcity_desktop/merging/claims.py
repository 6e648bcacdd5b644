"""What the seals say of one judge and one region: one claim, none, or a dispute."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from smartcity_desktop.domain.assessment import IssueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from smartcity_desktop.domain.score_sheet import SheetState
    from smartcity_desktop.merging.standing import Rulings, Standing

    Content = tuple[SheetState, tuple[int | None, ...]]
    Contents = Callable[[str], Content]
    """Looks up state and values of a stored sheet by its digest."""


class DisputeKind(Enum):
    """Why a pair's sheets do not count until a decision."""

    SEALS = "seals"
    ISSUES = "issues"
    PAPER_DIFFERS = "paper_differs"
    PAPER_AND_ELECTRONIC = "paper_and_electronic"


class Claim(NamedTuple):
    """One seal's sheet for a pair; ``sha256`` is empty where the seal leaves the region open."""

    issue: str
    seal: str
    sha256: str
    paper: bool = False


class Pair(NamedTuple):
    """The outcome for one judge and one region.

    Attributes:
        claim: the sheet that stands, or None.
        dispute: why none stands although there are some, or None.
        rivals: the claims in dispute, sorted.
        half_typed: a paper sheet that only one of two people has typed so far.
    """

    judge: str
    region: str
    claim: Claim | None = None
    dispute: DisputeKind | None = None
    rivals: tuple[Claim, ...] = ()
    half_typed: bool = False


def settle_pair(
    judge: str,
    region: str,
    standings: Sequence[Standing],
    rulings: Rulings,
    contents: Contents,
) -> Pair:
    """Settle one pair from all of the judge's issues that hold the region.

    The standings come in the order in which the issues were made.
    """
    if len(standings) == 1 and standings[0].issue.kind is not IssueKind.PAPER:
        return _settle_issue(judge, region, standings[0], rulings)
    on_paper = [s for s in standings if s.issue.kind is IssueKind.PAPER]
    electronic = _settle_electronic(
        judge, region, [s for s in standings if s.issue.kind is not IssueKind.PAPER], rulings
    )
    paper = _settle_paper(judge, region, on_paper, rulings, contents)
    if not _speaks(paper):
        return electronic
    if not _speaks(electronic):
        return paper
    # Every typing is a rival: whoever voids the paper sheet voids both typings of it.
    typed = [_settle_issue(judge, region, standing, rulings) for standing in on_paper]
    rivals = {claim for pair in (electronic, *typed) for claim in _claims_of(pair)}
    return Pair(judge, region, None, DisputeKind.PAPER_AND_ELECTRONIC, tuple(sorted(rivals)))


def _speaks(pair: Pair) -> bool:
    return bool(pair.claim or pair.dispute or pair.half_typed)


def _claims_of(pair: Pair) -> tuple[Claim, ...]:
    return pair.rivals or ((pair.claim,) if pair.claim else ())


def _voices(standing: Standing, region: str, rulings: Rulings) -> tuple[Claim, ...]:
    issue = standing.issue
    paper = issue.kind is IssueKind.PAPER
    void = rulings.void_voices
    return tuple(
        [
            Claim(issue.id, head.digest, head.sheets.get(region, ""), paper)
            for head in standing.heads
            if not void or (head.digest, region) not in void
        ]
    )


def _settle_issue(judge: str, region: str, standing: Standing, rulings: Rulings) -> Pair:
    """Several heads count only where they all say the same; an open region is a saying too."""
    voices = _voices(standing, region, rulings)
    if len(voices) == 1:
        (voice,) = voices
        return Pair(judge, region, voice if voice.sha256 else None)
    said = {voice.sha256 for voice in voices}
    if len(said) > 1:
        return Pair(judge, region, None, DisputeKind.SEALS, tuple(sorted(voices)))
    if said and said != {""}:
        return Pair(judge, region, min(voices))
    return Pair(judge, region)


def _settle_electronic(
    judge: str, region: str, standings: Sequence[Standing], rulings: Rulings
) -> Pair:
    """Walk each line of replacements from its newest issue back to the first that speaks."""
    settled = {s.issue.id: _settle_issue(judge, region, s, rulings) for s in standings}
    replaced = {s.issue.id: s.issue.replaces for s in standings}
    newest = [issue for issue in replaced if issue not in replaced.values()]
    outcomes = [
        pair for issue in newest if (pair := _first_to_speak(issue, replaced, settled)) is not None
    ]
    if not outcomes:
        return Pair(judge, region)
    sheets = {claim.sha256 for pair in outcomes for claim in _claims_of(pair)}
    if len(outcomes) == 1 or (len(sheets) == 1 and all(pair.claim for pair in outcomes)):
        return min(outcomes, key=_claims_of)
    rivals = tuple(sorted(claim for pair in outcomes for claim in _claims_of(pair)))
    return Pair(judge, region, None, DisputeKind.ISSUES, rivals)


def _first_to_speak(issue: str, replaced: dict[str, str], settled: dict[str, Pair]) -> Pair | None:
    while issue in settled:
        if _speaks(settled[issue]):
            return settled[issue]
        issue = replaced[issue]
    return None


def _settle_paper(
    judge: str,
    region: str,
    standings: Sequence[Standing],
    rulings: Rulings,
    contents: Contents,
) -> Pair:
    """Two people typed the same signed paper sheet blind; equal sheets count."""
    settled = [(s.issue.typist, _settle_issue(judge, region, s, rulings)) for s in standings]
    disputed = [pair for _, pair in settled if pair.dispute]
    if disputed:
        return min(disputed, key=_claims_of)
    claims = {typist: pair.claim for typist, pair in settled if pair.claim}
    if not claims:
        return Pair(judge, region)
    rivals = tuple(sorted(pair.claim for _, pair in settled if pair.claim))
    if len(rivals) > len(claims) or not _alike(rivals, contents):
        return Pair(judge, region, None, DisputeKind.PAPER_DIFFERS, rivals)
    if len(claims) == 1:
        return Pair(judge, region, None, None, rivals, half_typed=True)
    return Pair(judge, region, claims[min(claims)])


def _alike(claims: Iterable[Claim], contents: Contents) -> bool:
    return len({contents(claim.sha256) for claim in claims}) == 1
