"""Reading the XML parts of a spreadsheet: streaming, without document types or entities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterator


class DamagedPartError(Exception):
    """A part of the spreadsheet contradicts the format or itself."""


class Handler(Protocol):
    """What is told the events of a part, without the prefix that the root element has."""

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, element: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Text between the two."""


def parse_part(part: bytes, handler: Handler) -> None:
    """Tell the handler the events of one part.

    Raises:
        DamagedPartError: the part is not well-formed UTF-8 XML, or declares a document type (the
            only way in which XML can grow while it is read).
    """
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type

    def root(name: str, attributes: dict[str, str]) -> None:
        prefix = name[: name.rfind(":") + 1]
        parser.StartElementHandler = handler.start
        parser.EndElementHandler = handler.end
        if prefix:
            parser.StartElementHandler = lambda n, a: handler.start(n.removeprefix(prefix), a)
            parser.EndElementHandler = lambda n: handler.end(n.removeprefix(prefix))
        handler.start(name.removeprefix(prefix), attributes)

    parser.StartElementHandler = root
    parser.CharacterDataHandler = handler.text
    try:
        parser.Parse(part, True)  # noqa: FBT003 - expat takes its "final" flag by position only
    except expat.ExpatError as error:
        raise DamagedPartError(str(error)) from error


def elements(part: bytes, name: str) -> Iterator[dict[str, str]]:
    """Yield the attributes of every element of this name, their prefixes cut off."""
    collector = _Collector(name)
    parse_part(part, collector)
    yield from collector.found


class _Collector:
    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[dict[str, str]] = []

    def start(self, element: str, attributes: dict[str, str]) -> None:
        if element == self.name:
            self.found.append({key.rpartition(":")[2]: text for key, text in attributes.items()})

    def end(self, element: str) -> None:
        """Nothing is kept of an end."""

    def text(self, data: str) -> None:
        """Nothing is kept of a text."""


def _refuse_document_type(*_: str | bool | None) -> None:
    raise DamagedPartError("a document type")
