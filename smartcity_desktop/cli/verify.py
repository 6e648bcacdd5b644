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


@subcommand(
    message(
        "Exit code 0 only if every check holds. With --panel-files the results of a document are "
        "computed again from all seals there, with the roster and the decisions it carries; a "
        "counted seal that is missing, or one that should count and is not listed, fails. A "
        "document that is named together with its assessment, or with a newer document, fails "
        "where its declaration was reopened. Of a scan or photograph the code on the first page "
        "is read and checked with the assessment's key, which any panel file knows. A typed code "
        "is compared with every file named."
    ),
    examples=(
        Example(
            "verify rekapitulasi-resmi-penetapan-1.pdf --panel-files masuk/ --trust ca.pem",
            message("A signed report, recomputed from the panel files:"),
        ),
        Example("verify juri-07-1-segel-1.panel", message("One panel file by itself:")),
        Example(
            "verify pindaian.jpg --panel-files masuk/",
            message("A scan of a first page; the panel files give the key:"),
        ),
        Example(
            'verify kota.assessment --code "8cf9 623a 3400 8db0"',
            message("The code typed from the foot of a page:"),
        ),
    ),
)
@argument("paths", meaning=message("Documents, scans, panel files, assessment files."),
          shown=message("PATH"), nargs=-1, required=True, type=PATH)  # fmt: skip
@option("--panel-files", meaning=message("Recompute from the panel files in this folder."),
        shown=message("DIR"), type=PATH)  # fmt: skip
@option("--trust", meaning=message("Certificate that vouches for signers; may be repeated."),
        shown="CA.pem", type=PATH, multiple=True)  # fmt: skip
@option("--key", meaning=message("Fingerprint of the assessment's key, as printed."),
        shown=message("FINGERPRINT"), default="")  # fmt: skip
@option("--code", meaning=message("Short code at the foot of a page, as printed."),
        shown=message("CODE"), default="")  # fmt: skip
@option("--identity", meaning=message("age identity that opens encrypted copies."),
        shown=message("FILE"), type=PATH)  # fmt: skip
@option("--incomplete-ok", meaning=message("Signature fields may still be empty."), is_flag=True)
def verify(session: Session, paths: tuple[Path, ...], **how: object) -> Answer:
    """Verify files."""
    from smartcity_desktop.verifying.several import Together, verify_together
    from smartcity_desktop.workplace.given_file import read_bytes

    means = _means(session, how)
    files = Together(
        paths,
        means,
        read=read_bytes,
        recomputing=lambda: session.progress(message("Recomputing"), len(means.panel_files or ())),
        fingerprint=str(how["key"]),
        typed=str(how["code"]),
    )
    checked = []
    for path, checks in verify_together(files):
        _show(session, path, checks)
        checked += [{"path": path, "name": c.name, "ok": c.ok, "detail": c.detail} for c in checks]
    verified = all(check["ok"] for check in checked)
    session.say(message("Verified.") if verified else message("NOT verified."))
    return Answer({"verified": verified, "checks": checked}, done=verified)


def _means(session: Session, how: dict[str, object]) -> Means:
    from pathlib import Path

    from smartcity_desktop.verifying.means import gather_means

    trust = how["trust"]
    folder, identity = how["panel_files"], how["identity"]
    return gather_means(
        session.clock(),
        trust=trust if isinstance(trust, tuple) else (),
        identity=identity if isinstance(identity, Path) else None,
        panel_files=folder if isinstance(folder, Path) else None,
        incomplete_ok=bool(how["incomplete_ok"]),
    )


def _show(session: Session, path: Path, checks: tuple[Check, ...]) -> None:
    session.say(message("{path}:", path=str(path)))
    for check in checks:
        line = (
            message("  holds: {name}: {detail}", name=check.name, detail=check.detail)
            if check.ok
            else message("  FAILS: {name}: {detail}", name=check.name, detail=check.detail)
        )
        session.say(line)
