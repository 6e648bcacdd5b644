"""Writing a letterhead as TOML, so that a form on the screen and a file say the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smartcity_desktop.reports.letterhead_emblem import with_emblem
from smartcity_desktop.reports.letterhead_reading import FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartcity_desktop.domain.local_text import LocalText
    from smartcity_desktop.reports.letterhead import Letterhead, Person

_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f]')


def write_letterhead(letterhead: Letterhead) -> bytes:
    """Return the bytes from which `read_letterhead` reads this letterhead, emblem included.

    Raises:
        InputError: the emblem is no sound picture.
    """
    data = "\n".join(_lines(letterhead)).encode() + b"\n"
    if not letterhead.emblem:
        return data
    return with_emblem(data, letterhead.emblem, letterhead.emblem_file)


def _lines(letterhead: Letterhead) -> Iterator[str]:
    yield f"format = {FORMAT}"
    yield f'paper = "{letterhead.paper.name}"'
    yield f"place = {_text(letterhead.place)}"
    for name in ("venue", "held", "subject", "classification"):
        text: LocalText = getattr(letterhead, name)
        if text.id:
            yield f"{name} = {_local(text)}"
    for name in ("legal_basis", "copies_to", "letter_to", "considering"):
        yield f"{name} = {_list(_local(text) for text in getattr(letterhead, name))}"
    yield f"copies = {letterhead.copies}"
    yield f"judges_sign = {str(letterhead.judges_sign).lower()}"
    yield "\n[kop]"
    yield f"lines = {_list(map(_text, letterhead.lines))}"
    yield f"address = {_list(map(_text, letterhead.address))}"
    yield f"emblem = {_text(letterhead.emblem_file)}"
    yield "\n[numbering]"
    for kind, template in letterhead.numbering:
        yield f"{kind} = {_text(template)}"
    yield from _person("[chair]", letterhead.chair)
    for name in ("secretary", "official"):
        person: Person | None = getattr(letterhead, name)
        if person is not None:
            yield from _person(f"[{name}]", person)
    for witness in letterhead.witnesses:
        yield from _person("[[witnesses]]", witness)


def _person(title: str, person: Person) -> Iterator[str]:
    yield f"\n{title}"
    yield f"name = {_text(person.name)}"
    if person.role.id:
        yield f"role = {_local(person.role)}"
    yield f"institution = {_text(person.institution)}"
    yield f"identity = {_text(person.identity)}"
    yield f"certificate_sha256 = {_text(person.certificate_sha256)}"


def _list(items: Iterable[str]) -> str:
    return f"[{', '.join(items)}]"


def _local(text: LocalText) -> str:
    if not text.en:
        return _text(text.id)
    return f"{{ id = {_text(text.id)}, en = {_text(text.en)} }}"


def _text(text: str) -> str:
    escaped = _ESCAPED.sub(lambda found: _escape(found[0]), text)
    return f'"{escaped}"'


def _escape(sign: str) -> str:
    return f"\\{sign}" if sign in '\\"' else f"\\u{ord(sign):04x}"
