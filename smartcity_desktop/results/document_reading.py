"""Reading a results document of others: refused unless it is written exactly as we would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.contradiction import find_contradiction
from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.domain.message import message
from smartcity_desktop.results.document import ANONYMOUS, FORMAT, build_results_document
from smartcity_desktop.results.document_parts import read_parts, read_public_parts
from smartcity_desktop.results.strict_json import MisplacedError, parse_strictly

if TYPE_CHECKING:
    from smartcity_desktop.results.facts import ResultsFacts
    from smartcity_desktop.results.strict_json import Node


class ResultsDocumentError(InputError):
    """Bytes that are no results document, or one written in another way."""


def read_results_document(data: bytes) -> ResultsFacts:
    """Return the facts that a results document states.

    ``build_results_document`` of them gives the same bytes again.

    Raises:
        ResultsDocumentError: no JSON, another format, a part missing, unknown, of another type
            or out of order, not the very bytes that we would write, or it names what it does not
            hold.
    """
    try:
        root = parse_strictly(data)
    except (ValueError, RecursionError) as error:
        raise ResultsDocumentError(
            message("This is no results document: it is not readable JSON without fractions.")
        ) from error
    read = read_public_parts if _format_of(root) == ANONYMOUS else read_parts
    try:
        facts = read(root)
    except MisplacedError as error:
        raise ResultsDocumentError(
            message(
                "This is no results document: {place} is missing, unknown, out of order or not of "
                "its type.",
                place=str(error),
            )
        ) from error
    if not _written_alike(facts, data):
        raise ResultsDocumentError(
            message("This results document is not written in its one canonical form.")
        )
    contradiction = find_contradiction(facts.roster, facts.decisions)
    if contradiction is not None:
        raise ResultsDocumentError(
            message("This results document contradicts itself: {what}.", what=contradiction)
        )
    return facts


def _format_of(root: Node) -> object:
    found = root.value.get("format") if isinstance(root.value, dict) else None
    if type(found) is int and found not in (FORMAT, ANONYMOUS):
        raise ResultsDocumentError(
            message(
                "This results document has format {found}; this program knows formats up to "
                "{known}. Use a newer version of the program.",
                found=str(found)[:20],
                known=ANONYMOUS,
            )
        )
    return found


def _written_alike(facts: ResultsFacts, data: bytes) -> bool:
    try:
        return build_results_document(facts) == data
    except UnicodeEncodeError:  # a lone surrogate, written as an escape
        return False
