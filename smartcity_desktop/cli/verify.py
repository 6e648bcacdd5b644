"""Verifies documents, panel files and assessment files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.cli.grammar import PATH, Example, argument, option, subcommand
from smartcity_desktop.cli.session import Answer, Session
from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.domain.check import Check
    from smartcity_desktop.verifying.document import Means

PDF = b"%PDF-"


@subcommand(
    message(
        "Exit code 0 only if every check holds. With --panel-files the results of a document are "
        "computed again from all seals there, with the roster and the decisions it carries; a "
        "counted seal that is missing, or one that should count and is not listed, fails. A "
        "document that is named together with its assessment fails where its declaration was "
        "reopened."
    ),
    examples=(
        Example(
            "verify rekapitulasi-resmi-penetapan-1.pdf --panel-files masuk/ --trust ca.pem",
            message("A signed report, recomputed from the panel files:"),
        ),
        Example("verify juri-07-1-segel-1.panel", message("One panel file by itself:")),
    ),
)
@argument("paths", meaning=message("Documents, panel files, assessment files."),
          shown=message("PATH"), nargs=-1, required=True, type=PATH)  # fmt: skip
@option("--panel-files", meaning=message("Recompute from the panel files in this folder."),
        shown=message("DIR"), type=PATH)  # fmt: skip
@option("--trust", meaning=message("Certificate that vouches for signers; may be repeated."),
        shown="CA.pem", type=PATH, multiple=True)  # fmt: skip
@option("--identity", meaning=message("age identity that opens encrypted copies."),
        shown=message("FILE"), type=PATH)  # fmt: skip
@option("--incomplete-ok", meaning=message("Signature fields may still be empty."), is_flag=True)
def verify(session: Session, paths: tuple[Path, ...], **how: object) -> Answer:
    """Verify files."""
    from smartcity_desktop.verifying.kinds import is_assessment_file

    means = _means(session, how)
    assessments = tuple(path for path in paths if is_assessment_file(path))
    checked = []
    for path in paths:
        checks = _verify(session, path, means, assessments)
        _show(session, path, checks)
        checked += [{"path": path, "name": c.name, "ok": c.ok, "detail": c.detail} for c in checks]
    verified = all(check["ok"] for check in checked)
    session.say(message("Verified.") if verified else message("NOT verified."))
    return Answer({"verified": verified, "checks": checked}, done=verified)


def _means(session: Session, how: dict[str, object]) -> Means:
    from pathlib import Path

    from smartcity_desktop.cli.inputs import about, read_bytes
    from smartcity_desktop.domain.errors import InputError, Problem
    from smartcity_desktop.merging.sources import find_sources
    from smartcity_desktop.sealing.age_file import read_identities
    from smartcity_desktop.signing.roots import expect_certificates
    from smartcity_desktop.verifying.document import Means

    trust = how["trust"]
    folder, identity = how["panel_files"], how["identity"]
    roots = trust if isinstance(trust, tuple) else ()
    identities: tuple[str, ...] = ()
    if isinstance(identity, Path):
        identities = read_identities(read_bytes(identity).decode("utf-8", "replace"))
    if isinstance(folder, Path) and not folder.exists():
        raise InputError(Problem(str(folder), message("There is no such file or folder.")))
    certificates = [(root, read_bytes(root)) for root in roots]
    for root, data in certificates:
        with about(root):
            expect_certificates(data)
    return Means(
        now=session.clock(),
        trust_roots=tuple(data for _, data in certificates),
        identities=identities,
        panel_files=find_sources([folder]) if isinstance(folder, Path) else None,
        incomplete_ok=bool(how["incomplete_ok"]),
    )


def _verify(
    session: Session, path: Path, means: Means, assessments: tuple[Path, ...]
) -> tuple[Check, ...]:
    from smartcity_desktop.cli.inputs import read_bytes
    from smartcity_desktop.verifying.assessment_file import verify_assessment_file
    from smartcity_desktop.verifying.document import verify_document
    from smartcity_desktop.verifying.panel_file import verify_panel_file
    from smartcity_desktop.verifying.printed import check_printed

    if path in assessments:
        return verify_assessment_file(path)
    data = read_bytes(path)
    if PDF in data[:1024]:
        total = len(means.panel_files or ())
        with session.progress(message("Recomputing"), total) as advance:
            checks = verify_document(data, means, advance)
        beside = (check_printed(data, assessment) for assessment in assessments)
        return (*checks, *filter(None, beside))
    return verify_panel_file(data, means.identities)


def _show(session: Session, path: Path, checks: tuple[Check, ...]) -> None:
    session.say(message("{path}:", path=str(path)))
    for check in checks:
        line = (
            message("  holds: {name}: {detail}", name=check.name, detail=check.detail)
            if check.ok
            else message("  FAILS: {name}: {detail}", name=check.name, detail=check.detail)
        )
        session.say(line)
