"""What was changed in a file after a signature, in words a person can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyhanko.pdf_utils.generic import IndirectObject, StreamObject

from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.attachments import attachments_at
from smartcity_desktop.signing.legible import legible
from smartcity_desktop.signing.library import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyhanko.pdf_utils.generic import PdfObject, Reference

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.signing.opening import BoundedReader
    from smartcity_desktop.signing.resolver import BoundedResolver

_UNREADABLE: tuple[type[Exception], ...] = (*FAULTS, ExpectedError)
_MOST = 5
"""Changes that are named; after so many a reader knows enough."""


def changes_after(reader: BoundedReader, revision: int) -> Message:
    """Return a sentence part that names what differs between a revision and the file as it is.

    Never raises for what is in the file: what cannot be named is called another part.
    """
    named: list[Message] = []
    for look in (_attachments, _pages, _annotations, _fields):
        try:
            named.extend(look(reader, revision))
        except _UNREADABLE:
            continue
    if not named:
        return message("another part of the document was changed")
    sentence = named[0]
    for one in named[1:_MOST]:
        sentence = message("{first}; {second}", first=sentence, second=one)
    return sentence


def _attachments(reader: BoundedReader, revision: int) -> Iterator[Message]:
    before = attachments_at(reader, revision)
    after = attachments_at(reader, reader.total_revisions - 1)
    for name in sorted(before.keys() | after.keys()):
        shown = legible(name)
        if name not in after:
            yield message("the attachment {name} was taken away", name=shown)
        elif name not in before:
            yield message("the attachment {name} was added", name=shown)
        elif before[name] != after[name]:
            yield message("the attachment {name} was exchanged", name=shown)


def _pages(reader: BoundedReader, revision: int) -> Iterator[Message]:
    before, after = _ends(reader, revision)
    old, new = _page_references(before), _page_references(after)
    if len(old) != len(new):
        yield message("the document had {before} pages and has {after}",
                      before=len(old), after=len(new))  # fmt: skip
        return
    touched = _touched(reader, revision)
    for number, (one, other) in enumerate(zip(old, new, strict=True), start=1):
        if one != other or not _drawn_alike(before, after, one, touched):
            yield message("page {number} shows something else", number=number)


def _annotations(reader: BoundedReader, revision: int) -> Iterator[Message]:
    before, after = _ends(reader, revision)
    old = set(_page_references(before))
    touched = _touched(reader, revision)
    for number, page in enumerate(_page_references(after), start=1):
        known = set(_remarks(before, page)) - touched if page in old else set()
        if not known.issuperset(_remarks(after, page)):
            yield message("something was put on top of page {number}", number=number)


def _fields(reader: BoundedReader, revision: int) -> Iterator[Message]:
    before, after = (_field_names(end) for end in _ends(reader, revision))
    for name in sorted(after - before):
        yield message("the field {name} was added", name=legible(name))
    for name in sorted(before - after):
        yield message("the field {name} was taken away", name=legible(name))


def _ends(reader: BoundedReader, revision: int) -> tuple[BoundedResolver, BoundedResolver]:
    newest = reader.total_revisions - 1
    return reader.get_historical_resolver(revision), reader.get_historical_resolver(newest)


def _touched(reader: BoundedReader, revision: int) -> set[Reference]:
    """Return the objects that were written after a revision."""
    later = range(revision + 1, reader.total_revisions)
    return set().union(*(reader.xrefs.explicit_refs_in_revision(one) for one in later))


def _drawn_alike(
    before: BoundedResolver, after: BoundedResolver, page: Reference, touched: set[Reference]
) -> bool:
    old, new = _own(before, page), _own(after, page)
    if old != new:
        return False
    used: set[Reference] = set()
    for value in new.values():
        used |= after.collect_dependencies(value)
    return all(_alike(before(one), after(one)) for one in used & touched)


def _own(resolver: BoundedResolver, page: Reference) -> dict[str, PdfObject]:
    """Return the entries of a page that decide how it looks, annotations left aside."""
    dictionary = resolver(page)
    wanted = (key for key in dictionary if key not in ("/Annots", "/Parent"))
    return {key: dictionary.raw_get(key) for key in wanted}


def _alike(one: object, other: object) -> bool:
    if isinstance(one, StreamObject) and isinstance(other, StreamObject):
        return one == other and one.encoded_data == other.encoded_data
    return one == other


def _remarks(resolver: BoundedResolver, page: Reference) -> Iterator[Reference]:
    """Yield the annotations on a page that are no signature fields."""
    for one in _references(resolver(page).get("/Annots", ())):
        if resolver(one).get("/FT", "") != "/Sig":
            yield one


def _field_names(resolver: BoundedResolver) -> set[str]:
    form = resolver.root.get("/AcroForm", {})
    return {str(resolver(one)["/T"]) for one in _references(form.get("/Fields", ()))}


def _page_references(resolver: BoundedResolver) -> list[Reference]:
    """Return the pages in their order."""
    pages: list[Reference] = []
    seen: set[Reference] = set()
    stack = [resolver.root.raw_get("/Pages").reference]
    while stack:
        node = stack.pop()
        dictionary = resolver(node)
        if "/Kids" not in dictionary:
            pages.append(node)
        elif node in seen:
            raise ValueError("the page tree turns in a circle")
        else:
            seen.add(node)
            stack.extend(reversed(list(_references(dictionary["/Kids"]))))
    return pages


def _references(array: Iterable[object]) -> Iterator[Reference]:
    for one in array:
        if isinstance(one, IndirectObject):
            yield one.reference
