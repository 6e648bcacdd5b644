"""Reading a letterhead from TOML; every fault is named at once, with its place."""

from __future__ import annotations

import re
import tomllib

from msgspec.structs import replace

from smartcity_desktop.domain.errors import InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.emblem import read_emblem
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.letterhead import Letterhead, Paper, Person
from smartcity_desktop.reports.letterhead_emblem import without_emblem
from smartcity_desktop.reports.numbering import PLACEHOLDERS, is_template
from smartcity_desktop.reports.toml_table import TomlTable

FORMAT = 1
LARGEST_FILE = 200_000
SIGNS = ("electronic", "paper")
_DIGEST = re.compile("[0-9a-f]{64}")


def read_letterhead(data: bytes, emblem: bytes = b"") -> Letterhead:
    """Read a letterhead.

    Args:
        data: bytes of the TOML file, with or without the emblem at its end.
        emblem: bytes of the picture that the file names under ``kop.emblem``, where the file
            does not hold it.

    Raises:
        InputError: with every problem of the file.
    """
    problems: list[Problem] = []
    own, embedded = without_emblem(data)
    emblem = emblem or embedded
    table = TomlTable(_parse(own), "", problems)
    letterhead = _read(table, problems)
    picture = _emblem(emblem, letterhead.emblem_file, problems)
    if problems:
        raise InputError(problems)
    return replace(letterhead, emblem=picture)


def _parse(data: bytes) -> dict[str, object]:
    if len(data) > LARGEST_FILE:
        raise InputError(message("The letterhead is larger than {limit} bytes.",
                                 limit=LARGEST_FILE))  # fmt: skip
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(
            message("The letterhead is not written in UTF-8. Save it again as UTF-8.")
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            message("The letterhead is not valid TOML: {reason}", reason=str(error))
        ) from error


def _read(table: TomlTable, problems: list[Problem]) -> Letterhead:
    if table.number("format", 0, 99) != FORMAT:
        table.fault("format", message("This program reads letterheads of format {format}.",
                                      format=FORMAT))  # fmt: skip
    kop = table.table("kop") or TomlTable({}, "kop", problems)
    secretary = table.table("secretary")
    official = table.table("official")
    letterhead = Letterhead(
        paper=_paper(table),
        lines=kop.texts("lines"),
        address=kop.texts("address"),
        emblem_file=_emblem_file(kop),
        place=table.text("place"),
        venue=table.local("venue"),
        held=table.local("held"),
        subject=table.local("subject"),
        classification=table.local("classification"),
        legal_basis=table.local_texts("legal_basis"),
        copies_to=table.local_texts("copies_to"),
        copies=table.number("copies", 0, 99),
        letter_to=table.local_texts("letter_to"),
        considering=table.local_texts("considering"),
        official=_person(official) if official else None,
        numbering=_numbering(table.table("numbering")),
        chair=_person(table.table("chair") or TomlTable({}, "chair", problems)),
        secretary=_person(secretary) if secretary else None,
        judges_sign=table.flag("judges_sign"),
        witnesses=tuple(_person(one) for one in table.tables("witnesses")),
    )
    kop.close()
    table.close()
    return letterhead


def _emblem_file(kop: TomlTable) -> str:
    name = kop.text("emblem")
    if name in (".", "..") or any(sign in name for sign in "/\\:\0"):
        kop.fault("emblem", message("The emblem is a file beside the letterhead: give its name "
                                    "without any folder."))  # fmt: skip
        return ""
    return name


def _paper(table: TomlTable) -> Paper:
    name = table.text("paper") or Paper.A4.name
    if name not in Paper.__members__:
        table.fault("paper", message("The paper is one of {known}.",
                                     known=", ".join(Paper.__members__)))  # fmt: skip
        return Paper.A4
    return Paper[name]


def _numbering(table: TomlTable | None) -> tuple[tuple[str, str], ...]:
    if table is None:
        return ()
    templates = []
    for kind in ReportKind:
        template = table.text(kind.value)
        if not is_template(template):
            table.fault(kind.value, message("Only these placeholders may be used: {known}.",
                        known=", ".join(f"{{{name}}}" for name in PLACEHOLDERS)))  # fmt: skip
        elif template:
            templates.append((kind.value, template))
    table.close()
    return tuple(templates)


def _person(table: TomlTable) -> Person:
    person = Person(
        table.text("name"),
        table.local("role"),
        table.text("institution"),
        table.text("identity"),
        table.text("certificate_sha256").lower(),
        _signs_on_paper(table),
    )
    if person.on_paper and person.certificate_sha256:
        table.fault(
            "signs",
            message("Whoever signs on paper has no certificate here: leave one of the two out."),
        )
    if person.certificate_sha256 and not _DIGEST.fullmatch(person.certificate_sha256):
        table.fault(
            "certificate_sha256",
            message("This is not a SHA-256 digest: 64 hexadecimal digits are needed."),
        )
    table.close()
    return person


def _signs_on_paper(table: TomlTable) -> bool:
    word = table.text("signs") or SIGNS[0]
    if word not in SIGNS:
        table.fault("signs", message("A person signs in one of these ways: {known}.",
                                     known=", ".join(SIGNS)))  # fmt: skip
    return word == SIGNS[1]


def _emblem(data: bytes, name: str, problems: list[Problem]) -> bytes:
    if not data:
        return b""
    try:
        return read_emblem(data, name or "kop.emblem")
    except InputError as error:
        problems.extend(error.problems)
        return b""
