"""Collects, checks and compiles the catalogue of sentences.

``collect`` writes the template anew from the code and adds what is new to the translation;
``check`` says which sentences the template lacks or no longer needs; ``compile`` makes the file
that the program reads.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "resources" / "translations"
TEMPLATE = TRANSLATIONS / "smartcity_desktop.pot"
TRANSLATION = TRANSLATIONS / "id" / "LC_MESSAGES" / "smartcity_desktop.po"

OURS = {"message": (1,)}
CLICKS = {"_": None, "gettext": None, "ngettext": (1, 2)}
"""click asks gettext for its own words, and so finds them in our catalogue."""

UNREACHED = ("_termui_impl.py", "_winconsole.py", "shell_completion.py", "utils.py")
"""Parts of click that this program does not use."""


def extract() -> Catalog:
    """Return every sentence of the program and of the command line's library."""
    template = Catalog()
    click = find_spec("click")
    if click is None or click.origin is None:
        raise ModuleNotFoundError("click")
    methods = [*((name, "ignore") for name in UNREACHED), ("**.py", "python")]
    for folder, keywords, shown in (
        (ROOT / "smartcity_desktop", OURS, "smartcity_desktop/"),
        (ROOT / "ui", OURS, "ui/"),
        (Path(click.origin).parent, CLICKS, "click/"),
    ):
        found = extract_from_dir(folder, methods, keywords=keywords)
        for name, _line, sentence, _comments, _context in found:
            template.add(sentence, locations=[(shown + Path(name).as_posix(), 1)])
    return template


def collect() -> int:
    """Write the template, and the translation with the same sentences."""
    template = extract()
    _write(TEMPLATE, template, omit_header=True)
    with TRANSLATION.open("rb") as file:
        translation = read_po(file, locale="id", domain="smartcity_desktop")
    template.creation_date = translation.creation_date
    translation.last_translator = "SmartCity Desktop developers"
    translation.language_team = "Indonesian"
    translation.msgid_bugs_address = ""
    translation.update(template, no_fuzzy_matching=True)
    _write(TRANSLATION, translation, omit_header=False)
    missing = sum(1 for entry in translation if entry.id and not entry.string)
    sys.stdout.write(f"{len(template)} sentences, {missing} not translated\n")
    return 0


def check() -> int:
    """Say how the template differs from the code; 1 when it does."""
    with TEMPLATE.open("rb") as file:
        stored = {entry.id for entry in read_po(file)}
    fresh = {entry.id for entry in extract()}
    for sign, sentences in (("+", fresh - stored), ("-", stored - fresh)):
        sys.stdout.writelines(f"{sign} {sentence}\n" for sentence in sorted(sentences, key=str))
    return int(fresh != stored)


def compile_translation() -> int:
    """Make the file the program reads, wholly or not at all."""
    target = TRANSLATION.with_suffix(".mo")
    unfinished = target.with_suffix(f".{os.getpid()}")
    with TRANSLATION.open("rb") as source, unfinished.open("wb") as file:
        write_mo(file, read_po(source, locale="id", domain="smartcity_desktop"))
    unfinished.replace(target)
    return 0


def _write(path: Path, catalog: Catalog, *, omit_header: bool) -> None:
    with path.open("wb") as file:
        write_po(
            file,
            catalog,
            width=100,
            sort_output=True,
            ignore_obsolete=True,
            omit_header=omit_header,
            include_lineno=False,
        )


if __name__ == "__main__":
    acts = {"collect": collect, "check": check, "compile": compile_translation}
    sys.exit(acts[sys.argv[1]]())
