"""Recording what people decide: a closed list, checked against the facts it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.assessment import RegionStatus
from smartcity_desktop.domain.decision import DecisionKind
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message
from smartcity_desktop.plenary.naming import find_region, find_seal
from smartcity_desktop.regions.correcting import correct_name
from smartcity_desktop.regions.resource import official_regions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartcity_desktop.domain.assessment import Roster
    from smartcity_desktop.domain.intact_seal import IntactSeal
    from smartcity_desktop.domain.results import OpenQuestion
    from smartcity_desktop.plenary.reckoning import Reckoning


class Ruling(Struct, frozen=True):
    """What a decision will say, before it is signed by a name and a reason."""

    kind: DecisionKind
    subject: tuple[str, ...]
    choice: str = ""
    basis: str = ""


def prepare_ruling(
    kind: str, arguments: Sequence[str], reckoning: Reckoning, seals: Sequence[IntactSeal]
) -> Ruling:
    """Check one decision against the facts and fill in its basis.

    Raises:
        InputError: unknown kind, wrong arguments, or nothing there to decide.
    """
    if kind not in READERS:
        raise InputError(
            message(
                "There is no decision {kind}. The kinds are: {kinds}.",
                kind=kind,
                kinds=", ".join(sorted(READERS)),
            )
        )
    return READERS[kind](tuple(arguments), reckoning, tuple(seals))


def _void(arguments: Arguments, reckoning: Reckoning, seals: Seals) -> Ruling:
    name, *codes = _at_least(1, arguments, "void SEAL [REGION...]")
    digest = find_seal(name, seals, allow_unknown=True)
    regions = [find_region(code, reckoning.state.roster) for code in codes]
    return Ruling(DecisionKind.VOID, (digest, *sorted(set(regions))))


def _tie(arguments: Arguments, reckoning: Reckoning, seals: Seals) -> Ruling:
    del seals
    given = _at_least(2, arguments, "tie CODE CODE...")
    codes = tuple(find_region(code, reckoning.state.roster) for code in given)
    question = _open_group(codes, reckoning)
    return Ruling(DecisionKind.TIE, codes, basis=question.basis)


def _open_group(codes: tuple[str, ...], reckoning: Reckoning) -> OpenQuestion:
    results = reckoning.results
    ties = [q for q in (*results.open_questions, *results.settled) if q.kind == "tie"]
    for question in ties:
        if sorted(question.codes) == sorted(codes):
            return question
    groups = "; ".join(" ".join(question.codes) for question in ties)
    raise InputError(
        message(
            "These regions are not a tied group that waits for a decision: {codes}. Open "
            "groups: {groups}. Name all regions of one group, best first.",
            codes=" ".join(codes),
            groups=groups or "-",
        )
    )


def _key(arguments: Arguments, reckoning: Reckoning, seals: Seals) -> Ruling:
    del reckoning
    judge, thumbprint = _exactly(2, arguments, "key JUDGE THUMBPRINT")
    known = {seal.thumbprint for seal in seals if seal.judge == judge}
    if thumbprint not in known:
        raise InputError(
            message(
                "No stored seal of judge {judge} was made with the key {thumbprint}. Keys seen: "
                "{known}.",
                judge=judge,
                thumbprint=thumbprint,
                known=", ".join(sorted(known)) or "-",
            )
        )
    return Ruling(DecisionKind.KEY, (judge, thumbprint))


def _recuse(arguments: Arguments, reckoning: Reckoning, seals: Seals) -> Ruling:
    del seals
    judge, code = _exactly(2, arguments, "recuse JUDGE REGION")
    region = find_region(code, reckoning.state.roster)
    if not any((p.judge, p.region) == (judge, region) for p in reckoning.state.pairs):
        raise InputError(
            message(
                "Judge {judge} was never assigned {region}, so there is nothing to recuse.",
                judge=judge,
                region=region,
            )
        )
    return Ruling(DecisionKind.RECUSE, (judge, region))


def _status(arguments: Arguments, reckoning: Reckoning, seals: Seals) -> Ruling:
    del seals
    code, status = _exactly(2, arguments, "status REGION STATUS")
    choice = known_status(status)
    region = find_region(code, reckoning.state.roster)
    return Ruling(DecisionKind.STATUS, (region,), choice=choice)


def known_status(status: str) -> str:
    """Return the status, if there is one of that name; raises InputError otherwise."""
    known = [s.value for s in RegionStatus]
    if status in known:
        return status
    raise InputError(
        message(
            "{status} is no region status. The statuses are: {known}.",
            status=status,
            known=", ".join(known),
        )
    )


def _name(arguments: Arguments, reckoning: Reckoning, seals: Seals) -> Ruling:
    del seals
    code, *words = _at_least(2, arguments, "name REGION NAME")
    return rule_name(code, " ".join(words), reckoning.state.roster)


def rule_name(code: str, name: str, roster: Roster) -> Ruling:
    """Return what a correction of a region's name says; the code stays what it is.

    Raises:
        InputError: unknown region, or a name that cannot be.
    """
    found = find_region(code, roster)
    region = next(region for region in roster.regions if region.code == found)
    corrected = correct_name(region, name, roster.regions, official_regions())
    return Ruling(DecisionKind.NAME, (region.code, region.name), choice=corrected)


def _reissue(arguments: Arguments, reckoning: Reckoning, seals: Seals) -> Ruling:
    issue_id, *names = _at_least(1, arguments, "reissue ISSUE [SEAL...]")
    issues = {issue.id for issue in reckoning.state.roster.issues}
    if issue_id not in issues:
        raise InputError(
            message(
                "There is no panel file {issue}. Panel files handed out: {known}.",
                issue=issue_id,
                known=", ".join(sorted(issues)),
            )
        )
    _expect_not_replaced(issue_id, reckoning.state.roster)
    own = [seal for seal in seals if seal.issue == issue_id]
    digests = {find_seal(name, own) for name in names}
    return Ruling(DecisionKind.REISSUE, (issue_id, *sorted(digests)))


def _expect_not_replaced(issue_id: str, roster: Roster) -> None:
    """Which seals stand was written into the new panel file; a later word would change nothing."""
    for issue in roster.issues:
        if issue.replaces == issue_id:
            raise InputError(
                message(
                    "The panel file {issue} was replaced by {new} already, and which of its seals "
                    "stand was fixed then. Admit a late seal, or void one that shall not count.",
                    issue=issue_id,
                    new=issue.id,
                )
            )


def _waive(arguments: Arguments, reckoning: Reckoning, seals: Seals) -> Ruling:
    del seals
    _exactly(0, arguments, "waive")
    completeness = reckoning.completeness
    if not completeness.missing:
        raise InputError(message("No score sheet is missing, so there is nothing to waive."))
    pairs = tuple(f"{judge}:{region}" for judge, region in completeness.missing)
    return Ruling(DecisionKind.WAIVE, pairs, basis=completeness.basis)


def _admit(arguments: Arguments, reckoning: Reckoning, seals: Seals) -> Ruling:
    (name,) = _exactly(1, arguments, "admit SEAL")
    digest = find_seal(name, seals)
    if all(seal.digest != digest for s in reckoning.state.standings for seal in s.late):
        raise InputError(
            message("The seal {seal} is not a late one, so it need not be admitted.", seal=digest)
        )
    return Ruling(DecisionKind.ADMIT, (digest,))


def _at_cut(kind: DecisionKind) -> Reader:
    def read(arguments: Arguments, reckoning: Reckoning, seals: Seals) -> Ruling:
        del seals
        code, band = _exactly(2, arguments, f"{kind.value} REGION BAND")
        region = find_region(code, reckoning.state.roster)
        for question in (*reckoning.results.open_questions, *reckoning.results.settled):
            if question.kind == "cut" and region in question.codes and question.band == band:
                return Ruling(kind, (region, band), basis=question.basis)
        raise InputError(
            message(
                "{region} is not in a tied group across the cut of {band}.",
                region=region,
                band=band,
            )
        )

    return read


def _exactly(count: int, arguments: Arguments, form: str) -> Arguments:
    if len(arguments) != count:
        raise InputError(message("Write this decision as: {form}.", form=form))
    return arguments


def _at_least(count: int, arguments: Arguments, form: str) -> Arguments:
    if len(arguments) < count:
        raise InputError(message("Write this decision as: {form}.", form=form))
    return arguments


if TYPE_CHECKING:
    Arguments = tuple[str, ...]
    Seals = tuple[IntactSeal, ...]
    Reader = Callable[[Arguments, Reckoning, Seals], Ruling]

READERS: dict[str, Reader] = {
    "void": _void,
    "tie": _tie,
    "key": _key,
    "recuse": _recuse,
    "status": _status,
    "name": _name,
    "reissue": _reissue,
    "waive": _waive,
    "admit": _admit,
    "select": _at_cut(DecisionKind.SELECT),
    "leave": _at_cut(DecisionKind.LEAVE),
}
