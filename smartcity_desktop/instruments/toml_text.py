"""From the bytes of an instrument to plain TOML values."""

from __future__ import annotations

import codecs
import re
import tomllib
from decimal import Decimal, InvalidOperation

from smartcity_desktop.domain.errors import Problem
from smartcity_desktop.domain.message import Message, message
from smartcity_desktop.instruments.findings import InstrumentError, shown
from smartcity_desktop.instruments.limits import LARGEST_FILE
from smartcity_desktop.instruments.toml_bounds import first_excess

_POSITION = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")

_SAYINGS = (
    (
        "Invalid value",
        message(
            'No value can be read here. Text stands between straight quotation marks ("..."), a '
            "number has a point before its decimals (3.5) and no zero in front."
        ),
    ),
    ("Cannot overwrite", message("What stands here is given a second time. Keep one of them.")),
    ("Cannot declare", message("This table is opened a second time. Keep one of them.")),
    ("Expected '=' after", message('After a key an equals sign is expected, as in format = 1.')),
    (
        "Expected newline",
        message(
            "After the value the line must end. A number has a point before its decimals (3.5) "
            "and no zero in front; text stands between straight quotation marks."
        ),
    ),
    ("Unterminated string", message("This text is not closed by a quotation mark.")),
    ("Illegal character", message("This character may not stand here. Delete it.")),
    ("Unclosed", message("A bracket that was opened is not closed by here.")),
    (
        "Invalid initial character",
        message("A key is expected here: letters, digits, _ and -."),
    ),
)  # fmt: skip


def parse_toml(data: bytes, where: str) -> dict[str, object]:
    """Parse the bytes; numbers with decimals become ``Decimal``, exactly as written.

    Raises:
        InstrumentError: not UTF-8, not TOML (with line and column), or out of all proportion.
    """
    if len(data) > LARGEST_FILE:
        raise _refusal(
            where,
            message("The file is larger than {most} bytes; this is no instrument.",
                    most=LARGEST_FILE),
        )  # fmt: skip
    text = _decode(data, where)
    excess = first_excess(text)
    if excess:
        line, what = excess
        raise _refusal(message("{file}, line {line}", file=where, line=line), what)
    try:
        return tomllib.loads(text, parse_float=_decimal)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(str(error), text, where) from error


def _decode(data: bytes, where: str) -> str:
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        raise _refusal(
            message("{file}, line {line}", file=where, line=before.count(b"\n") + 1),
            message("The file is not written in UTF-8. Save it again as UTF-8."),
        ) from error


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond all bounds
        return Decimal("Infinity")


def _syntax_error(reason: str, text: str, where: str) -> InstrumentError:
    """Return the error for what tomllib says, with a place also where it says "end"."""
    found = _POSITION.search(reason)
    if found and found["line"]:
        line, column = int(found["line"]), int(found["column"])
    else:
        end = text.replace("\r\n", "\n").rstrip()
        line, column = end.count("\n") + 1, len(end) - end.rfind("\n")
    plain = reason[: found.start()] if found else reason
    place = message("{file}, line {line}, column {column}", file=where, line=line, column=column)
    return _refusal(place, _saying(plain))


def _saying(reason: str) -> Message:
    for beginning, what in _SAYINGS:
        if reason.startswith(beginning):
            return what
    return message("This is not valid TOML: {reason}.", reason=shown(reason))


def _refusal(where: str | Message, what: Message) -> InstrumentError:
    return InstrumentError(Problem(where, what))
