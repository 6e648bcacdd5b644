"""What was changed in a file after a signature, in words a person can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.generic import IndirectObject, StreamObject

from smartcity_desktop.domain.errors import ExpectedError
from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.attachments import attachments_at
from smartcity_desktop.signing.legible import legible
from smartcity_desktop.signing.library import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyhanko.pdf_utils.generic import DictionaryObject, PdfObject, Reference

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.signing.opening import BoundedReader
    from smartcity_desktop.signing.resolver import BoundedResolver

_UNREADABLE: tuple[type[Exception], ...] = (*FAULTS, ExpectedError)
_MOST = 5
"""Changes that are named; after so many a reader knows enough."""

_OF_SIGNATURES = {"/Perms", "/Extensions", "/DSS", "/Metadata", "/Version"}
"""What may change in the catalogue with a signature; none of it is seen on a page."""

_SEEN_TO = {"/AcroForm", "/Pages"}
"""What is compared part by part, because signatures do change something in it."""


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


def only_signed_since(reader: BoundedReader, revision: int) -> bool:
    """Tell whether an unsigned revision differs from the file by signatures in its fields alone.

    Stricter than what a certified document permits, because nobody had signed anything yet:
    pages, attachments, remarks, fields and their places, and everything else in the catalogue
    must be as they were.
    """
    try:
        for look in (_attachments, _pages, _annotations, _fields):
            if any(True for _ in look(reader, revision)):
                return False
        before, after = _ends(reader, revision)
        touched = _touched(reader, revision)
        old, new = before.root, after.root
        if not _same_entries(old, new, _OF_SIGNATURES | {"/AcroForm"}):
            return False
        shown = {key: new.raw_get(key) for key in new if key not in _OF_SIGNATURES | _SEEN_TO}
        used = set().union(*(after.collect_dependencies(value) for value in shown.values()))
        # The tags of a page lead to its fields; these are looked at with the form.
        changed = (used & touched) - _of_fields(after)
        return all(_alike(before(one), after(one)) for one in changed) and _same_form(before, after)
    except _UNREADABLE:
        return False


def _of_fields(end: BoundedResolver) -> set[Reference]:
    """Return the fields, their signatures, and what their marks are drawn with."""
    found: set[Reference] = set()
    for field in _references(end.root["/AcroForm"]["/Fields"]):
        found.add(field)
        entries = end(field)
        if "/V" in entries:
            found.update(_references([entries.raw_get("/V")]))
        if "/AP" in entries:
            found |= end.collect_dependencies(entries.raw_get("/AP"))
    return found


def _same_form(before: BoundedResolver, after: BoundedResolver) -> bool:
    old, new = before.root["/AcroForm"], after.root["/AcroForm"]
    if not _same_entries(old, new, {"/SigFlags", "/Fields"}):
        return False
    fields, others = (tuple(_references(form["/Fields"])) for form in (old, new))
    return fields == others and all(
        _same_entries(before(one), after(one), {"/V", "/AP"} if "/V" in after(one) else set())
        for one in fields
    )


def _same_entries(old: DictionaryObject, new: DictionaryObject, but: set[str]) -> bool:
    """Compare two dictionaries, references by where they point."""
    one, other = (
        {key: dictionary.raw_get(key) for key in dictionary if key not in but}
        for dictionary in (old, new)
    )
    return one == other


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
    dictionary = resolver(page)
    for one in _references(_entry(dictionary, "/Annots", ())):
        if resolver(one).get("/FT", "") != "/Sig":
            yield one


def _field_names(resolver: BoundedResolver) -> set[str]:
    form = _entry(resolver.root, "/AcroForm", {})
    return {str(resolver(one)["/T"]) for one in _references(_entry(form, "/Fields", ()))}


def _entry(dictionary: Any, key: str, otherwise: object) -> Any:  # noqa: ANN401  as the library
    """Return what stands under a key; the library's ``get`` may return a mere reference."""
    if key not in dictionary:
        return otherwise
    return dictionary[key]


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
