"""Reading an instrument from the bytes of its TOML file; every fault is named at once."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from smartcity_desktop.domain.errors import Problem
from smartcity_desktop.domain.instrument import Instrument
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rules import WeightKind
from smartcity_desktop.domain.total_range import total_range
from smartcity_desktop.instruments.combining import read_rules, read_weight_kind
from smartcity_desktop.instruments.context import Context
from smartcity_desktop.instruments.findings import Findings, InstrumentError, Place
from smartcity_desktop.instruments.limits import LONGEST_TEXT
from smartcity_desktop.instruments.outcome import check_reach, read_outcome
from smartcity_desktop.instruments.rubrics import read_rubrics
from smartcity_desktop.instruments.scales import read_scale
from smartcity_desktop.instruments.section import Section
from smartcity_desktop.instruments.toml_text import parse_toml
from smartcity_desktop.instruments.tree import read_dimensions

if TYPE_CHECKING:
    from fractions import Fraction

    from smartcity_desktop.domain.local_text import LocalText

FORMAT = 1
"""The format of instruments that this program reads."""

_INSTRUMENT_ID = re.compile("[A-Za-z0-9_.-]{1,64}")
_VERSION = re.compile("[A-Za-z0-9_.+-]{1,32}")


def read_instrument(data: bytes, where: str) -> Instrument:
    """Read an instrument.

    Args:
        data: the whole file; ``Instrument.sha256`` is the digest of exactly these bytes.
        where: what the bytes come from, as it is shown to people: a file name.

    Raises:
        InstrumentError: with every problem, each with its place, in the order of the file.
    """
    findings = Findings()
    root = Section(parse_toml(data, where), Place(where), findings)
    _check_format(root)
    instrument = _read(root, hashlib.sha256(data).hexdigest())
    findings.refuse()
    return instrument


def check_instrument(data: bytes, where: str) -> tuple[Problem, ...]:
    """Return every problem that `read_instrument` would refuse the bytes for; none when none."""
    try:
        read_instrument(data, where)
    except InstrumentError as error:
        return error.problems
    return ()


def _check_format(root: Section) -> None:
    """Refuse a later format at once: its other keys would all be reported wrongly.

    Raises:
        InstrumentError: the format is a whole number, but not this one.
    """
    before = root.findings.count()
    given = root.whole("format", 0, 10**6)
    if given != FORMAT and root.findings.count() == before:
        what = message("This program reads instruments of format {known}, not {given}.",
                       known=FORMAT, given=given)  # fmt: skip
        raise InstrumentError(Problem(str(root.place.key("format")), what))


def _read(root: Section, sha256: str) -> Instrument:
    own_id, version, title, notice = _head(root)
    scale_table = root.section("scale")
    scale = read_scale(scale_table) if scale_table else None
    rubrics = root.section("rubrics") if root.has("rubrics") else None
    rules_table = root.section("rules") or Section({}, root.place.key("rules"), Findings())
    weights = read_weight_kind(rules_table)
    context = Context(weights, scale, read_rubrics(rubrics) if rubrics else {})
    before_tree = root.findings.count()
    dimensions = read_dimensions(root, context)
    sound = scale is not None and weights is not None and root.findings.count() == before_tree
    rules = read_rules(rules_table, weights, dimensions)
    outcome = read_outcome(root)
    instrument = Instrument(
        own_id, version, title, notice, dimensions, outcome.added_to(rules), sha256
    )
    reach = _reach(instrument, context, sound=sound)
    if reach:
        check_reach(root, outcome, *reach)
    root.close()
    return instrument


def _head(root: Section) -> tuple[str, str, LocalText, LocalText]:
    own_id, version = root.text("id"), root.text("version")
    if own_id and not _INSTRUMENT_ID.fullmatch(own_id):
        root.fault("id", message("The id of an instrument has 1 to 64 characters: letters without "
                                 "accents, digits, _ . and -"))  # fmt: skip
    if version and not _VERSION.fullmatch(version):
        root.fault("version", message("A version has 1 to 32 characters: letters without accents, "
                                      "digits, _ . + and -"))  # fmt: skip
    title = root.local("title")
    return own_id, version, title, root.local("notice", LONGEST_TEXT, required=False)


def _reach(
    instrument: Instrument, context: Context, *, sound: bool
) -> tuple[Fraction, Fraction] | None:
    """Return the possible totals, as far as they can be told in spite of other faults."""
    if sound:
        return total_range(instrument)
    scale = context.scale
    if scale and context.weights in (WeightKind.PERCENT, WeightKind.SHARE):
        return scale.exact(scale.minimum), scale.exact(scale.maximum)
    return None
