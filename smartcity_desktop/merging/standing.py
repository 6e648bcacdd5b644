"""Which seals have a voice: their key stands, they are not void, their issue still speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.decision import DecisionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from smartcity_desktop.domain.assessment import Issue, Roster
    from smartcity_desktop.domain.decision import Decision
    from smartcity_desktop.domain.intact_seal import IntactSeal


class Rulings(Struct, frozen=True):
    """The decisions that concern seals, sorted by what they touch.

    Attributes:
        void_seals: digests without any voice. void_voices: (digest, region) pairs: that seal
            says nothing of that region. keys: (judge, thumbprint) that stand by decision.
        admitted: digests of late seals that stand all the same.
    """

    void_seals: frozenset[str]
    void_voices: frozenset[tuple[str, str]]
    keys: frozenset[tuple[str, str]]
    admitted: frozenset[str]


def read_rulings(decisions: Iterable[Decision]) -> Rulings:
    """Sort the decisions; those of other kinds are passed over."""
    seals: set[str] = set()
    voices: set[tuple[str, str]] = set()
    keys: set[tuple[str, str]] = set()
    admitted: set[str] = set()
    for decision in decisions:
        match decision.kind, decision.subject:
            case DecisionKind.VOID, (digest,):
                seals.add(digest)
            case DecisionKind.VOID, (digest, *regions):
                voices.update((digest, region) for region in regions)
            case DecisionKind.KEY, (judge, thumbprint):
                keys.add((judge, thumbprint))
            case DecisionKind.ADMIT, (digest,):
                admitted.add(digest)
            case _:
                pass
    return Rulings(frozenset(seals), frozenset(voices), frozenset(keys), frozenset(admitted))


def kept_by_issue(roster: Roster) -> dict[str, frozenset[str]]:
    """Return for every replaced issue the digests of its seals that stand."""
    kept: dict[str, frozenset[str]] = {}
    for issue in roster.issues:
        if issue.replaces:
            kept[issue.replaces] = kept.get(issue.replaces, frozenset()) | frozenset(issue.kept)
    return kept


class KeyQuestion(Struct, frozen=True):
    """Seals of one issue under a key that does not stand; a decision must name it or void them.

    Attributes:
        proven: whether the issue key vouches for it (then another proven key stands against it).
    """

    judge: str
    issue: str
    thumbprint: str
    proven: bool
    seals: tuple[str, ...]


class Standing(Struct, frozen=True):
    """The seals of one issue, sorted by what has become of them.

    Attributes:
        heads: seals with a voice that no other such seal supersedes, sorted by digest.
        superseded: digests listed as earlier by a seal with a voice.
        late: seals of a replaced issue that were neither kept nor admitted.
    """

    issue: Issue
    heads: tuple[IntactSeal, ...]
    superseded: frozenset[str]
    late: tuple[IntactSeal, ...]
    questions: tuple[KeyQuestion, ...]


def find_standing(
    issue: Issue,
    seals: Sequence[IntactSeal],
    rulings: Rulings,
    kept: Mapping[str, frozenset[str]],
) -> Standing:
    """Sort all stored seals of one issue; they come in any order.

    ``kept`` holds for every replaced issue the digests that stand.
    """
    proven = {seal.thumbprint for seal in seals if seal.key_proven}
    stands = {thumb for judge, thumb in rulings.keys if judge == issue.judge}
    if len(proven) == 1:
        stands |= proven
    alive = [seal for seal in seals if seal.digest not in rulings.void_seals]
    keyed = [seal for seal in alive if seal.thumbprint in stands]
    allowed = kept[issue.id] | rulings.admitted if issue.id in kept else None
    heard = [seal for seal in keyed if allowed is None or seal.digest in allowed]
    late = [seal for seal in keyed if allowed is not None and seal.digest not in allowed]
    earlier = frozenset().union(*(seal.earlier for seal in heard))
    return Standing(
        issue=issue,
        heads=_sorted(seal for seal in heard if seal.digest not in earlier),
        superseded=earlier,
        late=_sorted(late),
        questions=_questions(issue, [s for s in alive if s.thumbprint not in stands], proven),
    )


def _questions(
    issue: Issue, seals: Sequence[IntactSeal], proven: set[str]
) -> tuple[KeyQuestion, ...]:
    thumbprints = sorted({seal.thumbprint for seal in seals})
    return tuple(
        KeyQuestion(
            issue.judge,
            issue.id,
            thumbprint,
            thumbprint in proven,
            tuple(sorted(seal.digest for seal in seals if seal.thumbprint == thumbprint)),
        )
        for thumbprint in thumbprints
    )


def _sorted(seals: Iterable[IntactSeal]) -> tuple[IntactSeal, ...]:
    return tuple(sorted(seals, key=lambda seal: seal.digest))
