"""Enrolment: the judge confirms the file, declares conflicts of interest, and makes a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.domain.errors import InputError, Problem, RuleError
from smartcity_desktop.domain.instant import write_instant
from smartcity_desktop.domain.message import message
from smartcity_desktop.scoring.wording import clean_reason
from smartcity_desktop.sealing import key_wrap
from smartcity_desktop.sealing.certificate import make_certificate
from smartcity_desktop.sealing.enrolment import Enrolment, make_enrolment
from smartcity_desktop.sealing.p12 import open_p12
from smartcity_desktop.sealing.signer import Signer, make_key, read_pem
from smartcity_desktop.store.keys import KeyForm, StoredKey

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smartcity_desktop.domain.assessment import Judge
    from smartcity_desktop.domain.instant import Clock
    from smartcity_desktop.store.panel_file import PanelFile


class KeyMaking(Struct, frozen=True):
    """How a new key is made and wrapped.

    Attributes:
        random_bytes: unpredictable bytes, so many.
        work: log2 of the scrypt cost; lower only where the passphrase protects nothing.
    """

    passphrase: str
    random_bytes: Callable[[int], bytes]
    clock: Clock
    work: int = key_wrap.WORK

    def make(self, judge: Judge) -> tuple[Signer, bytes, str]:
        """Return a new key with its certificate, the wrapped key, and the moment.

        Raises:
            KeyRefusedError: the passphrase is too short.
        """
        key_wrap.check_new_passphrase(self.passphrase)
        moment = self.clock()
        key = make_key(self.random_bytes)
        signer = key.with_certificates([make_certificate(key, judge, moment)])
        wrapped = key_wrap.wrap_key(signer, self.passphrase, self.random_bytes, self.work)
        return signer, wrapped, write_instant(moment)


def enrol_judge(panel: PanelFile, making: KeyMaking, conflicts: Mapping[str, str]) -> Signer:
    """Make the judge's key, let the issue key vouch for it once, and erase the issue key.

    ``conflicts`` holds the reason by region code.

    Raises:
        InputError: every conflict that names a region that is not in this file, or no reason.
        RuleError: enrolled before. KeyRefusedError: the passphrase is too short.
        StoreError: it could not be saved.
    """
    expect_not_enrolled(panel)
    declared = _check_conflicts(panel, conflicts)
    signer, wrapped, now = making.make(panel.issue.judge)
    _store_enrolment(panel, signer, (KeyForm.AGE, wrapped), declared, now)
    return signer


def enrol_with_p12(
    panel: PanelFile, p12: bytes, passphrase: str, conflicts: Mapping[str, str], clock: Clock
) -> Signer:
    """Enrol with the judge's own certificate file; raises as ``enrol_judge``."""
    expect_not_enrolled(panel)
    declared = _check_conflicts(panel, conflicts)
    signer = open_p12(p12, passphrase)
    _store_enrolment(panel, signer, (KeyForm.P12, p12), declared, write_instant(clock()))
    return signer


def add_key(panel: PanelFile, making: KeyMaking) -> Signer:
    """Make a new key after a forgotten passphrase; the scores stay.

    The issue key is gone, so the coordinator must accept the new key by its fingerprint.

    Raises:
        RuleError: the judge has not enrolled yet.
        KeyRefusedError: the passphrase is too short.
    """
    old = panel.keys.current()
    if old is None:
        raise RuleError(message("There is no key yet, so none can be replaced. Enrol first."))
    signer, wrapped, now = making.make(panel.issue.judge)
    thumbprint = signer.public.thumbprint
    stored = StoredKey(thumbprint, KeyForm.AGE, wrapped, signer.certificates, old.proof, now)
    panel.keys.add(stored, {"thumbprint": thumbprint})
    return signer


def unlock_key(panel: PanelFile, passphrase: str) -> Signer:
    """Open the judge's current key.

    Raises:
        RuleError: the judge has not enrolled. KeyRefusedError: wrong passphrase.
    """
    stored = panel.keys.current()
    if stored is None:
        raise RuleError(
            message(
                "Judge {judge} has not confirmed this panel file yet (enrol).",
                judge=panel.issue.judge.id,
            )
        )
    if stored.form is KeyForm.P12:
        return open_p12(stored.wrapped, passphrase)
    key = key_wrap.unlock_key(stored.wrapped, passphrase)
    return key.with_certificates(stored.certificates)


def expect_not_enrolled(panel: PanelFile) -> None:
    """Refuse to enrol twice.

    Raises:
        RuleError: the issue key has done its one duty already.
    """
    if panel.keys.issue_key() is None:
        raise RuleError(
            message(
                "Judge {judge} has enrolled already. If the passphrase is forgotten, make a new "
                "key (enrol --new-key); the scores stay.",
                judge=panel.issue.judge.id,
            )
        )


def _check_conflicts(panel: PanelFile, conflicts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    known = {region.code for region in panel.issue.regions}
    problems: list[Problem] = []
    declared = []
    for code, why in sorted(conflicts.items()):
        if code not in known:
            what = message("This panel file has no region {code}. Nobody was enrolled.", code=code)
            problems.append(Problem(code, what))
            continue
        try:
            declared.append((code, clean_reason(why)))
        except InputError as error:
            problems.extend(Problem(code, problem.what) for problem in error.problems)
    if problems:
        raise InputError(problems)
    return tuple(declared)


def _store_enrolment(
    panel: PanelFile,
    signer: Signer,
    wrapped: tuple[KeyForm, bytes],
    declared: tuple[tuple[str, str], ...],
    now: str,
) -> None:
    pem = panel.keys.issue_key()
    if pem is None:
        raise RuntimeError("the issue key was there a moment ago")
    issue = panel.issue
    proof = make_enrolment(
        Enrolment(
            issue.assessment.id,
            issue.judge.id,
            issue.issue.id,
            signer.public.thumbprint,
            declared,
            now,
        ),
        read_pem(pem),
    )
    form, secret = wrapped
    stored = StoredKey(signer.public.thumbprint, form, secret, signer.certificates, proof, now)
    details = {
        "thumbprint": signer.public.thumbprint,
        "conflicts": " ".join(c for c, _ in declared),
    }
    panel.keys.enrol(stored, declared, details)
